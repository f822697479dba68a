package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "delete",
    description = {
      "Delete what is kept of one person: events, captures, feedback and tags.",
      "Without --yes it only says how much there is. Sums of users stay as they were counted."
    })
final class UserDeleteCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "PROJECT", description = "Slug of the project.")
  private String project = "";

  @Parameters(
      index = "1",
      paramLabel = "WHO",
      description = "Id, e-mail address, name or IP address, as events have it.")
  private String who = "";

  @Option(names = "--yes", description = "Delete, for ever.")
  private boolean sure;

  UserDeleteCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  int run(ApiClient api, Terminal terminal) {
    String path =
        ApiClient.query(ApiClient.path("projects", project, "person"), Map.of("who", who));
    JsonNode found = sure ? api.delete(path) : api.get(path);
    String what =
        found.path("events").asLong(0)
            + " events, "
            + found.path("captures").asLong(0)
            + " captures, "
            + found.path("feedback").asLong(0)
            + " pieces of feedback";
    terminal.say(sure ? "Deleted: " + what + "." : "Kept: " + what + ". Add --yes to delete them.");
    return 0;
  }
}
