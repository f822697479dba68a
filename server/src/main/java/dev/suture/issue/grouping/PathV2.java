package dev.suture.issue.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What version 2 keeps of a file's name: neither host, root, query nor what a build puts into it.
final class PathV2 {
  private static final int SEGMENTS = 4;
  private static final Set<String> ROOTS = Set.of("src", "lib", "app", "packages");

  private PathV2() {}

  static String of(String file) {
    if (file.startsWith("<")) {
      return withoutNumbers(file);
    }
    String path = file.replace('\\', '/');
    int scheme = path.indexOf("://");
    boolean rooted = path.startsWith("/") || path.startsWith("file://") || path.indexOf(':') == 1;
    if (scheme >= 0) {
      int slash = path.indexOf('/', scheme + 3);
      path = slash < 0 ? "" : path.substring(slash + 1);
    } else if (path.indexOf(':') == 1) {
      path = path.substring(2);
    }
    path = before(before(path, '?'), '#');
    int library = path.lastIndexOf("node_modules/");
    List<String> segments = segments(library > 0 ? path.substring(library) : path);
    int from = rooted && library < 0 ? root(segments) : 0;
    from = Math.max(from, segments.size() - SEGMENTS);
    return String.join("/", segments.subList(from, segments.size()));
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String segment = path.substring(start, end);
      if (!segment.isEmpty()
          && !segment.equals(".")
          && !segment.equals("..")
          && !segment.equals("~")) {
        segments.add(segment(segment));
      }
      start = end + 1;
    }
    return segments;
  }

  /// Where an absolute path begins to be the application's own: at the innermost folder that
  /// sources usually lie in; anything above says only where it was installed.
  private static int root(List<String> segments) {
    for (int i = segments.size() - 2; i >= 0; i--) {
      if (ROOTS.contains(segments.get(i))) {
        return i;
      }
    }
    return Math.max(0, segments.size() - 2);
  }

  private static String before(String text, char mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  /// Whether a build wrote the name: it holds the hash of its content or says that it is minified.
  static boolean isBuilt(String file) {
    String name = before(before(file.substring(file.lastIndexOf('/') + 1), '?'), '#');
    return name.contains(".min.")
        || name.contains(".bundle.")
        || name.contains(".chunk.")
        || !segment(name).equals(name);
  }

  /// Whether the name itself tells one build from another.
  static boolean hasHash(String file) {
    String name = before(before(file.substring(file.lastIndexOf('/') + 1), '?'), '#');
    return !withoutHash(name).equals(name);
  }

  /// One name of a path: `react-dom@18.2.0` without its version, `index-DiwrgTda.js` without the
  /// hash of its content; a version, a number, an id or a hash alone as a star.
  private static String segment(String name) {
    int version = name.indexOf('@', 1);
    if (version > 0) {
      return name.substring(0, version);
    }
    if (isVersion(name) || isId(name)) {
      return "*";
    }
    String clean = withoutHash(name);
    int dot = clean.indexOf('.');
    return dot > 0 && allDigits(clean, 0, dot) ? "*" + clean.substring(dot) : clean;
  }

  private static String withoutHash(String name) {
    int extension = name.indexOf('.', 1);
    while (extension > 0
        && name.indexOf('.', extension + 1) > 0
        && hashStart(name, extension) == 0) {
      extension = name.indexOf('.', extension + 1);
    }
    int start = extension < 0 ? 0 : hashStart(name, extension);
    return start == 0 ? name : name.substring(0, start) + name.substring(extension);
  }

  /// Where the separator before a hash stands that ends here; 0 when there is none.
  private static int hashStart(String name, int end) {
    int eight = end - 8;
    if (eight > 1 && isSeparator(name.charAt(eight - 1)) && isHash(name.substring(eight, end))) {
      return eight - 1;
    }
    int start = end;
    while (start > 0 && !isSeparator(name.charAt(start - 1))) {
      start--;
    }
    boolean found = start > 1 && end - start >= 6 && isHash(name.substring(start, end));
    return found ? start - 1 : 0;
  }

  private static boolean isSeparator(char c) {
    return c == '-' || c == '.' || c == '_' || c == '~';
  }

  /// Letters with a digit among them, or eight letters whose cases no word has.
  private static boolean isHash(String text) {
    boolean digit = false;
    boolean innerCapital = false;
    boolean small = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean capital = c >= 'A' && c <= 'Z';
      boolean letter = capital || (c >= 'a' && c <= 'z');
      if (!letter && !isDigit(c) && c != '_' && c != '-') {
        return false;
      }
      digit |= isDigit(c);
      innerCapital |= capital && i > 0;
      small |= letter && !capital;
    }
    return digit || (text.length() == 8 && innerCapital);
  }

  private static boolean isVersion(String text) {
    int start = text.startsWith("v") || text.startsWith("r") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      if (!isDigit(text.charAt(i)) && text.charAt(i) != '.') {
        return false;
      }
    }
    return text.length() > start;
  }

  /// Sixteen and more hexadecimal digits, dashes between them or not.
  private static boolean isId(String text) {
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hex = isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      if (!hex && c != '-') {
        return false;
      }
      digit |= isDigit(c);
    }
    return digit && text.length() >= 16;
  }

  private static boolean allDigits(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return to > from;
  }

  /// A text with each run of digits, `0x` before it or not, as a star.
  static String withoutNumbers(String text) {
    StringBuilder clean = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      boolean hex = text.startsWith("0x", at);
      int end = hex ? at + 2 : at;
      while (end < text.length()
          && (isDigit(text.charAt(end)) || (hex && Character.digit(text.charAt(end), 16) >= 0))) {
        end++;
      }
      if (end > at) {
        clean.append('*');
        at = end;
      } else {
        clean.append(text.charAt(at++));
      }
    }
    return clean.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
