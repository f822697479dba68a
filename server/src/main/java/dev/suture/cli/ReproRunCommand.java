package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "run",
    description = "Run the reproduction of an issue at a commit, and say what it showed.")
final class ReproRunCommand extends ReadingCommand {
  @Parameters(paramLabel = "ISSUE", description = "Id of the issue.")
  private String issue = "";

  @Option(
      names = "--commit",
      paramLabel = "NAME",
      description = "production, develop, a branch, a tag or a commit; else what is live.")
  private String commit = "";

  ReproRunCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    String path = ApiClient.path("issues", issue, "reproduction");
    return terminal.working(
        "Building and running the commit",
        () ->
            ReproText.await(api.send("POST", path, Map.of("commit", commit)), () -> api.get(path)));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    ReproText.reproduction(answer, terminal);
  }
}
