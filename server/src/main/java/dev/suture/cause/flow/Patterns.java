package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What destructuring takes from where.
final class Patterns {
  private Patterns() {}

  /// The whole pattern that a name is part of; the name itself where it is none.
  static Node top(Node name) {
    Node at = name;
    for (Node up = at.parent(); up != null && isPattern(up, at); up = at.parent()) {
      at = up;
    }
    return at;
  }

  private static boolean isPattern(Node node, Node inside) {
    return switch (node.kind()) {
      case "object_pattern", "array_pattern", "rest_pattern" -> true;
      case "pair_pattern" -> "value".equals(inside.field());
      case "object_assignment_pattern", "assignment_pattern" -> "left".equals(inside.field());
      default -> false;
    };
  }

  static boolean isDeclaration(Node top) {
    Node parent = top.parent();
    if (parent == null) {
      return false;
    }
    return switch (parent.kind()) {
      case "variable_declarator" -> "name".equals(top.field());
      case "required_parameter", "optional_parameter" -> "pattern".equals(top.field());
      case "formal_parameters" -> true;
      case "arrow_function", "catch_clause" -> "parameter".equals(top.field());
      case "for_in_statement" -> "left".equals(top.field());
      default -> false;
    };
  }

  /// What declares a name: a declarator, a parameter's function, a loop, an import ...
  static Node holder(Node name) {
    Node parent = top(name).parent();
    if (parent == null) {
      return name;
    }
    if (parent.is("required_parameter", "optional_parameter", "formal_parameters")) {
      Node function = parent.within(Node::isFunction);
      return function == null ? parent : function;
    }
    return parent;
  }

  /// The steps from the whole to the name.
  static List<Step> steps(Node name) {
    List<Step> steps = new ArrayList<>();
    Node whole = top(name);
    if (name.is("shorthand_property_identifier_pattern")) {
      steps.add(new Step.Key(name.text()));
    }
    for (Node at = name; at != whole; ) {
      Node up = at.parent();
      if (up == null) {
        break;
      }
      if (up.is("pair_pattern")) {
        steps.addFirst(key(up.child("key")));
      } else if (up.is("array_pattern")) {
        steps.addFirst(at.is("rest_pattern") ? Step.EACH : new Step.Index(index(up, at)));
        if (at.is("rest_pattern") && steps.size() == 1) {
          steps.clear();
        }
      }
      at = up;
    }
    return steps;
  }

  /// Defaults on the way to the name, each with the steps that are left from it.
  static List<Node> defaults(Node name) {
    List<Node> defaults = new ArrayList<>();
    Node whole = top(name);
    for (Node at = name; at != whole && at.parent() != null; ) {
      Node up = at.parent();
      Node right = up.child("right");
      if (up.is("object_assignment_pattern", "assignment_pattern")
          && right != null
          && at == left(up)) {
        defaults.add(right);
      }
      at = up;
    }
    Node parent = whole.parent();
    if (parent != null && parent.is("required_parameter", "optional_parameter")) {
      Node value = parent.child("value");
      if (value != null) {
        defaults.add(value);
      }
    }
    return defaults;
  }

  private static @Nullable Node left(Node assignment) {
    return assignment.child("left");
  }

  static Step key(@Nullable Node key) {
    if (key == null) {
      return Step.EACH;
    }
    return switch (key.kind()) {
      case "string" -> new Step.Key(unquoted(key));
      case "number" -> new Step.Key(key.text());
      case "computed_property_name" -> {
        Node inside = key.first();
        yield inside != null && inside.is("string")
            ? new Step.Key(unquoted(inside))
            : new Step.Pick(inside, null);
      }
      default -> new Step.Key(key.text());
    };
  }

  static String unquoted(Node string) {
    String text = string.text();
    return text.length() >= 2 ? text.substring(1, text.length() - 1) : text;
  }

  /// An element's place among those of an array or an array's pattern, holes counted.
  static int index(Node list, Node element) {
    String text = list.text();
    int commas = 0;
    int depth = 0;
    for (int at = 1; at < element.from() - list.from(); at++) {
      char c = text.charAt(at);
      if (c == '{' || c == '[' || c == '(') {
        depth++;
      } else if (c == '}' || c == ']' || c == ')') {
        depth--;
      } else if (c == ',' && depth == 0) {
        commas++;
      }
    }
    return commas;
  }

  /// Which of its function's parameters a name belongs to; negative when to none.
  static int parameter(Node name, Node function) {
    Node whole = top(name);
    Node list = function.child("parameters");
    if (list == null) {
      return "parameter".equals(whole.field()) ? 0 : -1;
    }
    for (int at = 0; at < list.children().size(); at++) {
      if (list.children().get(at).holds(whole)) {
        return at;
      }
    }
    return -1;
  }
}
