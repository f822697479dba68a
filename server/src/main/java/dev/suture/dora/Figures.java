package dev.suture.dora;

import dev.suture.dora.Statistics.Interval;
import dev.suture.dora.Statistics.Length;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The five metrics of a stretch of time. Lengths are in seconds.
public record Figures(
    Lengths leadTime,
    Frequency frequency,
    Recovery recovery,
    Rate changeFail,
    Rate rework,
    Provisional provisional) {

  /// @param value hits of n; null when n is 0
  public record Rate(long hits, long n, @Nullable Double value, Interval interval) {
    static Rate of(long hits, long n) {
      return new Rate(
          hits, n, n == 0 ? null : Double.valueOf((double) hits / n), Statistics.wilson(hits, n));
    }
  }

  /// @param bins how many lie in which class, the shortest first
  public record Lengths(
      int n,
      @Nullable Double median,
      Interval interval,
      @Nullable Double quarter,
      @Nullable Double threeQuarters,
      @Nullable Double ninetieth,
      List<Bin> bins) {}

  /// @param perDay deployments over the days of the stretch
  /// @param activeDays days with at least one
  /// @param weeks how many weeks had how many deployments
  public record Frequency(
      int n,
      double days,
      @Nullable Double perDay,
      Interval interval,
      int activeDays,
      List<Bin> weeks) {}

  /// @param open failures that are not over; they count as lasting at least until now
  /// @param median by Kaplan and Meier; null when there is none, or more than half are open
  public record Recovery(
      int n, int open, @Nullable Double median, Interval interval, List<Bin> bins) {}

  public record Bin(String label, int n) {}

  /// What is not in the rates yet, because its watch is open.
  ///
  /// @param failed of these, so far
  public record Provisional(int deployments, int failed) {}

  static Lengths lengths(double[] values) {
    return new Lengths(
        values.length,
        Statistics.median(values),
        Statistics.ofMedian(values),
        Statistics.quantile(values, 0.25),
        Statistics.quantile(values, 0.75),
        Statistics.quantile(values, 0.9),
        Bins.lengths(values));
  }

  static Recovery recovery(List<Length> lengths) {
    Statistics.Survival survival = Statistics.kaplanMeier(lengths);
    return new Recovery(
        lengths.size(),
        (int) lengths.stream().filter(each -> !each.ended()).count(),
        survival.median(),
        survival.interval(),
        Bins.lengths(lengths.stream().filter(Length::ended).mapToDouble(Length::value).toArray()));
  }
}
