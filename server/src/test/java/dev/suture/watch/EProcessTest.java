package dev.suture.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EProcessTest {
  private static final double EXACT = 1e-12;

  @Test
  void concurrentArmsGiveTheReferenceValue() {
    ConcurrentArms arms = new ConcurrentArms(RateRatios.RISEN, 1, 1);
    arms.add(12, 30, .1);
    assertThat(arms.logE()).isCloseTo(4.547787847651273, within(EXACT));
  }

  @Test
  void beforeAndAfterGivesTheReferenceValue() {
    BeforeAfter process = new BeforeAfter(RateRatios.RISEN, 1, Baseline.of(49, 50));
    process.add(25, 10);
    assertThat(process.logE()).isCloseTo(4.795940444248183, within(EXACT));
  }

  @Test
  void aLongBaselineIsAKnownRate() {
    BeforeAfter process = new BeforeAfter(RateRatios.RISEN, 1, Baseline.of(2_000_000_000, 1e9));
    KnownRate known = new KnownRate(RateRatios.RISEN, 1, 2);
    process.add(30, 8);
    known.add(Bin.alone(0, 30, 8));
    assertThat(process.logE()).isCloseTo(known.logE(), within(1e-4));
  }

  @Test
  void binsAddUpWhateverTheirSize() {
    ConcurrentArms whole = new ConcurrentArms(RateRatios.RISEN, 1, 1);
    ConcurrentArms pieces = new ConcurrentArms(RateRatios.RISEN, 1, 1);
    whole.add(7, 9, .25);
    for (int i = 0; i < 9; i++) {
      pieces.add(i < 7 ? 1 : 0, 1, .25);
    }
    assertThat(pieces.logE()).isCloseTo(whole.logE(), within(EXACT));
  }

  @Test
  void aTroubleThatBothArmsShareIsNoEvidence() {
    ConcurrentArms arms = new ConcurrentArms(RateRatios.RISEN, 1, 1);
    for (int minute = 0; minute < 60; minute++) {
      arms.add(new Bin(minute, 100, 1_000, 900, 9_000));
    }
    assertThat(arms.logE()).isNegative();
  }

  @Test
  void aBinWithoutTrafficOfBothSaysNothing() {
    ConcurrentArms arms = new ConcurrentArms(RateRatios.RISEN, 1, 1);
    arms.add(new Bin(0, 5, 100, 0, 0));
    arms.add(new Bin(1, 0, 0, 5, 100));
    arms.add(new Bin(2, 0, 0, 0, 0));
    assertThat(arms.logE()).isCloseTo(0, within(EXACT));
    assertThatThrownBy(() -> arms.add(1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
  }

  /// One host of ten says nothing: 56 signs of life of the others are enough to halt.
  @Test
  void oneSilentHostOfTenIsNoticedWithinFiftySixHeartbeats() {
    ConcurrentArms arms = new ConcurrentArms(RateRatios.FALLEN, 1, 1);
    int beats = 0;
    while (arms.logE() < Math.log(200)) {
      arms.add(0, 1, .1);
      beats++;
    }
    assertThat(beats).isLessThanOrEqualTo(56);
  }

  @Test
  void theFirstSignOfLifeEndsTheBetOnAllSilent() {
    ConcurrentArms arms = new ConcurrentArms(RateRatios.FALLEN, 1, 1);
    arms.add(0, 50, .1);
    arms.add(1, 0, .1);
    assertThat(arms.logE()).isFinite();
  }

  /// A fault that was never seen in two weeks: its second affected session alarms.
  @Test
  void theSecondSessionOfANewFaultAlarms() {
    Baseline never = Baseline.of(0, 14 * 24 * 60);
    BeforeAfter process = new BeforeAfter(RateRatios.RISEN, 1, never);
    process.add(1, 240);
    assertThat(Math.exp(process.logE())).isBetween(5.7, 5.9);
    process.add(1, 0);
    assertThat(Math.exp(process.logE())).isBetween(110.0, 112.0);
    assertThat(process.alarms(.01)).isTrue();
  }

  @Test
  void aMeanIsNeverAboveItsLargest() {
    KnownRate one = new KnownRate(RateRatios.RISEN, 1, 1);
    KnownRate other = new KnownRate(RateRatios.RISEN, 2, 1);
    Mean mean = new Mean(List.of(one, other));
    mean.add(Bin.alone(0, 9, 3));
    double expected = Math.log((Math.exp(one.logE()) + Math.exp(other.logE())) / 2);
    assertThat(mean.logE()).isCloseTo(expected, within(EXACT));
  }

  /// A thousand clean days at an error a minute, looked at after every minute.
  @Test
  void cleanDeploymentsAreFlaggedNoMoreOftenThanAlpha() {
    int flagged = 0;
    Random random = new Random(11);
    for (int run = 0; run < 1_000; run++) {
      EProcess process =
          new LateOnset(() -> new BeforeAfter(RateRatios.RISEN, 1, Baseline.of(2_000, 2_000)));
      boolean alarmed = false;
      for (int minute = 0; minute < 720 && !alarmed; minute++) {
        process.add(Bin.alone(minute, poisson(random), 1));
        alarmed = minute % 5 == 0 && process.alarms(.01);
      }
      flagged += alarmed ? 1 : 0;
    }
    assertThat(flagged).isLessThanOrEqualTo(20);
  }

  private static int poisson(Random random) {
    double product = random.nextDouble();
    int count = 0;
    while (product > Math.exp(-1)) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
