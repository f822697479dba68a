package dev.suture.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctTest {
  private static Distinct of(int from, int to) {
    Random random = new Random(42);
    Distinct distinct = Distinct.none();
    for (int i = 0; i < to; i++) {
      int hash = random.nextInt();
      if (i >= from) {
        distinct.add(hash);
        distinct.add(hash);
      }
    }
    return distinct;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 512})
  void fewAreCountedExactly(int many) {
    assertThat(Distinct.read(of(0, many).bytes()).count()).isEqualTo(many);
  }

  @ParameterizedTest
  @ValueSource(ints = {513, 2_000, 10_000, 20_000, 100_000, 1_000_000, 5_000_000})
  void manyAreCountedWithinFivePerCent(int many) {
    Distinct distinct = of(0, many);
    assertThat(distinct.count()).isCloseTo(many, Percentage.withPercentage(5));
    assertThat(distinct.bytes()).hasSize(4096);
    assertThat(Distinct.read(distinct.bytes()).count()).isEqualTo(distinct.count());
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 1_000, 50_000})
  void whatIsInBothCountsOnce(int many) {
    Distinct whole = of(0, many);
    Distinct joined = of(0, many * 2 / 3).addAll(of(many / 3, many));
    assertThat(joined.count()).isEqualTo(whole.count());
    assertThat(of(0, many / 3).addAll(of(0, many)).count()).isEqualTo(whole.count());
  }

  @Test
  void saysWhetherItGrew() {
    Distinct distinct = Distinct.none();
    assertThat(distinct.add(7)).isTrue();
    assertThat(distinct.add(7)).isFalse();
  }
}
