package dev.suture.sourcemap;

/// A map within an index map, and the generated position that it begins at.
record Section(int line, int column, DecodedMap map) {
  boolean isBehind(Section before) {
    return line > before.line || (line == before.line && column > before.column);
  }
}
