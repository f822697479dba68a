package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The expression that threw, and the values in it that can have been wrong.
///
/// @param at the whole expression
/// @param values the likeliest first
public record Failing(Node at, List<Node> values) {

  /// @return null when nothing at the place fits the complaint
  public static @Nullable Failing find(Complaint complaint, Position place) {
    return switch (complaint.kind()) {
      case read -> read(complaint, place);
      case destructure -> destructured(complaint, place);
      case call -> called(complaint, place);
      case iterate -> iterated(complaint, place);
      case reduce ->
          value(place.nearest(each -> isCall(each, "reduce|reduceRight")), Failing::receiver);
      case time -> time(place);
      case convert ->
          value(
              place.nearest(
                  each -> isCall(each, "keys|values|entries|assign|fromEntries|defineProperty")),
              Calls::first);
      case search ->
          value(
              place.nearest(each -> each.is("binary_expression") && each.operator().equals("in")),
              each -> each.child("right"));
      case parse -> parsed(place);
      case name ->
          value(
              place.nearest(
                  each -> each.is("identifier") && each.text().equals(complaint.subject())),
              each -> each);
      case chunk -> value(place.nearest(Failing::isImport), each -> each);
      case range, other -> anything(complaint, place);
    };
  }

  private static @Nullable Failing read(Complaint complaint, Position place) {
    String property = complaint.property();
    if (property == null) {
      Node subject = quoted(complaint, place);
      if (subject == null) {
        Node member = place.nearest(each -> each.is("member_expression", "subscript_expression"));
        return value(member, each -> each.child("object"));
      }
      return new Failing(subject, List.of(subject));
    }
    Node member =
        place.nearest(
            each ->
                (each.is("member_expression") && property.equals(text(each.child("property"))))
                    || (each.is("subscript_expression")
                        && property.equals(plain(each.child("index")))));
    if (member != null) {
      return value(member, each -> each.child("object"));
    }
    Node pattern = place.nearest(each -> each.is("object_pattern") && takes(each, property));
    if (pattern != null) {
      return value(pattern, Failing::taken);
    }
    Node dynamic = place.nearest(each -> each.is("subscript_expression"));
    return dynamic == null ? null : value(dynamic, each -> each.child("object"));
  }

  private static @Nullable Failing destructured(Complaint complaint, Position place) {
    String property = complaint.property();
    Node pattern =
        place.nearest(
            each -> each.is("object_pattern") && (property == null || takes(each, property)));
    if (pattern == null) {
      pattern = place.nearest(each -> each.is("object_pattern", "array_pattern"));
    }
    return value(pattern, Failing::taken);
  }

  /// What a pattern takes apart: the value beside it where it is a whole declaration.
  private static Node taken(Node pattern) {
    Node parent = pattern.parent();
    Node value = parent != null && parent.is("variable_declarator") ? parent.child("value") : null;
    return value == null ? pattern : value;
  }

  private static boolean takes(Node pattern, String property) {
    return pattern.children().stream()
        .anyMatch(
            each ->
                each.text().equals(property)
                    || each.text()
                        .matches("(?s)" + java.util.regex.Pattern.quote(property) + "\\s*[:=].*"));
  }

  private static @Nullable Failing called(Complaint complaint, Position place) {
    String property = complaint.property();
    Node call =
        property == null
            ? null
            : place.nearest(each -> isCall(each, java.util.regex.Pattern.quote(property)));
    if (call == null) {
      call = place.nearest(each -> each.is("call_expression"));
    }
    if (call == null) {
      return null;
    }
    Node callee = call.child("function");
    Node receiver = receiver(call);
    if (complaint.wanted() == Complaint.Wanted.noFunction || receiver == null) {
      return callee == null ? null : new Failing(call, List.of(callee));
    }
    return new Failing(call, List.of(receiver));
  }

