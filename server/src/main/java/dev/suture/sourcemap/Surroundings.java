package dev.suture.sourcemap;

import dev.suture.event.Frame;
import dev.suture.sourcemap.SourceMap.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the text of an original file tells about a position in it.
///
/// @param function see [EnclosingFunction]
/// @param code null when the file has no such line
record Surroundings(Optional<String> function, Frame.@Nullable Code code) {
  static final Surroundings UNKNOWN = new Surroundings(Optional.empty(), null);

  private static final int CONTEXT_LINES = 5;
  private static final int LONGEST_LINE = 400;

  static Surroundings of(String text, Position position) {
    return new Surroundings(
        EnclosingFunction.at(text, position.line(), position.column()),
        code(text, position.line()));
  }

  private static Frame.@Nullable Code code(String text, int line) {
    int first = Math.max(0, line - CONTEXT_LINES);
    int at = 0;
    for (int i = 0; i < first; i++) {
      at = text.indexOf('\n', at) + 1;
      if (at == 0) {
        return null;
      }
    }
    List<String> lines = new ArrayList<>();
    while (lines.size() <= line - first + CONTEXT_LINES && at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      String whole = text.substring(at, Math.min(end, at + LONGEST_LINE));
      lines.add(whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole);
      at = end + 1;
    }
    return lines.size() <= line - first ? null : new Frame.Code(first + 1, List.copyOf(lines));
  }
}
