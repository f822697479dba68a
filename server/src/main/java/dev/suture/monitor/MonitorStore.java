package dev.suture.monitor;

import java.util.List;

/// Where the last word of each job is kept.
public interface MonitorStore {
  /// Takes a check-in, in the transaction of its batch. An older one than the last is counted and
  /// changes nothing else.
  ///
  /// @return whether there was room: whoever has the key may invent names
  boolean checkIn(long project, CheckIn checkIn);

  /// By name and environment.
  List<Monitor> all(long project);
}
