package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.plus;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// State that components keep: of React, Preact, Vue and Solid.
final class State {
  private final Tracer tracer;
  private final Containers containers;

  State(Tracer tracer) {
    this.tracer = tracer;
    this.containers = new Containers(tracer);
  }

  Containers containers() {
    return containers;
  }

  /// What gives more than the value that it keeps.
  private static final String IN_PARTS =
      "useState|createSignal|createResource|useReducer|defineProps|\\$props";

  /// @return false when the call keeps no state
  boolean of(Node call, List<Step> path, @Nullable Context context) {
    Node callee = call.child("function");
    if (callee == null) {
      return false;
    }
    String name =
        callee.text().replaceFirst("^(?:React|preact|Vue)\\.", "").replaceFirst("(?s)<.*", "");
    if (containers.of(call, name, path, context)) {
      return true;
    }
    if (path.isEmpty() && name.matches(IN_PARTS)) {
      return false;
    }
    Node first = Calls.first(call);
    switch (name) {
      case "useState", "createSignal" -> {
        if (path.getFirst().equals(new Step.Index(0))) {
          begins(first, rest(path), context);
          sets(call, rest(path), context);
        }
      }
      case "createResource" -> resource(call, path, context);
      case "useReducer" -> {
        if (path.getFirst().equals(new Step.Index(0))) {
          reducing(call, rest(path), context);
        }
      }
      case "ref",
          "shallowRef",
          "signal",
          "useSignal",
          "useRef",
          "computed",
          "writable",
          "$state",
          "$derived",
          "createMemo",
          "createAsync" -> {
        begins(
            first,
            !path.isEmpty()
                    && path.getFirst() instanceof Step.Key(String key)
                    && key.matches("value|current")
                ? rest(path)
                : path,
            context);
        if (containers.isOfElement(call)) {
          tracer.end(new Origin.Element(call), path);
        }
      }
      case "reactive", "shallowReactive", "readonly", "toRefs", "storeToRefs", "observable" ->
          tracer.trace(first, path, context);
      case "toRef" -> part(call, path, context);
      case "useMemo" -> begins(first, path, context);
      case "defineProps", "$props" -> {
        return path.getFirst() instanceof Step.Key(String key)
            && tracer.templates().given(key, call, rest(path));
      }
      case "withDefaults" -> tracer.trace(first, path, context);
      case "useContext", "inject" -> provided(first, path);
      default -> {
        return false;
      }
    }
    return true;
  }

  /// `useReducer(reduce, first, init)`.
  private void reducing(Node call, List<Step> path, @Nullable Context context) {
    for (int at = 1; at <= 2; at++) {
      if (Containers.argument(call, at) instanceof Node begins) {
        begins(begins, path, context);
      }
    }
    reduced(call, path, context);
  }

  /// `toRef(object, 'name')`.
  private void part(Node call, List<Step> path, @Nullable Context context) {
    boolean value = !path.isEmpty() && path.getFirst().equals(new Step.Key("value"));
    List<Step> inside = value ? rest(path) : path;
    tracer.trace(
        Calls.first(call),
        Containers.argument(call, 1) instanceof Node key && key.is("string")
            ? plus(new Step.Key(Patterns.unquoted(key)), inside)
            : path,
        context);
  }

  /// What a reducer gives, or puts into the draft that it is given.
  private void reduced(Node near, List<Step> path, @Nullable Context context) {
    Node given = Functions.inside(Calls.first(near));
    Node reducer = given == null || !given.is("identifier") ? given : tracer.names().meant(given);
    boolean drafts = reducer != null && reducer.text().matches("(?s)(?:produce|immer)\\(.*");
    if (drafts && !path.isEmpty() && path.getFirst() instanceof Step.Key(String key)) {
      tracer.names().kept(key, near, rest(path));
    } else if (reducer != null && reducer.isFunction()) {
      tracer.returns(reducer, path, context);
    }
  }

  /// `const [value] = createResource(source, fetcher)`.
  private void resource(Node call, List<Step> path, @Nullable Context context) {
    Node arguments = call.child("arguments");
    if (arguments == null || !path.getFirst().equals(new Step.Index(0))) {
      return;
    }
    arguments.children().stream()
        .map(each -> tracer.closures().of(each, context))
        .filter(each -> each != null)
        .reduce((_, last) -> last)
        .ifPresent(fetcher -> begins(fetcher.function(), rest(path), context));
  }

  private void begins(@Nullable Node first, List<Step> path, @Nullable Context context) {
    Node meant = first != null && first.is("identifier") ? tracer.names().meant(first) : first;
    if (meant != null && meant.isFunction()) {
      tracer.returns(meant, path, context);
    } else {
      tracer.trace(first, path, context);
    }
  }

