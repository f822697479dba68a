package dev.suture.watch;

import java.util.List;

/// What a watch would need, said before there is anything to watch.
///
/// @param over what errors are counted over: `session` or `minute`
/// @param rate errors for one unit of exposure, as what runs now fails
/// @param day exposure of the whole environment in each of the last hours, oldest first; the next
///   ones are taken to be like them
public record Outlook(String over, double rate, List<Double> day) {
  /// After so long it is as good as never.
  private static final int LONGEST_HOURS = 30 * 24;

  private static final double DOUBLED = 2;

  /// What it takes to notice a rate that has doubled.
  ///
  /// @param share of the traffic that the new version will have, above 0 and at most 1
  public Need doubling(double share) {
    double alpha = Judge.USUAL.alpha();
    if (over.equals(Course.Exposure.minute.name())) {
      return withMinutes(Need.beforeAfter(1 + share * (DOUBLED - 1), alpha, 0, rate), 1);
    }
    Need alone = Need.beforeAfter(DOUBLED, alpha, 0, rate);
    if (share >= 1) {
      return withMinutes(alone, 1);
    }
    Need beside = Need.beside(DOUBLED, alpha, 0, new Need.Traffic(rate, share));
    return withMinutes(beside.exposure() < alone.exposure() ? beside : alone, share);
  }

  /// Hour by hour as it was a day before, so that a night counts as one.
  private Need withMinutes(Need need, double share) {
    double left = need.exposure();
    for (int hour = 0; hour < LONGEST_HOURS && !day.isEmpty(); hour++) {
      double brings = day.get(hour % day.size()) * share;
      if (brings >= left) {
        return new Need(need.errors(), need.exposure(), 60 * (hour + left / brings));
      }
      left -= brings;
    }
    return need;
  }
}
