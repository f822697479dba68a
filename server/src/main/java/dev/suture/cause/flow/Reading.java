package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How a program writes what it reads.
///
/// @param paths the names of `order.address` as they are written, and those of a list of such
///   things
/// @param beside what else the same code reads of what lacks the value
public record Reading(List<List<Step>> paths, Set<String> beside) {

  public static Reading of(Node value) {
    return new Reading(written(value), beside(value));
  }

  private static List<List<Step>> written(Node value) {
    List<Step> steps = new ArrayList<>();
    Node at = value;
    while (at != null && !at.is("identifier")) {
      Node property = at.child("property");
      if (at.is("member_expression") && property != null) {
        steps.add(new Step.Key(property.text()));
        at = at.child("object");
      } else if (at.is("subscript_expression")) {
        steps.add(Step.EACH);
        at = at.child("object");
      } else if (at.is("call_expression")) {
        at = isPlain(at) ? at.child("function") : null;
      } else {
        at = at.first();
      }
    }
    Collections.reverse(steps);
    if (at == null || steps.isEmpty()) {
      return List.of();
    }
    List<Step> one = new ArrayList<>(steps);
    one.addFirst(new Step.Key(at.text()));
    List<Step> many = new ArrayList<>(steps);
    many.addFirst(Step.EACH);
    many.addFirst(new Step.Key(at.text() + "s"));
    return List.of(one, many);
  }

  private static Set<String> beside(Node value) {
    String of = holder(value);
    if (of == null) {
      return Set.of();
    }
    Node within = value.passage();
    Set<String> names = new HashSet<>();
    within
        .all("member_expression", "call_expression")
        .filter(each -> of.equals(holder(each)))
        .map(Reading::name)
        .filter(each -> each != null)
        .forEach(names::add);
    names.remove(name(value));
    return names;
  }

  /// What `holder.name` or `holder.get('name')` reads of.
  private static @Nullable String holder(Node read) {
    Node member = read.is("call_expression") ? read.child("function") : read;
    Node object = member == null ? null : member.child("object");
    return object == null || name(read) == null ? null : object.text();
  }

  private static @Nullable String name(Node read) {
    Node property = read.child("property");
    if (read.is("member_expression") && property != null) {
      Node parent = read.parent();
      boolean called =
          parent != null && parent.is("call_expression") && "function".equals(read.field());
      return called ? null : property.text();
    }
    Node first = read.is("call_expression") ? Calls.first(read) : null;
    return first != null && first.is("string") && read.text().contains(".get(")
        ? Patterns.unquoted(first)
        : null;
  }

  /// A call that is given nothing: a signal's, a reference's.
  private static boolean isPlain(Node call) {
    Node callee = call.child("function");
    Node arguments = call.child("arguments");
    return callee != null
        && arguments != null
        && arguments.children().isEmpty()
        && !callee.text().matches("(?s).*\\.(?:pop|shift|at|keys|values|entries)");
  }
}