  /// `const [value, setValue] = useState(first)`: what `setValue` is called with, and what calls
  /// it.
  private void sets(Node call, List<Step> path, @Nullable Context context) {
    Node declarator = call.within(each -> each.is("variable_declarator"));
    Node pattern = declarator == null ? null : declarator.child("name");
    if (pattern == null || !pattern.is("array_pattern") || pattern.children().size() < 2) {
      return;
    }
    Node setter = pattern.children().getLast();
    Unit unit = tracer.program.unitOf(call);
    for (Node use : unit.root().all("identifier").toList()) {
      if (use == setter || !use.text().equals(setter.text()) || unit.declaration(use) != setter) {
        continue;
      }
      Node parent = use.parent();
      if (parent == null) {
        continue;
      }
      if (parent.is("call_expression") && "function".equals(use.field())) {
        begins(Calls.first(parent), path, context);
      } else if (parent.is("arguments") && parent.parent() != null) {
        tracer.parameters().callback(parent.parent(), use, 0, path, context);
      } else if (parent.is("jsx_expression") && parent.parent() != null) {
        passed(parent.parent(), path);
      }
    }
  }

  /// A setter given to another component.
  private void passed(Node attribute, List<Step> path) {
    Node name = attribute.first();
    if (name == null) {
      return;
    }
    for (Unit unit : tracer.program.mentioning(name.text())) {
      for (Node call : unit.calls()) {
        if (Components.calls(call, name.text())) {
          begins(Calls.first(call), path, null);
        }
      }
    }
  }

  /// `setValue((before) => ...)`, and a reducer's actions.
  boolean setter(Node callee, int index, List<Step> path, @Nullable Context context) {
    if (!callee.is("identifier")) {
      return callee.text().equals("this.setState") && state(callee, path, context);
    }
    if (callee.text().equals("useReducer")) {
      return reducer(callee, index, path, context);
    }
    Node declared = tracer.program.unitOf(callee).declaration(callee);
    Node pattern = declared == null ? null : declared.parent();
    Node declarator = pattern == null ? null : pattern.parent();
    if (pattern == null
        || declarator == null
        || !pattern.is("array_pattern")
        || pattern.first() == declared) {
      return false;
    }
    Node value = declarator.child("value");
    if (value == null || !value.is("call_expression")) {
      return false;
    }
    tracer.trace(value, plus(new Step.Index(0), path), context);
    return true;
  }

  private boolean state(Node callee, List<Step> path, @Nullable Context context) {
    Node type = callee.within(each -> each.is("class_declaration", "class"));
    if (type == null) {
      return false;
    }
    tracer.trace(type, plus(new Step.Key("state"), path), context);
    return true;
  }

  private boolean reducer(Node callee, int index, List<Step> path, @Nullable Context context) {
    Node call = callee.parent();
    Node declarator = call == null ? null : call.parent();
    Node pattern = declarator == null ? null : declarator.child("name");
    if (call == null || pattern == null || !pattern.is("array_pattern")) {
      return false;
    }
    if (index == 0) {
      tracer.trace(call, plus(new Step.Index(0), path), context);
      return true;
    }
    Node dispatch = pattern.children().getLast();
    for (Unit unit : tracer.program.mentioning(dispatch.text())) {
      for (Node each : unit.calls()) {
        Node called = each.child("function");
        if (called != null && called.text().equals(dispatch.text())) {
          tracer.trace(Calls.first(each), path, context);
        }
      }
    }
    return true;
  }

  private void provided(@Nullable Node key, List<Step> path) {
    if (key == null) {
      return;
    }
    for (Unit unit : tracer.program.mentioning(key.text())) {
      unit.root()
          .all("jsx_opening_element", "jsx_self_closing_element")
          .filter(
              each ->
                  Program.named(each)
                      .matches(java.util.regex.Pattern.quote(key.text()) + "(?:\\.Provider)?"))
          .flatMap(each -> each.all("jsx_attribute"))
          .filter(each -> each.first() != null && each.first().text().equals("value"))
          .forEach(
              each -> {
                Node value = each.children().getLast();
                tracer.trace(value.is("jsx_expression") ? value.first() : value, path, null);
              });
      for (Node call : unit.calls()) {
        Node arguments = call.child("arguments");
        if (Components.calls(call, "provide")
            && arguments != null
            && arguments.children().size() == 2
            && arguments.children().getFirst().text().equals(key.text())) {
          tracer.trace(arguments.children().get(1), path, null);
        }
      }
    }
  }
}
