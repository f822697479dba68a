package dev.suture.cause.flow;

import dev.suture.cause.flow.Complaint.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An error that the program throws itself: where, and the values that can have made it do so, by
/// the conditions under which it does and by what its message quotes.
///
/// @param doubts the likeliest first
public record Thrown(Node at, List<Doubt> doubts) {
  private static final int FARTHEST = 4;
  private static final int MOST_PARTS = 24;

  /// @param places the failing one first
  /// @param message captured
  /// @return null where the program throws nothing there
  public static @Nullable Thrown find(Program program, List<Position> places, String message) {
    Thrown validated = Validated.find(program, places, message);
    if (validated != null) {
      return validated;
    }
    Tracer tracer = new Tracer(program);
    Node first = null;
    List<Doubt> doubts = new ArrayList<>();
    for (int at = 0; at < Math.min(FARTHEST, places.size()) && doubts.isEmpty(); at++) {
      Position place = places.get(at);
      Context context = Stack.of(program, places.subList(at, places.size()));
      Node reached =
          first == null ? thrown(place) : calls(tracer, place, places.get(at - 1), context);
      if (reached == null) {
        if (first != null || !inConstructor(place)) {
          break;
        }
        continue;
      }
      Node error = first == null ? reached.first() : null;
      first = first == null ? reached : first;
      doubts.addAll(new Guards(tracer).of(reached, context));
      if (error != null) {
        doubts.addAll(quoted(tracer, error, context, message));
      }
    }
    return first == null ? null : new Thrown(first, List.copyOf(doubts));
  }

  private static @Nullable Node thrown(Position place) {
    return place.nearest(each -> each.is("throw_statement") && place.isIn(each));
  }

  private static boolean inConstructor(Position place) {
    return Program.named(place.function()).equals("constructor");
  }

  /// The call that led to a function that throws whenever it is called.
  private static @Nullable Node calls(
      Tracer tracer, Position place, Position inner, @Nullable Context context) {
    Node called = inner.function();
    Node known =
        place.nearest(
            each -> each.is("call_expression") && tracer.calls().target(each, context) == called);
    return known != null
        ? known
        : place.nearest(each -> each.is("call_expression", "new_expression") && place.isIn(each));
  }

  private record Part(@Nullable Node value, @Nullable Context context, String text) {}

  /// The values that a message is made of, with what it says they were.
  private static List<Doubt> quoted(
      Tracer tracer, Node error, @Nullable Context context, String message) {
    List<Doubt> doubts = new ArrayList<>();
    for (List<Part> parts : messages(tracer, error, context)) {
      StringBuilder pattern = new StringBuilder();
      for (Part part : parts) {
        pattern.append(part.value() == null ? Pattern.quote(part.text()) : "(.*?)");
      }
      boolean says =
          parts.stream().anyMatch(each -> each.value() == null && !each.text().isBlank());
      Matcher words = Pattern.compile("(?s).*?" + pattern + "$").matcher(message);
      if (!says || !words.matches()) {
        continue;
      }
      int group = 1;
      for (Part part : parts) {
        if (part.value() != null) {
          String text = words.group(group++);
          doubts.add(
              new Doubt(part.value(), List.of(), part.context(), Wanted.anything, Set.of(), text));
        }
      }
    }
    return doubts;
  }

  /// The messages that an error can be given: by its own arguments, by its class.
  private static List<List<Part>> messages(Tracer tracer, Node error, @Nullable Context context) {
    List<List<Part>> messages = new ArrayList<>();
    Node arguments = error.child("arguments");
    if (arguments == null) {
      return messages;
    }
    Node type = error.child("constructor");
    Node meant = type != null && type.is("identifier") ? tracer.names().meant(type) : null;
    Node constructor =
        meant == null
            ? null
            : meant
                .all("method_definition")
                .filter(each -> Program.named(each).equals("constructor"))
                .findFirst()
                .orElse(null);
    if (constructor != null && Context.canGrow(context)) {
      Context bound = tracer.calls().bound(constructor, error, context);
      constructor
          .all("call_expression")
          .filter(each -> each.child("function") instanceof Node callee && callee.is("super"))
          .map(Calls::first)
          .filter(each -> each != null)
          .forEach(each -> messages.add(parts(each, bound, 0)));
    }
    for (Node each : arguments.children()) {
      messages.add(parts(each, context, 0));
    }
    return messages;
  }

  private static List<Part> parts(Node node, @Nullable Context context, int depth) {
    List<Part> parts = new ArrayList<>();
    switch (node.kind()) {
      case "string" -> parts.add(new Part(null, null, Patterns.unquoted(node)));
      case "template_string" -> {
        for (Node each : node.children()) {
          if (each.is("template_substitution") && each.first() instanceof Node inside) {
            parts.addAll(parts(inside, context, depth + 1));
          } else {
            parts.add(new Part(null, null, each.text()));
          }
        }
      }
      case "binary_expression" -> {
        if (node.operator().equals("+")) {
          node.children().forEach(each -> parts.addAll(parts(each, context, depth + 1)));
        } else {
          parts.add(new Part(node, context, ""));
        }
      }
      case "parenthesized_expression" -> {
        if (node.first() instanceof Node inside) {
          parts.addAll(parts(inside, context, depth + 1));
        }
      }
      default -> {
        Context.Argument given = depth > MOST_PARTS ? null : given(node, context);
        if (given == null) {
          parts.add(new Part(node, context, ""));
        } else {
          parts.addAll(parts(given.node(), given.context(), depth + 1));
        }
      }
    }
    return parts;
  }

  /// What a parameter was given; null where it is none, or that is not known.
  private static Context.@Nullable Argument given(Node node, @Nullable Context context) {
    for (Context at = context; at != null && node.is("identifier"); at = at.around()) {
      Node list = at.function().child("parameters");
      Node parameters = list == null ? at.function().child("parameter") : list;
      Node name =
          parameters == null
              ? null
              : parameters
                  .all("identifier")
                  .filter(each -> each.text().equals(node.text()))
                  .findFirst()
                  .orElse(null);
      if (name != null && at.function().holds(node) && Patterns.steps(name).isEmpty()) {
        int index = Patterns.parameter(name, at.function());
        boolean known = index >= 0 && index < at.arguments().size();
        return known && at.arguments().get(index).path().isEmpty()
            ? at.arguments().get(index)
            : null;
      }
    }
    return null;
  }
}
