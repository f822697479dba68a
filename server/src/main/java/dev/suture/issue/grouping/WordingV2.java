package dev.suture.issue.grouping;

import java.util.Set;

/// A message with what varies in it replaced by what it is: numbers, ids, dates, addresses, paths
/// of a disk, quoted text. One pass over a bounded text, character by character.
final class WordingV2 {
  private static final int LONGEST = 500;
  private static final int LONGEST_QUOTE = 200;
  private static final String STACK = "\n    at ";
  private static final Set<String> UNITS =
      Set.of("ns", "us", "µs", "ms", "s", "sec", "secs", "m", "min", "mins", "h", "hrs", "d");
  private static final Set<String> SIZES =
      Set.of("b", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "bytes", "k");
  private static final Set<String> CALENDAR =
      Set.of(
          "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Mon",
          "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "AM", "PM", "GMT", "UTC", "CET", "CEST", "EST",
          "EDT", "PST", "PDT");
  private static final String[] DISK = {
    "/var/",
    "/tmp/",
    "/home/",
    "/Users/",
    "/root/",
    "/data/",
    "/mnt/",
    "/opt/",
    "/srv/",
    "/private/"
  };

  private final String text;
  private final StringBuilder pattern = new StringBuilder();

  private WordingV2(String text) {
    this.text = text;
  }

  static String pattern(String message) {
    String text = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    int stack = text.indexOf(STACK);
    text = (stack > 0 ? text.substring(0, stack) : text).strip();
    boolean whole = text.length() > 2 && closing(text, 0) == text.length() - 1;
    return new WordingV2(whole ? text.substring(1, text.length() - 1) : text).read();
  }

