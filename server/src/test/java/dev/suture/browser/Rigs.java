package dev.suture.browser;

import dev.suture.git.NativeGit;
import dev.suture.project.Project;
import dev.suture.repro.Applications;
import dev.suture.sandbox.Sandbox;
import dev.suture.sandbox.SandboxedApplications;
import dev.suture.sourcemap.BuiltStacks;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// Rigs of a real browser in temporary folders.
final class Rigs {
  private static final InstantSource CLOCK = InstantSource.system();

  private Rigs() {}

  static BrowserRig in(Path folder, Sandbox sandbox) {
    return in(folder, sandbox, () -> {});
  }

  /// @param started called whenever an application is started
  static BrowserRig in(Path folder, Sandbox sandbox, Runnable started) {
    return new BrowserRig(
        new Told(
            new SandboxedApplications(
                folder.resolve("builds"), new NativeGit(folder.resolve("clones")), sandbox, CLOCK),
            started),
        new BuiltStacks(),
        folder.resolve("browser"),
        System.getenv(),
        CLOCK);
  }

  private record Told(Applications real, Runnable started) implements Applications {
    @Override
    public Optional<String> problem() {
      return real.problem();
    }

    @Override
    public boolean isServerChanged(Project project, String from, String to) throws Unservable {
      return real.isServerChanged(project, from, to);
    }

    @Override
    public Served serve(Project project, String commit) throws Unservable {
      started.run();
      return real.serve(project, commit);
    }

    @Override
    public Ran run(Project project, String commit, Task task) throws Unservable {
      return real.run(project, commit, task);
    }
  }
}
