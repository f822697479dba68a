package dev.suture.project;

/// The branches that carry the two ends of every hotfix.
///
/// @param production the branch that production is released from
/// @param develop the branch that the next release grows on
public record Lines(String production, String develop) {
  public static final Lines GIT_FLOW = new Lines("master", "develop");

  /// Whether a text may be the name of a branch here: letters, digits and `._/-`, no dash first.
  public static boolean isBranch(String text) {
    return text.matches("[A-Za-z0-9_][A-Za-z0-9._/-]{0,199}")
        && !text.contains("..")
        && !text.contains("//")
        && !text.endsWith("/")
        && !text.endsWith(".")
        && !text.endsWith(".lock");
  }
}
