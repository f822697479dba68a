package dev.suture.cause.flow;

/// Reads a source file into nodes.
public interface Parser {
  /// @param path tells by its ending what language it is
  /// @return the root; text that is no program gives nodes of kind `ERROR`
  Node parse(String path, String text);
}
