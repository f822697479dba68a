package dev.suture.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpikesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static Spikes withHistory(long perHour) {
    Spikes spikes = new Spikes();
    for (int hour = 1; hour <= 48; hour++) {
      spikes.remember(1, NOON.minus(Duration.ofHours(hour)), perHour);
    }
    return spikes;
  }

  private static int kept(Spikes spikes, String fault, int events, Instant at) {
    int kept = 0;
    for (int i = 0; i < events; i++) {
      kept += spikes.isMoreOfTheSame(1, fault, at) ? 0 : 1;
    }
    return kept;
  }

  @Test
  void theThresholdFollowsTheUsualRate() {
    Spikes busy = withHistory(500);
    busy.isMoreOfTheSame(1, "a", NOON);
    assertThat(busy.threshold(1)).isEqualTo(3_000);
    Spikes quiet = withHistory(2);
    quiet.isMoreOfTheSame(1, "a", NOON);
    assertThat(quiet.threshold(1)).isEqualTo(Spikes.FLOOR);
    Spikes young = new Spikes();
    young.isMoreOfTheSame(1, "a", NOON);
    assertThat(young.threshold(1)).isEqualTo(Spikes.FIRST_FLOOR);
  }

  @Test
  void whatIsUsualIsNeverCut() {
    assertThat(kept(withHistory(500), "a", 3_000, NOON)).isEqualTo(3_000);
  }

  @Test
  void aHotFaultIsCutAndTheFirstOfANewOneAreKept() {
    Spikes spikes = withHistory(2);
    assertThat(kept(spikes, "hot", 50_000, NOON)).isEqualTo(Spikes.FLOOR + Spikes.KEPT_OF_A_FAULT);
    assertThat(kept(spikes, "new", 500, NOON.plusSeconds(60))).isEqualTo(Spikes.KEPT_OF_A_FAULT);
  }

  @Test
  void anHourLaterEverythingIsKeptAgain() {
    Spikes spikes = withHistory(2);
    kept(spikes, "hot", 50_000, NOON);
    assertThat(kept(spikes, "hot", 100, NOON.plus(Duration.ofHours(2)))).isEqualTo(100);
  }

  @Test
  void oneProjectsSpikeIsNotAnothers() {
    Spikes spikes = withHistory(2);
    kept(spikes, "hot", 50_000, NOON);
    assertThat(spikes.isMoreOfTheSame(2, "hot", NOON)).isFalse();
  }
}
