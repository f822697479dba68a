package dev.suture.mcp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a server offers.
///
/// @param logging null where nothing is logged to clients
record Capabilities(
    Map<String, Object> tools,
    Map<String, Object> resources,
    Map<String, Object> prompts,
    Map<String, Object> completions,
    @Nullable Map<String, Object> logging) {
  /// None of it changes while the server runs.
  static final Capabilities OURS = new Capabilities(Map.of(), Map.of(), Map.of(), Map.of(), null);
}
