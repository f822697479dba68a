package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.joined;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a variable is given after its declaration, in its own file and in those that import it, and
/// what is put into it.
final class Assigned {
  private final Tracer tracer;

  Assigned(Tracer tracer) {
    this.tracer = tracer;
  }

  /// @param name the identifier that declares it
  void trace(Node name, List<Step> path, @Nullable Context context) {
    Unit own = tracer.program.unitOf(name);
    for (Unit unit : units(name, own)) {
      for (Node each : unit.assignments()) {
        assignment(each, name, path, context);
      }
      for (Node call : unit.calls()) {
        merged(call, name, path, context);
      }
      filled(unit, name.text(), path, context);
      for (String held : List.of("value", "current")) {
        if (!path.isEmpty() && unit.mentions(name.text() + "." + held)) {
          boolean unwrapped = path.getFirst().equals(new Step.Key(held));
          filled(unit, name.text() + "." + held, unwrapped ? rest(path) : path, context);
        }
      }
      if (path.isEmpty() && (unit.mentions("++") || unit.mentions("--"))) {
        counted(unit, name, context);
      }
    }
  }

  /// `name++`: no longer what it was declared as.
  private void counted(Unit unit, Node name, @Nullable Context context) {
    unit.root()
        .all("update_expression")
        .filter(each -> each.first() != null && isOf(each.first(), name))
        .forEach(each -> tracer.end(new Origin.Constant(each, context), List.of()));
  }

  private List<Unit> units(Node name, Unit own) {
    if (own.topLevel(name.text()) != name) {
      return List.of(own);
    }
    List<Unit> units = new ArrayList<>(List.of(own));
    for (Unit each : tracer.program.mentioning(name.text())) {
      if (each != own && !each.imports().isEmpty() && isImported(name, each)) {
        units.add(each);
      }
    }
    return units;
  }

  /// Whether a name of another file means what is declared here.
  private boolean isImported(Node name, Unit unit) {
    Node local = unit.topLevel(name.text());
    return local != null && (unit.mentions("require") || tracer.names().declares(name, local));
  }

  private void assignment(Node each, Node name, List<Step> path, @Nullable Context context) {
    Node left = each.child("left");
    Node right = each.child("right");
    if (left == null || right == null) {
      return;
    }
    if (left.is("identifier")) {
      if (isOf(left, name)) {
        if (each.is("augmented_assignment_expression") && path.isEmpty()) {
          tracer.end(new Origin.Constant(each, context), path);
        }
        tracer.trace(right, path, context);
      }
    } else if (left.is("object_pattern", "array_pattern")) {
      left.all("identifier", "shorthand_property_identifier_pattern")
          .filter(inside -> isOf(inside, name))
          .forEach(inside -> taken(inside, right, path, context));
    } else if (left.is("member_expression", "subscript_expression")) {
      Node object = left.child("object");
      List<Step> inside = put(left, path);
      if (inside != null && object != null && object.is("identifier") && isOf(object, name)) {
        tracer.trace(right, inside, context);
      }
    }
  }

  /// `({ key: name } = right)`, and `({ key: name.property } = right)`.
  private void taken(Node use, Node right, List<Step> path, @Nullable Context context) {
    Node parent = use.parent();
    boolean holder =
        parent != null
            && parent.is("member_expression", "subscript_expression")
            && parent.child("object") == use;
    List<Step> inside = holder && parent != null ? put(parent, path) : path;
    if (inside != null) {
      Node whole = holder && parent != null ? parent : use;
      tracer.trace(right, joined(Patterns.steps(whole), inside), context);
    }
  }

  private boolean isOf(Node use, Node name) {
    return use.text().equals(name.text()) && tracer.names().declares(name, use);
  }

  /// What is left of a path in the value that is put into a part of a variable; null where the path
  /// leads to another part.
  private static @Nullable List<Step> put(Node left, List<Step> path) {
    Node property = left.child("property");
    if (path.isEmpty()) {
      return property != null && property.text().equals("value") ? path : null;
    }
    Step first = path.getFirst();
    if (property != null && property.text().matches("value|current")) {
      return first.equals(new Step.Key(property.text())) ? rest(path) : path;
    }
    Node index = left.child("index");
    boolean constant = index != null && index.is("string");
    boolean same =
        first instanceof Step.Key(String key)
            && (property == null
                ? !constant || key.equals(Patterns.unquoted(index == null ? left : index))
                : key.equals(property.text()));
    boolean byIndex = property == null && !(first instanceof Step.Key);
    return same || byIndex ? rest(path) : null;
  }

