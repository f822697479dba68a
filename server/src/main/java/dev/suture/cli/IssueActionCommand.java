package dev.suture.cli;

import dev.suture.json.Json;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// A command that does one thing with some issues and answers for each.
abstract class IssueActionCommand extends ServerCommand {
  @Parameters(paramLabel = "ISSUE", arity = "1..*", description = "Ids of issues, such as shop-1.")
  private List<String> ids = List.of();

  @Option(names = "--json", description = "Print the answer of the API as JSON.")
  private boolean json;

  IssueActionCommand(Wiring wiring) {
    super(wiring);
  }

  /// The action as the API takes it.
  abstract Map<String, Object> action();

  @Override
  final int run(ApiClient api, Terminal terminal) {
    JsonNode answer =
        api.send("POST", ApiClient.path("issues", "bulk"), Map.of("ids", ids, "action", action()));
    if (json) {
      terminal.say(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    }
    boolean failed = false;
    for (JsonNode done : answer.path("done")) {
      failed |= done.has("message");
      if (!json) {
        terminal.say(Terminal.cell(done.path("id").asString(""), 60) + ": " + words(done));
      }
    }
    return failed ? Failure.REFUSED : 0;
  }

  private static String words(JsonNode done) {
    if (done.has("message")) {
      return Terminal.cell(done.path("message").asString(""), 500);
    }
    return done.has("after")
        ? Terminal.cell(done.path("after").path("state").asString(""), 20)
        : Terminal.cell(done.path("outcome").asString(""), 20);
  }
}
