package dev.suture.ship;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

  public static final List<Gate> ALL = List.of(values());

  /// @return empty when there is none of this name
  public static Optional<Gate> named(@Nullable String name) {
    return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /// For a sentence that says which there are.
  public static String names() {
    return ALL.stream().map(Gate::name).collect(Collectors.joining(", ")) + ".";
  }

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
