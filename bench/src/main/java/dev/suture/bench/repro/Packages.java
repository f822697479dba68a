package dev.suture.bench.repro;

import dev.suture.json.Json;
import dev.suture.repro.Applications.Unservable;
import dev.suture.sandbox.Builder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/// Builds the seeded applications with packages that are installed once for all of them, and not
/// from a registry for each commit.
record Packages(Path faults) implements Builder {

  static void seed(Path faults, Path out) throws IOException, InterruptedException {
    if (!Files.isDirectory(faults.resolve("node_modules"))) {
      throw new IOException("run `npm ci` in bench/corpus/faults first");
    }
    run(faults.resolve("harness/seed.mjs"), out);
  }

  /// Makes the demo's repository.
  ///
  /// @return the commits, as the program tells them
  static JsonNode seedDemo(Path faults, Path out) throws IOException, InterruptedException {
    String told = run(faults.resolve("harness/demo.mjs"), out);
    return Json.MAPPER.readTree(told.substring(told.strip().lastIndexOf('\n') + 1));
  }

  private static String run(Path script, Path out) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("node", script.toString(), "--out", out.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("the repositories of the cases were not made");
    }
    return told;
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
