package dev.suture.sourcemap;

import dev.suture.sourcemap.SourceMap.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A map while one event is mapped: each of its sources is unpacked once, when it is asked for.
final class OpenMap {
  private final SourceMap map;
  private final Map<Integer, String> texts = new HashMap<>();
  private final Map<Integer, List<String>> lines = new HashMap<>();

  OpenMap(SourceMap map) {
    this.map = map;
  }

  SourceMap map() {
    return map;
  }

  /// Lines of a source; none when the map does not carry it.
  List<String> lines(int source) {
    return lines.computeIfAbsent(source, index -> text(index).lines().toList());
  }

  /// See [EnclosingFunction]; nothing as well when the map does not carry the source.
  Optional<String> enclosingFunction(Position position) {
    String text = text(position.source());
    return text.isEmpty()
        ? Optional.empty()
        : EnclosingFunction.at(text, position.line(), position.column());
  }

  private String text(int source) {
    return texts.computeIfAbsent(source, index -> map.content(index).orElse(""));
  }
}
