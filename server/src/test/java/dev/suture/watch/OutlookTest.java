package dev.suture.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutlookTest {
  /// A hundred sessions a minute, of which one fails.
  private static Outlook steady() {
    return new Outlook("session", .01, Collections.nCopies(24, 6_000.0));
  }

  /// Wald's bound for a doubling at .01 is 11.9 expected errors; the mixture costs .3 of it.
  @Test
  void aDoublingAtOneErrorAMinuteTakesAQuarterOfAnHour() {
    Need need = steady().doubling(1);
    assertThat(need.minutes()).isCloseTo(15.5, within(.1));
    assertThat(need.errors()).isCloseTo(31, within(.2));
  }

  /// At one percent of the traffic both ways take long; the shorter one counts.
  @Test
  void aCanaryTakesAsMuchLongerAsItHasLessTraffic() {
    assertThat(steady().doubling(.1).minutes()).isCloseTo(155, within(1.0));
    assertThat(steady().doubling(.01).minutes()).isCloseTo(1_550, within(10.0));
  }

  /// Without sessions the errors of a canary drown in those of the rest.
  @Test
  void overMinutesACanaryIsSeenInTheSumOnly() {
    Outlook minutes = new Outlook("minute", 1, Collections.nCopies(24, 60.0));
    assertThat(minutes.doubling(1).minutes()).isCloseTo(15.5, within(.1));
    assertThat(minutes.doubling(.1).minutes()).isGreaterThan(1_000);
  }

  @Test
  void aNightWithoutTrafficIsWaitedFor() {
    List<Double> day = new ArrayList<>(Collections.nCopies(6, 0.0));
    day.addAll(Collections.nCopies(18, 6_000.0));
    assertThat(new Outlook("session", .01, day).doubling(1).minutes())
        .isCloseTo(6 * 60 + 15.5, within(.1));
  }

  @Test
  void whatAMonthDoesNotShowHasNoTime() {
    Outlook rare = new Outlook("session", 1e-6, Collections.nCopies(24, 10.0));
    assertThat(rare.doubling(.01).minutes()).isNull();
    assertThat(new Outlook("session", .01, List.of()).doubling(1).minutes()).isNull();
  }
}
