package dev.suture.cause;

import java.util.List;
import java.util.Optional;

/// Knows what is left of a capture's steps when all that its failure comes without is left out.
public interface ShortestSteps {
  /// Empty while nothing was searched for, or the search has not come to an end.
  Optional<Found> of(Subject subject);

  /// @param steps captured: oldest first
  /// @param all how many the capture has
  /// @param commit full id of the one that they were run at
  record Found(List<String> steps, int all, String commit) {}
}
