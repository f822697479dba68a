package dev.suture.cause.flow;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a text can be, by the code that makes it.
final class Texts {
  private static final String ANYTHING = ".*";
  private static final int DEEPEST = 12;

  private final Tracer tracer;
  private int depth;

  Texts(Tracer tracer) {
    this.tracer = tracer;
  }

  /// A regular expression for the text.
  String pattern(Node node, @Nullable Context context) {
    if (depth > DEEPEST) {
      return ANYTHING;
    }
    depth++;
    try {
      return switch (node.kind()) {
        case "string" -> Pattern.quote(Patterns.unquoted(node));
        case "number" -> node.text();
        case "template_string" ->
            node.children().stream()
                .map(
                    each ->
                        each.is("template_substitution") && each.first() != null
                            ? pattern(each.first(), context)
                            : Pattern.quote(each.text()))
                .collect(Collectors.joining());
        case "binary_expression" -> both(node, context);
        case "parenthesized_expression",
            "as_expression",
            "non_null_expression",
            "await_expression" ->
            node.first() == null ? ANYTHING : pattern(node.first(), context);
        case "ternary_expression" ->
            either(node.child("consequence"), node.child("alternative"), context);
        case "identifier", "member_expression", "shorthand_property_identifier" ->
            traced(node, context);
        case "call_expression", "new_expression" -> ofCall(node, context);
        default -> ANYTHING;
      };
    } finally {
      depth--;
    }
  }

  private String both(Node node, @Nullable Context context) {
    Node left = node.child("left");
    Node right = node.child("right");
    boolean counts = left != null && right != null && (left.is("number") || right.is("number"));
    if (left == null || right == null || counts || !node.operator().matches("\\+|\\?\\?|\\|\\|")) {
      return ANYTHING;
    }
    return node.operator().equals("+")
        ? pattern(left, context) + pattern(right, context)
        : either(left, right, context);
  }

  private String either(@Nullable Node one, @Nullable Node other, @Nullable Context context) {
    return one == null || other == null
        ? ANYTHING
        : "(?:" + pattern(one, context) + "|" + pattern(other, context) + ")";
  }

  private String ofCall(Node node, @Nullable Context context) {
    Node type = node.child("constructor");
    Node first = Calls.first(node);
    if (type != null && type.text().matches("URL|Request") && first != null) {
      return pattern(first, context);
    }
    Node target = type == null ? tracer.calls().target(node, context) : null;
    if (target == null || !target.isFunction() || !Context.canGrow(context)) {
      return ANYTHING;
    }
    Context bound = tracer.calls().bound(target, node, context);
    List<Node> returned = returned(target);
    return returned.size() == 1 ? pattern(returned.getFirst(), bound) : ANYTHING;
  }

  /// The expressions that a function can give back.
  static List<Node> returned(Node function) {
    Node body = function.child("body");
    return body == null
        ? List.of()
        : body.is("statement_block") ? Components.returned(body) : List.of(body);
  }

  private String traced(Node node, @Nullable Context context) {
    if (!tracer.canAsk()) {
      return ANYTHING;
    }
    List<Origin> origins = tracer.aside().origins(node, context);
    String joined =
        origins.stream()
            .map(
                origin ->
                    origin.path().isEmpty()
                            && origin.source() instanceof Origin.Constant constant
                            && constant
                                .at()
                                .is("string", "template_string", "number", "binary_expression")
                        ? pattern(constant.at(), constant.context())
                        : ANYTHING)
            .distinct()
            .collect(Collectors.joining("|"));
    return joined.isEmpty() || joined.contains("|" + ANYTHING) || joined.startsWith(ANYTHING + "|")
        ? ANYTHING
        : "(?:" + joined + ")";
  }

  /// A word that is written in the program; null when it is not known.
  @Nullable String word(Node node, @Nullable Context context) {
    if (node.is("string")) {
      return Patterns.unquoted(node);
    }
    List<Node> constants = tracer.constants(node, context);
    return constants.size() == 1 && constants.getFirst().is("string")
        ? Patterns.unquoted(constants.getFirst())
        : null;
  }
}
