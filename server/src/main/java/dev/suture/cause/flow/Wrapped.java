package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Components that a function of the program puts into others, which give them their properties:
/// `withData(load)(Page)`, where `withData` gives a component that renders `<Inner data={data} />`.
final class Wrapped {
  private final Tracer tracer;

  Wrapped(Tracer tracer) {
    this.tracer = tracer;
  }

  /// What a component of a name is given by those that it is put into.
  boolean given(Unit unit, String component, List<Step> path) {
    if (path.isEmpty() || !(path.getFirst() instanceof Step.Key)) {
      return false;
    }
    boolean any = false;
    for (Node call : unit.calls()) {
      Node arguments = call.child("arguments");
      if (arguments == null || !component.matches("[A-Z]\\w*")) {
        continue;
      }
      for (int at = 0; at < arguments.children().size(); at++) {
        Node argument = arguments.children().get(at);
        if (argument.is("identifier") && argument.text().equals(component)) {
          any |= given(call, at, path);
        }
      }
    }
    return any;
  }

  private boolean given(Node call, int index, List<Step> path) {
    Node callee = call.child("function");
    Closures.Closure wrapper = callee == null ? null : tracer.closures().of(callee, null);
    if (wrapper == null || !Context.canGrow(wrapper.context())) {
      return false;
    }
    Node list = wrapper.function().child("parameters");
    Node parameter =
        list == null
            ? wrapper.function().child("parameter")
            : index < list.children().size() ? list.children().get(index) : null;
    Node name = parameter == null ? null : parameter.all("identifier").findFirst().orElse(null);
    return name != null
        && rendered(wrapper, name.text(), path, tracer.closures().bound(wrapper, call, null));
  }

  private boolean rendered(
      Closures.Closure wrapper, String inner, List<Step> path, Context context) {
    boolean any = false;
    for (Node tag :
        wrapper.function().all("jsx_opening_element", "jsx_self_closing_element").toList()) {
      if (!Program.named(tag).equals(inner)) {
        continue;
      }
      for (Node each : tag.children()) {
        Node value = value(each, path.getFirst());
        if (value != null) {
          any = true;
          tracer.trace(value, rest(path), context);
        } else if (each.is("jsx_expression")
            && each.first() instanceof Node spread
            && spread.is("spread_element")) {
          tracer.trace(spread.first(), path, context);
        }
      }
    }
    return any;
  }

  private static @Nullable Node value(Node attribute, Step wanted) {
    Node name = attribute.is("jsx_attribute") ? attribute.first() : null;
    Node value = attribute.children().size() < 2 ? null : attribute.children().get(1);
    if (name == null || value == null || !wanted.equals(new Step.Key(name.text()))) {
      return null;
    }
    return value.is("jsx_expression") ? value.first() : value;
  }
}
