package dev.suture.bench.watch;

import dev.suture.bench.Row;
import dev.suture.watch.Bin;
import dev.suture.watch.DueBeats;
import dev.suture.watch.Judge;
import dev.suture.watch.Watched;
import dev.suture.watch.Watched.Faults;
import dev.suture.watch.Watched.IssueStream;
import dev.suture.watch.Watched.Life;
import dev.suture.watch.Watched.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The watch as it judges deployments: the errors in sum, weighed with those of each issue and with
/// issues that were never seen before, from several starts.
///
/// @param issues that share the errors evenly
/// @param history of each issue
/// @param births before the deployment, at a new issue in a hundred minutes
/// @param sum of the issues before the deployment
record Whole(List<Traffic> issues, List<History> history, History births, History sum) {
  private static final int ISSUES = 5;
  private static final int POPULATION = 20;
  private static final double ALPHA = .01;
  private static final int RUNS = 1_000;
  private static final int CLEAN_RUNS = 20_000;
  private static final int DAYS_FOR_EACH_HISTORY = 10;
  private static final Traffic MINUTE = new Traffic(1, 0, 1, 0);

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (double ratio : new double[] {1.5, 2, 3, 5, 10}) {
      double mean = Runs.mean(Runs.of(2 * RUNS, 11, random -> expected(ratio, random)));
      rows.add(
          Row.lower(
              "as a whole: delay at ratio " + ratio + " over the bound",
              mean / bound(ratio),
              "times",
              ratio < 10 ? 1.35 : 1.45,
              "what late onsets, issues and an unknown baseline cost, too"));
    }
    rows.add(
        Row.lower(
            "as a whole: doubling at an error a minute",
            Runs.median(Runs.of(RUNS, 12, random -> minutes(2, 0, random))),
            "minutes",
            17.0,
            "median"));
    rows.add(
        Row.lower(
            "as a whole: doubling that sets in after 8 hours",
            Runs.median(Runs.of(RUNS, 13, random -> minutes(2, 480, random))),
            "minutes",
            80.0,
            "median"));
    rows.add(
        Row.lower(
            "as a whole: doubling on a tenth of the traffic",
            Runs.median(Runs.of(RUNS, 14, Whole::canary)),
            "errors",
            190.0,
            "median, beside and before"));
    rows.add(
        Row.lower(
            "as a whole: one of ten hosts dies after half an hour",
            silentHost(),
            "minutes",
            2.0,
            "a heartbeat in 10 s, nothing beside"));
    return rows;
  }

  static List<Row> falseAlarms() {
    return List.of(
        clean("Poisson, 1 a minute", MINUTE, 1),
        clean("Poisson, daily cycle of 50 %", new Traffic(1, .5, 1, 0), 1),
        clean("bursts of mean 5", new Traffic(1, 0, 5, 0), 2),
        clean("20 % drift from day to day", new Traffic(1, 0, 1, .2), 1));
  }

  private static Row clean(String name, Traffic traffic, double goal) {
    double flagged =
        Runs.mean(
            Runs.of(
                CLEAN_RUNS / DAYS_FOR_EACH_HISTORY,
                15,
                random -> {
                  Whole whole = of(traffic, random);
                  double alarms = 0;
                  for (int day = 0; day < DAYS_FOR_EACH_HISTORY; day++) {
                    Days since = whole.days(1, 0, Traffic.DAY, random);
                    alarms += alarm(since.judged(whole)) < Traffic.DAY ? 1 : 0;
                  }
                  return alarms / DAYS_FOR_EACH_HISTORY;
                }));
    return Row.lower(
        "as a whole: false alarms, " + name,
        100 * flagged,
        "%",
        goal,
        CLEAN_RUNS + " days, alpha .01");
  }

  private static Whole of(Traffic traffic, Random random) {
    Traffic each =
        new Traffic(traffic.rate() / ISSUES, traffic.cycle(), traffic.burst(), traffic.drift());
    List<Traffic> issues = new ArrayList<>();
    List<History> history = new ArrayList<>();
    double[] days = History.days(traffic, random);
    for (int i = 0; i < ISSUES; i++) {
      issues.add(each);
      history.add(History.of(each, days, random));
    }
    return new Whole(
        issues,
        history,
        History.of(new Traffic(.01, 0, 1, 0), random),
        History.sum(traffic, history));
  }

  /// The streams since a deployment.
  private record Days(List<Bin> sum, List<List<Bin>> issues, List<Bin> births) {
    List<Double> judged(Whole before) {
      List<IssueStream> streams = new ArrayList<>();
      for (int i = 0; i < issues.size(); i++) {
        streams.add(
            new IssueStream(
                "issue-" + i, new Stream(before.history.get(i).baseline(), issues.get(i))));
      }
      return Judge.USUAL
          .judge(
              new Watched(
                  new Stream(before.sum.baseline(), sum),
                  Life.UNKNOWN,
                  new Faults(streams, POPULATION, new Stream(before.births.baseline(), births)),
                  null))
          .evidence();
    }
  }

  /// @param ratio from minute `onset` on
  private Days days(double ratio, int onset, int length, Random random) {
    List<Bin> sum = new ArrayList<>();
    List<List<Bin>> each = new ArrayList<>();
    issues.forEach(_ -> each.add(new ArrayList<>()));
    List<Bin> born = new ArrayList<>();
    double day = issues.getFirst().day(random);
    for (int minute = 0; minute < length; minute++) {
      double factor = day * (minute < onset ? 1 : ratio);
      long all = 0;
      for (int i = 0; i < issues.size(); i++) {
        long errors = issues.get(i).errors(minute, factor, random);
        all += errors;
        each.get(i).add(Bin.alone(minute, errors, issues.get(i).exposure(minute)));
      }
      sum.add(Bin.alone(minute, all, issues.getFirst().exposure(minute)));
      born.add(Bin.alone(minute, births.traffic().errors(minute, 1, random), 1));
    }
    return new Days(sum, each, born);
  }

  /// @return the bin that alarms first; the number of bins when none does
  private static int alarm(List<Double> evidence) {
    int bin = 0;
    while (bin < evidence.size() && evidence.get(bin) < Math.log(1 / ALPHA)) {
      bin++;
    }
    return bin;
  }

  private static double minutes(double ratio, int onset, Random random) {
    Whole whole = of(MINUTE, random);
    return alarm(whole.days(ratio, onset, onset + 400, random).judged(whole)) + 1 - onset;
  }

  /// Looked at after every error, the old rate being known as well as two weeks of it tell.
  private static double expected(double ratio, Random random) {
    double longest = 8 * bound(ratio);
    Whole whole = of(MINUTE, random);
    List<Bin> bins = new ArrayList<>();
    List<Bin> none = new ArrayList<>();
    double expected = 0;
    while (expected < longest) {
      double wait = -Math.log(1 - random.nextDouble()) / ratio;
      bins.add(Bin.alone((int) expected, 1, wait));
      none.add(Bin.alone((int) expected, 0, wait));
      expected += wait;
    }
    int alarm = alarm(new Days(bins, List.of(), none).judged(whole));
    return bins.subList(0, Math.min(bins.size(), alarm + 1)).stream()
        .mapToDouble(Bin::exposure)
        .sum();
  }

  /// Errors that the old rate expects until a test that knew the ratio would alarm.
  private static double bound(double ratio) {
    return Math.log(1 / ALPHA) / (ratio * Math.log(ratio) - ratio + 1);
  }

  /// From its last heartbeat on; an hour of heartbeats was seen before the deployment. A heartbeat
  /// is missed once it is half its time and the network's two seconds late, up to one slot later.
  private static double silentHost() {
    DueBeats beats = new DueBeats(1.0 / (10 * 360 + 100));
    for (int slot = 0; slot < 180; slot++) {
      beats.add(10, 10);
    }
    double seconds = 17 + 10;
    beats.add(9, 10);
    while (!beats.alarms(Judge.USUAL.silenceAlpha())) {
      beats.add(9, 10);
      seconds += 10;
    }
    return seconds / 60;
  }

  /// A tenth of the traffic beside the rest, an error a minute of both at the old rate.
  private static double canary(Random random) {
    Whole whole = of(MINUTE, random);
    List<Bin> bins = new ArrayList<>();
    List<Bin> none = new ArrayList<>();
    for (int minute = 0; minute < 2_000; minute++) {
      long own = Traffic.poisson(2 * .1, random);
      bins.add(new Bin(minute, own, .1, Traffic.poisson(.9, random), .9));
      none.add(Bin.alone(minute, 0, 1));
    }
    int alarm = alarm(new Days(bins, List.of(), none).judged(whole));
    return bins.subList(0, Math.min(bins.size(), alarm + 1)).stream()
        .mapToLong(bin -> bin.errors() + bin.besideErrors())
        .sum();
  }
}
