package dev.suture.issue.query;

import java.util.List;
import java.util.Locale;

/// A value to compare with, in which a star stands for any text. Case makes no difference.
///
/// @param pieces what stands between the stars: one piece is a value without a star
public record Glob(List<String> pieces) {
  public Glob {
    pieces = List.copyOf(pieces);
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("a glob has at least one piece");
    }
  }

  public static Glob literal(String text) {
    return new Glob(List.of(text));
  }

  public boolean isLiteral() {
    return pieces.size() == 1;
  }

  /// Whether it matches whatever there is.
  public boolean isAnything() {
    return pieces.size() > 1 && pieces.stream().allMatch(String::isEmpty);
  }

  /// Whether the whole value is matched.
  public boolean matches(String value) {
    String text = fold(value);
    String first = fold(pieces.getFirst());
    if (isLiteral()) {
      return text.equals(first);
    }
    String last = fold(pieces.getLast());
    if (!text.startsWith(first)
        || text.length() < first.length() + last.length()
        || !text.endsWith(last)) {
      return false;
    }
    int end = text.length() - last.length();
    return inOrder(text.substring(0, end), first.length(), pieces.subList(1, pieces.size() - 1));
  }

  /// Whether the value has it somewhere.
  public boolean isIn(String value) {
    return inOrder(fold(value), 0, pieces);
  }

  private static boolean inOrder(String text, int from, List<String> pieces) {
    int at = from;
    for (String piece : pieces) {
      String word = fold(piece);
      int found = text.indexOf(word, at);
      if (found < 0) {
        return false;
      }
      at = found + word.length();
    }
    return true;
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
