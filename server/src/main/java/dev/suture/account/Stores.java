package dev.suture.account;

import java.time.Instant;

/// All that this room keeps.
public record Stores(
    AccountStore accounts,
    SessionStore sessions,
    TokenStore tokens,
    LinkStore links,
    TeamStore teams,
    AuditLog audit) {

  /// Writes down what somebody did.
  ///
  /// @param subject whom or what it was done to
  public void note(Principal who, String action, String subject, Instant at, String address) {
    audit.add(new AuditLog.Entry(0, at, who.actor(), who.name(), action, subject, address));
  }
}
