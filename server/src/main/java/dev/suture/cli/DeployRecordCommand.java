package dev.suture.cli;

import dev.suture.deploy.Deployment.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
    name = "record",
    description = "Record that a release was put into an environment: hotfixes start from there.")
final class DeployRecordCommand extends ServerCommand {
  @Option(names = "--project", required = true, paramLabel = "SLUG", description = "The project.")
  private String project = "";

  @Option(
      names = "--environment",
      defaultValue = "production",
      description = "Where to (default: production).")
  private String environment = "";

  @Option(names = "--release", required = true, description = "The version, as events carry it.")
  private String release = "";

  @Option(
      names = "--commit",
      required = true,
      description = "What it was built from: a commit id, a tag or a branch of the origin.")
  private String commit = "";

  @Option(names = "--kind", defaultValue = "normal", description = "${COMPLETION-CANDIDATES}.")
  private Kind kind = Kind.normal;

  DeployRecordCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  int run(ApiClient api, Terminal terminal) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("environment", environment);
    body.put("release", release);
    body.put("commit", commit);
    body.put("kind", kind.name());
    JsonNode deployment =
        terminal.working(
            "Recording the deployment",
            () -> api.send("POST", ApiClient.path("projects", project, "deployments"), body));
    terminal.say(
        "Recorded: "
            + Terminal.cell(deployment.path("release").asString(""), 200)
            + " at "
            + HotfixText.commit(deployment.path("commit").asString(""))
            + " in "
            + Terminal.cell(deployment.path("environment").asString(""), 200)
            + ".");
    return 0;
  }
}