  private String read() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int closing = closing(text, at);
      if (closing > 0) {
        add("<text>");
        at = closing + 1;
      } else if (isDelimiter(c)) {
        if (!Character.isWhitespace(c)) {
          pattern.append(c);
        } else if (!pattern.isEmpty() && pattern.charAt(pattern.length() - 1) != ' ') {
          pattern.append(' ');
        }
        at++;
      } else {
        int end = wordEnd(at);
        word(text.substring(at, end), end < text.length() ? text.charAt(end) : ' ');
        at = end;
      }
    }
    return pattern.toString().strip();
  }

  /// Adds what a value was; one more in a list of the same is left out.
  private void add(String what) {
    int end = pattern.length();
    while (end > 0 && (pattern.charAt(end - 1) == ' ' || pattern.charAt(end - 1) == ',')) {
      end--;
    }
    boolean listed = end < pattern.length() && pattern.substring(end).contains(",");
    int start = end - what.length();
    if (listed && start >= 0 && pattern.substring(start, end).equals(what)) {
      pattern.setLength(end);
    } else {
      pattern.append(what);
    }
  }

  /// Where the quote ends that begins here; -1 when none does. A quote in the middle of a word is
  /// part of a word, as in `can't`.
  private static int closing(String text, int at) {
    String ends =
        switch (text.charAt(at)) {
          case '"' -> "\"";
          case '\'' -> "'";
          case '`' -> "`'";
          case '“' -> "”";
          case '‘' -> "’";
          case '«' -> "»";
          default -> "";
        };
    int most = Math.min(text.length(), at + 1 + LONGEST_QUOTE);
    for (int i = at + 1; !ends.isEmpty() && i < most; i++) {
      if (ends.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    // A quote that the limit cut off was quoted all the same.
    return !ends.isEmpty() && most == LONGEST ? most - 1 : -1;
  }

  private static boolean isDelimiter(char c) {
    return Character.isWhitespace(c) || "\"`“”«»()[]{}<>,;=|".indexOf(c) >= 0;
  }

  private int wordEnd(int start) {
    int end = start;
    while (end < text.length() && !isDelimiter(text.charAt(end))) {
      end++;
    }
    int scheme = text.indexOf("://", start);
    if (scheme >= 0 && scheme < end) {
      while (end < text.length()
          && "\"`<>)”»".indexOf(text.charAt(end)) < 0
          && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private void word(String word, char next) {
    int end = word.length();
    while (end > 0 && ".:!?'’".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    String core = word.substring(0, end);
    String whole = whole(core);
    if (whole != null) {
      add(whole);
    } else if (CALENDAR.contains(core) && (afterNumber() || next == ',')) {
      add("<date>");
    } else {
      parts(core);
    }
    pattern.append(word, end, word.length());
  }

  private boolean afterNumber() {
    int end = pattern.length();
    while (end > 0 && " ,".indexOf(pattern.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && pattern.charAt(end - 1) == '>';
  }

  private static @org.jspecify.annotations.Nullable String whole(String core) {
    if (core.contains("://")) {
      return "<url>";
    }
    int at = core.indexOf('@');
    if (at > 0 && core.lastIndexOf('.') > at) {
      return "<email>";
    }
    if (ShapeV2.isUuid(core)) {
      return "<uuid>";
    }
    if (ShapeV2.isDate(core)) {
      return "<date>";
    }
    if (ShapeV2.isAddress(core)) {
      return "<ip>";
    }
    if (ShapeV2.isHex(core)) {
      return "<hex>";
    }
    if (isDiskPath(core)) {
      return "<path>";
    }
    return ShapeV2.isToken(core) ? "<id>" : null;
  }

  private static boolean isDiskPath(String core) {
    if (core.length() > 3 && core.charAt(1) == ':' && core.charAt(2) == '\\') {
      return true;
    }
    for (String root : DISK) {
      if (core.startsWith(root)) {
        return true;
      }
    }
    return false;
  }

  /// A word piece by piece: `order-17` keeps its name.
  private void parts(String core) {
    int at = 0;
    while (at < core.length()) {
      int end = at;
      while (end < core.length() && "-_/:#.".indexOf(core.charAt(end)) < 0) {
        end++;
      }
      boolean signed = at == end && at == 0 && core.length() > 1 && ShapeV2.isDigit(core.charAt(1));
      if (at == end) {
        if (!signed || core.charAt(0) != '-') {
          pattern.append(core.charAt(at));
        }
        at++;
        continue;
      }
      while (isNumberSoFar(core, at, end)) {
        end++;
        while (end < core.length() && "-_/:#.".indexOf(core.charAt(end)) < 0) {
          end++;
        }
      }
      part(core.substring(at, end));
      at = end;
    }
  }

  /// `3.5` and `10:30` are one number, and so is `1.2.3`.
  private static boolean isNumberSoFar(String core, int start, int end) {
    return end + 1 < core.length()
        && ShapeV2.isDigit(core.charAt(end - 1))
        && ShapeV2.isDigit(core.charAt(end + 1))
        && (core.charAt(end) == '.' || core.charAt(end) == ':')
        && ShapeV2.isDigit(core.charAt(start));
  }

  private void part(String part) {
    int digits = 0;
    while (digits < part.length()
        && (ShapeV2.isDigit(part.charAt(digits)) || ".:".indexOf(part.charAt(digits)) >= 0)) {
      digits++;
    }
    String unit = part.substring(digits).toLowerCase(java.util.Locale.ROOT);
    if (digits == part.length()) {
      add("<number>");
    } else if (digits > 0 && UNITS.contains(unit)) {
      add("<duration>");
    } else if (digits > 0 && SIZES.contains(unit)) {
      add("<size>");
    } else if (ShapeV2.isHex(part)) {
      add("<hex>");
    } else if (ShapeV2.isMixed(part)) {
      add("<id>");
    } else {
      letters(part);
    }
  }

  private void letters(String part) {
    int at = 0;
    while (at < part.length()) {
      int end = at;
      while (end < part.length() && ShapeV2.isDigit(part.charAt(end))) {
        end++;
      }
      if (end > at) {
        pattern.append("<number>");
        at = end;
      } else {
        pattern.append(part.charAt(at++));
      }
    }
  }
}
