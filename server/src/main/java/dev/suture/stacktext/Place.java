package dev.suture.stacktext;

/// A place in a source file, as printed: `file`, `file:12` or `file:12:34`.
///
/// @param line 0 when unknown
/// @param column 0 when unknown
record Place(String file, int line, int column) {
  private static final int MOST_DIGITS = 9;

  static final Place UNKNOWN = new Place("", 0, 0);

  /// @param columns whether a second number may follow the line's
  static Place of(String text, boolean columns) {
    int last = numberAt(text, text.length());
    if (last < 0) {
      return new Place(text, 0, 0);
    }
    int lastNumber = number(text.substring(last));
    int first = columns ? numberAt(text, last - 1) : -1;
    if (first < 0) {
      return new Place(text.substring(0, last - 1), lastNumber, 0);
    }
    return new Place(
        text.substring(0, first - 1), number(text.substring(first, last - 1)), lastNumber);
  }

  /// Where the number begins that ends at `end` and stands behind a colon; negative when none does.
  private static int numberAt(String text, int end) {
    int start = end;
    while (start > 0 && isDigit(text.charAt(start - 1))) {
      start--;
    }
    return start < end && start > 1 && text.charAt(start - 1) == ':' ? start : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// The number that a text begins with; 0 when there is none or it is too long for a line.
  static int number(String text) {
    int end = 0;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end == 0 || end > MOST_DIGITS ? 0 : Integer.parseInt(text.substring(0, end));
  }
}
