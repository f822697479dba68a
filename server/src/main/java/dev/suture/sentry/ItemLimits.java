package dev.suture.sentry;

/// How large things in an envelope may be, in bytes after decoding.
final class ItemLimits {
  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;

  static final long ENVELOPE = 200 * MIB;
  static final long REPLAY_UNPACKED = 100 * MIB;
  static final int HEADER_LINE = (int) (16 * KIB);
  static final int ITEMS = 1000;

  private ItemLimits() {}

  /// The limit of an item's payload by its type.
  static long of(String type) {
    return switch (type) {
      case "event", "security", "raw_security", "feedback", "user_report" -> MIB;
      case "transaction" -> MIB;
      case "replay_recording", "replay_event" -> 10 * MIB;
      case "client_report", "check_in" -> 100 * KIB;
      case "session" -> 100 * KIB;
      case "sessions", "span" -> 10 * MIB;
      case "log", "trace_metric" -> 12 * MIB;
      case "attachment" -> ENVELOPE;
      default -> 50 * MIB;
    };
  }
}
