package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "minimise",
    description =
        "Leave out of an issue's reproduction all that its failure comes without, and show what is"
            + " left. Exits with 1 when nothing shorter could be told.")
final class ReproMinimiseCommand extends ReadingCommand {
  @Parameters(paramLabel = "ISSUE", description = "Id of the issue.")
  private String issue = "";

  ReproMinimiseCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    String path = ApiClient.path("issues", issue, "reproduction");
    return terminal.working(
        "Running it with less and less",
        () ->
            ReproText.await(
                api.send("POST", path + "/minimal", Map.of()),
                () -> api.get(path),
                answer -> answer.at("/minimal/state").asString("").equals("running")));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    ReproText.minimal(answer, terminal);
  }

  @Override
  int exitCode(JsonNode answer) {
    return answer.at("/minimal/state").asString("").equals("done") ? 0 : Failure.REFUSED;
  }
}
