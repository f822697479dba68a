package dev.suture.browser;

import dev.suture.git.NativeGit;
import dev.suture.sandbox.Sandbox;
import dev.suture.sandbox.SandboxedApplications;
import dev.suture.sourcemap.BuiltStacks;
import java.nio.file.Path;
import java.time.InstantSource;

/// Rigs of a real browser in temporary folders.
final class Rigs {
  private static final InstantSource CLOCK = InstantSource.system();

  private Rigs() {}

  static BrowserRig in(Path folder, Sandbox sandbox) {
    return new BrowserRig(
        new SandboxedApplications(
            folder.resolve("builds"), new NativeGit(folder.resolve("clones")), sandbox, CLOCK),
        new BuiltStacks(),
        folder.resolve("browser"),
        System.getenv(),
        CLOCK);
  }
}
