package dev.suture.alert;

import java.time.Duration;

/// Speaks to channels.
public interface Notifier {
  /// @param secret of the channel
  Outcome send(Channel channel, String secret, Message message);

  /// @param address as a person typed it; a secret one included
  /// @throws IllegalArgumentException with why a channel of this kind cannot have these
  void check(Channel.Kind kind, String address, String secret);

  /// What came of an attempt.
  sealed interface Outcome {
    /// @param answer in words that are safe to show
    String answer();

    record Delivered(String answer) implements Outcome {}

    /// It may work later.
    ///
    /// @param after what the other side asks for; zero for nothing
    record Again(String answer, Duration after) implements Outcome {}

    /// It will not work.
    record Refused(String answer) implements Outcome {}
  }
}
