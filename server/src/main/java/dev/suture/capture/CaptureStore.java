package dev.suture.capture;

import java.util.List;
import java.util.Optional;

/// Where captures are kept.
public interface CaptureStore {
  /// Adds or replaces the capture with this project and id.
  void put(Capture capture);

  /// Capture ids are event ids: 128 random bits, unguessable, unique across projects in practice;
  /// the newest wins.
  Optional<Capture> find(String id);

  /// Newest first.
  List<Capture> ofIssue(String issue, int limit);
}
