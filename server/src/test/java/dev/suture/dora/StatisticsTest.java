package dev.suture.dora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.suture.dora.Statistics.Interval;
import dev.suture.dora.Statistics.Length;
import dev.suture.dora.Statistics.Survival;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void wilsonGivesTheTextbookIntervals() {
    Interval oneOfTwenty = Statistics.wilson(1, 20);
    assertThat(oneOfTwenty.low()).isCloseTo(0.0089, within(5e-5));
    assertThat(oneOfTwenty.high()).isCloseTo(0.2361, within(5e-5));
    Interval fiveOfHundred = Statistics.wilson(5, 100);
    assertThat(fiveOfHundred.low()).isCloseTo(0.0215, within(5e-5));
    assertThat(fiveOfHundred.high()).isCloseTo(0.1118, within(5e-5));
    assertThat(Statistics.wilson(0, 0)).isEqualTo(Interval.UNKNOWN);
    assertThat(Statistics.wilson(3, 3).high()).isEqualTo(1);
    assertThat(Statistics.wilson(0, 3).low()).isZero();
  }

  @Test
  void byarComesCloseToTheExactIntervalOfACount() {
    Interval ten = Statistics.poisson(10);
    assertThat(ten.low()).isCloseTo(4.795, within(0.01));
    assertThat(ten.high()).isCloseTo(18.390, within(0.01));
    assertThat(Statistics.poisson(0).low()).isZero();
  }

  @Test
  void theMedianOfSixLiesBetweenTheLeastAndTheMost() {
    double[] six = {5, 1, 4, 2, 6, 3};
    assertThat(Statistics.median(six)).isEqualTo(3.5);
    assertThat(Statistics.ofMedian(six)).isEqualTo(new Interval(1.0, 6.0));
    assertThat(Statistics.ofMedian(new double[] {1, 2, 3, 4, 5})).isEqualTo(Interval.UNKNOWN);
  }

  @Test
  void theMedianOfTwentyLiesBetweenTheSixthAndTheFifteenth() {
    double[] twenty = new double[20];
    for (int i = 0; i < twenty.length; i++) {
      twenty[i] = i + 1;
    }
    assertThat(Statistics.ofMedian(twenty)).isEqualTo(new Interval(6.0, 15.0));
  }

  @Test
  void whatIsStillOpenIsCensoredAndNotDropped() {
    Survival survival =
        Statistics.kaplanMeier(
            List.of(
                new Length(12, true),
                new Length(25, true),
                new Length(40, true),
                new Length(90, true),
                new Length(600, false),
                new Length(2_880, false)));
    assertThat(survival.median()).isEqualTo(40);
    assertThat(survival.interval()).isEqualTo(new Interval(12.0, null));
  }

  @Test
  void noMedianIsReachedWhileMoreThanHalfAreOpen() {
    assertThat(
            Statistics.kaplanMeier(
                    List.of(new Length(10, true), new Length(20, false), new Length(30, false)))
                .median())
        .isNull();
    assertThat(Statistics.kaplanMeier(List.of()).median()).isNull();
    assertThat(Statistics.kaplanMeier(List.of(new Length(7, true))).median()).isEqualTo(7);
  }
}
