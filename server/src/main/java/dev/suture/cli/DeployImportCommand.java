package dev.suture.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "import",
    description = {
      "Bring in what was deployed before; the same list twice adds nothing the second time.",
      "From a file (csv, github, gitlab, cdevents), from the repository's tags, or from the API of"
          + " GitHub or GitLab with --repository."
    })
final class DeployImportCommand extends ServerCommand {
  private static final long LOOK_MILLIS = 500;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The list; none for tags and for an API.")
  private @Nullable Path file;

  @Option(names = "--project", required = true, paramLabel = "SLUG", description = "The project.")
  private String project = "";

  @Option(
      names = "--format",
      required = true,
      description = "csv, github, gitlab, cdevents or tags.")
  private String format = "";

  @Option(names = "--environment", description = "Where all of it went, instead of what it says.")
  private String environment = "";

  @Option(
      names = "--repository",
      paramLabel = "OWNER/NAME",
      description = "Ask the API of GitHub or GitLab for the deployments of this repository.")
  private String repository = "";

  @Option(
      names = "--address",
      paramLabel = "URL",
      description = "Of that API, when it is not the public one.")
  private String address = "";

  @Option(
      names = "--token-from",
      paramLabel = "VARIABLE",
      defaultValue = "FORGE_TOKEN",
      description = "The environment variable that has a token for it (default: FORGE_TOKEN).")
  private String variable = "";

  @Option(names = "--dry-run", description = "Say what would be added, and add nothing.")
  private boolean dry;

  DeployImportCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  int run(ApiClient api, Terminal terminal) throws Exception {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("format", format);
    asked.put("environment", environment);
    asked.put("dry", dry ? "true" : "");
    asked.put("live", repository.isEmpty() ? "" : "true");
    String path = ApiClient.path("projects", project, "deployments", "import");
    String whole = ApiClient.query(path, asked);
    JsonNode progress = terminal.working("Importing", () -> begin(api, whole));
    while (progress.path("running").asBoolean()) {
      terminal.say(progress.path("read").asInt() + " read");
      Thread.sleep(LOOK_MILLIS);
      progress = api.get(path);
    }
    return told(progress, terminal);
  }

  private JsonNode begin(ApiClient api, String path) {
    if (!repository.isEmpty()) {
      Map<String, String> body = new LinkedHashMap<>();
      body.put("repository", repository);
      String token = wiring().environment().getOrDefault(variable, "");
      if (!token.isEmpty()) {
        body.put("token", token);
      }
      if (!address.isEmpty()) {
        body.put("address", address);
      }
      return api.send("POST", path, body);
    }
    if (file == null && !format.equals("tags")) {
      throw Failure.refused("Name the file to import, or a repository with --repository.");
    }
    if (file == null) {
      return api.send("POST", path, Map.of());
    }
    if (!Files.isReadable(file)) {
      throw Failure.refused("There is no file " + Terminal.cell(file.toString(), 300) + ".");
    }
    try {
      return api.post(path, file);
    } catch (IOException unread) {
      throw Failure.refused("The file cannot be read.");
    }
  }

  private int told(JsonNode progress, Terminal terminal) {
    for (JsonNode problem : progress.path("problems")) {
      terminal.warn(
          "entry "
              + problem.path("line").asInt()
              + ": "
              + Terminal.cell(problem.path("why").asString(""), 300));
    }
    String failed = progress.path("failed").asString("");
    if (!failed.isEmpty()) {
      throw Failure.refused(Terminal.cell(failed, 500));
    }
    terminal.say(
        progress.path("read").asInt()
            + " read: "
            + progress.path("added").asInt()
            + (dry ? " would be added, " : " added, ")
            + progress.path("known").asInt()
            + " known, "
            + progress.path("skipped").asInt()
            + " skipped, "
            + progress.path("refused").asInt()
            + " refused.");
    return progress.path("refused").asInt() == 0 ? 0 : 1;
  }
}
