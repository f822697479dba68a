package dev.suture.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "export",
    description =
        "Write the reproduction of an issue as a Playwright test with its HAR, into the folder of"
            + " the project's own tests below the current one.")
final class ReproExportCommand extends ServerCommand {
  @Parameters(paramLabel = "ISSUE", description = "Id of the issue.")
  private String issue = "";

  @Option(names = "--out", paramLabel = "DIR", description = "Write into this folder instead.")
  private @Nullable Path out;

  ReproExportCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  int run(ApiClient api, Terminal terminal) {
    JsonNode test = api.get(ApiClient.path("issues", issue, "reproduction", "test"));
    Path folder = out == null ? below(test.path("folder").asString("")) : out;
    try {
      Files.createDirectories(folder);
      for (JsonNode file : test.path("files")) {
        Path written = folder.resolve(name(file.path("name").asString("")));
        Files.writeString(written, file.path("text").asString(""));
        terminal.say("Written: " + written);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    terminal.say(Terminal.cell(test.path("says").asString(""), 300));
    terminal.say("Run it: npx playwright test " + Terminal.cell(issue, 100));
    return 0;
  }

  /// The server names the folder by the repository; nothing is written beside the current one.
  private static Path below(String folder) {
    Path path = Path.of(folder).normalize();
    if (path.isAbsolute() || path.startsWith("..")) {
      throw Failure.cannotTell("The server names a folder outside this one: name one with --out.");
    }
    return path;
  }

  private static String name(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,200}")) {
      throw Failure.cannotTell("The server names a file that cannot be written here.");
    }
    return name;
  }
}
