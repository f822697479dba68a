package dev.suture.alert;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.suture.event.Level;
import java.util.List;

/// What a rule waits for.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Condition.Rate.class, name = "rate"),
  @JsonSubTypes.Type(value = Condition.Users.class, name = "users"),
  @JsonSubTypes.Type(value = Condition.NewIssue.class, name = "newIssue"),
  @JsonSubTypes.Type(value = Condition.Regressed.class, name = "regressed"),
  @JsonSubTypes.Type(value = Condition.Escalating.class, name = "escalating"),
  @JsonSubTypes.Type(value = Condition.CrashFree.class, name = "crashFree"),
  @JsonSubTypes.Type(value = Condition.Watch.class, name = "watch"),
  @JsonSubTypes.Type(value = Condition.Backport.class, name = "backport"),
  @JsonSubTypes.Type(value = Condition.CheckIn.class, name = "checkIn"),
})
public sealed interface Condition {
  /// Windows of what is counted as it arrives.
  int LONGEST_WINDOW = 60;

  /// A day's sessions are known by the minute.
  int LONGEST_SESSIONS = 23 * 60;

  /// At least so many events of the project arrive within so many minutes.
  record Rate(long events, int minutes) implements Condition {}

  /// At least so many users meet an error within so many minutes.
  record Users(long users, int minutes) implements Condition {}

  /// An issue is seen for the first time.
  ///
  /// @param level the least that counts
  record NewIssue(Level level) implements Condition {}

  /// What was resolved came back.
  record Regressed() implements Condition {}

  /// An issue is seen far more often than its history allows.
  record Escalating() implements Condition {}

  /// Less than so many percent of the sessions within so many minutes end without a crash.
  ///
  /// @param sessions fewer say nothing
  record CrashFree(double percent, int minutes, long sessions) implements Condition {}

  /// The watch of a deployment says one of these words.
  ///
  /// @param verdicts of `degraded`, `silent` and `undecided`
  /// @param undecidedHours how long it may be undecided
  record Watch(List<String> verdicts, int undecidedHours) implements Condition {
    public Watch {
      verdicts = verdicts == null ? List.of() : List.copyOf(verdicts);
    }
  }

  /// A fix is in production and, so many hours after its hotfix was started, missing on another
  /// line.
  record Backport(int hours) implements Condition {}

  /// A job failed, or said nothing for so many minutes.
  record CheckIn(int minutes) implements Condition {}

  /// The word on the wire and in the database.
  default String kind() {
    return switch (this) {
      case Rate _ -> "rate";
      case Users _ -> "users";
      case NewIssue _ -> "newIssue";
      case Regressed _ -> "regressed";
      case Escalating _ -> "escalating";
      case CrashFree _ -> "crashFree";
      case Watch _ -> "watch";
      case Backport _ -> "backport";
      case CheckIn _ -> "checkIn";
    };
  }

  /// @throws IllegalArgumentException with what is wrong with it
  default void check() {
    switch (this) {
      case Rate(long events, int minutes) -> {
        within("events", events, 1, 1_000_000_000);
        within("minutes", minutes, 1, LONGEST_WINDOW);
      }
      case Users(long users, int minutes) -> {
        within("users", users, 1, 1_000_000_000);
        within("minutes", minutes, 1, LONGEST_WINDOW);
      }
      case CrashFree(double percent, int minutes, long sessions) -> {
        if (!(percent > 0 && percent <= 100)) {
          throw new IllegalArgumentException("percent is a number above 0 and up to 100.");
        }
        within("minutes", minutes, 1, LONGEST_SESSIONS);
        within("sessions", sessions, 1, 1_000_000_000);
      }
      case Watch(List<String> verdicts, int hours) -> {
        if (verdicts.isEmpty()
            || !List.of("degraded", "silent", "undecided").containsAll(verdicts)) {
          throw new IllegalArgumentException("verdicts are of degraded, silent and undecided.");
        }
        within("undecidedHours", hours, 1, 24);
      }
      case Backport(int hours) -> within("hours", hours, 0, 24 * 30);
      case CheckIn(int minutes) -> within("minutes", minutes, 1, 60 * 24 * 31);
      case NewIssue(Level level) -> {
        if (level == null) {
          throw new IllegalArgumentException("level is debug, info, warning, error or fatal.");
        }
      }
      case Regressed _, Escalating _ -> {}
    }
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " is a number from " + least + " to " + most + ".");
    }
  }
}
