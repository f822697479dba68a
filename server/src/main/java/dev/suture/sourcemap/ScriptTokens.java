package dev.suture.sourcemap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The tokens of a script as far as brackets and names need them: names and numbers, single
/// characters, `=>`, `${`; a string, a template or a regular expression is the token `'`. Comments
/// are left out.
final class ScriptTokens {
  private static final Set<String> BEFORE_EXPRESSION =
      Set.of(
          "return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do");

  private final String source;
  private final int end;
  private final Deque<Integer> templates = new ArrayDeque<>();
  private int at;
  private int braces;
  private boolean closingHole;
  private String previous = "";

  ScriptTokens(String source, int end) {
    this.source = source;
    this.end = end;
  }

  static boolean isName(String token) {
    return !token.isEmpty() && isNamePart(token.charAt(0)) && !Character.isDigit(token.charAt(0));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#';
  }

  /// The next token; null at the end.
  @Nullable String next() {
    skipBlanks();
    if (at >= end) {
      return null;
    }
    previous = read();
    return previous;
  }

  private String read() {
    char c = source.charAt(at);
    if (isNamePart(c)) {
      return name();
    }
    at++;
    switch (c) {
      case '\'', '"' -> {
        return quoted(c);
      }
      case '`' -> {
        return template();
      }
      case '{' -> braces++;
      case '}' -> {
        if (!templates.isEmpty() && templates.peek() == braces) {
          at--;
          return endOfHole();
        }
        braces--;
      }
      case '/' -> {
        if (isRegexPosition()) {
          return regex();
        }
      }
      case '=' -> {
        if (at < end && source.charAt(at) == '>') {
          at++;
          return "=>";
        }
      }
      default -> {}
    }
    return String.valueOf(c);
  }

  private void skipBlanks() {
    while (at < end) {
      if (Character.isWhitespace(source.charAt(at))) {
        at++;
      } else if (source.startsWith("//", at)) {
        int line = source.indexOf('\n', at);
        at = line < 0 ? end : line;
      } else if (source.startsWith("/*", at)) {
        int close = source.indexOf("*/", at + 2);
        at = close < 0 ? end : close + 2;
      } else {
        return;
      }
    }
  }

  private String name() {
    int from = at;
    while (at < end && isNamePart(source.charAt(at))) {
      at++;
    }
    return source.substring(from, at);
  }

  /// A quote that its line does not close is an apostrophe in the text of an element.
  private String quoted(char quote) {
    for (int i = at; i < end && source.charAt(i) != '\n'; i++) {
      if (source.charAt(i) == '\\') {
        i++;
      } else if (source.charAt(i) == quote) {
        at = i + 1;
        return "'";
      }
    }
    return "'";
  }

  private String template() {
    while (at < end) {
      char c = source.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == '`') {
        return "'";
      } else if (c == '$' && at < end && source.charAt(at) == '{') {
        at++;
        braces++;
        templates.push(braces);
        return "${";
      }
    }
    return "'";
  }

  /// The bracket that ends a hole of a template, and then the rest of the template.
  private String endOfHole() {
    if (!closingHole) {
      closingHole = true;
      return "}";
    }
    closingHole = false;
    at++;
    braces--;
    templates.pop();
    return template();
  }

  private boolean isRegexPosition() {
    if (previous.isEmpty()) {
      return true;
    }
    char last = previous.charAt(previous.length() - 1);
    if (isNamePart(last)) {
      return BEFORE_EXPRESSION.contains(previous);
    }
    return ")]}'<".indexOf(last) < 0;
  }

  private String regex() {
    boolean inClass = false;
    for (int i = at; i < end && source.charAt(i) != '\n'; i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '/' && !inClass) {
        at = i + 1;
        return "'";
      }
    }
    return "/";
  }
}
