package dev.suture.cause.flow;

import dev.suture.cause.flow.Complaint.Wanted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Conditions of a program, as doubts of the values in them.
final class Conditions {
  private static final int DEEPEST = 12;

  private final Tracer tracer;
  private final List<Doubt> doubts;
  private int depth;

  /// @param doubts where what is found is put
  Conditions(Tracer tracer, List<Doubt> doubts) {
    this.tracer = tracer;
    this.doubts = doubts;
  }

  static Doubt refused(Node answer, @Nullable Context context) {
    return new Doubt(answer, List.of(Step.FAILED), context, Wanted.anything, Set.of(), null);
  }

  static Node plain(Node node) {
    Node at = node;
    while (at.is(
            "parenthesized_expression", "as_expression", "non_null_expression", "await_expression")
        && at.first() instanceof Node inside) {
      at = inside;
    }
    return at;
  }

  /// @param truth what the condition was found to be
  void doubt(Node given, boolean truth, @Nullable Context context) {
    if (depth > DEEPEST) {
      return;
    }
    depth++;
    Node node = plain(given);
    Node first = node.first();
    if (node.is("unary_expression") && node.operator().equals("!") && first != null) {
      doubt(first, !truth, context);
    } else if (node.is("binary_expression")) {
      binary(node, truth, context);
    } else if (node.is("call_expression")) {
      called(node, truth, context);
    } else {
      value(node, truth, context);
    }
    depth--;
  }

  private void binary(Node node, boolean truth, @Nullable Context context) {
    Node left = node.child("left");
    Node right = node.child("right");
    if (left == null || right == null) {
      return;
    }
    switch (node.operator()) {
      case "&&", "||" -> {
        doubt(left, truth, context);
        doubt(right, truth, context);
      }
      case "??" -> doubt(left, truth, context);
      case "===", "==" -> equal(plain(left), plain(right), truth, context);
      case "!==", "!=" -> equal(plain(left), plain(right), !truth, context);
      case "<", ">", "<=", ">=" -> sized(plain(left), plain(right), context);
      case "in" -> {
        if (!truth) {
          lookup(right, left, context);
        }
      }
      default -> {}
    }
  }

  private void equal(Node left, Node right, boolean same, @Nullable Context context) {
    if (isConstant(left) && !isConstant(right)) {
      equal(right, left, same, context);
      return;
    }
    Node typed =
        left.is("unary_expression") && left.operator().equals("typeof") ? left.first() : null;
    String word = right.is("string") ? Patterns.unquoted(right) : right.text();
    if (typed != null) {
      type(typed, word, same, context);
    } else if (word.matches("null|undefined|void 0")) {
      if (same) {
        doubts.add(new Doubt(left, context, Wanted.missing));
      }
    } else if (length(left) instanceof Node list) {
      doubts.add(new Doubt(list, context, Wanted.emptyList));
    } else if (left.is("member_expression") && left.text().endsWith(".status")) {
      refusedOf(left, context);
    } else if (isConstant(right)) {
      compared(left, Tables.words(tracer, right, context), same, context);
    }
  }

  private void compared(Node value, Set<String> words, boolean same, @Nullable Context context) {
    if (same) {
      String only = words.size() == 1 ? words.iterator().next() : null;
      doubts.add(new Doubt(value, List.of(), context, Wanted.anything, Set.of(), only));
      return;
    }
    Set<String> fine = new HashSet<>(words);
    doubts.removeIf(
        each -> {
          boolean again =
              each.wanted() == Wanted.anything
                  && each.named() == null
                  && each.value().text().equals(value.text());
          if (again) {
            fine.addAll(each.fine());
          }
          return again;
        });
    doubts.add(new Doubt(value, List.of(), context, Wanted.anything, fine, null));
  }

  private static boolean isConstant(Node node) {
    return node.is("string", "number", "null", "undefined", "true", "false", "template_string")
        || node.text().equals("undefined")
        || (node.is("member_expression") && node.text().matches("[A-Z]\\w*\\.[A-Z]\\w*"));
  }

  private void type(Node value, String type, boolean same, @Nullable Context context) {
    if (same) {
      if (type.equals("undefined")) {
        doubts.add(new Doubt(value, context, Wanted.missing));
      }
      return;
    }
    Wanted wanted =
        switch (type) {
          case "string" -> Wanted.noText;
          case "number" -> Wanted.noNumber;
          case "function" -> Wanted.noFunction;
          default -> Wanted.anything;
        };
    doubts.add(new Doubt(value, context, wanted));
    doubts.add(new Doubt(value, context, Wanted.missing));
  }

  private void sized(Node left, Node right, @Nullable Context context) {
    for (Node each : List.of(left, right)) {
      if (length(each) instanceof Node list) {
        doubts.add(new Doubt(list, context, Wanted.emptyList));
      } else if (each.is("member_expression") && each.text().endsWith(".status")) {
        refusedOf(each, context);
      } else if (!isConstant(each)) {
        doubts.add(new Doubt(each, context, Wanted.noNumber));
        doubts.add(new Doubt(each, context, Wanted.anything));
      }
    }
  }

