package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.plus;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Functions that read a store: those that `createSelector` makes of others, and those of an
/// adapter that keeps entities by their ids.
final class Selectors {
  private static final String MAKERS = "createSelector|createDraftSafeSelector|createAppSelector";
  private static final String SETS =
      "(?:set|add|upsert|update)(?:All|Many|One)|(?:set|add|upsert|update)Entit(?:y|ies)";

  private final Tracer tracer;

  Selectors(Tracer tracer) {
    this.tracer = tracer;
  }

  /// What a selector gives.
  ///
  /// @return false when it is not known for one that was made
  boolean made(@Nullable Node selector, List<Step> path) {
    Node node = Functions.inside(selector);
    if (node == null) {
      return false;
    }
    if (isMade(node)) {
      Node last = combiner(node);
      if (last != null && last.isFunction()) {
        tracer.returns(last, path, null);
      }
      return last != null;
    }
    if (!node.is("identifier")) {
      return false;
    }
    Node meant = tracer.names().meant(node);
    return meant != null && isMade(meant) ? made(meant, path) : ofAdapter(node, path);
  }

  private static boolean isMade(Node node) {
    Node callee = node.is("call_expression") ? node.child("function") : null;
    return callee != null && callee.text().matches(MAKERS);
  }

  private static @Nullable Node combiner(Node call) {
    Node arguments = call.child("arguments");
    if (arguments == null) {
      return null;
    }
    return arguments.children().stream()
        .filter(each -> !each.is("object"))
        .reduce((_, last) -> last)
        .map(Functions::inside)
        .orElse(null);
  }

  /// A parameter of a function that is given to `createSelector`: the state where it is one of the
  /// inputs, else what the input at its place gives.
  ///
  /// @return false when the call makes no selector
  boolean parameter(Node call, Node function, int index, List<Step> path) {
    Node arguments = call.child("arguments");
    if (!isMade(call) || arguments == null) {
      return false;
    }
    if (function != combiner(call)) {
      return index == 0 && tracer.stores().state(path, function);
    }
    Node first = arguments.first();
    List<Node> inputs =
        first != null && first.is("array") ? first.children() : arguments.children();
    if (index < inputs.size()) {
      Node input = Functions.inside(inputs.get(index));
      if (input != null && input.is("identifier") && !made(input, path)) {
        input = tracer.names().meant(input);
      }
      if (input != null && input.isFunction()) {
        tracer.returns(input, path, null);
      }
    }
    return true;
  }

  /// An input in a list of them: the call is around the list.
  boolean listed(Node list, Node function, int index, List<Step> path) {
    Node arguments = list.parent();
    Node call = arguments == null ? null : arguments.parent();
    return call != null && parameter(call, function, index, path);
  }

  /// `const { selectAll } = adapter.getSelectors(...)`: what is put into the adapter.
  private boolean ofAdapter(Node name, List<Step> path) {
    Node declared = tracer.names().declared(name);
    if (declared == null) {
      return false;
    }
    List<Step> steps = Patterns.steps(declared);
    Node value = Patterns.holder(declared).child("value");
    Node callee = value != null && value.is("call_expression") ? value.child("function") : null;
    Node property = callee == null ? null : callee.child("property");
    if (steps.size() != 1
        || !(steps.getFirst() instanceof Step.Key(String selector))
        || callee == null
        || property == null
        || !property.text().equals("getSelectors")) {
      return false;
    }
    List<Step> elements =
        switch (selector) {
          case "selectAll" -> path;
          case "selectById" -> plus(Step.Pick.ANY, path);
          case "selectEntities" ->
              path.isEmpty() || !(path.getFirst() instanceof Step.Key)
                  ? path
                  : plus(Step.EACH, rest(path));
          default -> null;
        };
    Node adapter = callee.child("object");
    return elements != null && adapter != null && kept(adapter.text(), declared, elements);
  }

  private boolean kept(String adapter, Node near, List<Step> path) {
    boolean any = false;
    for (Node use : tracer.program.unitOf(near).root().all("member_expression").toList()) {
      Node object = use.child("object");
      Node property = use.child("property");
      Node parent = use.parent();
      if (object == null
          || property == null
          || parent == null
          || !object.text().equals(adapter)
          || !property.text().matches(SETS)) {
        continue;
      }
      boolean one = property.text().matches(".*(?:One|Entity)");
      List<Step> given = one && !path.isEmpty() ? rest(path) : path;
      Node arguments = parent.is("call_expression") ? parent.child("arguments") : null;
      if (arguments != null && arguments.children().size() > 1) {
        any = true;
        tracer.trace(arguments.children().get(1), given, null);
      } else if (parent.is("arguments") && parent.first() != null) {
        any |= tracer.stores().fulfilled(parent.first(), plus(new Step.Key("payload"), given));
      }
    }
    return any;
  }
}
