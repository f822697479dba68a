package dev.suture.backport.presence;

import dev.suture.backport.presence.Evidence.Step;
import java.util.List;

/// Whether a line has a fix.
public sealed interface Verdict {

  /// What each step found, from cheap to dear.
  List<Evidence> evidence();

  /// Whether the guard may take the fix for there without a run of the reproduction.
  default boolean isGreen() {
    return false;
  }

  /// Whether this is known, rather than likely.
  default boolean isSure() {
    return false;
  }

  /// The line has it, and its tip still holds it.
  ///
  /// @param how the step that found it
  /// @param carriers commits of the line that brought it, the head of the fix where it was merged
  record Present(Step how, List<String> carriers, List<Evidence> evidence) implements Verdict {
    @Override
    public boolean isSure() {
      return switch (how) {
        case ancestry, trailer, patch, change -> true;
        case authorship, likeness, tip -> false;
      };
    }

    @Override
    public boolean isGreen() {
      return isSure();
    }
  }

  /// No commit of the line brings it.
  ///
  /// @param isSure the tip has the lines that the fix replaces, or nothing on the line is like it
  record Missing(boolean isSure, List<Evidence> evidence) implements Verdict {}

  /// Some of it is there.
  ///
  /// @param share of the fix that the line has, from 0 to 1
  /// @param lacking commits of the fix that the line does not have; empty where they are not known
  ///   one by one
  record Partial(
      double share,
      List<String> carriers,
      List<String> lacking,
      boolean isSure,
      List<Evidence> evidence)
      implements Verdict {}

  /// It was there and was taken back.
  ///
  /// @param carriers commits of the line that had brought it
  /// @param by commits of the line that took it back; empty where the tip alone shows it
  record Reverted(List<String> carriers, List<String> by, boolean isSure, List<Evidence> evidence)
      implements Verdict {}

  /// It came, and later changes of the line replaced its code.
  record Superseded(List<String> carriers, List<Evidence> evidence) implements Verdict {}

  record CannotTell(String why, List<Evidence> evidence) implements Verdict {}
}
