package dev.suture.app;

import dev.suture.http.Route;
import dev.suture.mcp.Tool;
import java.util.List;

/// A part of the loop behind the capture, wired in a file of its own on the rooms that all share:
/// what it answers, what agents call, and what it does as time passes.
///
/// @param upkeep closed before the rooms that it stands on
record Wing(List<Route> routes, List<Tool> tools, List<? extends AutoCloseable> upkeep) {
  static Wing of(List<Route> routes) {
    return new Wing(routes, List.of(), List.of());
  }
}
