package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.Witness;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which of the user's actions set a failure off: the one whose handler threw, else the last before
/// the request that answered badly, where the answer is what failed, else the last before the
/// failure.
final class Triggers {
  /// Milliseconds that an answer may take from the wire to the code that fails on it.
  private static final double AT_ONCE = 250;

  /// Milliseconds in which what a browser does after an action comes: going elsewhere, and sending
  /// a form.
  private static final Map<String, Integer> FOLLOWS = Map.of("navigate", 1_500, "submit", 50);

  private static final String CALLER =
      "(?:(?:HTML|SVG)\\w*Element|HTMLDocument|Document|Window)\\.";

  /// A frame of an element, the document or the window: the browser called a handler of theirs.
  private static final Pattern HANDLER = Pattern.compile("(?m)^\\s*at " + CALLER);

  private static final Pattern HANDLING = Pattern.compile("^" + CALLER);

  private Triggers() {}

  /// Whether a request was made while a handler of an event ran, by the stack that it began with.
  static boolean isHandled(Exchange exchange) {
    return exchange.initiator() != null && HANDLER.matcher(exchange.initiator()).find();
  }

  /// Whether a handler of an event threw, by the stack of the failure.
  static boolean isHandled(Witness witness) {
    return witness
        .subject()
        .event()
        .failing()
        .map(
            thrown ->
                thrown.frames().stream()
                    .map(each -> each.built() == null ? each.function() : each.built().function())
                    .anyMatch(function -> HANDLING.matcher(function).find()))
        .orElse(false);
  }

  static Cause.@Nullable Trigger of(Witness witness, @Nullable Exchange exchange) {
    List<Witness.Action> actions = witness.actions();
    int last = last(actions, witness.failedAt());
    if (exchange != null && last >= 0 && !threw(witness, exchange, actions.get(last))) {
      last = last(actions, exchange.at());
    }
    return last < 0
        ? null
        : new Cause.Trigger(
            last,
            actions.get(last).kind(),
            Math.max(0, Math.round(witness.failedAt() - actions.get(last).at())));
  }

  /// Whether it was the last action that failed, and not the answer when it came.
  private static boolean threw(Witness witness, Exchange exchange, Witness.Action last) {
    if (isOvertaken(exchange, witness.exchanges())) {
      return false;
    }
    double sinceAnswer = witness.failedAt() - exchange.at() - exchange.ms();
    double sinceAction = witness.failedAt() - last.at();
    return sinceAnswer > AT_ONCE
        || (sinceAction < sinceAnswer && (isHandled(witness) || 2 * sinceAction < sinceAnswer));
  }

  /// Whether a later request of the same endpoint was answered before.
  static boolean isOvertaken(Exchange exchange, List<Exchange> all) {
    String endpoint = Contract.endpoint(exchange);
    double ended = exchange.at() + exchange.ms();
    return all.stream()
        .anyMatch(
            other ->
                other.at() > exchange.at()
                    && other.at() + other.ms() < ended
                    && Contract.endpoint(other).equals(endpoint));
  }

  /// The last action up to a time; not what the browser did after it. Negative when there is none.
  private static int last(List<Witness.Action> actions, double until) {
    int last = -1;
    for (int at = 0; at < actions.size(); at++) {
      if (actions.get(at).at() <= until + 1) {
        last = at;
      }
    }
    while (last > 0
        && (follows(actions.get(last), actions.get(last - 1))
            || (actions.get(last).kind().equals("dblclick") && actions.get(last).at() > until))) {
      last--;
    }
    return last;
  }

  private static boolean follows(Witness.Action action, Witness.Action before) {
    Integer within = FOLLOWS.get(action.kind());
    return within != null
        && !before.kind().equals("navigate")
        && action.at() - before.at() <= within;
  }
}
