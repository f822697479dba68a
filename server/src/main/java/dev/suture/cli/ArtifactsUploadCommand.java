package dev.suture.cli;

import dev.suture.event.DebugIdInjection.BuiltFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "upload",
    description = {
      "Upload the source maps of a build, so that frames are shown in their sources.",
      "A map is found by its debug id, and by release and URL where it has none."
    })
final class ArtifactsUploadCommand extends ServerCommand {
  @Parameters(paramLabel = "DIR", description = "Folder of the build, such as dist.")
  private Path folder = Path.of("");

  @Option(names = "--project", required = true, paramLabel = "SLUG", description = "The project.")
  private String project = "";

  @Option(
      names = "--release",
      defaultValue = "",
      description = "The release that was built; needed for files without a debug id.")
  private String release = "";

  @Option(
      names = "--url-prefix",
      defaultValue = "~/",
      paramLabel = "URL",
      description = "Where the folder is served; ~ stands for any host (default: ~/).")
  private String prefix = "~/";

  ArtifactsUploadCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  int run(ApiClient api, Terminal terminal) throws IOException {
    List<BuiltFile> files = wiring().debugIds().find(ArtifactsInjectCommand.existing(folder));
    if (files.isEmpty()) {
      throw Failure.refused(
          "No .js file below " + folder + " has a source map beside it: build with source maps.");
    }
    for (BuiltFile file : files) {
      if (file.debugId() == null && release.isEmpty()) {
        throw Failure.refused(
            Terminal.cell(folder.relativize(file.file()).toString(), 300)
                + " has no debug id: run `suture artifacts inject` before deploying, or name the"
                + " release with --release.");
      }
    }
    terminal.working(
        "Uploading " + files.size() + " source maps",
        () -> {
          files.forEach(file -> upload(api, file));
          return files.size();
        });
    terminal.say("Uploaded " + files.size() + " source maps to " + project + ".");
    return 0;
  }

  private void upload(ApiClient api, BuiltFile file) {
    String path = folder.relativize(file.file()).toString().replace(File.separatorChar, '/');
    String debugId = file.debugId();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("debugId", debugId == null ? "" : debugId);
    parameters.put("release", release);
    parameters.put("url", release.isEmpty() ? "" : prefix.replaceAll("/*$", "/") + path);
    try {
      api.put(
          ApiClient.query(ApiClient.path("projects", project, "artifacts"), parameters),
          file.map());
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }
}
