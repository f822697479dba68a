package dev.suture.event;

/// Reads a source map once, before it is stored, into the form that positions are looked up in.
public interface SourceMapCompiler {
  /// @throws NotASourceMap with what is wrong, in words of ours without any text of the map
  CompiledMap compile(byte[] map) throws NotASourceMap;

  /// @param text the map as it was sent
  /// @param compact its positions, names and sources as lookups read them
  record CompiledMap(byte[] text, byte[] compact) {}

  final class NotASourceMap extends Exception {
    private static final long serialVersionUID = 1;

    public NotASourceMap(String message) {
      super(message);
    }
  }
}
