package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.ingest.Outcome;
import dev.suture.ingest.OutcomeStore;
import dev.suture.ingest.OutcomeStore.Tally;
import org.junit.jupiter.api.Test;

abstract class OutcomeStoreContract extends StoreContract {
  @Test
  void equalOutcomesAddUpAndDifferentOnesStayApart() {
    OutcomeStore outcomes = new SqlOutcomes(database);
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
}
