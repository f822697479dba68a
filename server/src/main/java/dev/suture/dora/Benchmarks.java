package dev.suture.dora;

import java.util.List;

/// What DORA's own surveys found, with their years. The 2024 report is the last with clusters; the
/// one of 2025 gives distributions and profiles instead.
public record Benchmarks(
    List<Cluster> clusters2024, List<Share> shares2025, List<Share> profiles2025) {
  /// @param share of those who answered, in percent
  /// @param changeFail in percent
  public record Cluster(
      String name, int share, String leadTime, String frequency, int changeFail, String recovery) {}

  /// @param percent of those who answered
  public record Share(String metric, String answer, double percent) {}

  /// The medium cluster of 2024 failed less often than the high one: the clusters are no ranking.
  ///
  /// Of 2025 only the shares that its readers agree on are here; on recovery they do not.
  public static final Benchmarks KNOWN =
      new Benchmarks(
          List.of(
              new Cluster("elite", 19, "under a day", "on demand", 5, "under an hour"),
              new Cluster("high", 22, "a day to a week", "daily to weekly", 20, "under a day"),
              new Cluster(
                  "medium", 35, "a week to a month", "weekly to monthly", 10, "under a day"),
              new Cluster(
                  "low", 25, "1 to 6 months", "monthly to half-yearly", 40, "a week to a month")),
          List.of(
              new Share("frequency", "on demand", 16.2),
              new Share("leadTime", "under an hour", 9.4),
              new Share("leadTime", "a day to a week", 31.9),
              new Share("changeFail", "0 to 2 %", 8.5)),
          List.of(
              new Share("profile", "foundational challenges", 10),
              new Share("profile", "legacy bottleneck", 11),
              new Share("profile", "constrained by process", 17),
              new Share("profile", "high impact, low cadence", 7),
              new Share("profile", "stable and methodical", 15),
              new Share("profile", "pragmatic performers", 20),
              new Share("profile", "harmonious high-achievers", 20)));
}
