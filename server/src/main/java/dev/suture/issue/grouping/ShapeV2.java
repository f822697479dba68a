package dev.suture.issue.grouping;

/// What a word of a message is, by the characters it is made of.
final class ShapeV2 {
  private static final int SHORTEST_HEX = 8;
  private static final int SHORTEST_TOKEN = 16;
  private static final int CHANGES_OF_ID = 3;

  private ShapeV2() {}

  static boolean isUuid(String word) {
    if (word.length() != 36) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? word.charAt(i) != '-' : !isHexDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// Begins as `2026-05-04` or `2026/05/04`; a time may follow.
  static boolean isDate(String word) {
    if (word.length() < 10) {
      return false;
    }
    char mark = word.charAt(4);
    for (int i = 0; i < 10; i++) {
      boolean between = i == 4 || i == 7;
      if (between ? word.charAt(i) != mark : !isDigit(word.charAt(i))) {
        return false;
      }
    }
    return mark == '-' || mark == '/' || mark == '.';
  }

  /// `10.0.0.1`, a port behind it or not; `fe80::1`; `00:1a:2b:3c:4d:5e`.
  static boolean isAddress(String word) {
    int dots = 0;
    int colons = 0;
    boolean letter = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      dots += c == '.' ? 1 : 0;
      colons += c == ':' ? 1 : 0;
      letter |= !isDigit(c) && isHexDigit(c);
      if (!isHexDigit(c) && c != '.' && c != ':' && c != '/') {
        return false;
      }
    }
    boolean four = dots == 3 && colons <= 1 && !letter && isDigit(word.charAt(0));
    return four || (colons >= 2 && dots == 0 && (letter || word.contains("::") || colons > 3));
  }

  /// `0x1f`, or eight and more hexadecimal digits with a number among them.
  static boolean isHex(String word) {
    boolean marked = word.startsWith("0x");
    boolean digit = marked;
    boolean letter = marked;
    for (int i = marked ? 2 : 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!isHexDigit(c)) {
        return false;
      }
      digit |= isDigit(c);
      letter |= !isDigit(c);
    }
    return digit && letter && word.length() >= (marked ? 3 : SHORTEST_HEX);
  }

  /// A key, a cursor, a signature: long, of letters and digits that take turns, without a word's
  /// shape.
  static boolean isToken(String word) {
    if (word.length() < SHORTEST_TOKEN) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!isDigit(c) && !isLetter(c) && "-_.+/=".indexOf(c) < 0) {
        return false;
      }
    }
    return changes(word) > CHANGES_OF_ID;
  }

  /// `a1b2c3`: letters and digits take turns.
  static boolean isMixed(String part) {
    return changes(part) >= CHANGES_OF_ID;
  }

  private static int changes(String word) {
    int changes = 0;
    boolean before = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean digit = isDigit(c);
      changes += i > 0 && digit != before && (digit || isLetter(c)) ? 1 : 0;
      before = digit;
    }
    return changes;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
