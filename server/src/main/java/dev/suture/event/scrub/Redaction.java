package dev.suture.event.scrub;

import dev.suture.project.Settings.Method;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What stands in the place of what was taken out.
///
/// @param text for [Method#replace]; empty for the usual words
/// @param salt the project's, so that a hash cannot be looked up elsewhere
record Redaction(Method method, String text, byte[] salt) {
  private static final int HASH_BYTES = 10;

  String of(Kind kind, String found) {
    return of(kind.words(), found);
  }

  String of(String what, String found) {
    return switch (method) {
      case remove -> "";
      case replace -> text.isEmpty() ? "[removed: " + what + "]" : text;
      case mask -> mask(found);
      case hash -> hash(found);
    };
  }

  /// Letters and digits as asterisks; what stands between them stays.
  private static String mask(String found) {
    StringBuilder masked = new StringBuilder(found.length());
    for (int i = 0; i < found.length(); i++) {
      masked.append(Character.isLetterOrDigit(found.charAt(i)) ? '*' : found.charAt(i));
    }
    return masked.toString();
  }

  private String hash(String found) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(salt, "HmacSHA256"));
      byte[] whole = mac.doFinal(found.getBytes(StandardCharsets.UTF_8));
      return "hash:" + HexFormat.of().formatHex(Arrays.copyOf(whole, HASH_BYTES));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", missing);
    }
  }
}
