package dev.suture.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that a verdict is made from: replayed from a file, it gives the same verdict.
///
/// @param errors affected sessions, or errors, of the deployment as a whole
/// @param heartbeats signs of life in `errors` of each bin, the hosts or traffic that owe them in
///   its exposure; empty when nothing sends any
/// @param issues each issue that was seen since the deployment
/// @param fixed the issue that a hotfix is for; null for other deployments
public record Watched(
    Stream errors, List<Bin> heartbeats, List<IssueStream> issues, @Nullable Stream fixed) {

  /// One kind of error, before the deployment and since.
  ///
  /// @param bins since the deployment, oldest first
  public record Stream(Baseline baseline, List<Bin> bins) {
    long seen() {
      return bins.stream().mapToLong(Bin::errors).sum();
    }

    double exposure() {
      return bins.stream().mapToDouble(Bin::exposure).sum();
    }
  }

  /// @param issue its id
  public record IssueStream(String issue, Stream stream) {}
}
