package dev.suture.monitor;

import java.time.Instant;
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

  /// The hours in which jobs reported, oldest first; those of two weeks are kept.
  List<Hour> hours(long project, Instant from);

  /// @param monitor the job's name
  /// @param failed how many of its runs failed
  record Hour(String monitor, String environment, Instant at, long failed) {}
}
