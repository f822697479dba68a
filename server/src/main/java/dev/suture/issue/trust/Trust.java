package dev.suture.issue.trust;

import dev.suture.event.Sender;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom an issue's evidence came from.
///
/// @param came how many events came in which way, the most trusted way first
/// @param approval a person's word that programs may write because of one of its events; null for
///   none
public record Trust(String issue, List<Came> came, @Nullable Approval approval) {
  public record Came(Sender sender, long events) {}

  /// @param actor as [dev.suture.account.Principal#actor] says it
  /// @param event id of the event that the person looked at
  public record Approval(String actor, String name, Instant at, String event) {}
}
