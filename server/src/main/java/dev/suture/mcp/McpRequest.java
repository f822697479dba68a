package dev.suture.mcp;

import java.util.Optional;
import java.util.function.Function;

/// One POST to the endpoint.
///
/// @param header the first value of a header, by its name in any case
public record McpRequest(Function<String, Optional<String>> header, byte[] body) {
  /// No message of a client is longer.
  public static final int MOST_BYTES = 1 << 20;
}
