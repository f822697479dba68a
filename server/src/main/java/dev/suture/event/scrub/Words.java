package dev.suture.event.scrub;

import java.util.List;

/// Finds what is spelled in words and signs: mail addresses, logins in URLs, keys, tokens, paths.
/// Each method answers where the secret begins and ends, packed, or [#NONE].
final class Words {
  static final long NONE = -1;

  private static final int LOCAL = 64;
  private static final int DOMAIN = 255;
  private static final int LOGIN = 512;
  private static final int NAME = 80;
  private static final int USER = 64;
  private static final int SHORT_TOKEN = 8;

  private static final List<String> VENDORS =
      List.of(
          "AKIA",
          "ASIA",
          "AIza",
          "ghp_",
          "gho_",
          "ghs_",
          "ghu_",
          "github_pat_",
          "glpat-",
          "xoxb-",
          "xoxp-",
          "xoxa-",
          "xoxs-",
          "sk_live_",
          "rk_live_",
          "sk-ant-",
          "sk-proj-",
          "SG.",
          "npm_",
          "sntrys_",
          "sntryu_",
          "hvs.");

  /// The first two letters of the vendors' tokens: most words are told from them by these.
  private static final boolean[] BEGINNINGS = new boolean[128 * 128];

  static {
    for (String vendor : VENDORS) {
      BEGINNINGS[vendor.charAt(0) << 7 | vendor.charAt(1)] = true;
    }
  }

  private Words() {}

  static long span(int from, int to) {
    return ((long) from << 32) | to;
  }

  static int from(long span) {
    return (int) (span >>> 32);
  }

  static int to(long span) {
    return (int) span;
  }

  /// @param at of the `@`
  /// @param floor nothing before it belongs to the address
  static long email(String text, int at, int floor) {
    int from = at;
    int lowest = Math.max(floor, at - LOCAL);
    while (from > lowest && Chars.is(text.charAt(from - 1), Chars.MAIL)) {
      from--;
    }
    while (from < at && !Chars.is(text.charAt(from), Chars.WORD)) {
      from++;
    }
    int end = domain(text, at + 1);
    return from == at || end < 0 ? NONE : span(from, end);
  }

  /// The end of a host name with a dot in it and letters behind the last one.
  private static int domain(String text, int from) {
    int best = -1;
    int label = from;
    int at = from;
    int most = Math.min(text.length(), from + DOMAIN);
    int labels = 0;
    while (at <= most) {
      boolean more = at < most && (Chars.is(text.charAt(at), Chars.WORD) || text.charAt(at) == '-');
      if (more && text.charAt(at) != '_') {
        at++;
        continue;
      }
      if (at == label) {
        break;
      }
      labels++;
      if (labels > 1 && at - label >= 2 && isLetters(text, label, at)) {
        best = at;
      }
      if (at >= most || text.charAt(at) != '.') {
        break;
      }
      label = ++at;
    }
    return best;
  }

