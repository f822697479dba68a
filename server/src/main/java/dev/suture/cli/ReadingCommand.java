package dev.suture.cli;

import dev.suture.json.Json;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// A command that shows what a server knows, for people or, with `--json`, as the API answers it.
abstract class ReadingCommand extends ServerCommand {
  @Option(names = "--json", description = "Print the answer of the API as JSON.")
  private boolean json;

  ReadingCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  final int run(ApiClient api, Terminal terminal) {
    JsonNode answer = read(api, terminal);
    if (json) {
      terminal.say(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    } else {
      show(answer, terminal);
    }
    return exitCode(answer);
  }

  abstract JsonNode read(ApiClient api, Terminal terminal);

  abstract void show(JsonNode answer, Terminal terminal);

  int exitCode(JsonNode answer) {
    return 0;
  }
}
