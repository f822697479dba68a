package dev.suture.mcp;

import dev.suture.account.Principal;
import java.util.Optional;
import java.util.function.Function;

/// One POST to the endpoint.
///
/// @param header the first value of a header, by its name in any case
/// @param who has sent it
public record McpRequest(Function<String, Optional<String>> header, byte[] body, Principal who) {
  /// No message of a client is longer.
  public static final int MOST_BYTES = 1 << 20;
}
