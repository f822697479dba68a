package dev.suture.carry;

import dev.suture.carry.Senseless.Resolved;
import dev.suture.carry.Workbench.Piece.Disputed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Conflicts where one side differs from the common ground in white space and kinds of quotes only:
/// then the other side's change holds. Where a block stands deeper or less deep on the line, what
/// the fix makes of it does as well.
final class Cosmetics {
  private Cosmetics() {}

  static Optional<Resolved> resolve(Disputed disputed) {
    List<String> base = LineDiff.lines(disputed.base());
    List<String> ours = LineDiff.lines(disputed.ours());
    List<String> theirs = LineDiff.lines(disputed.theirs());
    if (base.isEmpty()) {
      return Optional.empty();
    }
    if (shift(base, theirs) != null) {
      return Optional.of(new Resolved(disputed.ours(), "the fix changes white space only"));
    }
    Shift shift = shift(base, ours);
    if (shift == null) {
      return Optional.empty();
    }
    List<String> moved = new ArrayList<>();
    for (String line : theirs) {
      String to = shift.of(line);
      if (to == null) {
        return Optional.empty();
      }
      moved.add(to);
    }
    return Optional.of(
        new Resolved(String.join("", moved), "white space and quotes that the line has otherwise"));
  }

  /// @param more what the line has before each of its lines, beyond the ground
  /// @param less what the ground has beyond the line
  private record Shift(String more, String less) {
    @Nullable String of(String line) {
      if (line.isBlank()) {
        return line;
      }
      if (!less.isEmpty()) {
        return line.startsWith(less) ? line.substring(less.length()) : null;
      }
      return more + line;
    }
  }

  /// How one text stands beside another that says the same; null when it does not.
  private static @Nullable Shift shift(List<String> from, List<String> to) {
    if (from.size() != to.size()) {
      return null;
    }
    Shift found = null;
    for (int i = 0; i < from.size(); i++) {
      if (!bare(from.get(i)).equals(bare(to.get(i)))) {
        return null;
      }
      if (!from.get(i).isBlank()) {
        Shift here = indent(indentOf(from.get(i)), indentOf(to.get(i)));
        if (here == null || (found != null && !found.equals(here))) {
          return null;
        }
        found = here;
      }
    }
    return found == null ? new Shift("", "") : found;
  }

  private static @Nullable Shift indent(String from, String to) {
    if (to.endsWith(from)) {
      return new Shift(to.substring(0, to.length() - from.length()), "");
    }
    return from.endsWith(to) ? new Shift("", from.substring(0, from.length() - to.length())) : null;
  }

  private static String indentOf(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /// Without white space but between words, where it parts them, and inside of quotes.
  private static String bare(String line) {
    StringBuilder bare = new StringBuilder();
    String text = line.strip();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean quotes = c == '"' || c == '\'';
      if (quote != 0) {
        bare.append(c == quote ? '\'' : c);
        quote = c == quote ? 0 : quote;
      } else if (quotes) {
        bare.append('\'');
        quote = c;
      } else if (!Character.isWhitespace(c)) {
        bare.append(c);
      } else if (parts(text, i)) {
        bare.append(' ');
      }
    }
    return bare.toString();
  }

  /// Whether white space at a place, seen from its first character, stands between two words.
  private static boolean parts(String text, int at) {
    int end = at;
    while (Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return at > 0
        && Character.isJavaIdentifierPart(text.charAt(at - 1))
        && Character.isJavaIdentifierPart(text.charAt(end));
  }
}
