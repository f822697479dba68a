package dev.suture.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.suture.watch.Watched.Faults;
import dev.suture.watch.Watched.IssueStream;
import dev.suture.watch.Watched.Life;
import dev.suture.watch.Watched.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JudgeTest {
  /// One error a minute for two weeks, with the drift that is allowed for without evidence.
  private static final Baseline STEADY = new Baseline(20_160, 20_160, .1, 1);

  private static Stream minutes(int count, long perMinute) {
    List<Bin> bins = new ArrayList<>();
    for (int minute = 0; minute < count; minute++) {
      bins.add(Bin.alone(minute, perMinute, 1));
    }
    return new Stream(STEADY, bins);
  }

  private static Judgement judge(Stream errors) {
    return Judge.USUAL.judge(new Watched(errors, Life.UNKNOWN, Faults.UNKNOWN, null));
  }

  @Test
  void nothingSeenIsUndecidedAndSaysWhatIsMissing() {
    Verdict verdict = judge(minutes(0, 0)).verdict();
    assertThat(verdict).isInstanceOf(Verdict.Undecided.class);
    Need need = ((Verdict.Undecided) verdict).need();
    assertThat(need.exposure()).isBetween(10.0, 20.0);
    assertThat(need.errors()).isCloseTo(2 * need.exposure(), within(.01));
  }

  @Test
  void theOldRateForAnHourIsHealthy() {
    assertThat(judge(minutes(60, 1)).verdict()).isEqualTo(new Verdict.Healthy());
  }

  @Test
  void noAlarmYetDoesNotPromote() {
    assertThat(judge(minutes(1, 0)).verdict()).isInstanceOf(Verdict.Undecided.class);
    assertThat(judge(minutes(3, 1)).verdict()).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void aTripledRateIsDegradedAndNamesTheIssue() {
    Stream quiet = minutes(30, 0);
    List<IssueStream> issues =
        List.of(
            new IssueStream("shop-1", new Stream(Baseline.of(10_000, 20_160), quiet.bins())),
            new IssueStream("shop-2", new Stream(Baseline.of(100, 20_160), minutes(30, 2).bins())));
    Judgement judgement =
        Judge.USUAL.judge(
            new Watched(minutes(30, 3), Life.UNKNOWN, new Faults(issues, 2, null), null));
    assertThat(judgement.verdict()).isEqualTo(new Verdict.Degraded(List.of("shop-2")));
    assertThat(judgement.ratio()).isCloseTo(3, within(1e-9));
  }

  /// What alarmed once is not taken back by a quiet hour afterwards.
  @Test
  void anAlarmStays() {
    List<Bin> bins = new ArrayList<>(minutes(20, 5).bins());
    for (int minute = 20; minute < 300; minute++) {
      bins.add(Bin.alone(minute, 0, 1));
    }
    assertThat(judge(new Stream(STEADY, bins)).verdict()).isInstanceOf(Verdict.Degraded.class);
  }

  @Test
  void silenceIsNotPraised() {
    List<Bin> heartbeats = new ArrayList<>();
    for (int minute = 0; minute < 2; minute++) {
      heartbeats.add(new Bin(minute, 0, 1, 54, 9));
    }
    Judgement judgement =
        Judge.USUAL.judge(
            new Watched(minutes(2, 0), new Life(heartbeats, 0, null), Faults.UNKNOWN, null));
    assertThat(judgement.verdict()).isEqualTo(new Verdict.Silent());
  }

  private static Life beats(int due, int live, int slots) {
    List<Bin> beats = new ArrayList<>();
    for (int slot = 0; slot < slots; slot++) {
      beats.add(Bin.alone(slot / 6, live, due));
    }
    return new Life(beats, .001, null);
  }

  private static Verdict watched(Life life) {
    return Judge.USUAL.judge(new Watched(minutes(2, 1), life, Faults.UNKNOWN, null)).verdict();
  }

  /// Ten hosts that report every ten seconds; nothing runs beside them.
  @Test
  void oneSilentHostOfTenIsNoticedWithinTwoMinutes() {
    assertThat(watched(beats(10, 9, 12))).isEqualTo(new Verdict.Silent());
    assertThat(watched(beats(10, 10, 12))).isNotEqualTo(new Verdict.Silent());
  }

  @Test
  void aHostThatDiesAfterADayIsNoticedToo() {
    Life life = beats(10, 10, 7_000);
    life.heartbeats().addAll(beats(10, 9, 24).heartbeats());
    assertThat(watched(life)).isEqualTo(new Verdict.Silent());
  }

  /// Lost packets are no silence: of 400 watches of a day at one in two hundred, at most five.
  @Test
  void lostHeartbeatsAreNoSilence() {
    Random random = new Random(7);
    int alarms = 0;
    for (int run = 0; run < 400; run++) {
      DueBeats process = new DueBeats(.005);
      double most = 0;
      for (int slot = 0; slot < 8_640; slot++) {
        int came = 10;
        for (int host = 0; host < 10; host++) {
          came -= random.nextDouble() < .005 ? 1 : 0;
        }
        process.add(came, 10);
        most = slot % 6 == 0 ? Math.max(most, process.logE()) : most;
      }
      alarms += most >= Math.log(200) ? 1 : 0;
    }
    assertThat(alarms).isLessThanOrEqualTo(5);
  }

  /// Ten sessions a minute for two weeks, then none.
  @Test
  void sessionsThatDoNotArriveAreSilence() {
    Baseline usual = new Baseline(201_600, 20_160, .3, 4);
    List<Bin> none = new ArrayList<>();
    List<Bin> half = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      none.add(Bin.alone(minute, 0, 1));
      half.add(Bin.alone(minute, 5, 1));
    }
    assertThat(watched(new Life(List.of(), 0, new Stream(usual, none))))
        .isEqualTo(new Verdict.Silent());
    assertThat(watched(new Life(List.of(), 0, new Stream(usual, half))))
        .isNotEqualTo(new Verdict.Silent());
  }

  @Test
  void aCanaryIsComparedWithWhatRunsBesideIt() {
    List<Bin> bins = new ArrayList<>();
    for (int minute = 0; minute < 60; minute++) {
      bins.add(new Bin(minute, 5, 10, 15, 90));
    }
    Stream errors = new Stream(Baseline.of(1, 10), bins);
    assertThat(judge(errors).verdict()).isInstanceOf(Verdict.Degraded.class);
  }

  @Test
  void theFaultThatAHotfixWasForIsGoneTheSurerTheLongerItIsQuiet() {
    assertThat(gone(minutes(1, 0))).isBetween(.5, .7);
    assertThat(gone(minutes(10, 0))).isGreaterThan(.999);
    assertThat(gone(minutes(10, 1))).isZero();
  }

  private static double gone(Stream fixed) {
    return Judge.USUAL
        .judge(new Watched(minutes(10, 1), Life.UNKNOWN, Faults.UNKNOWN, fixed))
        .gone();
  }

  @Test
  void aServiceWithoutErrorsIsPromotedOnItsBudget() {
    List<Bin> bins = new ArrayList<>();
    for (int minute = 0; minute < 10; minute++) {
      bins.add(Bin.alone(minute, 0, 300));
    }
    assertThat(judge(new Stream(Baseline.of(0, 1), bins)).verdict())
        .isEqualTo(new Verdict.Healthy());
  }

  @Test
  void burstsAndDriftAreReadFromTheBaseline() {
    List<Baseline.Count> days = new ArrayList<>();
    List<Baseline.Count> bins = new ArrayList<>();
    for (int day = 0; day < 14; day++) {
      days.add(new Baseline.Count(day % 2 == 0 ? 1_200 : 800, 1_440));
      bins.add(new Baseline.Count(day % 2 == 0 ? 10 : 0, 5));
    }
    Baseline baseline = Baseline.of(days, bins);
    assertThat(baseline.variation()).isBetween(.18, .19);
    assertThat(baseline.dispersion()).isGreaterThan(4);
    assertThat(baseline.effectiveErrors()).isBetween(28.0, 30.0);
    assertThat(baseline.effectiveErrors() / baseline.effectiveExposure())
        .isCloseTo(14_001.0 / 20_160, within(1e-9));
  }

  /// Counts of one rate that happen to be a little uneven.
  @Test
  void whatChanceExplainsIsNoDispersion() {
    List<Baseline.Count> hours = new ArrayList<>();
    List<Baseline.Count> bursts = new ArrayList<>();
    for (int hour = 0; hour < 336; hour++) {
      hours.add(new Baseline.Count(hour % 2 == 0 ? 111 : 90, 60));
      bursts.add(new Baseline.Count(hour % 2 == 0 ? 112 : 88, 60));
    }
    assertThat(Baseline.of(hours, hours).dispersion()).isEqualTo(1);
    assertThat(Baseline.of(bursts, bursts).dispersion()).isBetween(1.6, 1.7);
  }

  /// Where nothing was counted each part of the evidence is 1, and so is their weighted sum: no
  /// more is bet than there is.
  @Test
  void thePartsOfTheEvidenceWeighOneTogether() {
    List<Bin> nothing = List.of(Bin.alone(0, 0, 0));
    Stream none = new Stream(STEADY, nothing);
    Faults faults = new Faults(List.of(new IssueStream("shop-1", none)), 1, none);
    List<Double> evidence =
        Judge.USUAL.judge(new Watched(none, Life.UNKNOWN, faults, null)).evidence();
    assertThat(evidence.getFirst()).isCloseTo(0, within(1e-12));
  }

  @Test
  void moreErrorsShowASmallerRatio() {
    double few = Need.detectable(5, .01).orElseThrow();
    double many = Need.detectable(500, .01).orElseThrow();
    assertThat(many).isLessThan(few);
    assertThat(Need.detectable(1e-6, .01)).isEmpty();
  }
}
