package dev.suture.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Carries the stdio form of MCP to a running server.
@FunctionalInterface
public interface McpBridge {
  /// Returns when the client closes its end.
  ///
  /// @param server address of the server, without a path
  /// @param token to sign in by; null for none
  void run(URI server, @Nullable String token, InputStream in, OutputStream out) throws IOException;
}
