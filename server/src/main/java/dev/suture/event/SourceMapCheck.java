package dev.suture.event;

/// Tells whether bytes are a source map that frames can be mapped with, before one is stored.
public interface SourceMapCheck {
  /// @throws NotASourceMap with what is wrong, in words of ours without any text of the map
  void check(byte[] map) throws NotASourceMap;

  final class NotASourceMap extends Exception {
    private static final long serialVersionUID = 1;

    public NotASourceMap(String message) {
      super(message);
    }
  }
}
