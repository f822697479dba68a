package dev.suture.cause.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// With which arguments a function was called, and the calls around it.
///
/// @param around the next outer call; null for none that is known
public record Context(Node function, List<Argument> arguments, @Nullable Context around) {
  private static final int DEEPEST = 14;

  /// @param path into the value of `node`
  record Argument(Node node, List<Step> path, @Nullable Context context) {}

  static boolean canGrow(@Nullable Context context) {
    int depth = 0;
    for (Context at = context; at != null; at = at.around) {
      depth++;
    }
    return depth < DEEPEST;
  }

  static @Nullable Context of(Node function, @Nullable Context within) {
    for (Context at = within; at != null; at = at.around) {
      if (at.function == function) {
        return at;
      }
    }
    return null;
  }
}
