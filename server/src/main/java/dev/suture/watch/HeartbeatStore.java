package dev.suture.watch;

import java.time.Instant;
import java.util.List;

/// Where it is kept how many of the hosts that owe heartbeats sent them, in slots of ten seconds,
/// for as long as a watch may look back.
public interface HeartbeatStore {
  void put(List<Slot> slots);

  /// Oldest first; slots in which nobody counted are missing.
  List<Slot> slots(long project, String environment, Instant from, Instant to);

  /// Forgets what lies before.
  void expire(Instant before);

  /// @param at its beginning
  /// @param due hosts that owe a heartbeat
  /// @param live those of them that are alive
  record Slot(long project, String environment, Instant at, int due, int live) {}
}
