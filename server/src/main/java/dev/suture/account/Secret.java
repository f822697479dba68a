package dev.suture.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Random text that lets its holder in: 256 bits. Only its hash is kept, and a plain one is enough,
/// for nobody guesses 256 bits.
public final class Secret {
  /// Ahead of every token, so that scanners of code and logs know one when they see it.
  public static final String PREFIX = "suture_";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  public static String fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// How a secret is kept. Whatever stands before the last underscore says what a token is for and
  /// proves nothing.
  public static String hash(String text) {
    String secret = text.substring(text.lastIndexOf('_') + 1);
    return HexFormat.of().formatHex(sha256(secret));
  }

  /// The answer to a challenge of PKCE.
  public static String challenge(String verifier) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(verifier));
  }

  /// Whether two secrets are the same, in a time that says nothing about where they differ.
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
