package dev.suture.project;

/// The branches that carry the two ends of every hotfix.
///
/// @param production the branch that production is released from
/// @param develop the branch that the next release grows on
public record Lines(String production, String develop) {
  public static final Lines GIT_FLOW = new Lines("master", "develop");
}
