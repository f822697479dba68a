package dev.suture.cli;

import dev.suture.event.DebugIdInjection.BuiltFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "inject",
    description = {
      "Give the built JavaScript files of a folder and their source maps debug ids.",
      "Run it after the build and before the files are deployed; running it again changes nothing."
    })
final class ArtifactsInjectCommand implements Callable<Integer> {
  private final Wiring wiring;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Folder of the build, such as dist.")
  private Path folder = Path.of("");

  ArtifactsInjectCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new IllegalStateException("a command is run by its command line");
    }
    Terminal terminal = new Terminal(spec.commandLine(), wiring.environment());
    List<BuiltFile> files = wiring.debugIds().inject(existing(folder));
    for (BuiltFile file : files) {
      terminal.say(file.debugId() + "  " + Terminal.cell(folder.relativize(file.file()) + "", 300));
    }
    if (files.isEmpty()) {
      throw Failure.refused(
          "No .js file below " + folder + " has a source map beside it: build with source maps.");
    }
    return 0;
  }

  static Path existing(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw Failure.refused("There is no folder " + folder + ": name the folder of the build.");
    }
    return folder;
  }
}
