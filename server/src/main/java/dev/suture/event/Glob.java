package dev.suture.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A pattern in which `*` stands for any text and `?` for any one character; letters of either case
/// are the same. Matching takes time linear in the text, whatever pattern and text are.
///
/// Between its stars the pattern falls into pieces. The first and the last are bound to the ends of
/// the text, and each of the others is looked for behind the one before: the leftmost place is
/// always right, so nothing is ever tried twice.
public final class Glob {
  private static final int MOST_WITH_ANY = 64;
  private static final char ANY = '?';

  private final String pattern;
  private final String head;
  private final String tail;
  private final List<Piece> pieces;
  private final boolean star;

  private sealed interface Piece {
    /// Where the piece ends when it is looked for from here; -1 when it is not there.
    int find(String text, int from, int to);
  }

  private Glob(String pattern) {
    this.pattern = pattern;
    String lower = pattern.toLowerCase(Locale.ROOT);
    int first = lower.indexOf('*');
    int last = lower.lastIndexOf('*');
    star = first >= 0;
    head = star ? lower.substring(0, first) : lower;
    tail = star ? lower.substring(last + 1) : "";
    List<Piece> between = new ArrayList<>();
    if (first < last) {
      for (String piece : lower.substring(first + 1, last).split("\\*")) {
        if (!piece.isEmpty()) {
          between.add(piece.indexOf(ANY) < 0 ? new Literal(piece) : new WithAny(piece));
        }
      }
    }
    pieces = List.copyOf(between);
  }

  /// @throws IllegalArgumentException when [#isPattern] says no
  public static Glob of(String pattern) {
    if (!isPattern(pattern)) {
      throw new IllegalArgumentException("more than 64 characters with a ? between two stars");
    }
    return new Glob(pattern);
  }

  /// Whether a text can be a pattern: a piece between two stars with a `?` in it has at most 64
  /// characters.
  public static boolean isPattern(String text) {
    for (String piece : text.split("\\*")) {
      if (piece.length() > MOST_WITH_ANY && piece.indexOf(ANY) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether the whole text is of this kind.
  public boolean matches(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!star) {
      return lower.length() == head.length() && isAt(lower, 0, head);
    }
    int end = lower.length() - tail.length();
    if (end < head.length() || !isAt(lower, 0, head) || !isAt(lower, end, tail)) {
      return false;
    }
    int at = head.length();
    for (Piece piece : pieces) {
      at = piece.find(lower, at, end);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAt(String text, int from, String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char wanted = piece.charAt(i);
      if (wanted != ANY && wanted != text.charAt(from + i)) {
        return false;
      }
    }
    return true;
  }

  /// A piece without wildcards, by Knuth, Morris and Pratt.
  private static final class Literal implements Piece {
    private final String piece;
    private final int[] back;

    Literal(String piece) {
      this.piece = piece;
      back = new int[piece.length()];
      for (int i = 1, border = 0; i < piece.length(); i++) {
        while (border > 0 && piece.charAt(i) != piece.charAt(border)) {
          border = back[border - 1];
        }
        border += piece.charAt(i) == piece.charAt(border) ? 1 : 0;
        back[i] = border;
      }
    }

    @Override
    public int find(String text, int from, int to) {
      int matched = 0;
      for (int i = from; i < to; i++) {
        while (matched > 0 && text.charAt(i) != piece.charAt(matched)) {
          matched = back[matched - 1];
        }
        matched += text.charAt(i) == piece.charAt(matched) ? 1 : 0;
        if (matched == piece.length()) {
          return i + 1;
        }
      }
      return -1;
    }
  }

  /// A piece with wildcards: a bit for each beginning of it that ends here.
  private static final class WithAny implements Piece {
    private final String piece;

    WithAny(String piece) {
      this.piece = piece;
    }

    @Override
    public int find(String text, int from, int to) {
      long reached = 0;
      long whole = 1L << (piece.length() - 1);
      for (int i = from; i < to; i++) {
        reached = ((reached << 1) | 1) & mask(text.charAt(i));
        if ((reached & whole) != 0) {
          return i + 1;
        }
      }
      return -1;
    }

    private long mask(char c) {
      long mask = 0;
      for (int i = 0; i < piece.length(); i++) {
        char wanted = piece.charAt(i);
        mask |= wanted == c || wanted == ANY ? 1L << i : 0;
      }
      return mask;
    }
  }

  @Override
  public String toString() {
    return pattern;
  }
}
