package dev.suture.repro;

import dev.suture.project.Project;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Applications under test: built once for each commit, and run apart from everything else.
public interface Applications {
  /// Why none can be run on this server, in words of ours.
  Optional<String> problem();

  /// Whether code that serves the pages and answers, and is no part of them, may differ between two
  /// commits.
  boolean isServerChanged(Project project, String from, String to) throws Unservable;

  /// The application at a commit, serving. Each one is a process of its own that begins anew.
  Served serve(Project project, String commit) throws Unservable;

  /// Runs a command of the project in a copy of what was built.
  ///
  /// @throws Unservable when it cannot be run at all
  Ran run(Project project, String commit, Task task) throws Unservable;

  enum Task {
    /// `checks` of `suture.yml`.
    checks,
    /// `ship.content` of `suture.yml`.
    content,
    /// `repro.command` of `suture.yml`.
    repro
  }

  /// What became of a command.
  sealed interface Ran {}

  /// @param said the end of what it printed; captured text
  record Ended(String line, int exit, String said) implements Ran {}

  /// It took longer than it may.
  ///
  /// @param says that, in words of ours
  /// @param said the end of what it printed; captured text
  record Stopped(String line, String says, String said) implements Ran {}

  /// The commit names none.
  ///
  /// @param says that, in words of ours
  record Unnamed(String says) implements Ran {}

  /// One that answers until it is closed.
  interface Served extends AutoCloseable {
    /// Asks it as a browser would.
    Reply ask(Asked asked);

    /// The source map that the build left of one of its files; empty when there is none.
    ///
    /// @param target path of the built file
    Optional<byte[]> map(String target);

    @Override
    void close();
  }

  /// @param target path and query
  record Asked(String method, String target, Map<String, String> headers, byte @Nullable [] body) {}

  /// @param status 0 when no answer came
  record Reply(int status, Map<String, String> headers, byte[] body) {}

  /// A commit cannot be built or served; the message says why, in words of ours.
  final class Unservable extends Exception {
    private static final long serialVersionUID = 1;

    private final String said;

    public Unservable(String message) {
      this(message, "");
    }

    /// @param said the end of what the build printed; captured text
    public Unservable(String message, String said) {
      super(message);
      this.said = said;
    }

    public String said() {
      return said;
    }
  }
}
