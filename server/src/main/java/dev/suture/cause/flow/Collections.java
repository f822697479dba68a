package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.plus;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the methods of lists, maps and texts give back.
final class Collections {
  private Collections() {}

  /// @return false when the method is none of theirs
  static boolean trace(Tracer tracer, Node call, List<Step> path, @Nullable Context context) {
    Node callee = call.child("function");
    Node receiver = callee == null ? null : callee.child("object");
    Node property = callee == null ? null : callee.child("property");
    if (receiver == null || property == null) {
      return false;
    }
    Node first = Calls.first(call);
    switch (property.text()) {
      case "map" -> mapped(tracer, receiver, first, path, context);
      case "flatMap" ->
          mapped(tracer, receiver, first, path.isEmpty() ? path : plus(Step.EACH, path), context);
      case "filter" -> tracer.trace(receiver, chosen(path, first, context), context);
      case "find", "findLast" ->
          tracer.trace(receiver, plus(new Step.Pick(first, context), path), context);
      case "at" -> {
        boolean place = first != null && first.is("number") && first.text().matches("\\d{1,6}");
        Step step =
            first != null && place ? new Step.Index(Integer.parseInt(first.text())) : Step.Pick.ANY;
        tracer.trace(receiver, plus(step, path), context);
      }
      case "pop", "shift" -> tracer.trace(receiver, plus(Step.Pick.ANY, path), context);
      case "slice", "sort", "toSorted", "reverse", "toReversed", "flat", "splice", "with" ->
          tracer.trace(receiver, chosen(path, null, context), context);
      case "concat" -> {
        tracer.trace(receiver, path, context);
        if (!path.isEmpty()) {
          tracer.trace(first, path, context);
          boolean element = !(path.getFirst() instanceof Step.Key);
          tracer.trace(element ? first : null, rest(path), context);
        }
      }
      case "reduce", "reduceRight" -> reduced(tracer, call, receiver, path, context);
      case "values" -> tracer.trace(receiver, path, context);
      case "entries" -> {
        if (path.size() > 1) {
          tracer.trace(receiver, plus(path.getFirst(), path.subList(2, path.size())), context);
        }
      }
      case "split",
          "trim",
          "toLowerCase",
          "toUpperCase",
          "replace",
          "replaceAll",
          "match",
          "substring",
          "padStart",
          "toString",
          "toFixed",
          "getTime",
          "valueOf",
          "join",
          "charAt",
          "exec",
          "toISOString",
          "normalize",
          "trimStart",
          "trimEnd",
          "indexOf" ->
          made(tracer, call, property.text(), path, context);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// What a method of a text, number or date makes of it. Such a value has no properties of an
  /// answer: what lacks one is the program's mistake.
  private static void made(
      Tracer tracer, Node call, String method, List<Step> path, @Nullable Context context) {
    Step part = Parts.of(tracer, call, method, path, context);
    if (part != null) {
      tracer.trace(Parts.text(call, method), plus(part, List.of()), context);
      return;
    }
    boolean matched = method.matches("match|exec");
    boolean named = !path.isEmpty() && path.getFirst() instanceof Step.Key;
    Node callee = call.child("function");
    if (named && !matched || callee == null) {
      tracer.end(new Origin.Constant(call, context), path);
    } else {
      boolean kept = Parts.keeps(method, path);
      tracer.trace(Parts.text(call, method), kept ? path : List.of(Step.MADE), context);
    }
  }

  private static void mapped(
      Tracer tracer,
      Node receiver,
      @Nullable Node first,
      List<Step> path,
      @Nullable Context context) {
    Node function = Functions.inside(first);
    if (function != null && function.is("identifier")) {
      function = tracer.names().meant(function);
    }
    if (path.isEmpty() || function == null || !function.isFunction() || !Context.canGrow(context)) {
      tracer.trace(receiver, path.isEmpty() ? path : List.of(path.getFirst()), context);
      return;
    }
    if (path.size() == 1) {
      tracer.trace(receiver, path, context);
    }
    Context.Argument element = new Context.Argument(receiver, List.of(path.getFirst()), context);
    tracer.returns(function, rest(path), new Context(function, List.of(element), context));
  }

  /// What stands first after a choice need not have stood first before.
  static List<Step> chosen(List<Step> path, @Nullable Node by, @Nullable Context context) {
    return !path.isEmpty() && path.getFirst() instanceof Step.Index
        ? plus(new Step.Pick(by, context), rest(path))
        : path;
  }

  private static void reduced(
      Tracer tracer, Node call, Node receiver, List<Step> path, @Nullable Context context) {
    Node arguments = call.child("arguments");
    if (arguments != null && arguments.children().size() > 1) {
      tracer.trace(arguments.children().get(1), path, context);
    } else {
      tracer.trace(receiver, plus(Step.Pick.ANY, path), context);
    }
    Node function = Functions.inside(Calls.first(call));
    if (function != null && function.isFunction()) {
      tracer.returns(function, path, context);
    }
  }
}
