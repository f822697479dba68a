package dev.suture.issue;

import dev.suture.deploy.DeploymentStore;
import dev.suture.deploy.Live;
import dev.suture.issue.LifeStore.Assignment;
import dev.suture.issue.LifeStore.Change;
import dev.suture.issue.LifeStore.Facts;
import dev.suture.issue.activity.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Does what somebody wants done with an issue.
public final class Triage {
  private static final Pattern ASSIGNEE =
      Pattern.compile("(?:person|team|agent):[^\\p{Cntrl}\\s][^\\p{Cntrl}]{0,99}");
  private static final int LONGEST_RELEASE = 200;
  private static final int MOST_MINUTES = 366 * 24 * 60;
  private static final Duration FARTHEST = Duration.ofDays(3660);

  private final LifeStore lives;
  private final DeploymentStore deployments;
  private final IssueRemoval removal;
  private final InstantSource clock;

  /// What became of an action.
  public sealed interface Done {
    /// @param before with which it is taken back
    record Moved(Standing before, Standing after) implements Done {}

    record Assigned(@Nullable String before, @Nullable String after) implements Done {}

    record Deleted() implements Done {}

    record NoSuchIssue() implements Done {}

    /// @param why in words of ours, with what to do about it
    record Impossible(String why) implements Done {}
  }

  public Triage(
      LifeStore lives, DeploymentStore deployments, IssueRemoval removal, InstantSource clock) {
    this.lives = lives;
    this.deployments = deployments;
    this.removal = removal;
    this.clock = clock;
  }

  /// What is wrong with an action, whatever the issue; empty when nothing is.
  public Optional<String> problem(Action action) {
    return Optional.ofNullable(
        switch (action) {
          case Action.ResolveInRelease(String release) ->
              isName(release, LONGEST_RELEASE)
                  ? null
                  : "A release is 1 to 200 characters on one line.";
          case Action.ResolveByCommit(String commit) ->
              isName(commit, LONGEST_RELEASE) ? null : "A commit is an id, a tag or a branch.";
          case Action.ArchiveUntilEvents(long events, Integer minutes) -> count(events, minutes);
          case Action.ArchiveUntilUsers(long users, Integer minutes) -> count(users, minutes);
          case Action.ArchiveUntilDate(Instant date) -> date(date);
          case Action.Restore(IssueState state, Reason _) ->
              state == null ? "The state to go back to is missing." : null;
          case Action.Assign(String assignee) ->
              assignee == null || ASSIGNEE.matcher(assignee).matches()
                  ? null
                  : "An assignee is person:NAME, team:NAME or agent:NAME.";
          case Action.Resolve _,
              Action.ResolveInThisRelease _,
              Action.ResolveInNextRelease _,
              Action.Archive _,
              Action.ArchiveUntilEscalating _,
              Action.Reopen _,
              Action.Delete _ ->
              null;
        });
  }

  private static boolean isName(@Nullable String text, int longest) {
    return text != null
        && !text.isBlank()
        && text.length() <= longest
        && text.chars().noneMatch(Character::isISOControl);
  }

  private static @Nullable String count(long count, @Nullable Integer minutes) {
    if (count < 1) {
      return "The count to wait for is at least 1.";
    }
    return minutes == null || (minutes >= 1 && minutes <= MOST_MINUTES)
        ? null
        : "The time to count within is 1 minute to one year.";
  }

  private @Nullable String date(@Nullable Instant date) {
    Instant now = clock.instant();
    return date != null && date.isAfter(now) && date.isBefore(now.plus(FARTHEST))
        ? null
        : "The date lies ahead, and not more than ten years.";
  }

  /// Does it, with its entry in the log.
  ///
  /// @param action without a [#problem]; a commit in it is a full id
  public Done act(String issue, Action action, Actor actor) {
    Instant now = clock.instant();
    return switch (action) {
      case Action.Move move -> move(issue, move, actor, now);
      case Action.Assign(String assignee) ->
          lives
              .assign(issue, now, actor, new Assignment(assignee, null))
              .<Done>map(before -> new Done.Assigned(before.assignee(), assignee))
              .orElseGet(Done.NoSuchIssue::new);
      case Action.Delete(boolean discard) ->
          removal.delete(issue, now, actor, discard) ? new Done.Deleted() : new Done.NoSuchIssue();
    };
  }

  private Done move(String issue, Action.Move move, Actor actor, Instant now) {
    try {
      Optional<Change> change =
          lives.change(
              issue,
              now,
              actor,
              facts -> Life.next(facts.standing(), facts.releases(), told(move, facts, now)));
      return change
          .<Done>map(made -> new Done.Moved(made.before(), made.after()))
          .orElseGet(Done.NoSuchIssue::new);
    } catch (NoRelease none) {
      return new Done.Impossible(
          "No release of this project is known. Name one, or resolve it as of now.");
    }
  }

  private Happening.Told told(Action.Move move, Facts facts, Instant at) {
    return switch (move) {
      case Action.Resolve _ -> resolved(at, null);
      case Action.ResolveInRelease(String release) -> resolved(at, new Reason.InRelease(release));
      case Action.ResolveInThisRelease _ ->
          resolved(at, new Reason.InRelease(current(facts).orElseThrow(NoRelease::new)));
      case Action.ResolveInNextRelease _ ->
          resolved(
              at,
              new Reason.AfterRelease(facts.releases().newest(facts.lastRelease()).orElse(null)));
      case Action.ResolveByCommit(String commit) -> resolved(at, new Reason.InCommit(commit, null));
      case Action.Archive _ -> archived(at, null);
      case Action.ArchiveUntilEvents(long events, Integer minutes) ->
          archived(at, new Reason.UntilEvents(events, minutes, facts.counts().events()));
      case Action.ArchiveUntilUsers(long users, Integer minutes) ->
          archived(at, new Reason.UntilUsers(users, minutes, facts.counts().users()));
      case Action.ArchiveUntilDate(Instant date) -> archived(at, new Reason.UntilDate(date));
      case Action.ArchiveUntilEscalating _ -> archived(at, new Reason.UntilEscalating());
      case Action.Reopen _ -> new Happening.Told(at, IssueState.ongoing, null);
      case Action.Restore(IssueState state, Reason reason) -> new Happening.Told(at, state, reason);
    };
  }

  private static Happening.Told resolved(Instant at, @Nullable Reason reason) {
    return new Happening.Told(at, IssueState.resolved, reason);
  }

  private static Happening.Told archived(Instant at, @Nullable Reason reason) {
    return new Happening.Told(at, IssueState.archived, reason);
  }

  /// The release that is live in production, else the newest one that is known.
  private Optional<String> current(Facts facts) {
    return deployments
        .live(facts.project(), Live.ENVIRONMENT)
        .map(live -> live.release())
        .or(() -> facts.releases().newest(facts.lastRelease()));
  }

  private static final class NoRelease extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoRelease() {
      super(null, null, false, false);
    }
  }
}
