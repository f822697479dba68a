package dev.suture.app;

import dev.suture.carry.Vetting;
import dev.suture.hotfix.Repository;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Policy;
import dev.suture.project.Project;
import dev.suture.repro.Applications;
import dev.suture.repro.Applications.Ended;
import dev.suture.repro.Applications.Stopped;
import dev.suture.repro.Applications.Task;
import dev.suture.repro.Applications.Unnamed;
import dev.suture.repro.Applications.Unservable;
import dev.suture.repro.Recordings.Unfit;
import dev.suture.repro.ReproPolicy;
import dev.suture.repro.ReproVerdict;
import dev.suture.repro.ReproVerdict.CannotTell;
import dev.suture.repro.ReproVerdict.Flaky;
import dev.suture.repro.ReproVerdict.NotReproduced;
import dev.suture.repro.ReproVerdict.Reproduced;
import dev.suture.repro.Reproduction;
import dev.suture.repro.Reproductions;
import dev.suture.repro.Rig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs the reproduction on a line without and with a fix, and the project's checks on the result.
/// Checks that fail on the line itself say nothing against the fix.
final class ResultVetting implements Vetting {
  private final Repository repository;
  private final Reproductions reproductions;
  private final Rig rig;
  private final Applications applications;

  ResultVetting(
      Repository repository, Reproductions reproductions, Rig rig, Applications applications) {
    this.repository = repository;
    this.reproductions = reproductions;
    this.rig = rig;
    this.applications = applications;
  }

  @Override
  public Optional<Run> of(Result result) {
    Reproduction play = reproduction(result);
    boolean checks = hasChecks(result.project(), result.made());
    return play == null && !checks
        ? Optional.empty()
        : Optional.of(() -> new Vetted(result).report(play, checks));
  }

  private @Nullable Reproduction reproduction(Result result) {
    String issue = result.hotfix().issue();
    if (issue == null || rig.problem().isPresent()) {
      return null;
    }
    try {
      return reproductions.of(result.project(), issue, result.hotfix().base());
    } catch (Unfit nothing) {
      return null;
    }
  }

  private boolean hasChecks(Project project, String commit) {
    try {
      String policy = repository.file(project, commit, Policy.FILE).orElse("");
      return !policy.isBlank() && ReproPolicy.read(policy).checks() != null;
    } catch (Unreachable | ReproPolicy.Wrong unusable) {
      return false;
    }
  }

  /// What is said of one result, piece by piece.
  private final class Vetted {
    private final Result result;
    private final List<String> ran = new ArrayList<>();

    Vetted(Result result) {
      this.result = result;
    }

    Report report(@Nullable Reproduction play, boolean checks) {
      if (play != null) {
        Outcome outcome = played(play);
        if (outcome != Outcome.passed) {
          return new Report(outcome, ran);
        }
      }
      return new Report(checks ? checked() : Outcome.passed, ran);
    }

    private Outcome played(Reproduction play) {
      ReproVerdict without = rig.verdict(result.project(), play, result.onto());
      if (without instanceof NotReproduced(int runs)) {
        ran.add("The reproduction does not fail on " + result.line() + ", in " + runs + " runs.");
        return Outcome.notAffected;
      }
      ran.add("Without the fix, on " + result.line() + ": " + words(without));
      ReproVerdict with = rig.verdict(result.project(), play, result.made());
      ran.add("With the fix brought over: " + words(with));
      return switch (with) {
        case Reproduced _, Flaky _ -> Outcome.failed;
        case NotReproduced _, CannotTell _ -> Outcome.passed;
      };
    }

    private Outcome checked() {
      try {
        if (passes(result.made())) {
          ran.add("The project's checks pass.");
          return Outcome.passed;
        }
        if (passes(result.onto())) {
          ran.add("The project's checks do not pass with the fix, and do without it.");
          return Outcome.failed;
        }
        ran.add(
            "The project's checks do not pass on "
                + result.line()
                + " without the fix either: they tell nothing of it.");
      } catch (Unservable unrun) {
        ran.add("The project's checks could not be run: " + unrun.getMessage());
      }
      return Outcome.passed;
    }

    private boolean passes(String commit) throws Unservable {
      return switch (applications.run(result.project(), commit, Task.checks)) {
        case Ended ended -> ended.exit() == 0;
        case Unnamed _ -> true;
        case Stopped _ -> false;
      };
    }

    private static String words(ReproVerdict verdict) {
      return switch (verdict) {
        case Reproduced(int runs) ->
            "the reproduction fails, in " + runs + " of " + runs + " runs.";
        case NotReproduced(int runs) -> "the reproduction does not fail, in " + runs + " runs.";
        case Flaky(int failed, int runs) ->
            "the reproduction fails in " + failed + " of " + runs + " runs.";
        case CannotTell(String why) -> "the reproduction could not be run: " + why;
      };
    }
  }
}
