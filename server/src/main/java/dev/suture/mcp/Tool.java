package dev.suture.mcp;

import dev.suture.account.Scope;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One tool.
public interface Tool {
  Definition definition();

  /// What a caller must have to use it.
  Scope needs();

  /// What a caller must have for this call of it.
  default Scope needs(Arguments arguments) {
    return needs();
  }

  /// The issue, hotfix or capture that the argument `id` is about, where it names something else;
  /// empty when it names nothing that belongs to a project.
  default Optional<String> subject(String id) {
    return Optional.of(id);
  }

  /// Whether the call changes something because of a failure; it is then held against how that
  /// failure came in.
  default boolean writes(Arguments arguments) {
    return !definition().annotations().readOnlyHint();
  }

  /// @throws ToolProblem when the arguments, or the state of things, do not let it
  ToolResult call(Arguments arguments) throws ToolProblem;

  /// What a client is told of a tool.
  record Definition(
      String name,
      String title,
      String description,
      JsonNode inputSchema,
      JsonNode outputSchema,
      Annotations annotations) {}

  /// Hints, all four always given.
  record Annotations(
      boolean readOnlyHint,
      boolean destructiveHint,
      boolean idempotentHint,
      boolean openWorldHint) {
    static final Annotations READS = new Annotations(true, false, true, false);

    /// Changes what this server keeps, and nothing outside.
    static final Annotations WORKS = new Annotations(false, false, false, false);

    /// Adds a branch on the origin; doing it again changes nothing.
    static final Annotations OPENS = new Annotations(false, false, true, true);

    /// Reads the origin anew.
    static final Annotations LOOKS = new Annotations(true, false, true, true);
  }
}
