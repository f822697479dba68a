package dev.suture.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that a rule found, from when it opened until it ended. Of one rule and subject at most
/// one is open.
///
/// @param rule id
/// @param subject what it is about: an issue's id, `deployment:7`, a hotfix's id; empty for the
///   project as a whole
/// @param by who took it on; null while nobody has
/// @param ended when it ended; null while it has not
/// @param why how it ended, in words of Suture's
public record Alert(
    long id,
    long rule,
    String ruleName,
    String kind,
    String subject,
    State state,
    Severity severity,
    Told told,
    Instant opened,
    @Nullable String by,
    @Nullable Instant ended,
    @Nullable String why) {

  /// How far it is.
  public enum State {
    firing,
    acknowledged,
    resolved
  }

  /// The key by which receivers know it again.
  public String key(String project) {
    return "suture:" + project + ":" + rule + ":" + id;
  }
}