  /// `Object.assign(name, others)`, `name.set(value)`, `name.update((old) => value)`.
  private void merged(Node call, Node name, List<Step> path, @Nullable Context context) {
    Node function = call.child("function");
    Node arguments = call.child("arguments");
    Node first = arguments == null ? null : arguments.first();
    if (function == null || arguments == null || first == null) {
      return;
    }
    if (function.text().equals("Object.assign")) {
      if (first.is("identifier") && isOf(first, name) && !path.isEmpty()) {
        arguments.children().stream().skip(1).forEach(each -> tracer.trace(each, path, context));
      }
      return;
    }
    Node object = function.child("object");
    Node property = function.child("property");
    if (object == null || property == null || !object.is("identifier")) {
      return;
    }
    boolean one = arguments.children().size() == 1;
    if (one && property.text().matches("set|next|\\$set|\\$patch|setState|update|mutate")) {
      if (!isOf(object, name)) {
        return;
      }
      put(first, path, context);
    }
  }

  /// `$store` of a store that the program makes around another: `{ subscribe, load }`.
  void subscribed(Node store, List<Step> path) {
    Node made = tracer.names().definition(store);
    Node function =
        made == null || !made.is("call_expression") ? null : tracer.targets().of(made, null);
    Node object =
        function == null || !function.isFunction()
            ? made
            : Texts.returned(function).stream().findFirst().orElse(null);
    Node subscribe = object == null ? null : Program.property(object, "subscribe");
    Node use = subscribe == null ? null : tracer.program.unitOf(subscribe).declaration(subscribe);
    Node holder = use == null ? null : Patterns.holder(use);
    Node pattern = holder == null ? null : holder.child("name");
    if (holder == null || pattern == null || !pattern.is("object_pattern")) {
      return;
    }
    tracer.trace(holder.child("value"), path, null);
    for (Node call : tracer.program.unitOf(holder).calls()) {
      if (call.child("function") instanceof Node callee
          && callee.text().matches("set|update")
          && tracer.program.unitOf(callee).declaration(callee) instanceof Node by
          && Patterns.holder(by) == holder) {
        put(Calls.first(call), path, null);
      }
    }
  }

  /// What is put into a store: a value, or what a function makes of the old one.
  void put(@Nullable Node value, List<Step> path, @Nullable Context context) {
    Node given = Functions.inside(value);
    if (given != null && given.isFunction()) {
      tracer.returns(given, path, context);
    } else {
      tracer.trace(value, path, context);
    }
  }

  /// `list.push(value)`, `map.set(key, value)`, `set.add(value)`.
  void filled(Unit unit, String holder, List<Step> path, @Nullable Context context) {
    if (path.isEmpty()) {
      return;
    }
    boolean named = path.getFirst() instanceof Step.Key;
    for (Node each : unit.assignments()) {
      Node left = each.child("left");
      if (left != null
          && left.is("subscript_expression", "member_expression")
          && left.child("object") instanceof Node object
          && isOf(object, holder)
          && put(left, path) instanceof List<Step> inside) {
        tracer.trace(each.child("right"), inside, context);
      }
    }
    for (Node call : unit.calls()) {
      Node function = call.child("function");
      Node arguments = call.child("arguments");
      if (function == null || arguments == null || !function.is("member_expression")) {
        continue;
      }
      Node object = function.child("object");
      Node property = function.child("property");
      if (object == null || property == null || !isOf(object, holder)) {
        continue;
      }
      switch (property.text()) {
        case "push", "unshift", "add" -> {
          if (!named) {
            arguments.children().forEach(each -> pushed(each, path, context));
          }
        }
        case "next", "update" -> given(holder, arguments, path, context);
        case "set" -> {
          if (arguments.children().size() == 1) {
            given(holder, arguments, path, context);
          } else if (arguments.children().size() == 2
              && (!named || isKey(arguments.children().getFirst(), path.getFirst()))) {
            entry(arguments.children(), path, context);
          }
        }
        default -> {}
      }
    }
  }

  /// What a map holds under a key, and both where the map is read entry by entry.
  private void entry(List<Node> pair, List<Step> path, @Nullable Context context) {
    tracer.trace(pair.get(1), rest(path), context);
    boolean entries = path.size() > 1 && !(path.getFirst() instanceof Step.Key);
    if (entries && path.get(1) instanceof Step.Index(int at) && at < pair.size()) {
      tracer.trace(pair.get(at), path.subList(2, path.size()), context);
    }
  }

  private static boolean isKey(Node given, Step step) {
    return given.is("string") && step.equals(new Step.Key(Patterns.unquoted(given)));
  }

  /// `this.state.set(value)`, `this.state.update((old) => value)`.
  private void given(String holder, Node arguments, List<Step> path, @Nullable Context context) {
    Node first = Functions.inside(arguments.first());
    if (first == null || !holder.startsWith("this.")) {
      return;
    }
    if (first.isFunction()) {
      tracer.returns(first, path, context);
    } else {
      tracer.trace(first, path, context);
    }
  }

  /// @param holder code, or a property of whatever object where it begins with a dot
  private static boolean isOf(Node object, String holder) {
    String text = object.text().replace("?.", ".").replace("!.", ".");
    return holder.startsWith(".") ? text.endsWith(holder) : text.equals(holder);
  }

  private void pushed(Node given, List<Step> path, @Nullable Context context) {
    boolean spread = given.is("spread_element");
    tracer.trace(spread ? given.first() : given, spread ? path : rest(path), context);
  }
}
