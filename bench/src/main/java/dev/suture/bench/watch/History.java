package dev.suture.bench.watch;

import dev.suture.watch.Baseline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Two weeks before a deployment.
///
/// @param minutes errors of each minute, the oldest first
record History(Traffic traffic, long[] minutes, Baseline baseline) {
  private static final int DAYS = 14;
  private static final int BIN = 5;

  static History of(Traffic traffic, Random random) {
    return of(traffic, days(traffic, random), random);
  }

  /// What the rate of each day is multiplied with.
  static double[] days(Traffic traffic, Random random) {
    double[] days = new double[DAYS];
    Arrays.setAll(days, _ -> traffic.day(random));
    return days;
  }

  static History of(Traffic traffic, double[] days, Random random) {
    long[] minutes = new long[DAYS * Traffic.DAY];
    for (int i = 0; i < minutes.length; i++) {
      minutes[i] = traffic.errors(i, days[i / Traffic.DAY], random);
    }
    return new History(traffic, minutes, baseline(traffic, minutes));
  }

  /// Several of them together.
  static History sum(Traffic traffic, List<History> parts) {
    long[] minutes = new long[DAYS * Traffic.DAY];
    for (History part : parts) {
      for (int i = 0; i < minutes.length; i++) {
        minutes[i] += part.minutes[i];
      }
    }
    return new History(traffic, minutes, baseline(traffic, minutes));
  }

  private static Baseline baseline(Traffic traffic, long[] minutes) {
    List<Baseline.Count> days = new ArrayList<>();
    List<Baseline.Count> bins = new ArrayList<>();
    for (int from = 0; from < minutes.length; from += Traffic.DAY) {
      days.add(count(traffic, minutes, from, Traffic.DAY));
    }
    for (int from = 0; from < minutes.length; from += BIN) {
      bins.add(count(traffic, minutes, from, BIN));
    }
    return Baseline.of(days, bins);
  }

  private static Baseline.Count count(Traffic traffic, long[] minutes, int from, int length) {
    long errors = 0;
    double exposure = 0;
    for (int i = from; i < from + length; i++) {
      errors += minutes[i];
      exposure += traffic.exposure(i);
    }
    return new Baseline.Count(errors, exposure);
  }

  /// Errors of the last minutes before the deployment.
  long last(int length) {
    return sum(minutes.length - length, length);
  }

  long sum(int from, int length) {
    long errors = 0;
    for (int i = from; i < from + length; i++) {
      errors += minutes[i];
    }
    return errors;
  }
}
