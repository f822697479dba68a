package dev.suture.cause.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Functions that other functions give back: `const get = call('GET')`, `useSelector(byId(id))`.
final class Closures {
  private static final int DEEPEST = 5;

  private final Tracer tracer;

  Closures(Tracer tracer) {
    this.tracer = tracer;
  }

  /// @param context the calls that made the function, which what it uses from outside comes from
  record Closure(Node function, @Nullable Context context) {}

  /// The function that an expression is; null when that is not known.
  @Nullable Closure of(@Nullable Node expression, @Nullable Context context) {
    return of(expression, context, 0);
  }

  private @Nullable Closure of(@Nullable Node given, @Nullable Context context, int depth) {
    Node node = Functions.inside(given);
    if (node == null || depth > DEEPEST) {
      return null;
    }
    if (node.isFunction()) {
      return new Closure(node, context);
    }
    if (node.is("identifier")) {
      Node meant = tracer.names().meant(node);
      if (meant == null) {
        Context.Argument argument = argument(node, context);
        return argument == null ? null : of(argument.node(), argument.context(), depth + 1);
      }
      return of(meant, meant.is("call_expression") ? null : context, depth + 1);
    }
    if (!node.is("call_expression") || !Context.canGrow(context)) {
      return null;
    }
    Node target = tracer.targets().of(node, context);
    Closure made =
        target != null && target.isFunction()
            ? new Closure(target, context)
            : node.child("function") instanceof Node callee && callee.is("call_expression")
                ? of(callee, context, depth + 1)
                : null;
    if (made == null) {
      return null;
    }
    List<Node> returned = Texts.returned(made.function());
    Context bound = bound(made, node, context);
    return returned.size() == 1 && returned.getFirst() != given
        ? of(returned.getFirst(), bound, depth + 1)
        : null;
  }

  /// What a parameter was given as a whole.
  private Context.@Nullable Argument argument(Node use, @Nullable Context context) {
    Node declared = tracer.program.unitOf(use).declaration(use);
    Node holder = declared == null ? null : Patterns.holder(declared);
    Context bound = holder == null || !holder.isFunction() ? null : Context.of(holder, context);
    int index =
        declared == null || bound == null ? -1 : Patterns.parameter(declared, bound.function());
    boolean whole =
        declared != null
            && bound != null
            && index >= 0
            && index < bound.arguments().size()
            && Patterns.steps(declared).isEmpty();
    return whole && bound != null && bound.arguments().get(index).path().isEmpty()
        ? bound.arguments().get(index)
        : null;
  }

  /// The arguments of a call of a function, within what made the function.
  Context bound(Closure closure, Node call, @Nullable Context context) {
    Context plain = tracer.calls().bound(closure.function(), call, context);
    return new Context(plain.function(), plain.arguments(), closure.context());
  }
}
