package dev.suture.stacktext;

/// The lines of a text, one after the other. Of a text that is too long the end is not read, of a
/// line that is too long the end is cut.
final class Lines {
  private static final int LONGEST_TEXT = 512 * 1024;
  private static final int LONGEST_LINE = 4 * 1024;

  private final String text;
  private final int end;
  private int at;

  Lines(String text) {
    this.text = text;
    this.end = Math.min(text.length(), LONGEST_TEXT);
  }

  boolean more() {
    return at < end;
  }

  /// The line that [#next] will give; empty at the end.
  String peek() {
    int before = at;
    String line = next();
    at = before;
    return line;
  }

  /// The next line without its line break; empty at the end.
  String next() {
    if (at >= end) {
      return "";
    }
    int start = at;
    int feed = text.indexOf('\n', start);
    int stop = feed < 0 || feed > end ? end : feed;
    at = stop + 1;
    if (stop > start && text.charAt(stop - 1) == '\r') {
      stop--;
    }
    return text.substring(start, Math.min(stop, start + LONGEST_LINE));
  }
}
