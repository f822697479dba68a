package dev.suture.mcp;

import java.io.IOException;
import java.io.OutputStream;

/// What the endpoint answers.
public sealed interface McpResponse {
  /// JSON, or nothing when the length is zero.
  record Whole(int status, byte[] body) implements McpResponse {}

  /// A refusal of a call that needs more than its caller has.
  ///
  /// @param scopes that the caller has and that the call needs, separated by blanks
  record Lacking(String scopes, byte[] body) implements McpResponse {}

  /// Events, the last of which is the answer.
  record Streamed(Events events) implements McpResponse {}

  /// Writes events as they happen; called once.
  interface Events {
    void writeTo(OutputStream out) throws IOException;
  }
}
