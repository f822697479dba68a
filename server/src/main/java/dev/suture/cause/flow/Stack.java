package dev.suture.cause.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calls that led to a failure, as far as each is seen to call the next.
public final class Stack {
  private Stack() {}

  /// @param places the failing one first
  public static @Nullable Context of(Program program, List<Position> places) {
    Tracer tracer = new Tracer(program);
    Context context = null;
    for (int at = places.size() - 1; at > 0; at--) {
      Node called = places.get(at - 1).function();
      Position caller = places.get(at);
      Context known = context;
      Node call =
          caller.nearest(
              each -> each.is("call_expression") && tracer.calls().target(each, known) == called);
      if (call != null && Context.canGrow(context)) {
        context = tracer.calls().bound(called, call, context);
        continue;
      }
      Node over =
          caller.nearest(
              each ->
                  each.is("call_expression")
                      && each.child("arguments") != null
                      && called.within(up -> up == each.child("arguments")) != null);
      if (over == null) {
        context = null;
      }
    }
    return context;
  }
}
