package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.joined;
import static dev.suture.cause.flow.Tracer.plus;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the functions of the language's own objects give back: `JSON.parse`, `Object.entries`.
final class BuiltIns {
  private BuiltIns() {}

  static void trace(
      Tracer tracer, String name, Node call, List<Step> path, @Nullable Context context) {
    Node first = Calls.first(call);
    switch (name) {
      case "JSON.parse",
          "JSON.stringify",
          "Object.freeze",
          "Object.seal",
          "Promise.resolve",
          "Promise.all",
          "Reflect.get" ->
          tracer.trace(first, path, context);
      case "Promise.race", "Promise.any" -> tracer.trace(first, plus(Step.EACH, path), context);
      case "Promise.allSettled" ->
          tracer.trace(
              first,
              path.size() > 1 ? plus(path.getFirst(), path.subList(2, path.size())) : path,
              context);
      case "Object.values" ->
          tracer.trace(first, path.isEmpty() ? path : plus(Step.EACH, rest(path)), context);
      case "Object.entries" -> {
        if (path.size() > 1 && path.get(1).equals(new Step.Index(1))) {
          Step which = path.getFirst() instanceof Step.Key ? path.getFirst() : Step.EACH;
          tracer.trace(first, plus(which, path.subList(2, path.size())), context);
        } else if (path.isEmpty()) {
          tracer.trace(first, path, context);
        } else if (path.size() > 1 && path.get(1).equals(new Step.Index(0))) {
          Groups.key(tracer, first, path.subList(2, path.size()), context);
        }
      }
      case "Object.keys" -> {
        if (path.isEmpty()) {
          tracer.trace(first, path, context);
        } else {
          Groups.key(tracer, first, rest(path), context);
        }
      }
      case "Object.groupBy", "Map.groupBy" ->
          tracer.trace(
              first,
              path.size() == 1
                  ? List.of(new Step.Pick(Containers.argument(call, 1), context))
                  : rest(path),
              context);
      case "Object.fromEntries" ->
          tracer.trace(
              first,
              path.isEmpty()
                  ? path
                  : joined(List.of(entry(first, path), new Step.Index(1)), rest(path)),
              context);
      case "Object.assign" -> {
        Node arguments = call.child("arguments");
        if (arguments != null) {
          arguments.children().forEach(each -> tracer.trace(each, path, context));
        }
      }
      case "Array.from" -> from(tracer, call, path, context);
      case "Array.of" -> tracer.end(new Origin.Constant(call, context), path);
      default -> {
        if (name.startsWith("Math.") || name.startsWith("Date.") || name.startsWith("Number.")) {
          tracer.trace(first, List.of(Step.MADE), context);
        } else {
          tracer.end(new Origin.Unknown(call), path);
        }
      }
    }
  }

  /// Which entry a step into a map takes.
  private static Step entry(@Nullable Node entries, List<Step> path) {
    boolean kept = entries != null && entries.text().startsWith("Object.entries(");
    return path.getFirst() instanceof Step.Pick || kept ? path.getFirst() : Step.EACH;
  }

  private static void from(Tracer tracer, Node call, List<Step> path, @Nullable Context context) {
    Node arguments = call.child("arguments");
    Node mapper =
        arguments == null || arguments.children().size() < 2 ? null : arguments.children().get(1);
    if (arguments != null && mapper != null && mapper.isFunction() && !path.isEmpty()) {
      Context.Argument element =
          new Context.Argument(arguments.children().getFirst(), List.of(Step.EACH), context);
      tracer.returns(mapper, rest(path), new Context(mapper, List.of(element), context));
    } else {
      tracer.trace(Calls.first(call), path, context);
    }
  }
}
