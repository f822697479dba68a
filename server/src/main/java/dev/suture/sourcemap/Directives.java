package dev.suture.sourcemap;

/// The directives that a script begins with, as `"use strict"`.
final class Directives {
  private Directives() {}

  /// Copies of them, each with a semicolon; empty when there are none.
  static String of(String code) {
    StringBuilder directives = new StringBuilder();
    int at = skipBlanks(code, 0);
    while (at < code.length() && (code.charAt(at) == '"' || code.charAt(at) == '\'')) {
      int end = code.indexOf(code.charAt(at), at + 1);
      if (end < 0) {
        break;
      }
      int next = skipBlanks(code, end + 1);
      boolean lineEnds = code.substring(end + 1, next).indexOf('\n') >= 0;
      boolean closed = next == code.length() || code.charAt(next) == ';' || lineEnds;
      if (!closed || !code.substring(at + 1, end).startsWith("use ")) {
        break;
      }
      directives.append(code, at, end + 1).append(';');
      at = skipBlanks(code, next < code.length() && code.charAt(next) == ';' ? next + 1 : next);
    }
    return directives.toString();
  }

  private static int skipBlanks(String code, int from) {
    int at = from;
    while (at < code.length()) {
      if (Character.isWhitespace(code.charAt(at)) || code.charAt(at) == '\ufeff') {
        at++;
      } else if (code.startsWith("//", at)) {
        int line = code.indexOf('\n', at);
        at = line < 0 ? code.length() : line;
      } else if (code.startsWith("/*", at)) {
        int close = code.indexOf("*/", at + 2);
        at = close < 0 ? code.length() : close + 2;
      } else {
        return at;
      }
    }
    return at;
  }
}
