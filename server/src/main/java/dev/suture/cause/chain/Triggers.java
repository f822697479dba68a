package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.Witness;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which of the user's actions set a failure off: the last before the request that answered badly,
/// where the answer is what failed; else the last before the failure.
final class Triggers {
  /// An answer that waited longer in the page was shown or used by a later action.
  private static final double AT_ONCE = 250;

  /// A frame of an element, the document or the window: the browser called a handler of theirs.
  private static final Pattern HANDLER =
      Pattern.compile("(?m)^\\s*at (?:(?:HTML|SVG)\\w*Element|HTMLDocument|Document|Window)\\.");

  private Triggers() {}

  /// Whether a request was made while a handler of an event ran, by the stack that it began with.
  static boolean isHandled(Exchange exchange) {
    return exchange.initiator() != null && HANDLER.matcher(exchange.initiator()).find();
  }

  static Cause.@Nullable Trigger of(Witness witness, @Nullable Exchange exchange) {
    double until = witness.failedAt();
    if (exchange != null && witness.failedAt() - exchange.at() - exchange.ms() <= AT_ONCE) {
      until = exchange.at();
    }
    List<Witness.Action> actions = witness.actions();
    int last = -1;
    for (int at = 0; at < actions.size(); at++) {
      if (actions.get(at).at() <= until + 1) {
        last = at;
      }
    }
    return last < 0
        ? null
        : new Cause.Trigger(
            last,
            actions.get(last).kind(),
            Math.max(0, Math.round(witness.failedAt() - actions.get(last).at())));
  }
}
