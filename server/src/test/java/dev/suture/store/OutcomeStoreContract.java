package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.ingest.Outcome;
import dev.suture.ingest.OutcomeStore;
import dev.suture.ingest.OutcomeStore.HourTally;
import dev.suture.ingest.OutcomeStore.Tally;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

abstract class OutcomeStoreContract extends StoreContract {
  private static final Instant NOW = Instant.parse("2026-11-20T10:20:00Z");

  @Test
  void equalOutcomesAddUpAndDifferentOnesStayApart() {
    OutcomeStore outcomes = new SqlOutcomes(database, InstantSource.fixed(NOW));
    outcomes.count(1, "event", new Outcome.Stored(), 3);
    outcomes.count(1, "event", new Outcome.Stored(), 4);
    outcomes.count(1, "event", new Outcome.Invalid("noJson"), 1);
    outcomes.count(2, "event", new Outcome.Stored(), 1);
    assertThat(outcomes.tallies())
        .containsExactly(
            new Tally(1, "event", "invalid", "noJson", 1),
            new Tally(1, "event", "stored", "", 7),
            new Tally(2, "event", "stored", "", 1));
  }

  @Test
  void outcomesAreCountedByTheHourTheyEndedIn() {
    Instant[] now = {NOW};
    OutcomeStore outcomes = new SqlOutcomes(database, () -> now[0]);
    outcomes.count(1, "event", new Outcome.Stored(), 3);
    outcomes.count(1, "event", new Outcome.Client("before_send"), 2);
    now[0] = NOW.plusSeconds(3_600);
    outcomes.count(1, "event", new Outcome.Stored(), 1);
    outcomes.count(2, "event", new Outcome.Stored(), 9);
    Instant hour = Instant.parse("2026-11-20T10:00:00Z");
    assertThat(outcomes.hours(1, NOW, NOW.plusSeconds(7_200)))
        .containsExactly(
            new HourTally(1, hour, "event", "client", "before_send", 2),
            new HourTally(1, hour, "event", "stored", "", 3),
            new HourTally(1, hour.plusSeconds(3_600), "event", "stored", "", 1));
    outcomes.forgetBefore(hour.plusSeconds(3_600));
    assertThat(outcomes.hours(1, hour, NOW.plusSeconds(7_200))).hasSize(1);
    assertThat(outcomes.tallies()).hasSize(3);
  }
}
