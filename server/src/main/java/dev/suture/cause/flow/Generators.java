package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Functions that give one value after the other: `function* rows() { yield row; }`.
final class Generators {
  private Generators() {}

  static boolean is(Node function) {
    return function.is("generator_function", "generator_function_declaration")
        || (function.is("method_definition")
            && function.text().matches("(?s)(?:static\\s+)?(?:async\\s+)?\\*.*"));
  }

  /// @param path into the list of what it yields; an empty one means the list, which has as many
  ///   elements as what the function goes through
  /// @return false when the function is none
  static boolean trace(Tracer tracer, Node function, List<Step> path, @Nullable Context context) {
    if (!is(function)) {
      return false;
    }
    for (Node each : function.all("yield_expression").toList()) {
      if (each.function() != function) {
        continue;
      }
      boolean all = each.text().startsWith("yield*");
      Node loop = each.within(around -> around.is("for_in_statement") || around == function);
      if (all) {
        tracer.trace(each.first(), path, context);
      } else if (!path.isEmpty()) {
        boolean element = !(path.getFirst() instanceof Step.Key);
        tracer.trace(each.first(), element ? rest(path) : path, context);
      } else if (loop != null && loop != function) {
        tracer.trace(loop.child("right"), path, context);
      }
    }
    return true;
  }
}
