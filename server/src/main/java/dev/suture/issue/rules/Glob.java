package dev.suture.issue.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A pattern: `?` is any character, `*` any text, `**` any text across folders. In a path `*` stays
/// within its folder.
///
/// All ways through the pattern are followed at once, one bit for each place in it, so that a text
/// costs time in proportion to its length whatever the pattern.
final class Glob {
  private static final long[] NONE = {};

  private final boolean path;
  private final boolean ignoreCase;
  private final String literal;
  private final boolean plain;
  private final int places;
  private final Map<Character, long[]> steps = new HashMap<>();
  private final long[] any;
  private final long[] stars;
  private final long[] deepStars;

  private Glob(String pattern, boolean path, boolean ignoreCase) {
    this.path = path;
    this.ignoreCase = ignoreCase;
    List<String> tokens = tokens(ignoreCase ? pattern.toLowerCase(Locale.ROOT) : pattern);
    places = tokens.size();
    int words = places / 64 + 1;
    any = new long[words];
    stars = new long[words];
    deepStars = new long[words];
    for (int i = 0; i < places; i++) {
      String token = tokens.get(i);
      long[] into =
          switch (token) {
            case "?" -> any;
            case "*" -> stars;
            case "**" -> deepStars;
            default -> steps.computeIfAbsent(token.charAt(0), _ -> new long[words]);
          };
      into[i / 64] |= 1L << i;
    }
    plain = tokens.stream().noneMatch(Glob::isWild);
    literal = longestLiteral(tokens);
  }

  /// For names and messages.
  static Glob text(String pattern) {
    return new Glob(pattern, false, false);
  }

  static Glob ignoringCase(String pattern) {
    return new Glob(pattern, false, true);
  }

  /// For paths, in whichever case and with either slash.
  static Glob path(String pattern) {
    return new Glob(pattern.replace('\\', '/'), true, true);
  }

  private static boolean isWild(String token) {
    return token.equals("?") || token.equals("*") || token.equals("**");
  }

  /// The pattern place by place; stars in a row are one.
  private static List<String> tokens(String pattern) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      int end = at;
      while (end < pattern.length() && pattern.charAt(end) == '*') {
        end++;
      }
      if (end > at) {
        tokens.add(end - at > 1 ? "**" : "*");
        at = end;
      } else {
        tokens.add(pattern.substring(at, at + 1));
        at++;
      }
    }
    return tokens;
  }

  private static String longestLiteral(List<String> tokens) {
    String longest = "";
    StringBuilder run = new StringBuilder();
    for (String token : tokens) {
      if (isWild(token)) {
        run.setLength(0);
      } else {
        run.append(token);
        longest = run.length() > longest.length() ? run.toString() : longest;
      }
    }
    return longest;
  }

  boolean matches(String value) {
    String text = ignoreCase ? value.toLowerCase(Locale.ROOT) : value;
    if (!path) {
      return matchesExactly(text);
    }
    String slashed = text.replace('\\', '/');
    return matchesExactly(slashed) || (!slashed.startsWith("/") && matchesExactly("/" + slashed));
  }

  private boolean matchesExactly(String text) {
    if (plain) {
      return text.equals(literal);
    }
    if (!text.contains(literal)) {
      return false;
    }
    int words = any.length;
    long[] now = new long[words];
    now[0] = 1;
    skipStars(now);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      long[] step = steps.getOrDefault(c, NONE);
      long carry = 0;
      long alive = 0;
      for (int word = 0; word < words; word++) {
        long active = now[word];
        long stays = active & (path && c == '/' ? deepStars[word] : stars[word] | deepStars[word]);
        long moves = active & (any[word] | (step.length == 0 ? 0 : step[word]));
        now[word] = stays | (moves << 1) | carry;
        carry = moves >>> 63;
        alive |= now[word];
      }
      if (alive == 0) {
        return false;
      }
      skipStars(now);
    }
    return (now[places / 64] >>> (places % 64) & 1) == 1;
  }

  /// A star may stand for nothing.
  private void skipStars(long[] now) {
    long carry = 0;
    for (int word = 0; word < now.length; word++) {
      now[word] |= carry;
      long skipped = now[word] & (stars[word] | deepStars[word]);
      now[word] |= skipped << 1;
      carry = skipped >>> 63;
    }
  }
}
