package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.plus;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Objects and lists as a program writes them: where their parts come from.
final class Literals {
  private final Tracer tracer;

  Literals(Tracer tracer) {
    this.tracer = tracer;
  }

  void object(Node node, List<Step> path, @Nullable Context context) {
    if (path.isEmpty()) {
      tracer.end(new Origin.Constant(node, context), path);
      return;
    }
    if (path.getFirst() instanceof Step.Key(String name)) {
      Node value = Program.property(node, name);
      if (value != null && !value.is("method_definition")) {
        Node last = value;
        node.children().stream()
            .filter(each -> each.is("spread_element") && each.from() > last.from())
            .forEach(each -> tracer.trace(each.first(), path, context));
        tracer.trace(value, rest(path), context);
        tracer.swallowed().part(value, context);
        return;
      }
      if (value != null && value.text().startsWith("get ")) {
        tracer.returns(value, rest(path), context);
        return;
      }
      boolean spread = false;
      for (Node each : node.children()) {
        if (each.is("spread_element")) {
          spread = true;
          tracer.trace(each.first(), path, context);
        } else if (each.is("pair") && Patterns.key(each.child("key")) instanceof Step.Pick) {
          tracer.trace(each.child("value"), rest(path), context);
        }
      }
      if (!spread) {
        tracer.end(new Origin.Constant(node, context), path);
      }
      return;
    }
    if (path.getFirst() instanceof Step.Pick) {
      tracer.end(new Origin.Constant(node, context), path);
    }
    for (Node each : node.children()) {
      if (each.is("pair")) {
        tracer.trace(each.child("value"), rest(path), context);
      } else if (each.is("spread_element")) {
        tracer.trace(each.first(), path, context);
      }
    }
  }

  void array(Node node, List<Step> path, @Nullable Context context) {
    if (path.isEmpty()) {
      node.all("spread_element")
          .filter(each -> each.parent() == node)
          .forEach(each -> tracer.trace(each.first(), path, context));
      tracer.end(new Origin.Constant(node, context), path);
      return;
    }
    if (path.getFirst() instanceof Step.Pick(Node by, var _) && by != null) {
      tracer.end(new Origin.Constant(node, context), path);
    }
    int at = 0;
    for (Node each : node.children()) {
      if (each.is("spread_element")) {
        tracer.trace(each.first(), at == 0 ? path : plus(Step.Pick.ANY, rest(path)), context);
        at = Integer.MIN_VALUE / 2;
      } else if (!(path.getFirst() instanceof Step.Index(int wanted)) || wanted == at || at < 0) {
        tracer.trace(each, rest(path), context);
      }
      at++;
    }
    if (node.children().isEmpty()) {
      tracer.end(new Origin.Constant(node, context), path);
    }
  }
}
