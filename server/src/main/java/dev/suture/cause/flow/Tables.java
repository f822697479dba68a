package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tables that a program holds and looks words up in: objects, enums, lists of options, maps.
final class Tables {
  private Tables() {}

  /// A member of an enum, or all of it where the member is looked up.
  static void member(Tracer tracer, Node type, List<Step> path, @Nullable Context context) {
    if (!path.isEmpty() && path.getFirst() instanceof Step.Key(String name)) {
      Node value =
          type.all("enum_assignment")
              .filter(each -> name.equals(Program.named(each)))
              .map(each -> each.child("value"))
              .filter(each -> each != null)
              .findFirst()
              .orElse(null);
      if (value != null) {
        tracer.trace(value, rest(path), context);
        return;
      }
    }
    tracer.end(new Origin.Constant(type, context), path);
  }

  /// Whether more is put into a table than what is written in it.
  static boolean isFilled(Node table) {
    return table.is("new_expression")
        || (table.is("object", "array") && table.children().isEmpty())
        || table.children().stream()
            .anyMatch(
                each ->
                    each.is("spread_element")
                        || each.child("key") instanceof Node key
                            && key.is("computed_property_name")
                            && key.first() instanceof Node inside
                            && !inside.is("string", "member_expression"));
  }

  /// Words that a table knows, where they are written in the program.
  static Set<String> known(Tracer tracer, Node table, @Nullable Context context) {
    Set<String> known = new HashSet<>();
    for (Node each : table.children()) {
      switch (each.kind()) {
        case "pair" -> {
          Node key = each.child("key");
          Node inside = key != null && key.is("computed_property_name") ? key.first() : null;
          if (inside != null) {
            known.addAll(words(tracer, inside, context));
          } else if (Patterns.key(key) instanceof Step.Key(String name)) {
            known.add(name);
          }
        }
        case "method_definition" -> known.add(Program.named(each));
        case "shorthand_property_identifier", "property_identifier" -> known.add(each.text());
        case "spread_element" -> {
          Node inside = each.first();
          if (inside != null) {
            tracer
                .constants(inside, context)
                .forEach(constant -> known.addAll(known(tracer, constant, context)));
          }
        }
        case "array" -> {
          Node first = each.first();
          if (first != null) {
            known.addAll(words(tracer, first, context));
          }
        }
        case "object" -> {
          for (Node pair : each.children()) {
            Node value = pair.child("value");
            if (value != null) {
              known.addAll(words(tracer, value, context));
            }
          }
        }
        case "enum_body" -> known.addAll(known(tracer, each, context));
        case "enum_assignment" -> {
          Node value = each.child("value");
          known.add(Program.named(each));
          if (value != null) {
            known.addAll(words(tracer, value, context));
          }
        }
        default -> known.addAll(words(tracer, each, context));
      }
    }
    return known;
  }

  /// What a value is, where it is a text or a number of the program.
  static Set<String> words(Tracer tracer, Node value, @Nullable Context context) {
    Set<String> words = new HashSet<>();
    if (value.is("identifier", "member_expression", "as_expression", "subscript_expression")) {
      for (Node each : tracer.constants(value, context)) {
        if (each.is("string", "number", "template_string")) {
          words.addAll(words(tracer, each, context));
        }
      }
    } else if (value.is("string", "template_string")) {
      words.add(Patterns.unquoted(value));
    } else if (value.is("number", "true", "false")) {
      words.add(value.text());
    }
    return words;
  }
}
