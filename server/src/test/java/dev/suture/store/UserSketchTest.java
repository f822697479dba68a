package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UserSketchTest {
  @Test
  void fewUsersAreCountedExactly() {
    UserSketch sketch = UserSketch.empty();
    Random random = new Random(1);
    long[] users = random.longs(2_048).toArray();
    for (long user : users) {
      assertThat(sketch.add(user)).isTrue();
    }
    for (long user : users) {
      assertThat(sketch.add(user)).isFalse();
    }
    assertThat(sketch.count()).isEqualTo(2_048);
    assertThat(UserSketch.read(sketch.stored()).count()).isEqualTo(2_048);
  }

  @Test
  void manyUsersAreCountedWithinTwoPercentAtEverySize() {
    for (int seed = 0; seed < 20; seed++) {
      UserSketch sketch = UserSketch.empty();
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
    UserSketch whole = UserSketch.empty();
    UserSketch stored = UserSketch.empty();
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long user = random.nextLong();
      whole.add(user);
      stored = i % 1_000 == 0 ? UserSketch.read(stored.stored()) : stored;
      stored.add(user);
    }
    assertThat(stored.count()).isEqualTo(whole.count());
  }

  @Test
  void twoSketchesTogetherCountWhoMetBothOnce() {
    for (int size : new int[] {1_000, 5_000}) {
      UserSketch left = UserSketch.empty();
      UserSketch right = UserSketch.empty();
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
}
