package dev.suture.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.watch.HeartbeatStore.Slot;
import dev.suture.watch.Heartbeats.Host;
import dev.suture.watch.Heartbeats.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
  private static final Place PLACE = new Place(1, "production");
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final List<Slot> kept = new ArrayList<>();
  private final Heartbeats heartbeats =
      new Heartbeats(
          new HeartbeatStore() {
            @Override
            public void put(List<Slot> slots) {
              kept.addAll(slots);
            }

            @Override
            public List<Slot> slots(long project, String environment, Instant from, Instant to) {
              return kept;
            }

            @Override
            public void expire(Instant before) {
              kept.removeIf(slot -> slot.at().isBefore(before));
            }
          });

  private void beat(String host, int second) {
    Instant at = START.plusSeconds(second);
    assertThat(heartbeats.beat(PLACE, new Host(host, "shop@2", Duration.ofSeconds(10), at, at)))
        .isTrue();
  }

  private Slot count(int second) {
    heartbeats.count(START.plusSeconds(second));
    return kept.getLast();
  }

  private void beats(int second, String... hosts) {
    for (String host : hosts) {
      beat(host, second);
    }
  }

  @Test
  void aHostThatGoesSilentIsStillOwed() {
    beats(0, "a", "b", "c");
    beats(600, "a", "b", "c");
    beats(620, "a", "b");
    assertThat(count(621)).isEqualTo(new Slot(1, "production", START.plusSeconds(621), 3, 2));
  }

  @Test
  void oneThatLeavesOwesNothing() {
    beats(0, "a", "b");
    heartbeats.leave(PLACE, "b");
    assertThat(count(5).due()).isEqualTo(1);
  }

  /// An orchestrator starts hosts under other names and stops the old ones without a word.
  @Test
  void hostsThatAreReplacedAreNotMissed() {
    beats(0, "old-1", "old-2", "old-3");
    beats(600, "old-1", "old-2", "old-3", "new-1");
    beats(640, "new-1", "new-2", "new-3");
    assertThat(count(641)).isEqualTo(new Slot(1, "production", START.plusSeconds(641), 3, 3));
    beats(680, "new-1", "new-2");
    assertThat(count(681).due() - count(681).live()).isEqualTo(1);
  }

  @Test
  void whoIsSilentForLongIsForgotten() {
    beats(0, "a", "b");
    beats(1_900, "b");
    assertThat(count(1_901).due()).isEqualTo(1);
  }
}
