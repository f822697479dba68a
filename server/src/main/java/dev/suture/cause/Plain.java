package dev.suture.cause;

/// Text from outside without the characters that a reader does not see: control and format
/// characters (bidirectional marks, zero-width characters, tags), variation selectors, fillers,
/// private use, unassigned, and halves of surrogate pairs. Line breaks and tabs stay.
///
/// @param removed how many characters went
record Plain(String text, int removed) {
  static Plain of(String raw) {
    StringBuilder kept = new StringBuilder(raw.length());
    int removed = 0;
    for (int at = 0; at < raw.length(); ) {
      int character = raw.codePointAt(at);
      at += Character.charCount(character);
      if (character == '\r' && at < raw.length() && raw.charAt(at) == '\n') {
        continue;
      }
      if (character == '\n' || character == '\t' || isSeen(character)) {
        kept.appendCodePoint(character);
      } else {
        removed++;
      }
    }
    return new Plain(kept.toString(), removed);
  }

  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isVariation(character) && !isFiller(character);
    };
  }

  private static boolean isVariation(int character) {
    return (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF)
        || (character >= 0x180B && character <= 0x180F);
  }

  private static boolean isFiller(int character) {
    return character == 0x034F
        || character == 0x115F
        || character == 0x1160
        || character == 0x17B4
        || character == 0x17B5
        || character == 0x2800
        || character == 0x3164
        || character == 0xFFA0;
  }
}
