package dev.suture.ship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What must be so before an urgent ship begins.
public enum Gate {
  /// The failure was reproduced, and with the fix it is gone.
  proof,
  /// The project's own checks passed on the very commit.
  checks,
  /// The change is as small as the policy wants it.
  scope,
  /// A second person has looked.
  approval,
  /// Content and configuration were validated by the command that the policy names.
  content,
  /// The fix is on its way to the other lines.
  backport,
  /// Nothing else is being shipped.
  alone,
  /// There is a way back.
  rollback;

  /// Whether a person may let it be: a second person is never waived, nor is another ship on the
  /// way.
  public boolean isWaivable() {
    return this != approval && this != alone;
  }

  public enum State {
    passed,
    failed,
    waived
  }

  /// @param says why, in words of ours
  /// @param reporter who reported it, where this server has not seen it itself; null where it has
  /// @param waiver in force; null when nobody waived it
  public record Told(
      Gate gate, State state, String says, @Nullable String reporter, @Nullable Waiver waiver) {}

  /// @param by name of the person
  /// @param until it counts no longer after this
  public record Waiver(Gate gate, String by, String reason, Instant at, Instant until) {}
}
