package dev.suture.dora;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why a deployment counts as failed.
///
/// @param says in words of ours
/// @param ref what shows it: a hotfix's id, a deployment's id, a person's name; null for the watch
/// @param assumed whether something else could as well be to blame
public record Evidence(Kind kind, Instant at, String says, @Nullable String ref, boolean assumed) {

  /// What kinds of evidence there are.
  public enum Kind {
    said,
    rolledBack,
    /// A hotfix was started.
    hotfix,
    /// The next deployment was a hotfix, and nobody said what for.
    hotfixDeployed,
    alarm
  }

  static Evidence said(History.Word word) {
    return new Evidence(
        Kind.said,
        word.at(),
        word.ofPerson() ? "A person says so." : "A program reported it.",
        word.name(),
        false);
  }

  static Evidence rolledBack(Delivery by, boolean assumed) {
    return new Evidence(
        Kind.rolledBack,
        by.at(),
        assumed
            ? "It was rolled back; it is the first of several since the release that was gone back"
                + " to, so it is assumed to be the one to blame."
            : "It was rolled back.",
        Long.toString(by.last().id()),
        assumed);
  }

  static Evidence hotfix(History.Declared declared, boolean assumed) {
    return new Evidence(
        Kind.hotfix,
        declared.at(),
        assumed
            ? "A hotfix was started while it was live; which release brought the fault is not"
                + " known."
            : "A hotfix was started for an issue that was first seen in it.",
        declared.hotfix(),
        assumed);
  }

  static Evidence hotfixDeployed(Delivery by) {
    return new Evidence(
        Kind.hotfixDeployed,
        by.at(),
        "The next release was deployed as a hotfix.",
        Long.toString(by.last().id()),
        true);
  }

  static Evidence alarm(Instant at, String verdict) {
    return new Evidence(
        Kind.alarm,
        at,
        verdict.equals("silent")
            ? "Its watch alarmed: what should report fell silent."
            : "Its watch alarmed: the error rate rose.",
        null,
        false);
  }
}
