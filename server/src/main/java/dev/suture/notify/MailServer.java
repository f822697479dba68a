package dev.suture.notify;

import org.jspecify.annotations.Nullable;

/// The server that mail is handed to.
///
/// @param from the sender's address
/// @param user null for none
/// @param password null for none
public record MailServer(
    String host,
    int port,
    Security security,
    String from,
    @Nullable String user,
    @Nullable String password) {

  /// How the way there is protected.
  public enum Security {
    /// From the first byte on.
    tls,
    /// Asked for, and required.
    starttls,
    /// Not at all: for a server on the same machine.
    plain
  }
}
