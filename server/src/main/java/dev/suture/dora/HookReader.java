package dev.suture.dora;

import java.util.List;
import java.util.Optional;

/// Understands the notifications of one tool.
public interface HookReader {
  /// The word for the tool in addresses: `github`.
  String source();

  /// Whether whoever sent this knows the secret.
  boolean genuine(String secret, Sent sent);

  /// @throws NotUnderstood with what is missing
  List<Notice> read(Sent sent) throws NotUnderstood;

  /// A notification as it came.
  interface Sent {
    Optional<String> header(String name);

    /// Of the address that it was sent to.
    Optional<String> parameter(String name);

    byte[] body();
  }

  /// It is none of the tool's notifications.
  final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1;

    public NotUnderstood(String message) {
      super(message);
    }
  }
}
