package dev.suture.issue.trust;

import dev.suture.event.Sender;
import org.jspecify.annotations.Nullable;

/// How the one failure that an agent is shown came in, and whether a person has looked at it.
///
/// @param event id of the failure's event; empty when none of the issue is kept
/// @param approval the newest word of a person on a failure of this issue, be it of another event
public record Standing(
    String issue, String event, Sender sender, Trust.@Nullable Approval approval) {

  /// Whether a person has looked at this very event.
  public boolean approved() {
    return approval != null && !event.isEmpty() && approval.event().equals(event);
  }

  /// Whether anybody who knows the public key could have made it up.
  public boolean anonymous() {
    return sender == Sender.anonymousKey;
  }

  /// Whether a program may write because of it.
  public boolean allowsWrites() {
    return !anonymous() || approved();
  }
}
