package dev.suture.sandbox;

import dev.suture.diff.ChangeKind;
import dev.suture.hotfix.Repository;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import dev.suture.repro.Applications;
import dev.suture.repro.Checkout;
import dev.suture.repro.ReproPolicy;
import dev.suture.sandbox.Built.Tree;
import dev.suture.sandbox.Sandbox.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Builds commits, and runs them in the sandbox.
public final class SandboxedApplications implements Applications {
  private static final Duration BUILD_LIMIT = Duration.ofMinutes(10);
  private static final Duration TASK_LIMIT = Duration.ofMinutes(10);

  private final Sandbox sandbox;
  private final Repository repository;
  private final Built built;
  private final Duration taskLimit;

  /// @param folder of all that is built
  public <R extends Repository & Checkout> SandboxedApplications(
      Path folder, R repository, Sandbox sandbox, InstantSource clock) {
    this(folder, repository, sandbox, new Limits(BUILD_LIMIT, TASK_LIMIT), clock);
  }

  /// How long a build and a command may take.
  public record Limits(Duration build, Duration task) {}

  /// With other limits.
  public <R extends Repository & Checkout> SandboxedApplications(
      Path folder, R repository, Sandbox sandbox, Limits limits, InstantSource clock) {
    this.sandbox = sandbox;
    this.repository = repository;
    this.taskLimit = limits.task();
    Builder builder = Builder.in(sandbox, limits.build());
    this.built = new Built(new Built.Sources(folder, repository, repository, builder, clock));
  }

  /// With a builder of another kind.
  public <R extends Repository & Checkout> SandboxedApplications(
      Path folder, R repository, Sandbox sandbox, Builder builder, InstantSource clock) {
    this.sandbox = sandbox;
    this.repository = repository;
    this.taskLimit = TASK_LIMIT;
    this.built = new Built(new Built.Sources(folder, repository, repository, builder, clock));
  }

  @Override
  public Served serve(Project project, String commit) throws Unservable {
    if (sandbox.problem().isPresent()) {
      throw new Unservable(sandbox.problem().get());
    }
    Tree tree = built.of(project, commit);
    ReproPolicy policy = tree.policy();
    if (policy.folder() != null) {
      return new StaticFolder(tree.folder(), tree.folder().resolve(policy.folder()));
    }
    if (policy.start() == null) {
      throw new Unservable(
          "suture.yml at this commit names neither `start` nor `static`: nothing tells how the"
              + " application is served.");
    }
    return ServedProcess.start(sandbox, tree.folder(), policy.start());
  }

  @Override
  public Optional<String> problem() {
    return sandbox.problem();
  }

  @Override
  public boolean isServerChanged(Project project, String from, String to) throws Unservable {
    if (built.of(project, to).policy().start() == null) {
      return false;
    }
    try {
      return repository.changed(project, from, to).stream()
          .anyMatch(path -> ChangeKind.ofPath(path).isTried());
    } catch (Unreachable unreadable) {
      throw new Unservable(String.valueOf(unreadable.getMessage()));
    }
  }

  private static String key(Task task) {
    return switch (task) {
      case checks -> "checks";
      case content -> "ship.content";
      case repro -> "repro.command";
    };
  }

  @Override
  public Ran run(Project project, String commit, Task task) throws Unservable {
    if (sandbox.problem().isPresent()) {
      throw new Unservable(sandbox.problem().get());
    }
    Tree tree = built.of(project, commit);
    String line =
        switch (task) {
          case checks -> tree.policy().checks();
          case content -> tree.policy().content();
          case repro -> tree.policy().command();
        };
    if (line == null) {
      return new Unnamed("suture.yml at this commit names no command under `" + key(task) + "`.");
    }
    Process process = sandbox.start(new Work(tree.folder(), null, null, false, line));
    try {
      Tail tail = new Tail(process.getInputStream());
      if (!process.waitFor(taskLimit.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Stopped(
            line,
            "The command took longer than " + taskLimit.toSeconds() + " s and was stopped.",
            tail.text(false));
      }
      return new Ended(line, process.exitValue(), tail.text(true));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unservable("The server is stopping.");
    } finally {
      sandbox.end(process);
    }
  }
}
