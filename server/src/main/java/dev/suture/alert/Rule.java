package dev.suture.alert;

import dev.suture.event.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a project wants to be told of, and how.
///
/// @param id given by the store
/// @param on whether it is looked at
public record Rule(
    long id, String name, boolean on, Severity severity, Condition condition, Telling telling) {

  /// @param channels ids; empty for every channel of the project
  /// @param ended whether the end is told as well
  /// @param groupMinutes what else the rule finds within this time after a message comes in one
  ///   more
  /// @param escalation null for none
  public record Telling(
      List<Long> channels, boolean ended, int groupMinutes, @Nullable Escalation escalation) {
    public static final Telling USUAL = new Telling(List.of(), true, 5, null);

    public Telling {
      channels = List.copyOf(channels);
    }
  }

  /// Whom to tell when nobody has taken it on.
  ///
  /// @param channels ids
  public record Escalation(int minutes, List<Long> channels) {
    public Escalation {
      channels = List.copyOf(channels);
    }
  }

  public Rule withId(long given) {
    return new Rule(given, name, on, severity, condition, telling);
  }

  /// What a project begins with.
  public static List<Rule> usual() {
    return List.of(
        usual("New issue", Severity.warning, new Condition.NewIssue(Level.error)),
        usual("Regressed issue", Severity.warning, new Condition.Regressed()),
        usual("Escalating issue", Severity.critical, new Condition.Escalating()),
        usual(
            "Deployment made it worse",
            Severity.critical,
            new Condition.Watch(List.of("degraded", "silent"), 12)),
        usual("Crash-free sessions", Severity.critical, new Condition.CrashFree(98, 60, 200)),
        usual("Fix not on every line", Severity.warning, new Condition.Backport(24)));
  }

  private static Rule usual(String name, Severity severity, Condition condition) {
    return new Rule(0, name, true, severity, condition, Telling.USUAL);
  }
}
