package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.plus;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the functions of lodash and helpers of the same names give of the list or object that they
/// are given first.
final class Helpers {
  private Helpers() {}

  /// @return false when the function is none of theirs
  static boolean trace(Tracer tracer, Node call, List<Step> path, @Nullable Context context) {
    Node callee = call.child("function");
    Node arguments = call.child("arguments");
    if (callee == null || arguments == null) {
      return false;
    }
    Node property = callee.child("property");
    Node receiver = callee.child("object");
    if (receiver != null && !receiver.text().matches("_|lodash|R")) {
      return false;
    }
    Node given = arguments.first();
    Node by = arguments.children().size() > 1 ? arguments.children().get(1) : null;
    List<Step> inner = path.isEmpty() ? path : rest(path);
    switch ((property == null ? callee : property).text()) {
      case "maxBy", "minBy", "max", "min", "head", "first", "last", "nth", "sample" ->
          tracer.trace(given, plus(Step.Pick.ANY, path), context);
      case "find", "findLast" ->
          tracer.trace(given, plus(new Step.Pick(by, context), path), context);
      case "orderBy",
          "sortBy",
          "uniqBy",
          "uniq",
          "filter",
          "reject",
          "compact",
          "take",
          "drop",
          "takeRight",
          "tail",
          "shuffle",
          "reverse",
          "cloneDeep",
          "clone",
          "pickBy",
          "omitBy",
          "pick",
          "omit",
          "defaultTo",
          "unionBy",
          "union",
          "differenceBy",
          "difference",
          "toArray",
          "values" ->
          tracer.trace(given, Collections.chosen(path, null, context), context);
      case "keyBy" ->
          tracer.trace(
              given,
              !path.isEmpty() && path.getFirst() instanceof Step.Key
                  ? plus(Step.EACH, inner)
                  : path,
              context);
      case "groupBy", "chunk", "partition" -> tracer.trace(given, inner, context);
      case "sum", "sumBy", "mean", "meanBy" ->
          tracer.trace(given, List.of(Step.EACH, Step.MADE), context);
      default -> {
        return false;
      }
    }
    return true;
  }
}
