package dev.suture.hotfix;

import dev.suture.issue.Issue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The work from an issue to closed on every line.
///
/// @param id the name of its branch: `hotfix-shop-1-checkout`; `outside-shop-` and a commit for one
///   that came into production without Suture and has no branch here
/// @param issue id; null for one from outside
/// @param project slug
/// @param base full id of the commit that was live when it was started
/// @param baseIs how that commit was found, in words of ours
/// @param head tip of the branch as last seen; the base while nothing is committed
/// @param commits from base to head, oldest first
/// @param lines where the fix is and where it is not
/// @param flagged in production and missing on another line: the bug comes back with the next
///   release
public record Hotfix(
    String id,
    @Nullable String issue,
    String project,
    State state,
    String base,
    String baseIs,
    String head,
    List<Commit> commits,
    List<LineStatus> lines,
    boolean flagged,
    Instant started,
    @Nullable Instant checked,
    @Nullable String problem) {

  /// One that is to be done; nothing has happened yet.
  static Hotfix planned(
      String id, Issue issue, LiveCommit live, List<LineStatus> lines, Instant at) {
    return new Hotfix(
        id,
        issue.id(),
        issue.project(),
        State.planned,
        live.commit(),
        live.words(),
        live.commit(),
        List.of(),
        lines,
        false,
        at,
        null,
        null);
  }

  /// The same with another state and problem.
  Hotfix with(State next, @Nullable String trouble) {
    return new Hotfix(
        id, issue, project, next, base, baseIs, head, commits, lines, flagged, started, checked,
        trouble);
  }

  /// The same with other lines.
  Hotfix with(List<LineStatus> seen) {
    return new Hotfix(
        id, issue, project, state, base, baseIs, head, commits, seen, flagged, started, checked,
        problem);
  }

  /// The same with what the repository holds now.
  Hotfix with(HotfixFlow.Fact.Seen seen, State next, boolean flag) {
    return new Hotfix(
        id,
        issue,
        project,
        next,
        base,
        baseIs,
        seen.head(),
        seen.commits(),
        seen.lines(),
        flag,
        started,
        seen.at(),
        seen.problem());
  }

  /// Whether a line with this presence lacks the fix, as far as anybody knows.
  public static boolean lacks(Presence presence) {
    return HotfixFlow.lacks(presence);
  }

  /// How far it is.
  public enum State {
    /// Stored, the branch not yet pushed.
    planned,
    /// The branch is on the origin.
    open,
    /// Production has it.
    shipped,
    /// Every line has it.
    closed
  }

  /// @param author name as the repository has it
  public record Commit(String id, String subject, String author, Instant at) {}

  /// Whether a line has the fix, and how that is known.
  ///
  /// @param line `production`, `develop`, or the name of a release branch
  /// @param branch that carries the line
  /// @param commit on the line that brought the fix; null when there is none or it came by merge
  /// @param evidence in words of ours
  /// @param since when it was first seen that the line lacks what is shipped; null while it owes
  ///   nothing
  /// @param steps what each step of looking found, from cheap to dear; none where nobody looked
  public record LineStatus(
      String line,
      String branch,
      Presence presence,
      @Nullable String commit,
      String evidence,
      @Nullable Instant since,
      List<Step> steps) {
    /// What was stored before there were steps has none.
    @SuppressWarnings("NullAway")
    public LineStatus {
      steps = steps == null ? List.of() : List.copyOf(steps);
    }

    public LineStatus(
        String line, String branch, Presence presence, @Nullable String commit, String evidence) {
      this(line, branch, presence, commit, evidence, null, List.of());
    }

    LineStatus owingSince(@Nullable Instant at) {
      return new LineStatus(line, branch, presence, commit, evidence, at, steps);
    }

    LineStatus seenBy(List<Step> all) {
      return new LineStatus(line, branch, presence, commit, evidence, since, all);
    }
  }

  /// One step of looking for a fix on a line.
  ///
  /// @param name `ancestry`, `trailer`, `patch`, `change`, `authorship`, `likeness` or `tip`
  /// @param found whether it speaks for the fix being there
  /// @param words in words of ours
  public record Step(String name, boolean found, String words) {}

  /// How a line has the fix.
  public enum Presence {
    /// The fix's own commit is part of it.
    merged,
    /// A commit of it makes the fix's change: by its patch id, or by its message where most agrees.
    cherryPicked,
    /// Something there is like the fix. That is not known, it is likely: the reproduction can tell.
    alike,
    partial,
    missing,
    /// It was there and was taken back.
    reverted,
    /// It was there, and its code was written anew since: the reproduction can tell.
    superseded,
    /// The branch has no commit yet.
    nothingToShip,
    /// The reproduction ran there, and the fault is not in it.
    notAffected,
    /// Somebody has taken it on, by name.
    waived,
    /// The repository could not be read.
    cannotTell
  }
}
