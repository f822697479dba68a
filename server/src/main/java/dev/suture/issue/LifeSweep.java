package dev.suture.issue;

import dev.suture.issue.LifeStore.Awaited;
import dev.suture.issue.activity.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Does what comes of time passing: issues age, wake, escalate, calm, fall silent, and learn of the
/// release that they waited for.
public final class LifeSweep {
  private static final int MOST_SILENT = 500;

  private final LifeStore lives;
  private final TriageStore rules;
  private final InstantSource clock;

  /// Knows which release a commit is in.
  @FunctionalInterface
  public interface Commits {
    /// The earliest release of a project that is known to contain a commit.
    ///
    /// @param commit full id
    Optional<String> firstReleaseWith(String project, String commit);
  }

  public LifeSweep(LifeStore lives, TriageStore rules, InstantSource clock) {
    this.lives = lives;
    this.rules = rules;
    this.clock = clock;
  }

  /// Looks at the issues that are due. Costs one query while nothing is.
  public void look() {
    Instant now = clock.instant();
    for (String issue : lives.due(now)) {
      lives.change(
          issue,
          now,
          Actor.SYSTEM,
          facts ->
              Life.next(
                  facts.standing(),
                  facts.releases(),
                  new Happening.Looked(now, facts.counts(), facts.pace().get())));
    }
  }

  /// Resolves what was silent for as long as its project's rule says.
  public void silence() {
    Instant now = clock.instant();
    rules
        .all()
        .forEach(
            (project, rule) -> {
              int days = rule.resolveAfterDays();
              if (days > 0) {
                Instant since = now.minus(Duration.ofDays(days));
                for (String issue : lives.silent(project, since, MOST_SILENT)) {
                  lives.change(
                      issue,
                      now,
                      Actor.SYSTEM,
                      facts ->
                          Life.next(
                              facts.standing(),
                              facts.releases(),
                              new Happening.Silence(now, days)));
                }
              }
            });
  }

  /// Looks for the releases that resolved issues wait for.
  public void release(Commits commits) {
    for (Awaited awaited : lives.awaited()) {
      commits
          .firstReleaseWith(awaited.project(), awaited.commit())
          .ifPresent(
              release -> {
                Instant now = clock.instant();
                lives.change(
                    awaited.issue(),
                    now,
                    Actor.SYSTEM,
                    facts ->
                        Life.next(
                            facts.standing(),
                            facts.releases(),
                            new Happening.Released(now, release)));
              });
    }
  }
}
