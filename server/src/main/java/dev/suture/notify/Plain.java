package dev.suture.notify;

import org.jspecify.annotations.Nullable;

/// Captured text as it may leave: one line of what can be seen, cut to a length, with no address in
/// it that a program would make a link of.
final class Plain {
  private static final int LONGEST = 300;

  private Plain() {}

  static String of(@Nullable String text) {
    return cut(text == null ? "" : text, LONGEST);
  }

  /// Without what cannot be seen: controls, marks of direction, joiners, variation selectors, tags,
  /// and fillers that look like nothing.
  static String cut(String text, int longest) {
    StringBuilder line = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length() && line.length() < longest; ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
        gap = !line.isEmpty();
      } else if (isSeen(character)) {
        if (gap) {
          line.append(' ');
          gap = false;
        }
        line.appendCodePoint(character);
      }
    }
    boolean whole = line.length() < longest;
    return unlinked(line.toString()) + (whole ? "" : "…");
  }

  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default ->
          !(character >= 0xfe00 && character <= 0xfe0f)
              && !(character >= 0xe0100 && character <= 0xe01ef)
              && character != 0x115f
              && character != 0x1160
              && character != 0x3164
              && character != 0xffa0
              && character != 0x2800
              && character != 0x034f;
    };
  }

  private static String unlinked(String text) {
    return text.replace("://", "[:]//")
        .replaceAll("(?i)\\b(www)\\.", "$1[.]")
        .replaceAll("(?i)\\b(mailto|tel|javascript|data):", "$1[:]");
  }

  /// As HTML text. Dots stand apart, so that a mail program does not make a link of a name.
  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /// Captured text as HTML.
  static String quotedHtml(String text) {
    return html(text).replace(".", "<span>.</span>").replace("@", "<span>@</span>");
  }

  /// Words of the other side for the log: letters, digits and a few signs, and never a secret.
  static String answer(String body, String secret) {
    String hidden = secret.isBlank() ? body : body.replace(secret, "…");
    String plain = hidden.replaceAll("[^A-Za-z0-9.,:;_()'-]+", " ").strip();
    return plain.length() > 160 ? plain.substring(0, 160) + "…" : plain;
  }
}
