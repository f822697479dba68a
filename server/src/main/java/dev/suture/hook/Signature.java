package dev.suture.hook;

import dev.suture.account.Secret;
import dev.suture.dora.HookReader.Sent;
import dev.suture.io.Outbound;
import java.util.Optional;

/// How senders show that they know the secret.
final class Signature {
  private Signature() {}

  /// `sha256=` and the HMAC of the body.
  static boolean signed(String secret, Sent sent, String header) {
    Optional<String> given = sent.header(header);
    return given.isPresent()
        && Secret.same("sha256=" + Outbound.hmac(secret, sent.body()), given.get());
  }

  static boolean bearer(String secret, Sent sent) {
    return sent.header("Authorization")
        .filter(given -> Secret.same("Bearer " + secret, given))
        .isPresent();
  }

  static boolean token(String secret, Sent sent, String header) {
    return sent.header(header).filter(given -> Secret.same(secret, given)).isPresent();
  }
}
