package dev.suture.alert;

import dev.suture.alert.Told.Fact;
import dev.suture.deploy.Deployment;
import dev.suture.deploy.DeploymentStore;
import dev.suture.health.HealthStore;
import dev.suture.health.Tally;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.HotfixStore;
import dev.suture.monitor.CheckIn;
import dev.suture.monitor.Monitor;
import dev.suture.monitor.MonitorStore;
import dev.suture.project.Project;
import dev.suture.watch.Verdict;
import dev.suture.watch.Watching;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules on what other rooms judge: sessions, watches, hotfixes, jobs.
public final class Judging {
  private static final int NEWEST = 50;

  private final Sources sources;
  private List<Hotfix> hotfixes = List.of();

  /// Where it looks.
  public record Sources(
      HealthStore health,
      DeploymentStore deployments,
      Watching watching,
      HotfixStore hotfixes,
      MonitorStore monitors) {}

  Judging(Sources sources) {
    this.sources = sources;
  }

  /// Reads once what is the same for all projects.
  void begin() {
    hotfixes = sources.hotfixes().all();
  }

  Look crashFree(Condition.CrashFree rule, Project project, Instant now) {
    Instant from = now.minus(Duration.ofMinutes(rule.minutes()));
    Tally tally =
        sources
            .health()
            .minutes(new HealthStore.Window(project.id(), from, now), null, null)
            .stream()
            .filter(bucket -> !bucket.from().isBefore(from.truncatedTo(ChronoUnit.MINUTES)))
            .map(HealthStore.Bucket::tally)
            .reduce(Tally.NONE, Tally::plus);
    if (tally.sessions() < rule.sessions()) {
      return Look.NOTHING;
    }
    String share = percent(tally.crashFree());
    Told told =
        new Told(
            share
                + " of "
                + tally.sessions()
                + " sessions "
                + Counting.within(rule.minutes())
                + " ended without a crash, the limit is "
                + percent(rule.percent() / 100)
                + ".",
            null,
            List.of(
                new Fact("Crash-free", share),
                new Fact("Crashed", tally.crashed() + " of " + tally.sessions() + " sessions")),
            null,
            null,
            "/releases?project=" + project.slug());
    return new Look(
        100 * tally.crashFree() < rule.percent() ? Map.of("", told) : Map.of(),
        _ -> Optional.of(share + " of the sessions end without a crash again."));
  }

  /// Rounded down, so that a rate below a limit never reads as the limit.
  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", Math.floor(share * 10_000) / 100);
  }

  Look watch(Condition.Watch rule, Project project, Instant now) {
    Map<String, Told> firing = new LinkedHashMap<>();
    Map<String, String> ended = new HashMap<>();
    Map<String, Deployment> newest = new HashMap<>();
    for (Deployment deployment : sources.deployments().all(project.slug(), NEWEST)) {
      String subject = "deployment:" + deployment.id();
      Deployment later = newest.putIfAbsent(deployment.environment(), deployment);
      if (later != null) {
        ended.put(subject, "Another deployment has taken its place.");
      } else if (!now.isAfter(deployment.at().plus(Watching.LENGTH))) {
        Verdict verdict = verdict(project, deployment, now);
        String word = verdict == null ? "undecided" : verdict.word();
        boolean early = now.isBefore(deployment.at().plus(Duration.ofHours(rule.undecidedHours())));
        if (word.equals("healthy")) {
          ended.put(subject, "The watch shows that the rate is not doubled.");
        } else if (rule.verdicts().contains(word) && !(word.equals("undecided") && early)) {
          firing.put(subject, told(project, deployment, verdict));
        }
      }
    }
    return new Look(firing, alert -> Optional.ofNullable(ended.get(alert.subject())));
  }

  /// Null when there is nothing to compare.
  private @Nullable Verdict verdict(Project project, Deployment deployment, Instant now) {
    return sources
        .watching()
        .of(project.id(), deployment, now)
        .map(watch -> watch.judgement().verdict())
        .orElse(null);
  }

  private static Told told(Project project, Deployment deployment, @Nullable Verdict verdict) {
    List<String> blamed =
        verdict instanceof Verdict.Degraded(List<String> issues) ? issues : List.of();
    String says =
        switch (verdict) {
          case Verdict.Degraded _ when blamed.isEmpty() ->
              "Sessions fail more often since a deployment.";
          case Verdict.Degraded _ -> "Errors come far more often since a deployment.";
          case Verdict.Silent _ ->
              "Some of what should report has fallen silent since a deployment.";
          case null, default -> "The watch of a deployment can still not tell whether it is good.";
        };
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Verdict", verdict == null ? "undecided" : verdict.word()));
    facts.add(new Fact("Kind", deployment.kind().name()));
    if (!blamed.isEmpty()) {
      facts.add(
          new Fact("To blame", String.join(", ", blamed.subList(0, Math.min(5, blamed.size())))));
    }
    return new Told(
        says,
        null,
        facts,
        since(deployment),
        blamed.isEmpty() ? null : blamed.getFirst(),
        blamed.isEmpty() ? "/releases?project=" + project.slug() : "/issues/" + blamed.getFirst());
  }

  static Told.Since since(Deployment deployment) {
    return new Told.Since(
        deployment.release(), deployment.environment(), deployment.commit(), deployment.at());
  }

  Look backport(Condition.Backport rule, Project project, Instant now) {
    Map<String, Told> firing = new LinkedHashMap<>();
    Map<String, String> ended = new HashMap<>();
    for (Hotfix hotfix : hotfixes) {
      if (!hotfix.project().equals(project.slug())) {
        continue;
      }
      if (!hotfix.flagged()) {
        ended.put(hotfix.id(), "The fix is on every line.");
      } else if (!now.isBefore(hotfix.started().plus(Duration.ofHours(rule.hours())))) {
        firing.put(
            hotfix.id(),
            new Told(
                "The fix of "
                    + hotfix.issue()
                    + " is in production and missing on another line: the bug comes back with the"
                    + " next release.",
                null,
                List.of(new Fact("Hotfix", hotfix.id())),
                null,
                hotfix.issue(),
                "/hotfixes/" + hotfix.id()));
      }
    }
    return new Look(firing, alert -> Optional.ofNullable(ended.get(alert.subject())));
  }

  Look checkIn(Condition.CheckIn rule, Project project, Instant now) {
    Map<String, Told> firing = new LinkedHashMap<>();
    for (Monitor monitor : sources.monitors().all(project.id())) {
      CheckIn last = monitor.last();
      boolean failed = last.status() == CheckIn.Status.error;
      if (failed || last.at().plus(Duration.ofMinutes(rule.minutes())).isBefore(now)) {
        firing.put(
            "monitor:" + last.monitor() + ":" + last.environment(),
            new Told(
                "The job "
                    + last.monitor()
                    + (failed
                        ? " failed."
                        : " has not reported " + Counting.within(rule.minutes()) + "."),
                last.environment().isEmpty() ? null : last.environment(),
                List.of(
                    new Fact("Last word", last.status().name() + ", " + last.at()),
                    new Fact("Failed so far", Long.toString(monitor.failed()))),
                null,
                null,
                "/alerts?project=" + project.slug()));
      }
    }
    return new Look(firing, _ -> Optional.of("It has reported again."));
  }
}
