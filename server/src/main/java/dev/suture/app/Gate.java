package dev.suture.app;

import dev.suture.ingest.OutcomeStore;
import dev.suture.ingest.OutcomeStore.HourTally;
import dev.suture.ingest.Screening;
import dev.suture.ingest.Step;
import dev.suture.ingest.limit.Allowance;
import dev.suture.ingest.limit.Spikes;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import dev.suture.project.SettingsStore;
import dev.suture.store.Database;
import dev.suture.store.SqlSettings;
import dev.suture.store.SqlUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The settings of the projects and everything that obeys them on the way of an arrival.
final class Gate {
  private static final Duration HISTORY = Duration.ofDays(7);
  private static final Duration OUTCOMES_BY_HOUR = Duration.ofDays(92);
  private static final Duration USED_QUOTA = Duration.ofDays(40);

  private final InstantSource clock;
  private final OutcomeStore outcomes;
  private final SqlUsage usage;
  private final SqlSettings settings;
  private final Screening screening;
  private final Spikes spikes = new Spikes();
  private final Allowance allowance;

  Gate(Database database, ProjectStore projects, OutcomeStore outcomes, InstantSource clock) {
    this.clock = clock;
    this.outcomes = outcomes;
    settings = new SqlSettings(database, clock);
    screening = new Screening(settings);
    usage = new SqlUsage(database);
    allowance = new Allowance(settings, usage, clock.instant());
    Instant now = clock.instant();
    for (Project project : projects.all()) {
      for (HourTally tally : outcomes.hours(project.id(), now.minus(HISTORY), now)) {
        if (tally.category().equals("event") && isArrived(tally)) {
          spikes.remember(project.id(), tally.hour(), tally.count());
        }
      }
    }
  }

  /// What makes the usual rate of a project: what was kept, and what a spike took.
  private static boolean isArrived(HourTally tally) {
    return tally.outcome().equals("stored")
        || (tally.outcome().equals("limited") && tally.reason().equals("spike"));
  }

  SettingsStore settings() {
    return settings;
  }

  Allowance allowance() {
    return allowance;
  }

  Step screen() {
    return Step.screen(screening);
  }

  Step calm() {
    return Step.calm(spikes, settings);
  }

  /// Keeps what was used of quotas, at the end too, and forgets what is old.
  List<AutoCloseable> upkeep() {
    return List.of(
        () -> allowance.flush(clock.instant()),
        Ticker.every(Duration.ofSeconds(2), "quotas", () -> allowance.flush(clock.instant())),
        Ticker.every(Duration.ofHours(6), "old outcomes", this::forget));
  }

  private void forget() {
    Instant now = clock.instant();
    outcomes.forgetBefore(now.minus(OUTCOMES_BY_HOUR));
    usage.forgetBefore(now.minus(USED_QUOTA));
  }
}