  private static @Nullable Failing iterated(Complaint complaint, Position place) {
    Node quoted = quoted(complaint, place);
    if (quoted != null && quoted.is("member_expression", "call_expression")) {
      return new Failing(quoted, List.of(quoted));
    }
    Node at =
        place.nearest(
            each ->
                each.is("spread_element", "array_pattern")
                    || (each.is("for_in_statement") && each.operator().equals("of"))
                    || (each.is("new_expression")
                        && each.text().matches("(?s)new (?:Map|Set|WeakMap|WeakSet)\\b.*"))
                    || isCall(each, "from|all|allSettled|race|any|fromEntries"));
    if (at == null) {
      return null;
    }
    return value(
        at,
        each ->
            switch (each.kind()) {
              case "spread_element" -> each.first();
              case "array_pattern" -> taken(each);
              case "for_in_statement" -> each.child("right");
              default -> Calls.first(each);
            });
  }

  private static @Nullable Failing time(Position place) {
    Node call =
        place.nearest(
            each ->
                isCall(
                    each,
                    "format|formatToParts|toISOString|toJSON|toLocale\\w+|formatRange|format\\w*|parseISO"));
    return call == null ? anything(null, place) : new Failing(call, inputs(call, null));
  }

  private static @Nullable Failing parsed(Position place) {
    Node call = place.nearest(each -> isCall(each, "json|parse|getJSON"));
    if (call == null) {
      return null;
    }
    Node callee = call.child("function");
    boolean ofText = callee != null && callee.text().equals("JSON.parse");
    Node value = ofText ? Calls.first(call) : call;
    return value == null ? null : new Failing(call, List.of(value));
  }

  /// A call of a library that threw: what it was given can have been wrong.
  public static @Nullable Failing given(Position place) {
    Failing call = anything(null, place);
    return call == null || call.values().isEmpty() ? null : call;
  }

  private static @Nullable Failing anything(@Nullable Complaint complaint, Position place) {
    Node call = place.nearest(each -> each.is("call_expression", "new_expression"));
    if (call == null) {
      return null;
    }
    String option = complaint == null ? null : complaint.subject();
    if (option != null) {
      List<Node> named = inputs(call, option);
      Node maker = receiver(call);
      if (named.isEmpty() && maker != null && maker.is("new_expression", "call_expression")) {
        named = inputs(maker, option);
      }
      if (!named.isEmpty()) {
        return new Failing(call, named);
      }
    }
    return new Failing(call, inputs(call, null));
  }

  /// @param option only what is given under that name; null for all
  private static List<Node> inputs(Node call, @Nullable String option) {
    List<Node> inputs = new ArrayList<>();
    Node arguments = call.child("arguments");
    if (arguments != null) {
      for (Node each : arguments.children()) {
        if (each.is("object")) {
          each.children().stream()
              .filter(part -> option == null || isOption(part, option))
              .map(part -> part.is("pair") ? part.child("value") : part)
              .filter(part -> part != null)
              .forEach(inputs::add);
        } else if (option == null) {
          inputs.add(each);
        }
      }
    }
    Node receiver = receiver(call);
    if (receiver != null && option == null) {
      inputs.add(receiver);
    }
    return inputs;
  }

  private static boolean isOption(Node part, String option) {
    Node key = part.child("key");
    return (key == null ? part : key).text().equalsIgnoreCase(option.replace(" ", ""));
  }

  private static @Nullable Node quoted(Complaint complaint, Position place) {
    String subject = complaint.subject();
    return subject == null ? null : place.nearest(each -> each.text().equals(subject));
  }

  private static boolean isImport(Node node) {
    Node function = node.child("function");
    return node.is("call_expression") && function != null && function.is("import");
  }

  private static boolean isCall(Node node, String names) {
    Node function = node.is("call_expression") ? node.child("function") : null;
    if (function == null) {
      return false;
    }
    Node property = function.child("property");
    return (property == null ? function : property).text().matches(names);
  }

  private static @Nullable Node receiver(Node call) {
    Node function = call.child("function");
    return function == null ? null : function.child("object");
  }

  private static @Nullable Failing value(
      @Nullable Node at, java.util.function.Function<Node, @Nullable Node> value) {
    Node inside = at == null ? null : value.apply(at);
    return at == null || inside == null ? null : new Failing(at, List.of(inside));
  }

  private static String text(@Nullable Node node) {
    return node == null ? "" : node.text();
  }

  private static String plain(@Nullable Node index) {
    return index == null
        ? ""
        : index.is("string") ? Patterns.unquoted(index) : Objects.toString(index.text(), "");
  }
}
