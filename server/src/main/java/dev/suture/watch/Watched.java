package dev.suture.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that a verdict is made from: replayed from a file, it gives the same verdict.
///
/// @param errors affected sessions, or errors, of the deployment as a whole
/// @param life what should report
/// @param faults the same errors, told apart
/// @param fixed the issue that a hotfix is for; null for other deployments
public record Watched(Stream errors, Life life, Faults faults, @Nullable Stream fixed) {

  /// One kind of error, before the deployment and since.
  ///
  /// @param bins since the deployment, oldest first
  public record Stream(Baseline baseline, List<Bin> bins) {
    private static final int TRAFFIC_MINUTES = 60;

    long seen() {
      return bins.stream().mapToLong(Bin::errors).sum();
    }

    double exposure() {
      return bins.stream().mapToDouble(Bin::exposure).sum();
    }

    /// Exposure of the watched version in a minute, over the last hour that was counted.
    double perMinute() {
      if (bins.isEmpty()) {
        return 0;
      }
      int last = bins.getLast().minute();
      List<Bin> late = bins.stream().filter(bin -> bin.minute() > last - TRAFFIC_MINUTES).toList();
      int length = bins.size() == 1 ? 1 : last - bins.get(bins.size() - 2).minute();
      int minutes = last - late.getFirst().minute() + length;
      return late.stream().mapToDouble(Bin::exposure).sum() / minutes;
    }
  }

  /// Signs of life.
  ///
  /// @param heartbeats those that came in `errors` of each bin, what was owed in its exposure;
  ///   empty when nothing sends any
  /// @param missed share of the owed ones that were missing before the deployment
  /// @param arrivals sessions as they arrive, over time; null when none are reported
  public record Life(List<Bin> heartbeats, double missed, @Nullable Stream arrivals) {
    public static final Life UNKNOWN = new Life(List.of(), 0, null);
  }

  /// The errors by issue. The bins are those of the errors as a whole.
  ///
  /// @param issues those that were seen since the deployment, or the busiest of them
  /// @param population how many issues could have been seen, those of `issues` among them
  /// @param births issues that were never seen before; null when they are not counted
  public record Faults(List<IssueStream> issues, long population, @Nullable Stream births) {
    public static final Faults UNKNOWN = new Faults(List.of(), 0, null);

    public Faults {
      if (population < issues.size()) {
        throw new IllegalArgumentException("there are at least as many issues as were seen");
      }
    }
  }

  /// @param issue its id
  public record IssueStream(String issue, Stream stream) {}
}
