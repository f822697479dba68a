package dev.suture.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where an issue is in its life, since when, and why.
public record Standing(IssueState state, Instant since, @Nullable Reason reason) {

  /// When to look at the issue again although nothing happened: the epoch for always, null for
  /// never. New and regressed issues age by themselves.
  public @Nullable Instant wakes() {
    return switch (reason) {
      case null -> null;
      case Reason.UntilDate(Instant date) -> date;
      case Reason.Until _, Reason.Faster _ -> Instant.EPOCH;
      case Reason.InCommit(String _, String release) -> release == null ? Instant.EPOCH : null;
      case Reason.Resolution _, Reason.SeenAgain _, Reason.Woken _ -> null;
    };
  }
}
