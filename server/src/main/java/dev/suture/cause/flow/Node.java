package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A piece of a program: what kind it is, where it stands, and of what it is made. Kinds are those
/// of the TypeScript grammar of tree-sitter. Comments are left out.
public final class Node {
  private final String kind;
  private final @Nullable String field;
  private final Source source;
  private final int from;
  private final int to;
  private final List<Node> children = new ArrayList<>();
  private @Nullable Node parent;
  private String operator = "";

  /// A file's path and text.
  public record Source(String path, String text) {}

  /// @param field what it is to its parent; null when that has no name
  /// @param from index of its first character
  /// @param to index behind its last character
  public Node(String kind, @Nullable String field, Source source, int from, int to) {
    this.kind = kind;
    this.field = field;
    this.source = source;
    this.from = from;
    this.to = to;
  }

  public void add(Node child) {
    child.parent = this;
    children.add(child);
  }

  /// Marks which of the operations of its kind it is: `+`, `??`, `of`.
  public void operator(String text) {
    operator = text;
  }

  String kind() {
    return kind;
  }

  public boolean is(String... kinds) {
    for (String each : kinds) {
      if (each.equals(kind)) {
        return true;
      }
    }
    return false;
  }

  /// The same as another part of its parent.
  public Node as(@Nullable String other) {
    Node copy = new Node(kind, other, source, from, to);
    copy.operator = operator;
    children.forEach(copy::add);
    return copy;
  }

  String operator() {
    return operator;
  }

  public @Nullable String field() {
    return field;
  }

  public String path() {
    return source.path();
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }

  @Nullable Node parent() {
    return parent;
  }

  public List<Node> children() {
    return children;
  }

  public String text() {
    return source.text().substring(from, to);
  }

  /// 1-based.
  public int line() {
    return lineOf(from);
  }

  public int lastLine() {
    return lineOf(Math.max(from, to - 1));
  }

  private int lineOf(int index) {
    int line = 1;
    String text = source.text();
    for (int at = 0; at < index; at++) {
      if (text.charAt(at) == '\n') {
        line++;
      }
    }
    return line;
  }

  public @Nullable Node child(String name) {
    for (Node each : children) {
      if (name.equals(each.field)) {
        return each;
      }
    }
    return null;
  }

  public @Nullable Node first() {
    return children.isEmpty() ? null : children.getFirst();
  }

  @Nullable Node last() {
    return children.isEmpty() ? null : children.getLast();
  }

  /// It and all inside, in the order of the text.
  Stream<Node> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
  }

  Stream<Node> all(String... kinds) {
    return all().filter(each -> each.is(kinds));
  }

  /// The names of an object literal's properties, and the plain texts in it.
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    all("property_identifier", "shorthand_property_identifier")
        .forEach(each -> names.add(each.text()));
    all("string").forEach(each -> names.add(Patterns.unquoted(each)));
    all("number").forEach(each -> names.add(each.text()));
    return names;
  }

  /// The nearest around it, or itself.
  @Nullable Node within(Predicate<Node> wanted) {
    for (Node at = this; at != null; at = at.parent) {
      if (wanted.test(at)) {
        return at;
      }
    }
    return null;
  }

  public boolean holds(Node other) {
    return other.within(each -> each == this) != null;
  }

  Node root() {
    Node at = this;
    for (Node up = at.parent; up != null; up = up.parent) {
      at = up;
    }
    return at;
  }

  public boolean isFunction() {
    return is(
        "arrow_function",
        "function_declaration",
        "function_expression",
        "generator_function",
        "generator_function_declaration",
        "method_definition");
  }

  /// The function around it; the whole file where there is none.
  public Node surrounding() {
    Node function = function();
    return function == null ? root() : function;
  }

  /// The function around it; where there is none, the statement of the file.
  public Node passage() {
    Node function = function();
    Node statement = function != null ? function : within(each -> each.parent == root());
    return statement == null ? this : statement;
  }

  /// The function around it, itself not counted.
  @Nullable Node function() {
    return parent == null ? null : parent.within(Node::isFunction);
  }

  @Override
  public String toString() {
    return kind + "@" + path() + ":" + line();
  }
}
