package dev.suture.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Ids of events: 32 hexadecimal digits, with the dashes of a UUID or without.
public final class EventId {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{32}|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

  private EventId() {}

  public static Optional<String> parse(String text) {
    if (isUsual(text)) {
      return Optional.of(text);
    }
    return ID.matcher(text).matches()
        ? Optional.of(text.replace("-", "").toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /// As nearly all senders write it, and as it is kept.
  private static boolean isUsual(String text) {
    if (text.length() != 32) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /// The id of an event that came without one: the same each time that it is digested.
  public static String derive(byte[] payload, Instant received) {
    return derive(payload, received.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /// The id of an event that is told by what is in it, however often it arrives.
  public static String derive(byte[]... identity) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : identity) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
