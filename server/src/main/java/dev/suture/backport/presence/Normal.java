package dev.suture.backport.presence;

import java.nio.charset.StandardCharsets;

/// Lines in the form in which they are compared: white space does not count.
final class Normal {
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private Normal() {}

  /// Hash of a line without its white space; 0 for one that does not count: it is blank, or states
  /// a copyright, whose year changes by itself.
  static long line(byte[] text, int from, int to) {
    long hash = 0;
    boolean any = false;
    for (int i = from; i < to; i++) {
      byte b = text[i];
      if (b > ' ' || b < 0) {
        hash = (hash ^ (b & 0xff)) * PRIME;
        hash ^= hash >>> 29;
        any = true;
      }
    }
    return !any || isCopyright(text, from, to) ? 0 : nonZero(mixed(hash));
  }

  static long hash(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long hash = bytes.length;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xff)) * PRIME;
      hash ^= hash >>> 29;
    }
    return mixed(hash);
  }

  static long mixed(long hash) {
    long mixed = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
    return mixed ^ (mixed >>> 32);
  }

  private static long nonZero(long hash) {
    return hash == 0 ? 1 : hash;
  }

  private static boolean isCopyright(byte[] text, int from, int to) {
    for (int i = from; i + 9 <= to; i++) {
      if ((text[i] | 0x20) == 'c' && (text[i + 1] | 0x20) == 'o' && (text[i + 2] | 0x20) == 'p') {
        String rest = new String(text, i, Math.min(to - i, 80), StandardCharsets.ISO_8859_1);
        if (rest.regionMatches(true, 0, "copyright", 0, 9)
            && rest.chars().filter(Character::isDigit).count() >= 4) {
          return true;
        }
      }
    }
    return false;
  }

  /// Splits a line into words and signs.
  ///
  /// @param into filled with hashes of tokens; a word's is positive, a sign's negative
  /// @return how many
  static int tokens(byte[] text, int from, int to, int[] into) {
    int count = 0;
    int i = from;
    while (i < to && count < into.length) {
      byte b = text[i];
      if (isWord(b)) {
        int hash = 7;
        while (i < to && isWord(text[i])) {
          hash = hash * 31 + text[i++];
        }
        into[count++] = (hash ^ (hash >>> 15)) & 0x7fffffff;
      } else {
        if (b > ' ') {
          into[count++] = -b;
        }
        i++;
      }
    }
    return count;
  }

  private static boolean isWord(byte b) {
    return b < 0
        || b == '_'
        || (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z');
  }
}
