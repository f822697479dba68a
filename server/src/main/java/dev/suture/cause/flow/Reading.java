package dev.suture.cause.flow;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What code reads of one thing.
final class Reading {
  private Reading() {}

  /// What else the same code reads of what lacks a value.
  static Set<String> beside(Node value) {
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

  /// `name` of `holder.name` and of `holder.get('name')`.
  static @Nullable String name(Node read) {
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
}
