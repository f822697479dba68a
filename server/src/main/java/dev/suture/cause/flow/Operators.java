package dev.suture.cause.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Operators of observables, one after the other in a `pipe`: what comes out of each.
final class Operators {
  private static final String MAKES =
      "map|switchMap|mergeMap|concatMap|exhaustMap|flatMap|exhaustAll";

  private final Tracer tracer;

  Operators(Tracer tracer) {
    this.tracer = tracer;
  }

  /// What comes out of the last operator of `source.pipe(...)`.
  void piped(Node pipe, Node source, List<Step> path, @Nullable Context context) {
    Node arguments = pipe.child("arguments");
    boolean none = arguments == null || arguments.children().isEmpty();
    tracer.trace(
        none || arguments == null ? source : arguments.children().getLast(), path, context);
  }

  /// What comes out of an operator.
  ///
  /// @return false when the call is none
  boolean after(Node operator, List<Step> path, @Nullable Context context) {
    Node before = before(operator);
    if (before == null) {
      return false;
    }
    String name = operator.child("function") instanceof Node callee ? callee.text() : "";
    Node first = Calls.first(operator);
    if (name.matches(MAKES)) {
      Closures.Closure made = tracer.closures().of(first, context);
      if (made != null && Context.canGrow(context)) {
        Context.Argument given = new Context.Argument(before, List.of(), context);
        tracer.returns(
            made.function(), path, new Context(made.function(), List.of(given), made.context()));
        return true;
      }
    }
    if (name.equals("catchError")
        && Functions.inside(first) instanceof Node handler
        && handler.isFunction()) {
      tracer.returns(handler, path, context);
      tracer.swallowed().caught(handler, before, context);
    }
    if (name.equals("startWith")) {
      tracer.trace(first, path, context);
    }
    if (name.equals("scan") && Functions.inside(first) instanceof Node adds && adds.isFunction()) {
      tracer.returns(adds, path, context);
      return true;
    }
    tracer.trace(before, path, context);
    return true;
  }

  /// What a function of an operator is given.
  ///
  /// @return false when the call is no operator
  boolean given(Node operator, int index, List<Step> path, @Nullable Context context) {
    Node before = before(operator);
    if (before == null) {
      return false;
    }
    String name = operator.child("function") instanceof Node callee ? callee.text() : "";
    int place = name.matches("scan|reduce") ? 1 : 0;
    boolean fails = name.equals("catchError");
    tracer.trace(index == place && !fails ? before : null, path, context);
    return true;
  }

  /// What goes into an operator: the one before it, or the source.
  private static @Nullable Node before(Node operator) {
    Node arguments = operator.parent();
    Node pipe = arguments == null || !arguments.is("arguments") ? null : arguments.parent();
    Node callee = pipe == null ? null : pipe.child("function");
    Node property = callee == null ? null : callee.child("property");
    if (arguments == null
        || callee == null
        || property == null
        || !property.text().equals("pipe")) {
      return null;
    }
    int at = arguments.children().indexOf(operator);
    return at > 0 ? arguments.children().get(at - 1) : callee.child("object");
  }

  /// `combineLatest([a$, b$])`, `forkJoin({ a: a$ })`, `merge(a$, b$)`, `from(promise)`.
  ///
  /// @return false when the function makes no observable
  boolean made(Node call, String name, List<Step> path, @Nullable Context context) {
    Node arguments = call.child("arguments");
    Node first = Calls.first(call);
    if (arguments == null || first == null) {
      return false;
    }
    switch (name) {
      case "from", "of", "defer", "combineLatest", "forkJoin", "zip" -> {
        boolean many =
            name.matches("combineLatest|forkJoin|zip") && arguments.children().size() > 1;
        if (many && !path.isEmpty() && path.getFirst() instanceof Step.Index(int at)) {
          tracer.trace(
              at < arguments.children().size() ? arguments.children().get(at) : null,
              path.subList(1, path.size()),
              context);
        } else if (first.isFunction()) {
          tracer.returns(first, path, context);
        } else {
          tracer.trace(first, path, context);
        }
      }
      case "merge", "concat", "race", "iif" ->
          arguments.children().forEach(each -> tracer.trace(each, path, context));
      default -> {
        return false;
      }
    }
    return true;
  }
}