  private static @Nullable Node length(Node node) {
    Node property = node.is("member_expression") ? node.child("property") : null;
    return property != null && property.text().matches("length|size") ? node.child("object") : null;
  }

  private void refusedOf(Node member, @Nullable Context context) {
    Node object = member.child("object");
    if (object != null) {
      doubts.add(refused(object, context));
      if (member.text().endsWith(".ok")) {
        doubts.add(new Doubt(member, context, Wanted.falsy));
      }
    }
  }

  private void lookup(Node table, Node key, @Nullable Context context) {
    Node inside = plain(table);
    Node callee = inside.child("function");
    boolean ofAll = callee != null && callee.text().matches("Object\\.(?:keys|values)");
    Node holder = ofAll && Calls.first(inside) instanceof Node first ? first : inside;
    doubts.add(
        new Doubt(
            holder,
            List.of(new Step.Pick(key, context)),
            context,
            Wanted.undefined,
            Set.of(),
            null));
  }

  private void called(Node call, boolean truth, @Nullable Context context) {
    Node callee = call.child("function");
    Node first = Calls.first(call);
    Node target = tracer.calls().target(call, context);
    if (target != null && target.isFunction() && Context.canGrow(context)) {
      List<Node> returned = Texts.returned(target);
      if (returned.size() == 1) {
        doubt(returned.getFirst(), truth, tracer.calls().bound(target, call, context));
        return;
      }
    }
    Node property = callee == null ? null : callee.child("property");
    Node receiver = callee == null ? null : callee.child("object");
    String name = callee == null ? "" : property == null ? callee.text() : property.text();
    if (first == null) {
      value(call, truth, context);
      return;
    }
    switch (name) {
      case "isArray" -> doubts.add(new Doubt(first, context, Wanted.noIterable));
      case "isNaN", "isFinite", "isInteger", "isSafeInteger" -> {
        doubts.add(new Doubt(first, context, Wanted.noNumber));
        doubts.add(new Doubt(first, context, Wanted.missing));
      }
      case "includes", "has", "hasOwnProperty" -> {
        if (receiver != null && !truth) {
          lookup(receiver, first, context);
        }
      }
      case "hasOwn" -> {
        Node arguments = call.child("arguments");
        if (!truth && arguments != null && arguments.children().size() > 1) {
          lookup(first, arguments.children().get(1), context);
        }
      }
      case "some", "every" -> {
        Node function = Functions.inside(first);
        if (receiver != null && function != null && function.isFunction()) {
          elements(receiver, function, name.equals("some"), truth, context);
        }
      }
      case "Boolean" -> doubt(first, truth, context);
      case "test" -> doubts.add(new Doubt(first, context, Wanted.anything));
      default -> value(call, truth, context);
    }
  }

  private void elements(
      Node list, Node function, boolean some, boolean truth, @Nullable Context context) {
    if (some && !truth) {
      lookup(list, function, context);
      return;
    }
    List<Node> returned = Texts.returned(function);
    if (some == truth && returned.size() == 1 && Context.canGrow(context)) {
      Context.Argument element = new Context.Argument(list, List.of(Step.EACH), context);
      doubt(returned.getFirst(), truth, new Context(function, List.of(element), context));
    }
  }

  private void value(Node node, boolean truth, @Nullable Context context) {
    if (node.is("member_expression") && node.text().endsWith(".ok")) {
      refusedOf(node, context);
      return;
    }
    if (length(node) instanceof Node list) {
      if (!truth) {
        doubts.add(new Doubt(list, context, Wanted.emptyList));
      }
      return;
    }
    Node declared = node.is("identifier") ? tracer.program.unitOf(node).declaration(node) : null;
    Node holder = declared == null ? null : Patterns.holder(declared);
    if (declared != null
        && holder != null
        && holder.is("variable_declarator")
        && declared.parent() == holder
        && holder.child("value") instanceof Node value
        && isCondition(value)) {
      doubt(value, truth, context);
      return;
    }
    Context bound = holder != null && holder.isFunction() ? Context.of(holder, context) : null;
    int index =
        bound == null || declared == null || holder == null
            ? -1
            : Patterns.parameter(declared, holder);
    if (bound != null && declared != null && index >= 0 && index < bound.arguments().size()) {
      Context.Argument argument = bound.arguments().get(index);
      if (Patterns.steps(declared).isEmpty()
          && argument.path().isEmpty()
          && isCondition(argument.node())) {
        doubt(argument.node(), truth, argument.context());
        return;
      }
    }
    doubts.add(new Doubt(node, context, truth ? Wanted.truthy : Wanted.falsy));
  }

  private static boolean isCondition(Node given) {
    Node node = plain(given);
    return node.is("unary_expression")
        || length(node) != null
        || (node.is("binary_expression") && !node.operator().matches("[-+*/%]|\\?\\?"))
        || (node.is("call_expression")
            && node.child("function") instanceof Node callee
            && callee
                .text()
                .matches(
                    "(?s)(?:.*\\.)?(?:isArray|isNaN|is[A-Z]\\w*|includes|has\\w*|some|every|Boolean|test)"));
  }
}
