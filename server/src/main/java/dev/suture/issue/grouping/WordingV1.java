package dev.suture.issue.grouping;

import org.jspecify.annotations.Nullable;

/// What version 1 takes from a message. One pass over a bounded text, character by character.
final class WordingV1 {
  private static final int LONGEST = 500;
  private static final int LONGEST_QUOTE = 200;

  private WordingV1() {}

  /// The errors that every browser words in its own way, in words of ours; any other message with
  /// its variable pieces taken out.
  static String canonical(String message) {
    String text = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    String property = nullishProperty(text);
    if (property != null) {
      return "property " + property + " of nothing";
    }
    String variable = unknownVariable(text);
    if (variable != null) {
      return "unknown variable " + variable;
    }
    int call = text.indexOf(" is not a function");
    if (call > 0) {
      return "call of " + lastName(text.substring(0, call)) + ", which is no function";
    }
    return pattern(text);
  }

  /// The property that was read or set on undefined or null.
  private static @Nullable String nullishProperty(String text) {
    if (text.startsWith("Cannot read propert") || text.startsWith("Cannot set propert")) {
      return quoted(text, '\'');
    }
    if (text.startsWith("can't access property ")) {
      return quoted(text, '"');
    }
    int evaluating = text.indexOf(" is not an object (evaluating '");
    if (evaluating >= 0) {
      String expression = quoted(text.substring(evaluating), '\'');
      return expression == null ? null : lastName(before(expression, " = "));
    }
    return null;
  }

  private static @Nullable String unknownVariable(String text) {
    String safari = "Can't find variable: ";
    if (text.startsWith(safari)) {
      return text.substring(safari.length()).strip();
    }
    String others = " is not defined";
    return text.endsWith(others) ? text.substring(0, text.length() - others.length()) : null;
  }

  private static @Nullable String quoted(String text, char quote) {
    int from = text.indexOf(quote);
    int to = text.indexOf(quote, from + 1);
    return from >= 0 && to > from ? text.substring(from + 1, to) : null;
  }

  private static String before(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  /// The last name of an expression: `price` of `cart.items[0].price`.
  private static String lastName(String expression) {
    int end = expression.length();
    while (end > 0 && !isNamePart(expression.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && isNamePart(expression.charAt(start - 1))) {
      start--;
    }
    return expression.substring(start, end);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  /// The message with numbers, ids, dates, addresses and quoted text replaced by what they are.
  static String pattern(String message) {
    String text = message.length() > LONGEST ? message.substring(0, LONGEST) : message;
    StringBuilder pattern = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int closing = isQuote(c) ? text.indexOf(c, at + 1) : -1;
      if (closing > 0 && closing - at <= LONGEST_QUOTE) {
        pattern.append("<text>");
        at = closing + 1;
      } else if (isDelimiter(c)) {
        pattern.append(Character.isWhitespace(c) ? ' ' : c);
        at++;
      } else {
        int end = wordEnd(text, at);
        word(text.substring(at, end), pattern);
        at = end;
      }
    }
    return pattern.toString().strip().replaceAll(" {2,}", " ");
  }

  /// A quote in the middle of a word is part of a word, as in `can't`; words are taken whole, so
  /// only a quote that begins one comes here.
  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  private static boolean isDelimiter(char c) {
    return Character.isWhitespace(c) || "\"`()[]{}<>,;=|".indexOf(c) >= 0;
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && !isDelimiter(text.charAt(end))) {
      end++;
    }
    int scheme = text.indexOf("://", start);
    if (scheme >= 0 && scheme < end) {
      while (end < text.length() && !endsUrl(text.charAt(end))) {
        end++;
      }
    }
    return end;
  }

  private static boolean endsUrl(char c) {
    return Character.isWhitespace(c) || "\"`<>)".indexOf(c) >= 0;
  }

  private static void word(String word, StringBuilder pattern) {
    int end = word.length();
    while (end > 0 && ".:!?'".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    String core = word.substring(0, end);
    if (core.contains("://")) {
      pattern.append("<url>");
    } else if (core.indexOf('@') > 0 && core.lastIndexOf('.') > core.indexOf('@')) {
      pattern.append("<email>");
    } else if (isUuid(core)) {
      pattern.append("<uuid>");
    } else if (isDate(core)) {
      pattern.append("<date>");
    } else if (isHex(core)) {
      pattern.append("<hex>");
    } else {
      numbers(core, pattern);
    }
    pattern.append(word, end, word.length());
  }

  private static boolean isUuid(String word) {
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

  /// Begins as `2026-05-04`; a time may follow.
  private static boolean isDate(String word) {
    if (word.length() < 10) {
      return false;
    }
    for (int i = 0; i < 10; i++) {
      boolean dash = i == 4 || i == 7;
      if (dash ? word.charAt(i) != '-' : !isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// `0x1f`, or eight and more hexadecimal digits with a number among them.
  private static boolean isHex(String word) {
    boolean marked = word.startsWith("0x");
    boolean digit = marked;
    for (int i = marked ? 2 : 0; i < word.length(); i++) {
      if (!isHexDigit(word.charAt(i))) {
        return false;
      }
      digit |= isDigit(word.charAt(i));
    }
    return digit && word.length() >= (marked ? 3 : 8) && !isAllDigits(word);
  }

  private static boolean isAllDigits(String word) {
    return word.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Each number with its sign and its dots, `10.0.0.1` and `-3.5` as one.
  private static void numbers(String word, StringBuilder pattern) {
    int at = 0;
    while (at < word.length()) {
      char c = word.charAt(at);
      boolean signed =
          at == 0 && (c == '-' || c == '+') && word.length() > 1 && isDigit(word.charAt(1));
      if (!isDigit(c) && !signed) {
        pattern.append(c);
        at++;
        continue;
      }
      at++;
      while (at < word.length() && (isDigit(word.charAt(at)) || isDotInside(word, at))) {
        at++;
      }
      pattern.append("<number>");
    }
  }

  private static boolean isDotInside(String word, int at) {
    return (word.charAt(at) == '.' || word.charAt(at) == ':')
        && at + 1 < word.length()
        && isDigit(word.charAt(at + 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
