package dev.suture.line;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why a line need not have a fix.
///
/// @param hotfix id
/// @param line name
/// @param by as [dev.suture.account.Principal#actor] says it
/// @param name of who said so
/// @param reason text of a person, or what was run
/// @param commit of the line that was tried; null for a waiver
public record Exemption(
    String hotfix,
    String line,
    Kind kind,
    String by,
    String name,
    String reason,
    @Nullable String commit,
    Instant at) {

  public enum Kind {
    /// A person takes it on.
    waived,
    /// The reproduction ran on the line's own commit, and the fault is not there.
    notAffected
  }
}
