package dev.suture.cause;

import dev.suture.cause.chain.Cause;
import dev.suture.deploy.Deployment;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What to do about a failure, by the project's policy, and the facts that decide it. All of it is
/// words of ours and counts.
///
/// @param because the deciding facts, the weightiest first
public record Verdict(Way way, List<String> because) {

  /// What can be done.
  public enum Way {
    rollback,
    switchOff,
    hotfix,
    wait,
    cannotTell
  }

  /// What a verdict is given on.
  ///
  /// @param live what runs in production
  /// @param before what ran there before; null when nothing is known of it
  /// @param lastHour events of the hour before the newest one
  /// @param scope of a hotfix of it
  record Case(
      Issue issue,
      @Nullable Deployment live,
      @Nullable Deployment before,
      long lastHour,
      @Nullable Cause cause,
      @Nullable HotfixScope scope) {}

  static Verdict of(Case seen, @Nullable VerdictPolicy told) {
    VerdictPolicy policy = told == null ? VerdictPolicy.USUAL : told;
    List<String> because = new ArrayList<>();
    if (told == null) {
      because.add("What `verdict` of suture.yml says cannot be taken, so the usual policy holds.");
    }
    Deployment live = seen.live();
    if (live == null) {
      because.add("No deployment into production is recorded, so nothing is known to be live.");
      return new Verdict(Way.cannotTell, because);
    }
    boolean urgent = urgent(seen, policy, because);
    String fixed = fixed(seen.cause());
    if (!urgent) {
      because.add(
          fixed == null
              ? "A fix can go the usual way, with the next release."
              : "What brought it in was changed again on "
                  + fixed
                  + ": the next release has that.");
      return new Verdict(Way.wait, because);
    }
    if (seen.scope() != null && seen.scope().toggle() != null) {
      because.add(
          "suture.yml names a switch for the files that fail: turning it off ends the failure"
              + " without a release and takes away nothing else.");
      return new Verdict(Way.switchOff, because);
    }
    Deployment before = seen.before();
    boolean came = live.release().equals(seen.issue().firstRelease());
    Duration age = Duration.between(live.at(), seen.issue().lastSeen());
    if (came && before != null && age.compareTo(Duration.ofHours(policy.rollbackHours())) <= 0) {
      because.add(
          String.format(
              Locale.ROOT,
              "It came with the release that is live, which was deployed within the %,d hours in"
                  + " which the policy rolls back; the deployment before it is known.",
              policy.rollbackHours()));
      return new Verdict(Way.rollback, because);
    }
    because.add(
        !came
            ? "It did not come with the release that is live, so rolling that back does not end it."
            : before == null
                ? "There is no earlier deployment to roll back to."
                : "The release that is live is older than the policy rolls back.");
    if (fixed != null) {
      because.add("What brought it in was changed again on " + fixed + ": compare that first.");
    }
    return new Verdict(Way.hotfix, because);
  }

  private static boolean urgent(Case seen, VerdictPolicy policy, List<String> because) {
    Issue issue = seen.issue();
    boolean many = issue.users() >= policy.users();
    boolean often = seen.lastHour() >= policy.perHour();
    boolean back = issue.state() == IssueState.regressed || issue.state() == IssueState.escalating;
    because.add(
        String.format(
            Locale.ROOT,
            "%,d %s met it, and the policy lets %s; %,d %s in its last hour, and the policy"
                + " lets %s.",
            issue.users(),
            issue.users() == 1 ? "user" : "users",
            many ? "no more than " + (policy.users() - 1) + " wait" : "so many wait",
            seen.lastHour(),
            seen.lastHour() == 1 ? "event" : "events",
            often ? "no more than " + (policy.perHour() - 1) + " wait" : "so many wait"));
    if (back) {
      because.add("The issue is " + issue.state().word() + ".");
    }
    return many || often || back;
  }

  private static @Nullable String fixed(@Nullable Cause cause) {
    return cause == null || cause.fixedOn().isEmpty()
        ? null
        : "the line " + cause.fixedOn().getFirst().line();
  }

  /// In words for a heading.
  String words() {
    return switch (way) {
      case rollback -> "Roll back.";
      case switchOff -> "Turn the switch off.";
      case hotfix -> "A hotfix is justified.";
      case wait -> "Wait for the next release.";
      case cannotTell -> "It cannot be told.";
    };
  }
}
