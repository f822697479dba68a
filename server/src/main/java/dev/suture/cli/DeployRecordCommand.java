package dev.suture.cli;

import dev.suture.deploy.Deployment.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  @Option(names = "--kind", description = "${COMPLETION-CANDIDATES}; derived when it is left out.")
  private @Nullable Kind kind;

  @Option(names = "--stage", description = "A ring of a rollout, or a share of the traffic.")
  private @Nullable String stage;

  @Option(names = "--started", paramLabel = "TIME", description = "When it was begun.")
  private @Nullable String started;

  @Option(names = "--at", paramLabel = "TIME", description = "When it was done (default: now).")
  private @Nullable String at;

  DeployRecordCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  int run(ApiClient api, Terminal terminal) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("environment", environment);
    body.put("release", release);
    body.put("commit", commit);
    if (kind != null) {
      body.put("kind", kind.name());
    }
    put(body, "stage", stage);
    put(body, "started", started);
    put(body, "at", at);
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
            + ", as "
            + Terminal.cell(deployment.path("kind").asString(""), 20)
            + ".");
    return 0;
  }

  private static void put(Map<String, Object> body, String name, @Nullable String value) {
    if (value != null) {
      body.put(name, value);
    }
  }
}
