package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.store.UserSketch.Precision;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UserSketchTest {
  @Test
  void fewUsersAreCountedExactly() {
    UserSketch sketch = UserSketch.empty(Precision.fine);
    Random random = new Random(1);
    long[] users = random.longs(2_048).toArray();
    for (long user : users) {
      assertThat(sketch.add(user)).isTrue();
    }
    for (long user : users) {
      assertThat(sketch.add(user)).isFalse();
    }
    assertThat(sketch.count()).isEqualTo(2_048);
    assertThat(UserSketch.read(Precision.fine, sketch.stored()).count()).isEqualTo(2_048);
  }

  @Test
  void manyUsersAreCountedWithinTwoPercentAtEverySize() {
    for (int seed = 0; seed < 20; seed++) {
      UserSketch sketch = UserSketch.empty(Precision.fine);
      Random random = new Random(seed);
      int added = 0;
      for (int size : new int[] {2_049, 3_000, 10_000, 50_000, 100_000, 400_000}) {
        for (; added < size; added++) {
          sketch.add(random.nextLong());
        }
        double error = Math.abs(sketch.count() - size) / (double) size;
        assertThat(error).as("seed %s, %s users", seed, size).isLessThan(0.02);
      }
    }
  }

  @Test
  void aStoredSketchGoesOnCountingWhereItStopped() {
    UserSketch whole = UserSketch.empty(Precision.fine);
    UserSketch stored = UserSketch.empty(Precision.fine);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long user = random.nextLong();
      whole.add(user);
      stored = i % 1_000 == 0 ? UserSketch.read(Precision.fine, stored.stored()) : stored;
      stored.add(user);
    }
    assertThat(stored.count()).isEqualTo(whole.count());
  }

  @Test
  void twoSketchesTogetherCountWhoMetBothOnce() {
    for (int size : new int[] {1_000, 5_000}) {
      UserSketch left = UserSketch.empty(Precision.fine);
      UserSketch right = UserSketch.empty(Precision.fine);
      Random random = new Random(3);
      for (int i = 0; i < size; i++) {
        long user = random.nextLong();
        left.add(user);
        right.add(user);
        right.add(random.nextLong());
      }
      left.add(right);
      assertThat(Math.abs(left.count() - 2.0 * size) / (2 * size)).isLessThan(0.02);
    }
  }

  @Test
  void aCoarseOneTakesAnEighthOfTheRoomAndStaysWithinFivePercent() {
    Random random = new Random(5);
    UserSketch sketch = UserSketch.empty(Precision.coarse);
    for (int i = 0; i < 256; i++) {
      sketch.add(random.nextLong());
    }
    assertThat(UserSketch.read(Precision.coarse, sketch.stored()).count()).isEqualTo(256);
    for (int i = 256; i < 100_000; i++) {
      sketch.add(random.nextLong());
    }
    assertThat(sketch.stored()).hasSize(4_097);
    assertThat(UserSketch.read(Precision.coarse, sketch.stored()).count())
        .isBetween(95_000L, 105_000L);
  }
}
