package dev.suture.project;

import org.jspecify.annotations.Nullable;

/// The branches that carry the two ends of every hotfix.
///
/// @param production the branch that production is released from
/// @param develop the branch that the next release grows on
public record Lines(String production, String develop) {
  public static final Lines GIT_FLOW = new Lines("master", "develop");

  /// Whether a text may name a branch; narrower than what git allows.
  public static boolean isBranch(@Nullable String text) {
    return text != null
        && text.matches("[A-Za-z0-9_][A-Za-z0-9_./+-]{0,199}")
        && !text.contains("..")
        && !text.contains("//")
        && !text.endsWith("/")
        && !text.endsWith(".")
        && !text.endsWith(".lock");
  }
}
