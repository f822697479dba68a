package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Functions that are kept and called later: `listeners.add(listener)` and, elsewhere in the file,
/// `for (const each of listeners) each(state)`.
final class Listeners {
  private static final String KEEPS = "add|push|unshift|set|append";

  private final Tracer tracer;

  Listeners(Tracer tracer) {
    this.tracer = tracer;
  }

  /// What a kept function is called with.
  ///
  /// @param keeper that was given the function as the parameter of a name
  /// @return false when it keeps none
  boolean heard(Node keeper, String name, int index, List<Step> path, @Nullable Context context) {
    List<String> holders = holders(keeper, name);
    boolean any = false;
    for (Node call : holders.isEmpty() ? List.<Node>of() : tracer.program.unitOf(keeper).calls()) {
      Node arguments = call.child("arguments");
      Node callee = call.child("function");
      if (callee != null
          && arguments != null
          && index < arguments.children().size()
          && !keeper.holds(call)
          && holders.stream().anyMatch(each -> isOf(callee, each))) {
        any = true;
        tracer.trace(arguments.children().get(index), path, context);
      }
    }
    return any;
  }

  /// `worker.onmessage = ({ data }) => ...`: whatever is posted.
  boolean message(Node assignment, int index, List<Step> path) {
    Node left = assignment.child("left");
    return left != null
        && index == 0
        && left.text().matches("(?s)(?:.*\\.)?onmessage")
        && posted(path);
  }

  /// What `postMessage` is given anywhere, read as the data of a message.
  boolean posted(List<Step> path) {
    boolean any = false;
    if (path.isEmpty() || !path.getFirst().equals(new Step.Key("data"))) {
      return false;
    }
    for (Unit unit : tracer.program.mentioning("postMessage")) {
      for (Node call : unit.calls()) {
        Node given = Calls.first(call);
        if (given != null && Components.calls(call, "postMessage")) {
          any = true;
          tracer.trace(given, Tracer.rest(path), null);
        }
      }
    }
    return any;
  }

  private static List<String> holders(Node keeper, String name) {
    List<String> holders = new ArrayList<>();
    keeper
        .all("call_expression")
        .filter(
            each ->
                each.child("function") instanceof Node callee
                    && callee.child("property") instanceof Node property
                    && property.text().matches(KEEPS)
                    && each.child("arguments") instanceof Node given
                    && given.children().stream().anyMatch(one -> one.text().equals(name)))
        .map(each -> each.child("function"))
        .flatMap(callee -> Stream.ofNullable(callee == null ? null : callee.child("object")))
        .map(Listeners::root)
        .forEach(holders::add);
    keeper
        .all("assignment_expression")
        .filter(each -> each.child("right") instanceof Node right && right.text().equals(name))
        .flatMap(each -> Stream.ofNullable(each.child("left")))
        .map(Listeners::root)
        .forEach(holders::add);
    return holders;
  }

  /// `this.handlers` of `this.handlers.get(event)!`.
  private static String root(Node node) {
    return node.text().replaceFirst("(?s)[?!]*\\.?(?:get\\(|\\[).*", "");
  }

  /// Whether a callee is one of what a holder keeps.
  private boolean isOf(Node callee, String holder) {
    if (root(callee).replaceFirst("\\?$", "").equals(holder)) {
      return true;
    }
    Node declared =
        callee.is("identifier") ? tracer.program.unitOf(callee).declaration(callee) : null;
    Node by = declared == null ? null : Patterns.holder(declared);
    if (by == null) {
      return false;
    }
    if (by.is("for_in_statement")) {
      return by.child("right") instanceof Node right && right.text().contains(holder);
    }
    if (by.is("variable_declarator")) {
      return by.child("value") instanceof Node value && root(value).equals(holder);
    }
    Node arguments = by.isFunction() ? by.parent() : null;
    Node call = arguments == null ? null : arguments.parent();
    return call != null
        && call.child("function") instanceof Node over
        && over.text().startsWith(holder)
        && over.text().matches("(?s).*\\.(?:forEach|map)");
  }
}