  private static boolean isLetters(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// @param at of the first of two slashes
  static long login(String text, int at) {
    int from = at + 2;
    int end = Chars.run(text, from, Chars.LOGIN, LOGIN);
    boolean closed = end > from && end < text.length() && text.charAt(end) == '@';
    return closed && Chars.is(text, end + 1, Chars.WORD) ? span(from, end) : NONE;
  }

  /// `Bearer` or `Basic` and what stands behind it.
  static long bearer(String text, int at) {
    int behind;
    if (text.regionMatches(true, at, "bearer", 0, 6)) {
      behind = at + 6;
    } else if (text.regionMatches(true, at, "basic", 0, 5)) {
      behind = at + 5;
    } else {
      return NONE;
    }
    int from = behind;
    while (from < text.length() && text.charAt(from) == ' ' && from - behind < 8) {
      from++;
    }
    if (from == behind) {
      return NONE;
    }
    int end = from;
    while (end < text.length() && isOfToken(text.charAt(end))) {
      end++;
    }
    return end - from >= SHORT_TOKEN ? span(from, end) : NONE;
  }

  private static boolean isOfToken(char c) {
    return Chars.is(c, Chars.TOKEN) || c == '.' || c == '+' || c == '/' || c == '=' || c == '~';
  }

  /// A JSON web token: three runs with dots between, the first of which is an object.
  static long jwt(String text, int at) {
    if (!text.startsWith("eyJ", at) || (at > 0 && isInToken(text.charAt(at - 1)))) {
      return NONE;
    }
    int first = Chars.run(text, at, Chars.TOKEN, text.length());
    if (first >= text.length() || text.charAt(first) != '.' || first - at < 10) {
      return NONE;
    }
    int second = Chars.run(text, first + 1, Chars.TOKEN, text.length());
    if (second - first < 5) {
      return NONE;
    }
    boolean third = second < text.length() && text.charAt(second) == '.';
    return span(at, third ? Chars.run(text, second + 1, Chars.TOKEN, text.length()) : second);
  }

  private static boolean isInToken(char c) {
    return Chars.is(c, Chars.TOKEN) || c == '.';
  }

  /// A token that says itself whose it is.
  static long vendor(String text, int at) {
    char second = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    if (second >= 128 || !BEGINNINGS[text.charAt(at) << 7 | second]) {
      return NONE;
    }
    for (String prefix : VENDORS) {
      if (text.startsWith(prefix, at)) {
        int end = at + prefix.length();
        while (end < text.length() && isInToken(text.charAt(end))) {
          end++;
        }
        return end - at - prefix.length() >= 16 ? span(at, end) : NONE;
      }
    }
    return NONE;
  }

  /// A key block, to its end or to that of the text: half of a key is one too.
  static long privateKey(String text, int at) {
    if (!text.startsWith("-----BEGIN ", at)) {
      return NONE;
    }
    int name = Chars.run(text, at + 11, Chars.WORD, NAME);
    while (name < text.length() && text.charAt(name) == ' ' && name - at < NAME) {
      name = Chars.run(text, name + 1, Chars.WORD, NAME);
    }
    if (!text.startsWith("KEY", name - 3) || !text.startsWith("-----", name)) {
      return NONE;
    }
    int end = text.indexOf("-----END ", name);
    if (end < 0) {
      return span(at, text.length());
    }
    int dashes = text.indexOf("-----", end + 9);
    return span(at, dashes < 0 || dashes - end > NAME ? text.length() : dashes + 5);
  }

  /// The value behind `name=`, `name: ` or `"name":`, where the name is a secret's.
  ///
  /// @param at of the sign
  static long assigned(String text, int at, int floor, SecretNames names) {
    int end = at;
    while (end > floor && at - end < 3 && isAround(text.charAt(end - 1))) {
      end--;
    }
    int from = end;
    while (from > floor && end - from < NAME && Chars.is(text.charAt(from - 1), Chars.NAME)) {
      from--;
    }
    if (from == end || !names.matches(text.substring(from, end))) {
      return NONE;
    }
    int value = at + 1;
    while (value < text.length() && value - at < 4 && isSpaceOrSign(text.charAt(value))) {
      value++;
    }
    if (value >= text.length()) {
      return NONE;
    }
    char quote = text.charAt(value);
    boolean escaped = quote == '\\' && value + 1 < text.length() && text.charAt(value + 1) == '"';
    if (escaped || quote == '"' || quote == '\'') {
      return quoted(text, escaped ? value + 2 : value + 1, escaped ? '"' : quote);
    }
    return bare(text, value, at);
  }

  private static boolean isAround(char c) {
    return c == ' ' || c == '"' || c == '\'' || c == '\\' || c == ']';
  }

  private static boolean isSpaceOrSign(char c) {
    return c == ' ' || c == '=' || c == '>';
  }

  private static long quoted(String text, int from, char quote) {
    int end = from;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end++;
    }
    int close = end > from && text.charAt(end - 1) == '\\' ? end - 1 : end;
    return close > from ? span(from, close) : NONE;
  }

  private static long bare(String text, int from, int sign) {
    int end = from;
    while (end < text.length() && isOfValue(text.charAt(end))) {
      end++;
    }
    boolean scheme =
        text.regionMatches(true, from, "bearer", 0, 6)
            || text.regionMatches(true, from, "basic", 0, 5);
    if (scheme && end < text.length() && text.charAt(end) == ' ') {
      int token = end + 1;
      int behind = token;
      while (behind < text.length() && isOfValue(text.charAt(behind))) {
        behind++;
      }
      return behind > token ? span(from, behind) : NONE;
    }
    boolean prose = text.charAt(sign) == ':' && end - from < SHORT_TOKEN;
    return end == from || prose ? NONE : span(from, end);
  }

  private static boolean isOfValue(char c) {
    return c > ' ' && c != '&' && c != ';' && c != ',' && c != '"' && c != '\'' && c != ')'
        && c != '}' && c != ']' && c != '<' && c != '>' && c != '[' && c != '{';
  }

  /// The name of a person in `/home/name`, `/Users/name` or `C:\Users\name`.
  ///
  /// @param at of the first slash
  static long userPath(String text, int at) {
    char slash = text.charAt(at);
    int from;
    if (slash == '/' && text.startsWith("home/", at + 1)) {
      from = at + 6;
    } else if (slash == '/' && text.startsWith("Users/", at + 1)) {
      from = at + 7;
    } else if (slash == '\\') {
      from = windows(text, at);
    } else {
      return NONE;
    }
    if (from < 0) {
      return NONE;
    }
    int end = from;
    int spaced = -1;
    int most = Math.min(text.length(), from + USER);
    while (end < most && isOfUser(text.charAt(end))) {
      if (text.charAt(end) == ' ' && spaced < 0) {
        spaced = end;
      }
      end++;
    }
    boolean closed = end < text.length() && (text.charAt(end) == '/' || text.charAt(end) == '\\');
    int last = closed || spaced < 0 ? end : spaced;
    return last > from ? span(from, last) : NONE;
  }

  private static int windows(String text, int at) {
    int word = at + 1;
    while (word < text.length() && text.charAt(word) == '\\' && word - at < 4) {
      word++;
    }
    for (String folder : List.of("users", "documents and settings")) {
      int behind = word + folder.length();
      if (text.regionMatches(true, word, folder, 0, folder.length())
          && behind < text.length()
          && text.charAt(behind) == '\\') {
        int from = behind;
        while (from < text.length() && text.charAt(from) == '\\' && from - behind < 4) {
          from++;
        }
        return from;
      }
    }
    return -1;
  }

  private static boolean isOfUser(char c) {
    return c >= ' ' && c != '/' && c != '\\' && c != '"' && c != '\'' && c != ':' && c != ')'
        && c != ',' && c != '<' && c != '>' && c != '|' && c != '*' && c != '?' && c != '(';
  }
}
