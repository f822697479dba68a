package dev.suture.mcp;

import java.util.Map;

/// What this server offers; none of it changes while it runs.
record Capabilities(
    Map<String, Object> tools, Map<String, Object> resources, Map<String, Object> prompts) {
  static final Capabilities OURS = new Capabilities(Map.of(), Map.of(), Map.of());
}
