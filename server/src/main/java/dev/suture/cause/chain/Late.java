package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.Witness;
import dev.suture.cause.flow.Origin;
import java.util.List;
import java.util.Objects;
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

  /// @param found what is to blame else; null when there is none
  /// @return null when no answer is known to have come late, or when what is found is certain
  static @Nullable Late of(
      Trail trail, Candidates.@Nullable Candidate found, List<Exchange> answered, Seen seen) {
    if ("storage".equals(trail.source()) || (found != null && found.sure())) {
      return null;
    }
    Late awaited = found == null ? awaited(trail, answered, seen) : null;
    return awaited != null ? awaited : overtaken(found, answered, seen);
  }

  /// What the code waited for before it failed.
  private static @Nullable Late awaited(Trail trail, List<Exchange> answered, Seen seen) {
    Answers answers = new Answers(answered, false);
    for (Origin.Request request : trail.awaited()) {
      for (Exchange each : answers.fitting(request.asked()).reversed()) {
        int action = meanwhile(each, seen);
        if (action >= 0) {
          return late(each, action, request.asked());
        }
      }
    }
    return null;
  }

  /// An answer that came after that of a later request to the same endpoint for something else, and
  /// with it the failure.
  private static @Nullable Late overtaken(
      Candidates.@Nullable Candidate found, List<Exchange> answered, Seen seen) {
    for (Exchange each : answered.reversed()) {
      int action = isOvertaken(each, answered) ? meanwhile(each, seen) : -1;
      if (action >= 0) {
        boolean known = found != null && found.exchange() == each;
        return known ? null : late(each, action, new Origin.Asked(each.method(), null, null));
      }
    }
    return null;
  }

  private static boolean isOvertaken(Exchange exchange, List<Exchange> answered) {
    return Triggers.isOvertaken(
        exchange, answered.stream().filter(other -> !isSame(other, exchange)).toList());
  }

  private static boolean isSame(Exchange one, Exchange other) {
    return one.url().equals(other.url()) && Objects.equals(one.requestBody(), other.requestBody());
  }

  private static Late late(Exchange exchange, int action, Origin.Asked asked) {
    Merits merits = new Merits(0, true, true, false);
    return new Late(
        new Candidates.Candidate(exchange, null, merits, false, asked),
        action,
        Math.round(exchange.ms()));
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
