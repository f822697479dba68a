package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.Witness;
import dev.suture.cause.flow.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer that the code waited for and that came when the user had gone on: nothing in it is
/// wrong, but what the code goes on with is there no more.
///
/// @param action index of what the user did meanwhile
/// @param took milliseconds from the request to its answer
record Late(Candidates.Candidate candidate, int action, long took) {
  /// Code goes on at once when its answer is there.
  private static final double AT_ONCE = 250;

  private static final double SLACK = 5;
  private static final String MOVES = "click|dblclick|navigate|submit|change|input|key\\w*|select";

  /// What the user did, and when it failed.
  record Seen(List<Witness.Action> actions, double failedAt) {}

  /// @return null when no answer is known to have come late
  static @Nullable Late of(Trail trail, List<Exchange> answered, Seen seen) {
    if ("storage".equals(trail.source())) {
      return null;
    }
    Answers answers = new Answers(answered, false);
    for (Origin.Request request : trail.awaited()) {
      for (Exchange each : answers.fitting(request.asked()).reversed()) {
        int action = meanwhile(each, seen);
        if (action >= 0) {
          return new Late(
              new Candidates.Candidate(
                  each, null, new Merits(0, true, true, false), false, request.asked()),
              action,
              Math.round(each.ms()));
        }
      }
    }
    return null;
  }

  /// What the user did last between a request and its answer; negative when the failure did not
  /// come with the answer, or nothing was done.
  private static int meanwhile(Exchange exchange, Seen seen) {
    double ended = exchange.at() + exchange.ms();
    boolean atOnce = ended <= seen.failedAt() + SLACK && seen.failedAt() - ended <= AT_ONCE;
    int last = -1;
    for (int at = 0; atOnce && at < seen.actions().size(); at++) {
      Witness.Action action = seen.actions().get(at);
      if (action.at() > exchange.at() + SLACK
          && action.at() < ended
          && action.kind().matches(MOVES)) {
        last = at;
      }
    }
    return last;
  }
}
