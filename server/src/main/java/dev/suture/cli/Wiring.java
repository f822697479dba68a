package dev.suture.cli;

import dev.suture.event.DebugIdInjection;
import java.util.Map;

/// What the commands are given by whoever starts them.
///
/// @param environment the variables of the process
public record Wiring(
    Hosting hosting,
    McpBridge mcp,
    DebugIdInjection debugIds,
    Map<String, String> environment,
    String version) {}
