package dev.suture.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Short texts that were read lately, by the bytes that they were read from. Senders repeat
/// themselves from event to event: names of files, functions and tags, lines of source. A text that
/// is found here takes no memory of its own and has its hash code already.
///
/// A place holds one text, which gives way to another that was met twice in a row there. All
/// threads share the places without a lock: what one misses it makes anew.
final class RecentTexts {
  private static final int LONGEST = 200;
  private static final int PLACES = 1 << 13;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final @Nullable Known[] KNOWN = new Known[PLACES];
  private static final long[] MET = new long[PLACES];

  private RecentTexts() {}

  /// @param bytes the text as it was written
  private record Known(byte[] bytes, String text) {}

  /// @param made the text of these bytes, which nothing but them decides
  static String of(byte[] bytes, int from, int length, Supplier<String> made) {
    if (length > LONGEST || length == 0) {
      return made.get();
    }
    long hash = hash(bytes, from, length);
    int place = (int) (hash >>> 32) & (PLACES - 1);
    Known known = KNOWN[place];
    if (known != null
        && known.bytes.length == length
        && Arrays.equals(known.bytes, 0, length, bytes, from, from + length)) {
      return known.text;
    }
    String text = made.get();
    if (MET[place] == hash) {
      KNOWN[place] = new Known(Arrays.copyOfRange(bytes, from, from + length), text);
    } else {
      MET[place] = hash;
    }
    return text;
  }

  static long hash(byte[] bytes, int from, int length) {
    long hash = length * MIX;
    int at = from;
    int end = from + length;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = (hash ^ (long) LONGS.get(bytes, at)) * MIX;
      hash ^= hash >>> 29;
    }
    long rest = 0;
    for (; at < end; at++) {
      rest = rest << 8 | bytes[at] & 0xff;
    }
    hash = (hash ^ rest) * MIX;
    return hash ^ hash >>> 29;
  }
}
