package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.plus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Functions of libraries that nobody knows. Most of them give what they were given, in some order
/// or wrapping, or what a function gives that they were given: a generous tracer takes that way.
final class Passing {
  private final Tracer tracer;

  Passing(Tracer tracer) {
    this.tracer = tracer;
  }

  /// What a call of such a function gives.
  void result(Node call, List<Step> path, @Nullable Context context) {
    tracer.end(new Origin.Unknown(call), path);
    Node callee = call.child("function");
    if (!tracer.isGenerous() || callee == null) {
      return;
    }
    if (callee.child("object") instanceof Node receiver) {
      tracer.trace(receiver, path, context);
    }
    arguments(call).forEach(each -> passed(each, path, context));
    beside(callee, path, context);
  }

  /// What such a function gives to a function that it was given.
  ///
  /// @param function among the call's arguments
  void given(Node call, Node function, List<Step> path, @Nullable Context context) {
    tracer.end(new Origin.Unknown(call), path);
    if (!tracer.isGenerous()) {
      return;
    }
    Node callee = call.child("function");
    if (callee != null && callee.child("object") instanceof Node receiver) {
      tracer.trace(receiver, path, context);
      tracer.trace(receiver, plus(Step.EACH, path), context);
    }
    for (Node each : arguments(call)) {
      if (each != function) {
        passed(each, path, context);
        passed(each, plus(Step.EACH, path), context);
      }
    }
  }

  private static List<Node> arguments(Node call) {
    Node arguments = call.child("arguments");
    return arguments == null ? List.of() : arguments.children();
  }

  private void passed(Node argument, List<Step> path, @Nullable Context context) {
    if (!argument.is("string", "number", "true", "false", "null", "template_string")) {
      tracer.state().containers().given(argument, path, context);
    }
  }

  /// `const { reset, watch } = useForm()`: what the other functions of an object were given.
  private void beside(Node callee, List<Step> path, @Nullable Context context) {
    Node object = callee.is("identifier") ? callee : callee.child("object");
    Node declared =
        object == null || !object.is("identifier")
            ? null
            : tracer.program.unitOf(object).declaration(object);
    Node holder = declared == null ? null : Patterns.holder(declared);
    Node made = holder == null || !holder.is("variable_declarator") ? null : holder.child("value");
    if (holder == null || made == null || !made.is("call_expression", "new_expression")) {
      return;
    }
    Unit unit = tracer.program.unitOf(callee);
    for (Node call : unit.calls()) {
      Node other = call.child("function");
      Node on = other == null || other.is("identifier") ? other : other.child("object");
      if (other != null
          && on != null
          && on.is("identifier")
          && !other.text().equals(callee.text())
          && unit.declaration(on) instanceof Node by
          && Patterns.holder(by) == holder) {
        arguments(call).stream()
            .filter(each -> !each.isFunction())
            .forEach(each -> passed(each, path, context));
      }
    }
  }

  /// `rows(value)`, where `rows()` gives what it was called with last.
  void kept(Node callee, List<Step> path, @Nullable Context context) {
    if (!tracer.isGenerous()) {
      return;
    }
    for (Node call : tracer.program.unitOf(callee).calls()) {
      if (call.child("function") instanceof Node other
          && other.text().equals(callee.text())
          && arguments(call).size() == 1) {
        passed(arguments(call).getFirst(), path, context);
      }
    }
    beside(callee, path, context);
  }
}
