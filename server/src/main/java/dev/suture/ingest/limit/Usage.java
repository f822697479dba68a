package dev.suture.ingest.limit;

import java.time.Instant;
import java.util.List;

/// Keeps how much of a quota was used, so that a restart does not give it anew.
public interface Usage {
  /// Adds to what was used in an hour.
  void add(List<Used> used);

  /// What was used since an instant, by the hour.
  List<Used> since(Instant from);

  /// Forgets what is older.
  void forgetBefore(Instant instant);

  /// @param key the DSN key; empty for all keys of the project together
  /// @param category name of what was counted; empty for everything
  /// @param hour in which it was
  record Used(long project, String key, String category, Instant hour, long times) {}
}
