package dev.suture.project;

/// What a project may keep: of events their content, not their counts, which stay for ever.
///
/// @param bytes of disk for kept events, captures and replays
/// @param days that they are kept at the most; the newest event of an issue stays
public record Retention(long bytes, int days) {
  public static final Retention DEFAULT = new Retention(2L << 30, 90);
  public static final long LEAST_BYTES = 1L << 20;
  public static final long MOST_BYTES = 1L << 50;
  public static final int MOST_DAYS = 3_650;

  /// @throws IllegalArgumentException with a sentence for the one who chose it
  public Retention {
    if (bytes < LEAST_BYTES || bytes > MOST_BYTES) {
      throw new IllegalArgumentException("bytes is a number from 1 MiB to 1 PiB.");
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException("days is a number from 1 to " + MOST_DAYS + ".");
    }
  }
}
