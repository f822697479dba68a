package dev.suture.app;

import dev.suture.diff.Oracle;
import dev.suture.diff.Trial;
import dev.suture.diff.Trial.Answer;
import dev.suture.diff.Trial.Tried;
import dev.suture.hotfix.Hotfix;
import dev.suture.project.Project;
import dev.suture.repro.Applications;
import dev.suture.repro.Applications.Ended;
import dev.suture.repro.Applications.Stopped;
import dev.suture.repro.Applications.Task;
import dev.suture.repro.Applications.Unnamed;
import dev.suture.repro.Applications.Unservable;
import dev.suture.repro.Recordings.Unfit;
import dev.suture.repro.ReproVerdict.CannotTell;
import dev.suture.repro.ReproVerdict.Flaky;
import dev.suture.repro.ReproVerdict.NotReproduced;
import dev.suture.repro.ReproVerdict.Reproduced;
import dev.suture.repro.Reproduction;
import dev.suture.repro.Reproductions;
import dev.suture.repro.Rig;

/// Asks of a commit whether the failure still happens there, and where it does not, whether the
/// project's own checks pass.
final class FixOracle implements Oracle {
  private final Reproductions reproductions;
  private final Rig rig;
  private final Applications applications;

  FixOracle(Reproductions reproductions, Rig rig, Applications applications) {
    this.reproductions = reproductions;
    this.rig = rig;
    this.applications = applications;
  }

  @Override
  public Trial<String> of(Project project, Hotfix hotfix) throws Missing {
    String issue = hotfix.issue();
    if (issue == null) {
      throw new Missing("This hotfix belongs to no issue: there is no failure to run again.");
    }
    if (rig.problem().isPresent()) {
      throw new Missing(rig.problem().get());
    }
    try {
      Reproduction play = reproductions.of(project, issue, hotfix.base());
      Errors errors = new Errors(hotfix.head());
      return commit -> tried(project, play, commit, errors);
    } catch (Unfit unfit) {
      throw new Missing(String.valueOf(unfit.getMessage()));
    }
  }

  /// Errors other than the failure: one that a part of the fix throws and the whole does not is no
  /// success of the part.
  private static final class Errors {
    private final String head;
    private boolean whole;

    Errors(String head) {
      this.head = head;
    }

    boolean isNew(String commit, boolean another) {
      if (commit.equals(head)) {
        whole = another;
      }
      return another && !whole;
    }
  }

  private Tried tried(Project project, Reproduction play, String commit, Errors errors) {
    var trial = rig.trial(project, play, commit, Rig.Wish.QUICK);
    var used = trial.used();
    boolean threw = errors.isNew(commit, used != null && used.another());
    boolean ran = !trial.runs().isEmpty();
    Answer answer =
        switch (trial.verdict()) {
          case Reproduced _, Flaky _ -> Answer.broken;
          case CannotTell _ -> Answer.unresolved;
          case NotReproduced _ -> threw ? Answer.broken : checked(project, commit);
        };
    return new Tried(answer, ran);
  }

  /// A project that names no checks has none to fail; of checks that did not end nobody can tell.
  private Answer checked(Project project, String commit) {
    try {
      return switch (applications.run(project, commit, Task.checks)) {
        case Ended ended -> ended.exit() == 0 ? Answer.fixed : Answer.broken;
        case Unnamed _ -> Answer.fixed;
        case Stopped _ -> Answer.unresolved;
      };
    } catch (Unservable problem) {
      return Answer.unresolved;
    }
  }
}
