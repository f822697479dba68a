package dev.suture.capture;

import java.util.List;

/// Where recordings that arrive in pieces are kept, and which events they show.
public interface ReplayStore {
  /// The most that one replay may hold, unpacked.
  long LARGEST = 100L << 20;

  /// Adds a piece, in the transaction of its batch; one of the same number is replaced.
  ///
  /// @return whether there was room
  boolean add(long project, String replay, Piece piece);

  /// @param number counts from 0 in the order of recording
  /// @param bytes unpacked
  record Piece(long number, String blob, long bytes) {}

  /// In the order of recording.
  List<Piece> pieces(long project, String replay);

  /// Notes that a replay shows an event; either may still be to come.
  void link(long project, String replay, List<String> events);

  /// Events of a replay that are stored and do not show it yet. Each is given once.
  List<Shown> untied(long project, String replay);

  /// @param issue id of the issue that it went to
  record Shown(String event, String issue) {}

  /// The event has a capture now, which its issue counts.
  void captured(long project, String event);
}
