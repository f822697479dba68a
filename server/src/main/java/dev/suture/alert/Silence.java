package dev.suture.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Nobody is told until it ends; alerts open and end all the same, and what still holds then is
/// told.
///
/// @param rule id; null for every rule
/// @param subject of an alert; null for every one
/// @param by name of who wants it
public record Silence(
    long id,
    @Nullable Long rule,
    @Nullable String subject,
    String reason,
    String by,
    Instant from,
    Instant until) {

  public boolean covers(Alert alert, Instant at) {
    return at.isBefore(until)
        && (rule == null || rule == alert.rule())
        && (subject == null || subject.equals(alert.subject()));
  }
}
