package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How an element of a list is chosen.
///
/// @param own properties of the element that are compared with something or have to be there, each
///   as the names to it
/// @param others what they are compared with where that is no constant
/// @param relational whether the element is compared by size or by its own length
public record Choice(List<List<String>> own, List<Node> others, boolean relational) {

  /// @param by a function that says whether an element is wanted, or a key
  public static Choice of(Node by) {
    if (!by.isFunction()) {
      return new Choice(List.of(), List.of(by), false);
    }
    Node list = by.child("parameters");
    Node parameter = list == null ? by.child("parameter") : list.first();
    Node body = by.child("body");
    List<List<String>> own = new ArrayList<>();
    List<Node> others = new ArrayList<>();
    if (parameter == null || body == null) {
      return new Choice(own, others, false);
    }
    boolean relational = false;
    for (Node each : body.all("binary_expression").toList()) {
      relational |= each.operator().matches("[<>]=?");
      if (each.operator().matches("===?")) {
        side(each.child("left"), parameter, own, others);
        side(each.child("right"), parameter, own, others);
      }
    }
    relational |= own.removeIf(each -> each.getLast().equals("length"));
    if (own.isEmpty() && !relational) {
      body.all("member_expression", "identifier")
          .map(each -> chain(each, parameter))
          .filter(each -> each != null && !each.isEmpty())
          .findFirst()
          .ifPresent(own::add);
    }
    return new Choice(own, others, relational);
  }

  private static void side(
      @Nullable Node side, Node parameter, List<List<String>> own, List<Node> others) {
    if (side == null) {
      return;
    }
    List<String> chain = chain(side, parameter);
    if (chain != null && !chain.isEmpty()) {
      own.add(chain);
    } else if (chain == null && !side.is("string", "number", "true", "false", "null")) {
      others.add(side);
    }
  }

  /// The names from the element to a value of it; null for a value of something else.
  private static @Nullable List<String> chain(Node value, Node parameter) {
    if (value.is("member_expression")) {
      Node object = value.child("object");
      Node property = value.child("property");
      List<String> before = object == null ? null : chain(object, parameter);
      if (before == null || property == null) {
        return null;
      }
      List<String> chain = new ArrayList<>(before);
      chain.add(property.text());
      return chain;
    }
    if (value.is("call_expression")) {
      Node callee = value.child("function");
      Node first = Calls.first(value);
      boolean converts =
          callee != null && first != null && Set.of("String", "Number").contains(callee.text());
      return converts && first != null ? chain(first, parameter) : null;
    }
    if (!value.is("identifier")) {
      return null;
    }
    Node whole =
        parameter.is("required_parameter") && parameter.child("pattern") != null
            ? parameter.child("pattern")
            : parameter;
    if (whole == null) {
      return null;
    }
    if (whole.is("identifier")) {
      return whole.text().equals(value.text()) ? List.of() : null;
    }
    return whole
        .all("identifier", "shorthand_property_identifier_pattern")
        .filter(each -> each.text().equals(value.text()))
        .map(
            each ->
                Patterns.steps(each).stream()
                    .filter(step -> step instanceof Step.Key)
                    .map(step -> ((Step.Key) step).name())
                    .toList())
        .findFirst()
        .orElse(null);
  }
}
