package dev.suture.issue;

import java.time.Duration;
import java.time.Instant;

/// How an issue's state changes when it is seen again.
///
/// Both instants are the server's: an event counts against a state by when it was accepted, so that
/// neither a browser's clock nor a backlog that is digested late reopens what was resolved since.
public final class Life {
  /// How long an issue counts as new or regressed; what is seen after that is ongoing.
  public static final Duration NOVELTY = Duration.ofHours(24);

  private Life() {}

  /// The state after one more event.
  ///
  /// @param since when the issue came into its state
  /// @param received when the event was accepted
  public static IssueState seenAgain(IssueState state, Instant since, Instant received) {
    return switch (state) {
      case fresh, regressed -> received.isBefore(since.plus(NOVELTY)) ? state : IssueState.ongoing;
      case resolved -> received.isAfter(since) ? IssueState.regressed : state;
      case ongoing, escalating, archived -> state;
    };
  }
}
