package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A place in a file as a stack names it, and what stands there.
public final class Position {
  private final Node root;
  private final int offset;
  private final int line;

  private Position(Node root, int offset, int line) {
    this.root = root;
    this.offset = offset;
    this.line = line;
  }

  /// @param line 1-based
  /// @param column 1-based; 0 when unknown
  public static @Nullable Position of(Node root, String text, int line, int column) {
    int start = 0;
    for (int at = 1; at < line; at++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return null;
      }
    }
    return line < 1 ? null : new Position(root, start + Math.max(0, column - 1), line);
  }

  /// The nearest node that is wanted: on the line itself, else in the statement, else in the
  /// function around it.
  @Nullable Node nearest(Predicate<Node> wanted) {
    List<Node> onLine =
        root.all()
            .filter(each -> each.line() <= line && each.lastLine() >= line)
            .filter(wanted)
            .toList();
    Node found = closest(onLine.stream().filter(each -> touches(each)));
    if (found != null) {
      return found;
    }
    Node function = function();
    return function == null ? null : closest(function.all().filter(wanted));
  }

  private boolean touches(Node node) {
    Node anchor = anchor(node);
    return anchor.line() <= line && anchor.lastLine() >= line;
  }

  private @Nullable Node closest(Stream<Node> nodes) {
    return nodes
        .min(Comparator.comparingInt(this::distance).thenComparingInt(this::size))
        .orElse(null);
  }

  /// Of nodes around the place the innermost is nearest.
  private int size(Node node) {
    return distance(node) == 0 ? node.to() - node.from() : 0;
  }

  private int distance(Node node) {
    Node anchor = anchor(node);
    if (anchor.from() <= offset && offset < anchor.to()) {
      return 0;
    }
    int away = Math.min(Math.abs(anchor.from() - offset), Math.abs(anchor.to() - offset));
    boolean starts = node.from() == offset;
    return starts ? 1 : away + 2;
  }

  /// What of a node an engine points at.
  private static Node anchor(Node node) {
    Node property = node.child("property");
    if (property != null) {
      return property;
    }
    Node callee = node.child("function");
    Node called = callee == null ? null : callee.child("property");
    return called != null ? called : node;
  }

  /// The function around the place; the whole file where there is none.
  public Node function() {
    Node best = root;
    List<Node> around = new ArrayList<>(root.all().filter(Node::isFunction).toList());
    for (Node each : around) {
      if (each.from() <= offset
          && offset <= each.to()
          && each.to() - each.from() < best.to() - best.from()) {
        best = each;
      }
    }
    return best;
  }

  /// Whether the place is within a node.
  boolean isIn(Node node) {
    return node.line() <= line
        && node.lastLine() >= line
        && (offset < 0 || node.from() <= offset && offset <= node.to());
  }

  /// Whether the place comes after a node.
  boolean isBehind(Node node) {
    return node.to() <= offset;
  }

  int line() {
    return line;
  }
}
