package dev.suture.cli;

import dev.suture.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "export",
    description = {
      "Write what is kept of one person as JSON: events, captures, feedback.",
      "The export is written down in the project's privacy log."
    })
final class UserExportCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "PROJECT", description = "Slug of the project.")
  private String project = "";

  @Parameters(
      index = "1",
      paramLabel = "WHO",
      description = "Id, e-mail address, name or IP address, as events have it.")
  private String who = "";

  @Option(names = "--output", paramLabel = "FILE", description = "Write here instead.")
  private @Nullable Path output;

  UserExportCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  int run(ApiClient api, Terminal terminal) {
    JsonNode answer =
        api.get(
            ApiClient.query(
                ApiClient.path("projects", project, "person", "export"),
                Map.of("who", who, "format", "json")));
    String text = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    Path file = output;
    if (file == null) {
      terminal.say(text);
      return 0;
    }
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      terminal.say("The file cannot be written: " + failure.getMessage());
      return Failure.REFUSED;
    }
    terminal.say("Written: " + answer.path("events").size() + " events.");
    return 0;
  }
}
