package dev.suture.ship;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A hotfix on its way to everyone, from proposed to shipped or rolled back.
///
/// @param hotfix id
/// @param project slug
/// @param log what happened, oldest first, in words of ours
public record Ship(
    String hotfix, String project, Plan plan, Progress progress, Signed signed, List<Note> log) {
  private static final int LONGEST_LOG = 200;

  /// What is to be shipped and how; it does not change once it was proposed.
  ///
  /// @param author who proposed it, as [dev.suture.account.Principal#actor] says it
  /// @param previous what runs before it, and what a rollback goes back to; null when not known
  public record Plan(
      String release,
      String commit,
      String author,
      String authorName,
      Instant proposed,
      ShipPolicy policy,
      @Nullable Version previous) {}

  public record Version(String release, @Nullable String commit) {}

  /// How far it is.
  ///
  /// @param stage index of the stage that it is at
  /// @param since when it came into this state
  /// @param deployment id of its deployment; 0 before the first stage
  /// @param tries of a rollback that did not succeed
  /// @param says what it waits for or why it stopped, in words of ours; null for nothing
  public record Progress(
      State state, int stage, Instant since, long deployment, int tries, @Nullable String says) {
    Progress to(State next, Instant at, @Nullable String why) {
      return new Progress(next, stage, at, deployment, 0, why);
    }

    Progress says(@Nullable String now) {
      return new Progress(state, stage, since, deployment, tries, now);
    }
  }

  public enum State {
    /// Nothing was done yet.
    proposed,
    /// The stage's step was begun.
    deploying,
    /// The stage runs and is watched.
    baking,
    /// The watch could not tell for too long: a person decides.
    held,
    rollingBack,
    rolledBack,
    shipped;

    /// Whether it touches production at the moment.
    public boolean isInFlight() {
      return switch (this) {
        case deploying, baking, held, rollingBack -> true;
        case proposed, rolledBack, shipped -> false;
      };
    }
  }

  /// What people and builds have said of it.
  public record Signed(List<Approval> approvals, List<Gate.Waiver> waivers, List<Check> checks) {
    public static final Signed NOTHING = new Signed(List.of(), List.of(), List.of());

    Signed with(Approval approval) {
      return new Signed(plus(approvals, approval), waivers, checks);
    }

    Signed with(Gate.Waiver waiver) {
      return new Signed(approvals, plus(waivers, waiver), checks);
    }

    /// The newest word on a gate and commit counts.
    Signed with(Check check) {
      List<Check> others =
          checks.stream()
              .filter(each -> each.gate() != check.gate() || !each.commit().equals(check.commit()))
              .toList();
      return new Signed(approvals, waivers, plus(others, check));
    }

    private static <T> List<T> plus(List<T> some, T one) {
      return Stream.concat(some.stream(), Stream.of(one)).toList();
    }
  }

  /// @param by as [dev.suture.account.Principal#actor] says it
  public record Approval(String by, String name, String commit, Instant at) {}

  /// The outcome of something that was run on a commit.
  ///
  /// @param command what was run; text of the sender
  /// @param by as [dev.suture.account.Principal#actor] says it
  /// @param name of who reported it; null where it was reported before names were kept
  public record Check(
      Gate gate,
      String commit,
      boolean passed,
      String command,
      String by,
      @Nullable String name,
      Instant at) {
    String reporter() {
      return name == null ? by : name;
    }
  }

  public record Note(Instant at, String text) {}

  public Stage stage() {
    return plan.policy().stages().get(progress.stage());
  }

  boolean atLastStage() {
    return progress.stage() == plan.policy().stages().size() - 1;
  }

  Ship with(Progress next) {
    return new Ship(hotfix, project, plan, next, signed, log);
  }

  Ship with(Signed next) {
    return new Ship(hotfix, project, plan, progress, next, log);
  }

  Ship noting(Instant at, String text) {
    List<Note> longer = new ArrayList<>(log);
    longer.add(new Note(at, text));
    if (longer.size() > LONGEST_LOG) {
      longer.removeFirst();
    }
    return new Ship(hotfix, project, plan, progress, signed, List.copyOf(longer));
  }
}
