package dev.suture.owner;

import dev.suture.owner.CodeOwners.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A pattern of paths as CODEOWNERS has them: `*` and `?` within a name, `**` for any folders.
///
/// @param segments `**` stands for any number of names
/// @param below whether everything below a match matches too
/// @param self whether a match itself does
record PathPattern(List<String> segments, boolean below, boolean self) {
  private static final int LONGEST = 500;
  private static final String ANY = "**";

  /// Empty when it is no pattern of this dialect.
  static Optional<PathPattern> parse(String text, Dialect dialect) {
    if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    if (dialect == Dialect.github && (text.indexOf('[') >= 0 || text.startsWith("!"))) {
      return Optional.empty();
    }
    boolean folder = text.endsWith("/");
    boolean rooted = text.startsWith("/");
    List<String> segments =
        new ArrayList<>(Arrays.stream(text.split("/")).filter(name -> !name.isEmpty()).toList());
    if (segments.isEmpty()) {
      return Optional.of(new PathPattern(List.of(ANY), true, true));
    }
    boolean anchored = rooted || (dialect == Dialect.github && segments.size() > 1);
    if (!anchored && !segments.getFirst().equals(ANY)) {
      segments.addFirst(ANY);
    }
    String last = segments.getLast();
    boolean wild = last.indexOf('*') >= 0;
    boolean below = folder || last.equals(ANY) || (dialect == Dialect.github && !wild);
    return Optional.of(new PathPattern(List.copyOf(segments), below, !folder));
  }

  boolean matches(String path) {
    String[] names = path.split("/");
    // Which beginnings of the pattern match the names so far: one pass, whatever the pattern is.
    boolean[] reached = new boolean[segments.size() + 1];
    reached[0] = true;
    skipAny(reached);
    for (int i = 0; i < names.length; i++) {
      boolean[] next = new boolean[reached.length];
      for (int at = 0; at < segments.size(); at++) {
        if (reached[at]) {
          if (segments.get(at).equals(ANY)) {
            next[at] = true;
            next[at + 1] |= at == segments.size() - 1;
          } else if (isLike(segments.get(at), names[i])) {
            next[at + 1] = true;
          }
        }
      }
      skipAny(next);
      reached = next;
      boolean whole = i == names.length - 1;
      if (reached[segments.size()] && (whole ? self : below)) {
        return true;
      }
    }
    return false;
  }

  /// `**` may stand for nothing, but at the end for one name at least.
  private void skipAny(boolean[] reached) {
    for (int at = 0; at < segments.size() - 1; at++) {
      if (reached[at] && segments.get(at).equals(ANY)) {
        reached[at + 1] = true;
      }
    }
  }

  /// Without recursion: of the stars only the last one is ever tried again.
  private static boolean isLike(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int mark = 0;
    while (n < name.length()) {
      char wanted = p < pattern.length() ? pattern.charAt(p) : '\0';
      boolean escaped = wanted == '\\' && p + 1 < pattern.length();
      if (escaped) {
        wanted = pattern.charAt(p + 1);
      }
      if (!escaped && wanted == '*' && p < pattern.length()) {
        star = p++;
        mark = n;
      } else if (p < pattern.length()
          && ((!escaped && wanted == '?') || wanted == name.charAt(n))) {
        p += escaped ? 2 : 1;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
