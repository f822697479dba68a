package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.plus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Objects that hold elements of a list under what each of them has: `groupBy(list, 'state')`.
final class Groups {
  private Groups() {}

  /// Where the names come from that such an object holds elements under.
  ///
  /// @param path into a name
  static void key(
      Tracer tracer, @Nullable Node groups, List<Step> path, @Nullable Context context) {
    Node call = groups != null && groups.is("identifier") ? tracer.names().meant(groups) : groups;
    Node callee = call == null || !call.is("call_expression") ? null : call.child("function");
    if (call == null || callee == null || !isGrouping(callee)) {
      return;
    }
    Node list = Calls.first(call);
    Node by = Functions.inside(Containers.argument(call, 1));
    if (by != null && by.is("string")) {
      tracer.trace(list, plus(Step.EACH, plus(new Step.Key(Patterns.unquoted(by)), path)), context);
      return;
    }
    Node function = by != null && by.is("identifier") ? tracer.names().meant(by) : by;
    if (list != null && function != null && function.isFunction() && Context.canGrow(context)) {
      Context.Argument element = new Context.Argument(list, List.of(Step.EACH), context);
      tracer.returns(function, path, new Context(function, List.of(element), context));
    }
  }

  private static boolean isGrouping(Node callee) {
    Node property = callee.child("property");
    return (property == null ? callee : property).text().matches("groupBy|keyBy|countBy|indexBy");
  }
}
