package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "verify",
    description =
        "Prove a hotfix: run the captured failure on the live commit and on the branch, and the"
            + " project's checks. Exits with 1 unless it is proven.")
final class VerifyCommand extends ReadingCommand {
  @Parameters(paramLabel = "HOTFIX", description = "Id of the hotfix.")
  private String hotfix = "";

  VerifyCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    String path = ApiClient.path("hotfixes", hotfix, "proof");
    return terminal.working(
        "Building and running both commits",
        () -> ReproText.await(api.send("POST", path, Map.of()), () -> api.get(path)));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    ReproText.proof(answer, terminal);
  }

  @Override
  int exitCode(JsonNode answer) {
    return answer.path("proven").asBoolean() ? 0 : Failure.REFUSED;
  }
}
