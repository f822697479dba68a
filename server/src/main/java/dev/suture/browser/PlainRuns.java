package dev.suture.browser;

import dev.suture.project.Project;
import dev.suture.repro.Applications;
import dev.suture.repro.Applications.Asked;
import dev.suture.repro.Applications.Ended;
import dev.suture.repro.Applications.Reply;
import dev.suture.repro.Applications.Served;
import dev.suture.repro.Applications.Stopped;
import dev.suture.repro.Applications.Task;
import dev.suture.repro.Applications.Unnamed;
import dev.suture.repro.Applications.Unservable;
import dev.suture.repro.ReproVerdict;
import dev.suture.repro.Reproduction.Requested;
import dev.suture.repro.Rig.Wish;
import dev.suture.repro.Run;
import dev.suture.repro.Run.Seen;
import dev.suture.repro.Trial;
import dev.suture.repro.Trial.Exhibit;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Runs of reproductions that need no browser.
final class PlainRuns {
  /// Answers that say nothing of the failure: whoever asked is not known here, or what was asked
  /// for is not, for the data are those of the repository.
  private static final Set<Integer> REFUSED = Set.of(401, 403, 404, 405, 407, 429);

  private static final int BROKEN = 500;

  private final Applications applications;
  private final InstantSource clock;

  PlainRuns(Applications applications, InstantSource clock) {
    this.applications = applications;
    this.clock = clock;
  }

  Trial command(Project project, String commit, Wish wish) throws Unservable {
    List<Run> runs = new ArrayList<>();
    List<Exhibit> exhibits = new ArrayList<>();
    while (BrowserRig.isWanted(runs, wish)) {
      long begun = clock.millis();
      exhibits.clear();
      switch (applications.run(project, commit, Task.repro)) {
        case Ended(String _, int exit, String said) -> {
          boolean failed = exit != 0;
          runs.add(
              new Run(
                  failed ? Seen.failed : Seen.passed,
                  failed ? "The command failed." : "The command ended well.",
                  1,
                  List.of(),
                  clock.millis() - begun));
          exhibits.add(new Exhibit("log.txt", said.getBytes(StandardCharsets.UTF_8)));
        }
        case Stopped(String _, String says, String said) -> throw new Unservable(says, said);
        case Unnamed(String says) -> throw new Unservable(says);
      }
    }
    return new Trial(
        commit,
        ReproVerdict.of(runs),
        List.copyOf(runs),
        wish.exhibits() ? exhibits : List.of(),
        null,
        List.of());
  }

  /// Each run asks a server that has just been started.
  Trial requested(Project project, Requested request, String commit, Wish wish) throws Unservable {
    List<Run> runs = new ArrayList<>();
    List<Exhibit> exhibits = List.of();
    String body = request.body();
    while (BrowserRig.isWanted(runs, wish)) {
      long begun = clock.millis();
      try (Served application = applications.serve(project, commit)) {
        Reply reply =
            application.ask(
                new Asked(
                    request.method(),
                    request.target(),
                    request.headers(),
                    body == null ? null : body.getBytes(StandardCharsets.UTF_8)));
        runs.add(run(reply.status(), clock.millis() - begun));
        exhibits = List.of(new Exhibit("log.txt", reply.body()));
      }
    }
    return new Trial(
        commit,
        ReproVerdict.of(runs),
        List.copyOf(runs),
        wish.exhibits() ? exhibits : List.of(),
        null,
        List.of());
  }

  private static Run run(int status, long ms) {
    if (status >= BROKEN) {
      return new Run(Seen.failed, "The application answers " + status + ".", 1, List.of(), ms);
    }
    if (status == 0) {
      return new Run(Seen.unclear, "The application gave no answer.", 0, List.of(), ms);
    }
    if (REFUSED.contains(status)) {
      return new Run(
          Seen.unclear,
          "The application answers " + status + ": what the request needs is not there.",
          1,
          List.of(),
          ms);
    }
    return new Run(Seen.passed, "The application answers " + status + ".", 1, List.of(), ms);
  }
}
