package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What makes objects of a class: `new Name(value)`, and `super(value)` of those that extend it.
final class Makers {
  private Makers() {}

  /// The calls that a constructor can have its arguments from.
  static List<Node> of(Tracer tracer, Node constructor) {
    Node type = constructor.within(each -> each.is("class_declaration", "class"));
    Node name = type == null ? null : type.child("name");
    List<Node> makers = new ArrayList<>();
    if (type == null || name == null) {
      return makers;
    }
    for (Unit unit : tracer.program.mentioning(name.text())) {
      unit.root()
          .all("new_expression", "call_expression")
          .filter(each -> makes(tracer, each, type))
          .forEach(makers::add);
    }
    return makers;
  }

  private static boolean makes(Tracer tracer, Node call, Node type) {
    Node function = call.child("function");
    Node named =
        function != null && function.is("super") ? parent(call) : call.child("constructor");
    return named != null && named.is("identifier") && tracer.names().meant(named) == type;
  }

  private static @Nullable Node parent(Node inside) {
    Node type = inside.within(each -> each.is("class_declaration", "class"));
    return type == null
        ? null
        : type.children().stream()
            .filter(each -> each.is("class_heritage"))
            .flatMap(each -> each.all("identifier"))
            .findFirst()
            .orElse(null);
  }
}
