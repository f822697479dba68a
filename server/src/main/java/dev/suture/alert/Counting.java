package dev.suture.alert;

import dev.suture.alert.Told.Fact;
import dev.suture.project.Project;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules on what is counted as it arrives.
final class Counting {
  /// An alert ends below this share of its limit, so that it does not flicker at it.
  private static final double CALM = 0.8;

  private Counting() {}

  static Look rate(Condition.Rate rule, Project project, long events, Instant now) {
    return look(
        events,
        rule.events(),
        rule.minutes(),
        now,
        new Told(
            events + " events " + within(rule.minutes()) + ", the limit is " + rule.events() + ".",
            null,
            List.of(
                new Fact("Events", Long.toString(events)),
                new Fact("Limit", rule.events() + " " + within(rule.minutes()))),
            null,
            null,
            "/?project=" + project.slug()));
  }

  static Look users(Condition.Users rule, Project project, long users, Instant now) {
    return look(
        users,
        rule.users(),
        rule.minutes(),
        now,
        new Told(
            "About "
                + users
                + " users met an error "
                + within(rule.minutes())
                + ", the limit is "
                + rule.users()
                + ".",
            null,
            List.of(
                new Fact("Users", "about " + users),
                new Fact("Limit", rule.users() + " " + within(rule.minutes()))),
            null,
            null,
            "/?project=" + project.slug()));
  }

  private static Look look(long count, long limit, int minutes, Instant now, Told told) {
    return new Look(
        count >= limit ? Map.of("", told) : Map.of(),
        alert ->
            count < CALM * limit && !now.isBefore(alert.opened().plus(Duration.ofMinutes(minutes)))
                ? Optional.of("It is at " + count + " " + within(minutes) + " again.")
                : Optional.empty());
  }

  static String within(int minutes) {
    return minutes == 1
        ? "within a minute"
        : minutes % 60 == 0
            ? minutes == 60 ? "within an hour" : "within " + minutes / 60 + " hours"
            : "within " + minutes + " minutes";
  }
}
