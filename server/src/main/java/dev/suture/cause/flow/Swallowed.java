package dev.suture.cause.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values that stand in for an answer that was refused or could not be read: `if (!response.ok)
/// return null`, `catch { return [] }`, `.catch(() => ({}))`. Then the answer is what was bad.
final class Swallowed {
  private final Tracer tracer;

  Swallowed(Tracer tracer) {
    this.tracer = tracer;
  }

  void returned(Node statement, Node function, @Nullable Context context) {
    Node given = statement.first();
    if (given == null || isEmpty(given)) {
      guarded(statement, function, context);
    }
  }

  /// `return { data: null, error }`.
  void part(Node value, @Nullable Context context) {
    Node statement = value.within(each -> each.is("return_statement"));
    Node function = value.function();
    if (isEmpty(value)
        && statement != null
        && function != null
        && statement.function() == function) {
      guarded(statement, function, context);
    }
  }

  private void guarded(Node statement, Node function, @Nullable Context context) {
    Node guard = statement.within(each -> each.is("if_statement", "catch_clause"));
    if (guard == null || guard.function() != function) {
      return;
    }
    if (guard.is("if_statement")) {
      refused(guard.child("condition"), context);
      return;
    }
    Node attempt = guard.parent();
    Node body = attempt == null ? null : attempt.child("body");
    if (body != null) {
      body.all("return_statement")
          .filter(each -> each.function() == function)
          .forEach(each -> tracer.trace(each.first(), List.of(Step.FAILED), context));
    }
  }

  /// `response.ok ? response.json() : null`.
  void chosen(Node ternary, @Nullable Context context) {
    Node one = ternary.child("consequence");
    Node other = ternary.child("alternative");
    if ((one != null && isEmpty(one)) || (other != null && isEmpty(other))) {
      refused(ternary.child("condition"), context);
    }
  }

  void caught(Node handler, Node receiver, @Nullable Context context) {
    Node body = handler.child("body");
    if (body == null) {
      return;
    }
    List<Node> given = body.is("statement_block") ? Components.returned(body) : List.of(body);
    if (given.stream().allMatch(Swallowed::isEmpty)) {
      tracer.trace(receiver, List.of(Step.FAILED), context);
    }
  }

  private void refused(@Nullable Node condition, @Nullable Context context) {
    if (condition == null) {
      return;
    }
    condition
        .all("member_expression")
        .filter(
            each -> {
              Node property = each.child("property");
              return property != null && property.text().matches("ok|status");
            })
        .forEach(each -> tracer.trace(each.child("object"), List.of(Step.FAILED), context));
  }

  private static boolean isEmpty(Node value) {
    Node at = value;
    while (at.is("parenthesized_expression", "as_expression") && at.first() != null) {
      Node inside = at.first();
      if (inside == null) {
        break;
      }
      at = inside;
    }
    return at.is("null", "undefined", "false")
        || at.text().matches("undefined|null|false|\"\"|''|void 0")
        || (at.is("object", "array") && at.children().isEmpty());
  }
}
