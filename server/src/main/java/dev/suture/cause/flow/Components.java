package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.List;

/// Where components keep what they show.
final class Components {
  private Components() {}

  /// What a class component's state is set to.
  static List<Node> states(Node type) {
    List<Node> states = new ArrayList<>();
    type.all("call_expression")
        .filter(each -> calls(each, "setState"))
        .forEach(
            each -> {
              Node arguments = each.child("arguments");
              Node first = arguments == null ? null : arguments.first();
              if (first != null && first.isFunction()) {
                Node body = first.child("body");
                if (body != null) {
                  states.addAll(body.is("statement_block") ? returned(body) : List.of(body));
                }
              } else if (first != null) {
                states.add(first);
              }
            });
    type.all("public_field_definition")
        .filter(each -> Program.named(each).equals("state"))
        .map(each -> each.child("value"))
        .filter(each -> each != null)
        .forEach(states::add);
    return states;
  }

  static List<Node> returned(Node body) {
    Node function = body.parent();
    return body.all("return_statement")
        .filter(each -> each.function() == function)
        .map(Node::first)
        .filter(each -> each != null)
        .toList();
  }

  /// What `data() { return { name: value } }` and `computed: { name() { ... } }` give.
  static List<Node> data(Node root, String name) {
    List<Node> values = new ArrayList<>();
    root.all("method_definition", "pair")
        .filter(each -> Program.named(each).equals("data") || key(each).equals("data"))
        .flatMap(each -> each.all("return_statement"))
        .map(Node::first)
        .filter(each -> each != null)
        .map(each -> Program.property(each, name))
        .filter(each -> each != null && !each.isFunction())
        .forEach(values::add);
    root.all("pair")
        .filter(each -> key(each).matches("computed|getters"))
        .map(each -> each.child("value"))
        .filter(each -> each != null && each.is("object"))
        .map(each -> Program.property(each, name))
        .filter(each -> each != null && each.isFunction())
        .map(each -> each.child("body"))
        .filter(each -> each != null)
        .forEach(
            body -> values.addAll(body.is("statement_block") ? returned(body) : List.of(body)));
    return values;
  }

  private static String key(Node pair) {
    Node key = pair.child("key");
    return key == null ? "" : key.text();
  }

  static boolean calls(Node call, String name) {
    Node function = call.child("function");
    Node property = function == null ? null : function.child("property");
    return function != null
        && (function.text().equals(name) || (property != null && property.text().equals(name)));
  }
}
