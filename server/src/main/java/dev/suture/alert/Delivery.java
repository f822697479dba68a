package dev.suture.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One message to one channel. It is stored with the step that makes it necessary, before it is
/// sent.
///
/// @param alerts ids
/// @param due when it is to be sent, or tried again
/// @param says why it is in its state
public record Delivery(
    long id,
    long channel,
    String channelName,
    long rule,
    Action action,
    List<Long> alerts,
    State state,
    Instant created,
    Instant due,
    @Nullable String says,
    List<Attempt> attempts) {
  public Delivery {
    alerts = List.copyOf(alerts);
    attempts = List.copyOf(attempts);
  }

  /// What the message is about.
  public enum Action {
    trigger,
    escalate,
    acknowledge,
    resolve,
    test
  }

  /// Where it stands.
  public enum State {
    /// To be sent when it is due.
    waiting,
    /// A silence keeps it.
    held,
    delivered,
    /// Nothing to tell any more.
    dropped,
    /// Given up.
    failed
  }

  /// @param millis how long it took; null while it has no end that is known
  /// @param answer what came of it
  public record Attempt(Instant at, @Nullable Long millis, String answer) {}
}
