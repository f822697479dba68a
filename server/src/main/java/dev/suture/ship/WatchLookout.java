package dev.suture.ship;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.Live;
import dev.suture.project.Project;
import dev.suture.watch.Need;
import dev.suture.watch.Outlook;
import dev.suture.watch.Verdict;
import dev.suture.watch.Watching;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// The watch of a deployment, as a decision. What it cannot tell is never taken for good news.
public final class WatchLookout implements Lookout {
  private final Watching watching;

  public WatchLookout(Watching watching) {
    this.watching = watching;
  }

  @Override
  public Seen look(Project project, Deployment deployment, Instant now) {
    return watching
        .of(project.id(), deployment, now)
        .map(watch -> seen(watch.judgement().verdict(), watch.counted().over()))
        .orElseGet(
            () ->
                new Seen(
                    Word.hold,
                    "Neither sessions nor errors were reported both before this release and"
                        + " since."));
  }

  @Override
  public Optional<Outlook> before(Project project, Instant now) {
    return watching.outlook(project.id(), Live.ENVIRONMENT, now);
  }

  private static Seen seen(Verdict verdict, String over) {
    return switch (verdict) {
      case Verdict.Healthy _ -> new Seen(Word.promote, "It is shown that the rate is not doubled.");
      case Verdict.Degraded _ ->
          new Seen(Word.halt, "The rate of " + Forecast.counted(over) + " has risen.");
      case Verdict.Silent _ -> new Seen(Word.halt, "Some of what should report has fallen silent.");
      case Verdict.Undecided(Need need) ->
          new Seen(
              Word.hold,
              String.format(
                  Locale.ROOT,
                  "Not shown yet: a doubling would take about %.0f more %s to be noticed%s.",
                  Math.ceil(need.errors()),
                  Forecast.counted(over),
                  need.minutes() == null ? "" : ", " + Forecast.words(need.minutes())));
    };
  }
}
