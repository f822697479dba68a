package dev.suture.event.scrub;

/// Finds what begins with digits or is spelled in them: cards, accounts, addresses. Each method
/// looks at a bounded piece of the text and answers where the find ends, or -1.
final class Numbers {
  private static final int LONGEST_IBAN = 34;
  private static final int LONGEST_V6 = 45;

  private Numbers() {}

  /// 15 or 16 digits of a known issuer with a right check digit, single spaces or dashes between.
  static int creditCard(String text, int from) {
    long digits = 0;
    int count = 0;
    int at = from;
    while (at < text.length() && count < 17) {
      char c = text.charAt(at);
      if (Chars.is(c, Chars.DIGIT)) {
        digits = digits * 10 + (c - '0');
        count++;
        at++;
      } else if ((c == ' ' || c == '-') && count > 0 && Chars.is(text, at + 1, Chars.DIGIT)) {
        at++;
      } else {
        break;
      }
      if ((count == 15 || count == 16) && Chars.closes(text, at) && isCard(digits, count)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isCard(long digits, int count) {
    int two = (int) (digits / (count == 15 ? 10_000_000_000_000L : 100_000_000_000_000L));
    boolean known =
        count == 15
            ? two == 34 || two == 37
            : two / 10 == 4
                || (two >= 51 && two <= 55)
                || (two >= 22 && two <= 27)
                || two == 65
                || two == 64
                || two == 62
                || two == 35
                || two == 36
                || two == 38
                || (two == 60 && digits / 1_000_000_000_000L == 6011);
    return known && luhn(digits);
  }

  private static boolean luhn(long digits) {
    int sum = 0;
    boolean twice = false;
    for (long rest = digits; rest > 0; rest /= 10) {
      int digit = (int) (rest % 10);
      int value = twice ? digit * 2 : digit;
      sum += value > 9 ? value - 9 : value;
      twice = !twice;
    }
    return sum % 10 == 0;
  }

  /// `123-45-6789` in the ranges that are given out.
  static int ssn(String text, int from) {
    if (from + 11 > text.length() || text.charAt(from + 3) != '-' || text.charAt(from + 6) != '-') {
      return -1;
    }
    int area = number(text, from, 3);
    int group = number(text, from + 4, 2);
    int serial = number(text, from + 7, 4);
    boolean given = area > 0 && area != 666 && area < 900 && group > 0 && serial > 0;
    boolean alone = Chars.closes(text, from + 11) && !Chars.is(text, from + 11, Chars.TOKEN);
    boolean opens = from == 0 || text.charAt(from - 1) != '-';
    return given && alone && opens ? from + 11 : -1;
  }

  /// @return -1 when these are not all digits
  private static int number(String text, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      if (!Chars.is(text, i, Chars.DIGIT)) {
        return -1;
      }
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  /// 15 digits with a right check digit.
  static int imei(String text, int from) {
    long digits = 0;
    int count = 0;
    int at = from;
    while (at < text.length() && count < 16) {
      char c = text.charAt(at);
      if (Chars.is(c, Chars.DIGIT)) {
        digits = digits * 10 + (c - '0');
        count++;
      } else if (c != '-' || count == 0) {
        break;
      }
      at++;
    }
    return count == 15 && Chars.closes(text, at) && luhn(digits) ? at : -1;
  }

  /// Two letters, two digits, and the rest with a right remainder; groups of four may stand apart.
  static int iban(String text, int from) {
    if (!isUpper(text, from) || !isUpper(text, from + 1) || number(text, from + 2, 2) < 0) {
      return -1;
    }
    StringBuilder found = new StringBuilder(LONGEST_IBAN);
    int at = from;
    int end = -1;
    while (at < text.length() && found.length() < LONGEST_IBAN) {
      char c = text.charAt(at);
      if (Chars.is(c, Chars.WORD) && c != '_') {
        found.append(Character.toUpperCase(c));
        at++;
      } else if (c == ' ' && found.length() % 4 == 0 && isAccount(text, at + 1)) {
        at++;
      } else {
        break;
      }
      if (found.length() >= 15 && Chars.closes(text, at) && remainder(found) == 1) {
        end = at;
      }
    }
    return end;
  }

  private static boolean isUpper(String text, int at) {
    return at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
  }

  private static boolean isAccount(String text, int at) {
    return Chars.is(text, at, Chars.DIGIT) || isUpper(text, at);
  }

  private static int remainder(StringBuilder account) {
    int remainder = 0;
    for (int i = 0; i < account.length(); i++) {
      char c = account.charAt((i + 4) % account.length());
      int value = c <= '9' ? c - '0' : c - 'A' + 10;
      remainder = (value > 9 ? remainder * 100 : remainder * 10) + value;
      remainder %= 97;
    }
    return remainder;
  }

  static int ipv4(String text, int from) {
    int at = from;
    for (int part = 0; part < 4; part++) {
      int end = Chars.run(text, at, Chars.DIGIT, 4);
      if (end == at || end - at > 3 || number(text, at, end - at) > 255) {
        return -1;
      }
      at = end;
      if (part < 3) {
        if (at >= text.length() || text.charAt(at) != '.') {
          return -1;
        }
        at++;
      }
    }
    boolean goesOn = at + 1 < text.length() && text.charAt(at) == '.' && digitAfter(text, at);
    boolean version = from > 0 && (text.charAt(from - 1) == '/' || text.charAt(from - 1) == '.');
    boolean product = version && from > 1 && Chars.is(text.charAt(from - 2), Chars.WORD);
    return Chars.closes(text, at) && !goesOn && !product ? at : -1;
  }

  private static boolean digitAfter(String text, int at) {
    return Chars.is(text, at + 1, Chars.DIGIT);
  }

  /// Eight groups, or fewer around a `::`; a digit must be in it, for `Dead::Beef` is a name.
  static int ipv6(String text, int from) {
    int groups = 0;
    int length = 0;
    boolean gap = false;
    boolean digit = false;
    int at = from;
    int end = Math.min(text.length(), from + LONGEST_V6);
    for (; at < end; at++) {
      char c = text.charAt(at);
      if (Chars.is(c, Chars.HEX)) {
        digit |= Chars.is(c, Chars.DIGIT);
        groups += length == 0 ? 1 : 0;
        if (++length > 4) {
          return -1;
        }
      } else if (c == ':') {
        boolean twice = at + 1 < end && text.charAt(at + 1) == ':';
        if (twice) {
          if (gap) {
            return -1;
          }
          gap = true;
          at++;
        } else if (length == 0 || !Chars.is(text, at + 1, Chars.HEX)) {
          break;
        }
        length = 0;
      } else {
        break;
      }
    }
    boolean whole = gap ? groups <= 7 && groups > 0 : groups == 8;
    return whole && digit && Chars.closes(text, at) ? at : -1;
  }

  /// Six pairs of hexadecimal digits with the same sign between.
  static int mac(String text, int from) {
    if (from + 17 > text.length()) {
      return -1;
    }
    char sign = text.charAt(from + 2);
    if (sign != ':' && sign != '-') {
      return -1;
    }
    for (int i = 0; i < 17; i++) {
      char c = text.charAt(from + i);
      if (i % 3 == 2 ? c != sign : !Chars.is(c, Chars.HEX)) {
        return -1;
      }
    }
    boolean alone = Chars.closes(text, from + 17) && !Chars.is(text, from + 17, Chars.TOKEN);
    return alone && (from + 17 == text.length() || text.charAt(from + 17) != ':') ? from + 17 : -1;
  }

  static int uuid(String text, int from) {
    if (from + 36 > text.length()) {
      return -1;
    }
    for (int i = 0; i < 36; i++) {
      char c = text.charAt(from + i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : !Chars.is(c, Chars.HEX)) {
        return -1;
      }
    }
    return Chars.closes(text, from + 36) ? from + 36 : -1;
  }
}
