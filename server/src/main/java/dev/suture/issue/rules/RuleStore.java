package dev.suture.issue.rules;

import java.time.Instant;
import java.util.List;

/// Where projects' rules are kept, every version of them.
public interface RuleStore {
  /// As they hold now, read.
  Rules of(long project);

  /// The newest, `FIRST` where a project has none.
  Version current(long project);

  /// Newest first.
  List<Version> history(long project, int limit);

  /// @param expected the version that was changed
  /// @param text without problems
  /// @throws Overtaken when another came in between
  Version change(long project, long expected, Rules.Text text, String who);

  /// @param version counts up from 1
  record Version(long version, Instant at, String who, Rules.Text text) {
    public static final Version FIRST = new Version(0, Instant.EPOCH, "", Rules.Text.EMPTY);
  }

  /// Somebody else changed the rules in between.
  final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
