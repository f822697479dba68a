package dev.suture.cause.flow;

import dev.suture.cause.flow.Complaint.Wanted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What has to be true where a place of a program is reached, as values that can be doubted: the
/// conditions around it, those that would have led away before it, the cases of a switch.
final class Guards {
  private final Tracer tracer;
  private final List<Doubt> doubts = new ArrayList<>();
  private final Conditions conditions;

  Guards(Tracer tracer) {
    this.tracer = tracer;
    this.conditions = new Conditions(tracer, doubts);
  }

  /// The nearest first.
  List<Doubt> of(Node reached, @Nullable Context context) {
    Node at = reached;
    for (Node up = at.parent(); up != null && !at.isFunction(); up = up.parent()) {
      around(up, at, context);
      at = up;
    }
    return List.copyOf(doubts);
  }

  private void around(Node up, Node at, @Nullable Context context) {
    switch (up.kind()) {
      case "if_statement", "ternary_expression" -> {
        Node condition = up.child("condition");
        if (condition != null && at != condition) {
          conditions.doubt(condition, at == up.child("consequence"), context);
        }
      }
      case "switch_case", "switch_default" ->
          switched(up.within(each -> each.is("switch_statement")), context);
      case "binary_expression" -> {
        Node left = up.child("left");
        if (left != null && at == up.child("right")) {
          switch (up.operator()) {
            case "??" -> doubts.add(new Doubt(left, context, Wanted.missing));
            case "||" -> conditions.doubt(left, false, context);
            case "&&" -> conditions.doubt(left, true, context);
            default -> {}
          }
        }
      }
      case "catch_clause" -> failed(up.parent(), context);
      case "statement_block", "program" -> before(up, at, context);
      default -> {}
    }
  }

  /// Statements before that would have left the function.
  private void before(Node block, Node at, @Nullable Context context) {
    for (Node each : block.children().subList(0, block.children().indexOf(at)).reversed()) {
      Node condition = each.child("condition");
      Node consequence = each.child("consequence");
      if (each.is("if_statement")
          && condition != null
          && consequence != null
          && each.child("alternative") == null
          && consequence.all("return_statement", "continue_statement").findFirst().isPresent()) {
        conditions.doubt(condition, false, context);
      } else if (each.is("switch_statement")) {
        switched(each, context);
      } else if (each.is("for_in_statement")
          && each.child("right") instanceof Node list
          && each.all("return_statement").findFirst().isPresent()) {
        looped(each, list, context);
      }
    }
  }

  /// `for (const each of list) if (each.key === key) return each`: no element fitted.
  private void looped(Node loop, Node list, @Nullable Context context) {
    doubts.add(new Doubt(list, context, Wanted.emptyList));
    loop.all("binary_expression")
        .filter(each -> each.operator().matches("===?"))
        .flatMap(each -> each.children().stream())
        .filter(
            each ->
                tracer.program.unitOf(each).declaration(each) instanceof Node declared
                    && !loop.holds(declared))
        .forEach(
            key ->
                doubts.add(
                    new Doubt(
                        list,
                        List.of(new Step.Pick(key, context)),
                        context,
                        Wanted.undefined,
                        Set.of(),
                        null)));
  }

  private void failed(@Nullable Node attempt, @Nullable Context context) {
    Node body = attempt == null ? null : attempt.child("body");
    if (body != null) {
      body.all("await_expression")
          .map(Node::first)
          .filter(each -> each != null)
          .forEach(each -> doubts.add(Conditions.refused(each, context)));
    }
  }

  private void switched(@Nullable Node statement, @Nullable Context context) {
    Node value = statement == null ? null : statement.child("value");
    if (statement == null || value == null) {
      return;
    }
    Node inside = Conditions.plain(value);
    if (inside.is("true")) {
      return;
    }
    Set<String> fine = new HashSet<>();
    statement
        .all("switch_case")
        .map(each -> each.child("value"))
        .filter(each -> each != null)
        .forEach(each -> fine.addAll(Tables.words(tracer, each, context)));
    doubts.add(new Doubt(inside, List.of(), context, Wanted.anything, fine, null));
  }
}
