package dev.suture.cause.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts of texts that a text may not have: behind a separator, in a pattern.
final class Parts {
  private Parts() {}

  /// The step that a method of a text takes into it; null where nothing can be said of it.
  ///
  /// @param path into what the method gives
  static @Nullable Step of(
      Tracer tracer, Node call, String method, List<Step> path, @Nullable Context context) {
    Node first = Calls.first(call);
    if (method.equals("split")
        && first != null
        && first.is("string")
        && !path.isEmpty()
        && path.getFirst() instanceof Step.Index(int at)) {
      return new Step.Cut(Patterns.unquoted(first), at);
    }
    if (method.matches("match|exec") && path.isEmpty()) {
      Node pattern = method.equals("match") ? first : receiver(call);
      String written = pattern == null ? null : pattern(tracer, pattern, context);
      return written == null ? null : new Step.Matched(written);
    }
    return null;
  }

  /// The text that a method is applied to.
  static @Nullable Node text(Node call, String method) {
    return method.equals("exec") ? Calls.first(call) : receiver(call);
  }

  /// Whether a method leaves the parts of a text as they are.
  static boolean keeps(String method, List<Step> path) {
    return method.matches("trim|trimStart|trimEnd|toLowerCase|toUpperCase|toString|normalize")
        && !path.isEmpty()
        && (path.getFirst() instanceof Step.Cut || path.getFirst() instanceof Step.Matched);
  }

  private static @Nullable Node receiver(Node call) {
    Node callee = call.child("function");
    return callee == null ? null : callee.child("object");
  }

  private static @Nullable String pattern(Tracer tracer, Node node, @Nullable Context context) {
    List<Node> found = node.is("regex") ? List.of(node) : tracer.constants(node, context);
    Node only = found.size() == 1 ? found.getFirst() : null;
    Node pattern = only != null && only.is("regex") ? only.child("pattern") : null;
    return pattern == null || only == null
        ? null
        : (only.text().matches("(?s).*/[a-z]*i[a-z]*$") ? "(?i)" : "") + pattern.text();
  }
}
