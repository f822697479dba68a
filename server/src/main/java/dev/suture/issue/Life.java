package dev.suture.issue;

import dev.suture.deploy.ReleaseOrder;
import dev.suture.issue.Happening.Counts;
import dev.suture.issue.Happening.Looked;
import dev.suture.issue.Happening.Released;
import dev.suture.issue.Happening.Seen;
import dev.suture.issue.Happening.Silence;
import dev.suture.issue.Happening.Told;
import dev.suture.issue.Reason.AfterRelease;
import dev.suture.issue.Reason.Faster;
import dev.suture.issue.Reason.InCommit;
import dev.suture.issue.Reason.InRelease;
import dev.suture.issue.Reason.SeenAgain;
import dev.suture.issue.Reason.Until;
import dev.suture.issue.Reason.UntilDate;
import dev.suture.issue.Reason.UntilEscalating;
import dev.suture.issue.Reason.UntilEvents;
import dev.suture.issue.Reason.UntilUsers;
import dev.suture.issue.Reason.Woken;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The rule of an issue's life: where it stands, what happened, where it stands then.
///
/// A resolved issue regresses by the order of releases and not by a clock: what an older release,
/// or the very release that the fix was said to be in, still sends changes nothing. An event
/// without a release counts by when the server accepted it, so that neither a browser's clock nor a
/// backlog that is digested late reopens what was resolved since.
public final class Life {
  /// How long an issue counts as new or regressed; it is ongoing then.
  public static final Duration NOVELTY = Duration.ofHours(24);

  private Life() {}

  /// The same standing when nothing changes.
  public static Standing next(Standing now, ReleaseOrder releases, Happening happening) {
    return switch (happening) {
      case Seen seen -> seen(now, releases, seen);
      case Told told -> new Standing(told.state(), told.at(), told.reason());
      case Looked looked -> looked(now, looked);
      case Released released -> released(now, released);
      case Silence silence -> silence(now, silence);
    };
  }

  private static Standing seen(Standing now, ReleaseOrder releases, Seen seen) {
    return switch (now.state()) {
      case fresh, regressed -> aged(now, seen.received());
      case ongoing, escalating -> now;
      case archived -> awake(now, seen.received());
      case resolved ->
          regresses(now, releases, seen)
              ? new Standing(
                  IssueState.regressed,
                  seen.received(),
                  new SeenAgain(seen.release(), fixedIn(now.reason())))
              : now;
    };
  }

  private static boolean regresses(Standing now, ReleaseOrder releases, Seen seen) {
    if (!seen.received().isAfter(now.since())) {
      return false;
    }
    String release = seen.release();
    return switch (now.reason()) {
      case InRelease(String fixed) -> release == null || releases.isLater(release, fixed);
      case AfterRelease(String newest) ->
          release == null || newest == null || releases.isLater(release, newest);
      case InCommit(String _, String fixed) ->
          fixed != null && (release == null || releases.order(release, fixed) >= 0);
      case null -> true;
      case Reason.Silent _, Until _, SeenAgain _, Faster _, Woken _ -> true;
    };
  }

  private static @Nullable String fixedIn(@Nullable Reason reason) {
    return switch (reason) {
      case InRelease(String release) -> release;
      case AfterRelease(String release) -> release == null ? null : "the release after " + release;
      case InCommit(String commit, String release) -> release == null ? commit : release;
      case null -> null;
      case Reason.Silent _, Until _, SeenAgain _, Faster _, Woken _ -> null;
    };
  }

  private static Standing aged(Standing now, Instant at) {
    return at.isBefore(now.since().plus(NOVELTY)) ? now : ongoing(at, null);
  }

  private static Standing ongoing(Instant at, @Nullable Reason reason) {
    return new Standing(IssueState.ongoing, at, reason);
  }

  private static Standing awake(Standing now, Instant at) {
    return now.reason() instanceof UntilDate until && !at.isBefore(until.date())
        ? ongoing(at, new Woken(until))
        : now;
  }

  private static Standing looked(Standing now, Looked looked) {
    return switch (now.state()) {
      case fresh, regressed, ongoing ->
          looked.pace().escalates()
              ? escalating(looked)
              : now.state() == IssueState.ongoing ? now : aged(now, looked.at());
      case escalating -> calmed(now, looked);
      case archived -> unarchived(now, looked);
      case resolved -> now;
    };
  }

  private static Standing escalating(Looked looked) {
    Pace pace = looked.pace();
    return new Standing(
        IssueState.escalating, looked.at(), new Faster(pace.newest(), pace.limit()));
  }

  private static Standing calmed(Standing now, Looked looked) {
    long limit = now.reason() instanceof Faster faster ? faster.limit() : Pace.FLOOR;
    return looked.pace().isCalm(limit) ? ongoing(looked.at(), null) : now;
  }

  private static Standing unarchived(Standing now, Looked looked) {
    if (!(now.reason() instanceof Until until)) {
      return now;
    }
    Counts counts = looked.counts();
    return switch (until) {
      case UntilEvents(long events, Integer minutes, long counted) ->
          woken(
              now,
              (minutes == null ? counts.events() - counted : counts.eventsWithin()) >= events,
              looked);
      case UntilUsers(long users, Integer minutes, long counted) ->
          woken(
              now,
              (minutes == null ? counts.users() - counted : counts.usersWithin()) >= users,
              looked);
      case UntilDate _ -> awake(now, looked.at());
      case UntilEscalating _ -> looked.pace().escalates() ? escalating(looked) : now;
    };
  }

  private static Standing woken(Standing now, boolean over, Looked looked) {
    return over && now.reason() instanceof Until until
        ? ongoing(looked.at(), new Woken(until))
        : now;
  }

  private static Standing released(Standing now, Released released) {
    return now.state() == IssueState.resolved
            && now.reason() instanceof InCommit waiting
            && waiting.release() == null
        ? new Standing(
            IssueState.resolved, released.at(), new InCommit(waiting.commit(), released.release()))
        : now;
  }

  private static Standing silence(Standing now, Silence silence) {
    return now.state() == IssueState.resolved || now.state() == IssueState.archived
        ? now
        : new Standing(IssueState.resolved, silence.at(), new Reason.Silent(silence.days()));
  }
}
