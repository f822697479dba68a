package dev.suture.cause.flow;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What code waited for before it came to a place: `await save()` above it, or the promise whose
/// `then` it was given to.
public final class Awaited {
  private static final int DEEPEST = 5;

  private final Tracer tracer;
  private final Set<Node> seen = new HashSet<>();
  private final Set<Origin.Request> requests = new LinkedHashSet<>();

  private Awaited(Tracer tracer) {
    this.tracer = tracer;
  }

  /// The requests that the innermost function of a stack that waited for any was waiting for.
  ///
  /// @param places the failing one first
  public static List<Origin.Request> before(Program program, List<Position> places) {
    for (Position place : places) {
      Tracer tracer = new Tracer(program);
      Node promise = promise(place, tracer);
      Awaited awaited = new Awaited(tracer);
      if (promise != null) {
        awaited.asked(promise, null, 0);
      }
      if (!awaited.requests.isEmpty()) {
        return List.copyOf(awaited.requests);
      }
    }
    return List.of();
  }

  /// What the calls of an expression ask for, themselves or in the functions that they call.
  private void asked(Node expression, @Nullable Context context, int depth) {
    for (Node call : expression.all("call_expression").toList()) {
      if (depth > DEEPEST || !seen.add(call)) {
        continue;
      }
      Node target = tracer.targets().of(call, context);
      if (target != null && target.isFunction() && Context.canGrow(context)) {
        asked(target, tracer.calls().bound(target, call, context), depth + 1);
        continue;
      }
      for (Origin origin : tracer.origins(call, context)) {
        if (origin.source() instanceof Origin.Request request) {
          requests.add(request);
        }
      }
    }
  }

  private static @Nullable Node promise(Position place, Tracer tracer) {
    Node function = place.function();
    Node awaited =
        function
            .all("await_expression")
            .filter(each -> each.surrounding() == function && place.isBehind(each))
            .max(Comparator.comparingInt(Node::to))
            .map(Node::first)
            .orElse(null);
    if (awaited != null || !function.isFunction()) {
      return awaited;
    }
    Node arguments = Functions.unwrapped(function).parent();
    if (arguments == null || !arguments.is("arguments")) {
      return handed(function, tracer);
    }
    return waitedFor(arguments);
  }

  /// `promise.then(name)`: what a function by its name is handed to.
  private static @Nullable Node handed(Node function, Tracer tracer) {
    String name = Program.named(function);
    return name.isEmpty()
        ? null
        : function
            .root()
            .all("identifier")
            .filter(each -> each.text().equals(name) && tracer.names().meant(each) == function)
            .map(Node::parent)
            .filter(each -> each != null && each.is("arguments"))
            .map(Awaited::waitedFor)
            .filter(each -> each != null)
            .findFirst()
            .orElse(null);
  }

  private static @Nullable Node waitedFor(Node arguments) {
    Node call = arguments.parent();
    Node callee = call == null || !call.is("call_expression") ? null : call.child("function");
    Node property = callee == null ? null : callee.child("property");
    return callee != null && property != null && property.text().matches("then|done|success")
        ? callee.child("object")
        : null;
  }
}
