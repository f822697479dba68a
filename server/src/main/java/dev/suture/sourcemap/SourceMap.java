package dev.suture.sourcemap;

import com.github.luben.zstd.Zstd;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A decoded source map: where each position of a built file comes from. Lines and columns count
/// from 0 here, as the format has it.
public final class SourceMap {
  private final Mappings mappings;
  private final List<Source> sources;
  private final List<String> names;
  private final @Nullable String debugId;

  SourceMap(Mappings mappings, List<Source> sources, List<String> names, @Nullable String debugId) {
    this.mappings = mappings;
    this.sources = sources;
    this.names = names;
    this.debugId = debugId;
  }

  /// An original file.
  ///
  /// @param path with the map's `sourceRoot` applied; null where the map leaves it open
  /// @param ignored whether the map says that it is nobody's own code
  record Source(@Nullable String path, boolean ignored, @Nullable Content content) {}

  /// The text of an original file, compressed.
  record Content(byte[] compressed, int bytes) {
    static Content of(String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      return new Content(Zstd.compress(utf8, 1), utf8.length);
    }

    String text() {
      return new String(Zstd.decompress(compressed, bytes), StandardCharsets.UTF_8);
    }
  }

  /// An original position.
  ///
  /// @param source index among the sources
  /// @param path null where the map leaves it open
  /// @param name what the code at the position is called in the original; null where it is unnamed
  public record Position(
      int source, @Nullable String path, int line, int column, @Nullable String name) {}

  /// Where a position of the built file comes from; empty when the map does not say.
  public Optional<Position> at(int line, int column) {
    int segment = mappings.segmentAt(line, column);
    if (segment < 0 || mappings.source(segment) < 0) {
      return Optional.empty();
    }
    int source = mappings.source(segment);
    int name = mappings.name(segment);
    return Optional.of(
        new Position(
            source,
            sources.get(source).path(),
            mappings.originalLine(segment),
            mappings.originalColumn(segment),
            name < 0 ? null : names.get(name)));
  }

  public boolean isIgnored(int source) {
    return sources.get(source).ignored();
  }

  /// The text of an original file, when the map carries it.
  public Optional<String> content(int source) {
    return Optional.ofNullable(sources.get(source).content()).map(Content::text);
  }

  /// Lower-case UUID, when the map carries one.
  public Optional<String> debugId() {
    return Optional.ofNullable(debugId);
  }

  public int segments() {
    return mappings.segments();
  }

  List<Source> sources() {
    return sources;
  }

  List<String> names() {
    return names;
  }

  Mappings mappings() {
    return mappings;
  }

  /// About how much memory it takes.
  long bytes() {
    long bytes = mappings.bytes();
    for (Source source : sources) {
      bytes += 100 + (source.content() == null ? 0 : source.content().compressed().length);
    }
    for (String name : names) {
      bytes += 60 + name.length();
    }
    return bytes;
  }
}
