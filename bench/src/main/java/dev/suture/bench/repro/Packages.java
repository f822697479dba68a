package dev.suture.bench.repro;

import dev.suture.repro.Applications.Unservable;
import dev.suture.sandbox.Builder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Builds the seeded applications with packages that are installed once for all of them, and not
/// from a registry for each commit.
record Packages(Path faults) implements Builder {

  static void seed(Path faults, Path out) throws IOException, InterruptedException {
    if (!Files.isDirectory(faults.resolve("node_modules"))) {
      throw new IOException("run `npm ci` in bench/corpus/faults first");
    }
    int exit =
        new ProcessBuilder("node", faults + "/harness/seed.mjs", "--out", out.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException("the repositories of the cases were not made");
    }
  }

  @Override
  public void build(Path tree, Path cache, String line) throws Unservable {
    Path modules = tree.resolve("node_modules");
    try {
      Files.createSymbolicLink(modules, faults.resolve("node_modules"));
      String without = line.replaceAll("^npm ci && ", "").replace("npx vite", VITE);
      int exit =
          new ProcessBuilder("sh", "-c", without)
              .directory(tree.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      Files.delete(modules);
      if (exit != 0) {
        throw new Unservable("The build failed.");
      }
    } catch (IOException failed) {
      throw new Unservable("The build could not be started.");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unservable("stopped");
    }
  }

  private static final String VITE = "node node_modules/vite/bin/vite.js";
}
