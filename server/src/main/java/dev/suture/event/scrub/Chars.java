package dev.suture.event.scrub;

/// What a character can begin or be part of, from one table.
final class Chars {
  static final int WORD = 1;
  static final int DIGIT = 2;
  static final int HEX = 4;
  static final int TOKEN = 8;
  static final int LOGIN = 16;
  static final int MAIL = 32;
  static final int NAME = 64;

  private static final byte[] CLASS = new byte[128];

  static {
    for (char c = 'a'; c <= 'z'; c++) {
      CLASS[c] = WORD | TOKEN | LOGIN | MAIL | NAME;
      CLASS[c - 'a' + 'A'] = WORD | TOKEN | LOGIN | MAIL | NAME;
    }
    for (char c = '0'; c <= '9'; c++) {
      CLASS[c] = WORD | DIGIT | HEX | TOKEN | LOGIN | MAIL | NAME;
    }
    for (char c = 'a'; c <= 'f'; c++) {
      CLASS[c] |= HEX;
      CLASS[c - 'a' + 'A'] |= HEX;
    }
    CLASS['_'] = WORD | TOKEN | LOGIN | MAIL | NAME;
    add("-", TOKEN | LOGIN | MAIL | NAME);
    add(".", LOGIN | MAIL | NAME);
    add("%~!$'+", LOGIN | MAIL);
    add("&*=(),;:", LOGIN);
  }

  private Chars() {}

  private static void add(String characters, int classes) {
    for (char c : characters.toCharArray()) {
      CLASS[c] |= (byte) classes;
    }
  }

  static boolean is(char c, int classes) {
    return c < 128 && (CLASS[c] & classes) != 0;
  }

  static boolean is(String text, int at, int classes) {
    return at >= 0 && at < text.length() && is(text.charAt(at), classes);
  }

  /// Whether no word goes on over this place from the left.
  static boolean opens(String text, int at) {
    return at == 0 || !isWord(text.charAt(at - 1));
  }

  /// Whether no word goes on over this place to the right.
  static boolean closes(String text, int at) {
    return at >= text.length() || !isWord(text.charAt(at));
  }

  private static boolean isWord(char c) {
    return c < 128 ? (CLASS[c] & WORD) != 0 : Character.isLetterOrDigit(c);
  }

  /// The end of the run of such characters, at most so many.
  static int run(String text, int from, int classes, int most) {
    int end = Math.min(text.length(), from + most);
    int at = from;
    while (at < end && is(text.charAt(at), classes)) {
      at++;
    }
    return at;
  }
}
