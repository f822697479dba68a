package dev.suture.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;

/// Carries the stdio form of MCP to a running server.
@FunctionalInterface
public interface McpBridge {
  /// Returns when the client closes its end.
  ///
  /// @param server address of the server, without a path
  void run(URI server, InputStream in, OutputStream out) throws IOException;
}
