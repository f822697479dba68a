package dev.suture.issue.grouping;

import dev.suture.event.Frame;

/// What version 1 keeps of a frame: nothing that a build, a browser or a line number changes.
///
/// @param file module of a JVM frame, else the path without host, query, build hashes and versions
/// @param function empty where the name is a minifier's or there is none
/// @param code text of the source line, blanks folded; empty where it is unknown
record FrameV1(String file, String function, String code) {
  private static final int LONGEST_NAME = 300;

  static FrameV1 of(Frame frame, int longestCode) {
    String module = frame.module();
    String function = bounded(frame.function());
    String code = code(frame, longestCode);
    if (module == null || module.isBlank() || isScript(frame.file())) {
      return new FrameV1(path(bounded(frame.file())), scriptFunction(function), code);
    }
    return new FrameV1(javaClass(bounded(module)), javaMethod(function), code);
  }

  FrameV1 withoutCode() {
    return new FrameV1(file, function, "");
  }

  /// Whether it says more than which built file it was.
  boolean telling() {
    return !function.isEmpty() || !code.isEmpty();
  }

  String words() {
    StringBuilder words = new StringBuilder(file.isEmpty() ? "an unnamed file" : file);
    if (!function.isEmpty()) {
      words.append(", function ").append(function);
    }
    if (!code.isEmpty()) {
      words.append(", at: ").append(code);
    }
    return words.toString();
  }

  /// The type of an exception; a minifier's name says nothing.
  static String type(String type) {
    String name = javaClass(bounded(type.strip()));
    return name.length() <= 2 ? "Error" : name;
  }

  static boolean isNative(Frame frame) {
    String file = frame.file();
    return file.equals("<anonymous>")
        || file.equals("native")
        || file.contains("[native code]")
        || (file.isEmpty() && frame.function().isEmpty() && frame.module() == null);
  }

  /// Whether the call was resumed later, so that only some browsers report it.
  static boolean isBehindAwait(Frame frame) {
    String name = frame.built() == null ? frame.function() : frame.built().function();
    return name.startsWith("async ") || name.startsWith("async*");
  }

  private static String bounded(String text) {
    return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
  }

  private static boolean isScript(String file) {
    return file.contains("://") || file.contains("/") || file.contains(".js");
  }

  private static String code(Frame frame, int longest) {
    Frame.Code code = frame.code();
    if (code == null) {
      return "";
    }
    int index = frame.line() - code.first();
    if (index < 0 || index >= code.lines().size()) {
      return "";
    }
    String line = code.lines().get(index);
    if (line.length() > 4 * longest) {
      return "";
    }
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (!Character.isWhitespace(c)) {
        folded.append(c);
      } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
    }
    String text = folded.toString().strip();
    return text.length() > longest ? "" : text;
  }

  /// Without the numbers of anonymous, generated and proxy classes.
  private static String javaClass(String name) {
    int generated = name.indexOf("$$");
    String real = generated > 0 ? name.substring(0, generated) : name;
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < real.length(); i++) {
      char c = real.charAt(i);
      boolean numbered =
          isDigit(c) && !clean.isEmpty() && (clean.charAt(clean.length() - 1) == '$');
      if (numbered) {
        while (i + 1 < real.length() && isDigit(real.charAt(i + 1))) {
          i++;
        }
      } else {
        clean.append(c);
      }
    }
    return withoutTail(withoutTail(clean.toString(), "Accessor"), "$Proxy");
  }

  /// `GeneratedMethodAccessor123` and `$Proxy12` without their numbers.
  private static String withoutTail(String name, String before) {
    int end = name.length();
    while (end > 0 && isDigit(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end).endsWith(before) ? name.substring(0, end) : name;
  }

  /// `lambda$pay$3` is `lambda$pay`.
  private static String javaMethod(String name) {
    if (!name.startsWith("lambda$")) {
      return name;
    }
    int number = name.lastIndexOf('$');
    return number > "lambda$".length() ? name.substring(0, number) : name;
  }

  /// The plain name of a script's function as every browser would give it; the marks of V8 (`new`,
  /// `async`, `Object.`, `[as alias]`) and Firefox (`async*`, `pay/<`) go, and so do names that a
  /// minifier made.
  private static String scriptFunction(String name) {
    String plain = name.strip();
    int star = plain.lastIndexOf('*');
    plain = plain.substring(star + 1);
    int alias = plain.indexOf(" [as ");
    if (alias >= 0) {
      plain = plain.substring(0, alias);
    }
    plain = plain.substring(plain.lastIndexOf(' ') + 1);
    if (plain.endsWith("<") || plain.endsWith(">") || plain.equals("?")) {
      return "";
    }
    plain = plain.substring(plain.lastIndexOf('/') + 1);
    plain = plain.substring(plain.lastIndexOf('.') + 1);
    boolean nameless = plain.equals("anonymous") || plain.equals("eval") || plain.equals("code");
    return nameless || plain.length() <= 2 ? "" : plain;
  }

  private static String path(String file) {
    String path = file.replace('\\', '/');
    int scheme = path.indexOf("://");
    if (scheme >= 0) {
      int slash = path.indexOf('/', scheme + 3);
      path = slash < 0 ? "" : path.substring(slash + 1);
    }
    path = before(before(path, '?'), '#');
    int library = path.lastIndexOf("node_modules/");
    if (library > 0) {
      path = path.substring(library);
    }
    StringBuilder clean = new StringBuilder();
    for (String segment : path.split("/")) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || segment.equals("~")) {
        continue;
      }
      if (!clean.isEmpty()) {
        clean.append('/');
      }
      clean.append(segment(segment));
    }
    return clean.toString();
  }

  private static String before(String text, char mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  /// One name of a path: `react-dom@18.2.0` without its version, `index-DiwrgTda.js` without the
  /// hash of its content, a version or a hash alone as a star.
  private static String segment(String name) {
    int version = name.indexOf('@', 1);
    if (version > 0) {
      return name.substring(0, version);
    }
    if (isVersion(name) || (name.length() >= 16 && isHash(name))) {
      return "*";
    }
    int extension = name.indexOf('.', 1);
    while (extension > 0 && name.indexOf('.', extension + 1) > 0 && !hashEndsAt(name, extension)) {
      extension = name.indexOf('.', extension + 1);
    }
    if (extension < 0 || !hashEndsAt(name, extension)) {
      return name;
    }
    return name.substring(0, hashStart(name, extension)) + name.substring(extension);
  }

  private static boolean hashEndsAt(String name, int end) {
    return hashStart(name, end) > 0;
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
    return digit || (text.length() == 8 && innerCapital && small);
  }

  private static boolean isVersion(String text) {
    int start = text.startsWith("v") ? 1 : 0;
    boolean dot = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isDigit(c) && c != '.') {
        return false;
      }
      dot |= c == '.';
    }
    return dot && text.length() > start;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
