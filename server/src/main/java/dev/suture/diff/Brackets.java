package dev.suture.diff;

import java.util.List;

/// How deep lines of code leave their reader.
final class Brackets {
  private Brackets() {}

  /// Brackets opened less brackets closed. Those in texts and comments count too: they are nearly
  /// always in pairs, and a piece that is cut wrongly only fails to build.
  static int depth(List<String> lines) {
    int depth = 0;
    for (String line : lines) {
      for (int i = 0; i < line.length(); i++) {
        depth +=
            switch (line.charAt(i)) {
              case '(', '[', '{' -> 1;
              case ')', ']', '}' -> -1;
              default -> 0;
            };
      }
    }
    return depth;
  }
}
