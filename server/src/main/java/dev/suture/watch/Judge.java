package dev.suture.watch;

import dev.suture.watch.Watched.Faults;
import dev.suture.watch.Watched.IssueStream;
import dev.suture.watch.Watched.Life;
import dev.suture.watch.Watched.Stream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rule of the watch: counts to verdict.
///
/// @param alpha how often a harmless deployment may ever be called degraded
/// @param silenceAlpha the same for silent
/// @param tolerated ratio of rates that is no reason for an alarm
/// @param promotion what must be shown before a deployment is healthy
public record Judge(double alpha, double silenceAlpha, double tolerated, Promotion promotion) {
  public static final Judge USUAL = new Judge(.01, .005, 1, Promotion.USUAL);

  /// Sessions may become so few, as a share of the usual ones at the hour, before it is called
  /// silence: a holiday is none.
  private static final double FEWEST = .25;

  /// Errors in the first minutes are normal for many services; nothing is promoted on them.
  private static final int GRACE_MINUTES = 2;

  public Judgement judge(Watched watched) {
    Stream errors = watched.errors();
    List<Double> evidence = Evidences.of(this::process, errors, watched.faults());
    double logE = most(evidence);
    double silence = silence(watched.life());
    double logPromotion = promotion(errors);
    double expected = errors.baseline().expected(errors.exposure());
    return new Judgement(
        verdict(watched, new Evidence(logE, silence, logPromotion)),
        logE,
        logPromotion,
        expected == 0 ? Double.NaN : errors.seen() / expected,
        silence,
        watched.fixed() == null ? Double.NaN : gone(watched.fixed()),
        evidence);
  }

  /// The evidence that heartbeats do not come, or that hardly any session begins.
  private static double silence(Life life) {
    boolean beside = life.heartbeats().stream().anyMatch(bin -> bin.besideExposure() > 0);
    EProcess beats =
        beside ? new ConcurrentArms(RateRatios.FALLEN, 1, 1) : new DueBeats(life.missed());
    double silent = run(beats, life.heartbeats());
    Stream arrivals = life.arrivals();
    if (arrivals == null) {
      return silent;
    }
    EProcess fallen =
        new LateOnset(() -> new BeforeAfter(RateRatios.FALLEN, FEWEST, arrivals.baseline()));
    double missing = run(fallen, arrivals.bins());
    return life.heartbeats().isEmpty()
        ? missing
        : LogMean.of(new double[] {silent, missing}, new double[] {.5, .5});
  }

  private record Evidence(double logE, double silence, double logPromotion) {}

  private Verdict verdict(Watched watched, Evidence evidence) {
    if (evidence.silence() >= Math.log(1 / silenceAlpha)) {
      return new Verdict.Silent();
    }
    if (evidence.logE() >= Math.log(1 / alpha)) {
      return new Verdict.Degraded(guilty(watched.faults()));
    }
    boolean settled =
        watched.errors().bins().stream().anyMatch(bin -> bin.minute() >= GRACE_MINUTES);
    if (settled && promotion.passes(evidence.logPromotion())) {
      return new Verdict.Healthy();
    }
    return new Verdict.Undecided(
        Need.beforeAfter(
                promotion.worst(), alpha, evidence.logE(), watched.errors().baseline().rate())
            .at(watched.errors().perMinute()));
  }

  private double promotion(Stream errors) {
    Promotion.Seen seen =
        new Promotion.Seen(
            errors.seen(), errors.exposure(), errors.baseline().expected(errors.exposure()));
    double shown = promotion.logE(seen, errors.baseline());
    return promotion.keepsBudget(seen) ? Math.max(shown, Math.log(1 / promotion.beta())) : shown;
  }

  /// Before against after, and beside it the version that runs at the same time where there is one.
  private EProcess process(Stream stream, RateRatios bets) {
    EProcess before = new LateOnset(() -> new BeforeAfter(bets, tolerated, stream.baseline()));
    if (stream.bins().stream().noneMatch(bin -> bin.besideExposure() > 0)) {
      return before;
    }
    EProcess beside =
        new LateOnset(() -> new ConcurrentArms(bets, tolerated, stream.baseline().dispersion()));
    return new Mean(List.of(before, beside));
  }

  /// The most that it ever was: an alarm is not taken back.
  private static double most(List<Double> evidence) {
    return evidence.stream().mapToDouble(Double::doubleValue).reduce(0, Math::max);
  }

  private static double run(EProcess process, List<Bin> bins) {
    return most(Evidences.after(process, bins));
  }

  /// Those whose e-values survive the procedure of Benjamini and Hochberg for e-values (Wang and
  /// Ramdas 2022) at ten times alpha: they are named to be looked at, nothing is done to them.
  private List<String> guilty(Faults faults) {
    record Suspect(String issue, double logE) {}
    List<Suspect> suspects = new ArrayList<>();
    for (IssueStream each : faults.issues()) {
      suspects.add(
          new Suspect(
              each.issue(), run(process(each.stream(), RateRatios.RISEN), each.stream().bins())));
    }
    suspects.sort(Comparator.comparingDouble(Suspect::logE).reversed());
    int last = 0;
    for (int k = 1; k <= suspects.size(); k++) {
      double needed = Math.log(faults.population() / (k * Math.min(1, 10 * alpha)));
      if (suspects.get(k - 1).logE() >= needed) {
        last = k;
      }
    }
    return suspects.subList(0, last).stream().map(Suspect::issue).toList();
  }

  /// One minus the probability that a fault with the old rate stays unseen for so long, the old
  /// rate's own uncertainty integrated out; 0 as soon as it is seen again.
  private static double gone(Stream fixed) {
    if (fixed.seen() > 0) {
      return 0;
    }
    Baseline baseline = fixed.baseline();
    double before = baseline.effectiveExposure();
    double ratio = before / (before + fixed.exposure());
    return 1 - Math.pow(ratio, baseline.effectiveErrors() / baseline.dispersion());
  }
}
