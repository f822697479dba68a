package dev.suture.issue.grouping;

import dev.suture.event.Frame;
import org.jspecify.annotations.Nullable;

/// What version 2 keeps of a frame: nothing that a build, a browser or a line number changes.
///
/// @param file class, module or package where the platform has one, else the path without what a
///   build changes
/// @param function empty where the name is a minifier's or there is none
/// @param code text of the source line, blanks folded; empty where it is unknown
record FrameV2(String file, String function, String code) {
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_CODE = 160;
  private static final int LONGEST_LINE = 640;
  private static final int SHORTEST_NAME = 3;
  private static final int SHORTEST_NAME_OF_BUILT = 4;
  private static final int BUILT_COLUMN = 300;

  static FrameV2 of(Frame frame, FamilyV2 family) {
    String file = bounded(frame.file());
    String function = bounded(frame.function());
    String module = frame.module() == null ? "" : bounded(frame.module().strip());
    String code = code(frame);
    return switch (family) {
      case script ->
          module.isEmpty() || !(file.endsWith(".java") || file.endsWith(".kt"))
              ? new FrameV2(PathV2.of(file), scriptName(frame, function), code)
              : jvm(module, file, function, code);
      case jvm -> jvm(module, file, function, code);
      case python -> python(module, file, function, code);
      case dotnet -> {
        String[] place = NameV2.dotnet(module, function);
        yield new FrameV2(place[0].isEmpty() ? PathV2.of(file) : place[0], place[1], code);
      }
      case go ->
          new FrameV2(module.isEmpty() ? PathV2.of(file) : module, NameV2.go(function), code);
      case ruby -> new FrameV2(PathV2.of(file), NameV2.ruby(function), code);
      case php -> new FrameV2(PathV2.of(file), NameV2.php(function), code);
      case other -> other(module, file, function, code);
    };
  }

  private static FrameV2 jvm(String module, String file, String function, String code) {
    String place = module.isEmpty() ? PathV2.of(file) : NameV2.jvmClass(module);
    return new FrameV2(place, NameV2.jvmMethod(function), code);
  }

  private static FrameV2 python(String module, String file, String function, String code) {
    boolean named = !module.isEmpty() && !module.equals("__main__") && !file.startsWith("<");
    return new FrameV2(named ? module : PathV2.of(file), function, code);
  }

  private static FrameV2 other(String module, String file, String function, String code) {
    boolean script = file.contains("://") || file.contains(".js");
    if (script || module.isEmpty()) {
      String name = script ? NameV2.script(function) : NameV2.symbol(function);
      return new FrameV2(PathV2.of(file), name, code);
    }
    return jvm(module, file, function, code);
  }

  FrameV2 withoutCode() {
    return code.isEmpty() ? this : new FrameV2(file, function, "");
  }

  FrameV2 withCode(String text) {
    return new FrameV2(file, function, text);
  }

  /// Whether it says more than which file it was.
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

  /// Frames that no source stands behind, or that an error reporter put between others.
  static boolean isNoise(Frame frame) {
    String file = frame.file();
    String function = frame.function();
    return file.equals("<anonymous>")
        || file.equals("native")
        || file.contains("[native code]")
        || function.endsWith("sentryWrapped")
        || (file.isEmpty() && function.isEmpty() && frame.module() == null);
  }

  /// Whether the call was resumed or scheduled later, so that only some browsers report it.
  static boolean isBehindAwait(Frame frame) {
    String name = builtName(frame);
    return name.startsWith("async ") || name.indexOf('*') >= 0;
  }

  static String builtName(Frame frame) {
    return frame.built() == null ? frame.function() : frame.built().function();
  }

  static String bounded(String text) {
    return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
  }

  /// A frame of a file that a build wrote, not mapped: its short names are a minifier's.
  static boolean isMinified(Frame frame) {
    return frame.built() == null
        && (isFar(frame) || (frame.line() > 0 && PathV2.isBuilt(frame.file())));
  }

  /// So far from the beginning of its line that a build must have written it.
  static boolean isFar(Frame frame) {
    return frame.column() > BUILT_COLUMN;
  }

  private static String scriptName(Frame frame, String function) {
    String plain = NameV2.script(function);
    int shortest = isMinified(frame) ? SHORTEST_NAME_OF_BUILT : SHORTEST_NAME;
    return plain.length() < shortest ? "" : plain;
  }

  /// The text of its source line as it was sent; null where it is unknown.
  static @Nullable String line(Frame frame) {
    Frame.Code code = frame.code();
    int index = code == null ? -1 : frame.line() - code.first();
    return code == null || index < 0 || index >= code.lines().size()
        ? null
        : code.lines().get(index);
  }

  private static String code(Frame frame) {
    String line = line(frame);
    if (line == null || line.length() > LONGEST_LINE || line.contains("{snip}")) {
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
    int end = folded.length();
    while (end > 0 && " ;,{".indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > LONGEST_CODE ? "" : folded.substring(0, end);
  }
}
