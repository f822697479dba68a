package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values that libraries keep for a program: atoms, derived and external stores, stores of Solid,
/// tasks of Lit, and what a router knows of the address.
final class Containers {
  private static final String MAKES_ATOMS = "atom(?:With\\w+|Family)?|selector(?:Family)?";
  private static final String OF_ADDRESS =
      "useSearchParams|useParams|useLocation|useRoute|useRouterState|useSearch|useMatch";

  private final Tracer tracer;

  Containers(Tracer tracer) {
    this.tracer = tracer;
  }

  /// @param name of the function that is called
  /// @return false when the call keeps nothing that is known
  boolean of(Node call, String name, List<Step> path, @Nullable Context context) {
    Node first = Calls.first(call);
    if (name.matches(OF_ADDRESS) && !tracer.isOwn(call, context)) {
      tracer.end(new Origin.Address(call), path);
      return true;
    }
    if (name.equals("get") && isReader(call)) {
      tracer.trace(first, path, context);
      return true;
    }
    if (name.equals("get") && first == null && isOfStore(call)) {
      if (tracer.program.unitOf(call).mentions("persist")) {
        tracer.end(new Origin.Storage(null, call), path);
      }
      return tracer.stores().state(path, call);
    }
    if (name.matches(MAKES_ATOMS) && !tracer.isOwn(call, context)) {
      given(first, path, context);
      written(call, path);
      return true;
    }
    switch (name) {
      case "derived", "useSyncExternalStore" -> given(argument(call, 1), path, context);
      case "readable", "useAtomValue", "useRecoilValue" -> tracer.trace(first, path, context);
      case "useAtom", "useRecoilState" ->
          tracer.trace(first, isFirst(path) ? rest(path) : path, context);
      case "createStore" -> {
        return isFirst(path) && ofSolid(call, rest(path), context);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean isFirst(List<Step> path) {
    return !path.isEmpty() && path.getFirst().equals(new Step.Index(0));
  }

  static @Nullable Node argument(Node call, int index) {
    Node arguments = call.child("arguments");
    return arguments == null || arguments.children().size() <= index
        ? null
        : arguments.children().get(index);
  }

  /// What a function gives that is written in place or named; else the value itself.
  void given(@Nullable Node value, List<Step> path, @Nullable Context context) {
    Node function = Functions.inside(value);
    if (function != null && function.is("identifier")) {
      Node meant = tracer.names().meant(function);
      function = meant == null ? function : meant;
    } else if (function != null && function.is("member_expression")) {
      Node meant = tracer.targets().meant(function, context);
      function = meant == null ? function : meant;
    }
    if (function != null && function.isFunction()) {
      tracer.returns(function, path, context);
    } else {
      tracer.trace(value, path, context);
    }
  }

  /// `get(other)` in the function that an atom is made with.
  private boolean isReader(Node call) {
    Node callee = call.child("function");
    Node declared =
        callee == null || !callee.is("identifier")
            ? null
            : tracer.program.unitOf(callee).declaration(callee);
    Node function = declared == null ? null : Patterns.holder(declared);
    Node within =
        function == null || !function.isFunction()
            ? null
            : function.within(
                each ->
                    each.is("call_expression")
                        && each.child("function") instanceof Node maker
                        && maker.text().replaceFirst("(?s)<.*", "").matches(MAKES_ATOMS));
    return within != null;
  }

  /// `get()` in the function that a store of zustand is made with.
  private boolean isOfStore(Node call) {
    Node callee = call.child("function");
    Node declared =
        callee == null || !callee.is("identifier")
            ? null
            : tracer.program.unitOf(callee).declaration(callee);
    Node function = declared == null ? null : Patterns.holder(declared);
    return function != null
        && function.isFunction()
        && declared != null
        && Patterns.parameter(declared, function) == 1
        && tracer.program.unitOf(call).mentions("zustand");
  }

  /// What is put into an atom: `set(name, value)`, `const [, put] = useAtom(name)`.
  private void written(Node made, List<Step> path) {
    Node declarator = made.within(each -> each.is("variable_declarator"));
    String name = declarator == null ? "" : Program.named(declarator);
    if (name.isEmpty()) {
      return;
    }
    for (Unit unit : tracer.program.mentioning(name)) {
      for (Node call : unit.calls()) {
        Node first = Calls.first(call);
        if (first == null || !first.text().equals(name)) {
          continue;
        }
        if (Components.calls(call, "set")) {
          given(argument(call, 1), path, null);
        } else if (Components.calls(call, "useAtom")
            || Components.calls(call, "useSetAtom")
            || Components.calls(call, "useRecoilState")
            || Components.calls(call, "useSetRecoilState")) {
          put(unit, call, path);
        }
      }
    }
  }

  private void put(Unit unit, Node hook, List<Step> path) {
    Node setter = setter(hook);
    if (setter == null) {
      return;
    }
    for (Node call : unit.calls()) {
      if (call.child("function") instanceof Node callee
          && callee.text().equals(setter.text())
          && unit.declaration(callee) == setter) {
        given(Calls.first(call), path, null);
      }
    }
  }

  /// The function that `const [value, put] = hook()` or `const put = hook()` names.
  private static @Nullable Node setter(Node hook) {
    Node declarator = hook.within(each -> each.is("variable_declarator"));
    Node pattern = declarator == null ? null : declarator.child("name");
    if (pattern == null || pattern.is("identifier")) {
      return pattern;
    }
    return pattern.is("array_pattern") && !pattern.children().isEmpty()
        ? pattern.children().getLast()
        : null;
  }

  /// `const [state, put] = createStore(first)`, and `put('list', at, 'name', value)`.
  private boolean ofSolid(Node made, List<Step> path, @Nullable Context context) {
    tracer.trace(Calls.first(made), path, context);
    Node setter = setter(made);
    if (setter == null) {
      return true;
    }
    Unit unit = tracer.program.unitOf(made);
    for (Node call : unit.calls()) {
      Node arguments = call.child("arguments");
      if (call.child("function") instanceof Node callee
          && arguments != null
          && !arguments.children().isEmpty()
          && callee.text().equals(setter.text())
          && unit.declaration(callee) == setter) {
        List<Step> left = path;
        for (Node key : arguments.children().subList(0, arguments.children().size() - 1)) {
          left = left == null ? null : behind(key, left);
        }
        if (left != null) {
          Node value = arguments.children().getLast();
          boolean wrapped =
              value.is("call_expression") && value.text().matches("(?s)(?:reconcile|produce)\\(.*");
          given(wrapped ? Calls.first(value) : value, left, context);
        }
      }
    }
    return true;
  }

  /// What is left of a path behind a key; null where it leads elsewhere.
  private static @Nullable List<Step> behind(Node key, List<Step> path) {
    if (path.isEmpty()) {
      return null;
    }
    boolean named = path.getFirst() instanceof Step.Key;
    if (key.is("string")) {
      return path.getFirst().equals(new Step.Key(Patterns.unquoted(key))) ? rest(path) : null;
    }
    return named ? null : rest(path);
  }

  /// `task.render({ complete: (value) => ... })`: what the task gives.
  ///
  /// @param pair that the function is the value of
  boolean completed(Node pair, int index, List<Step> path) {
    Node key = pair.child("key");
    Node object = pair.parent();
    Node arguments = object == null ? null : object.parent();
    Node call = arguments == null ? null : arguments.parent();
    Node callee = call == null || !call.is("call_expression") ? null : call.child("function");
    Node task = callee == null ? null : callee.child("object");
    if (index != 0
        || call == null
        || key == null
        || task == null
        || !key.text().equals("complete")
        || !Components.calls(call, "render")) {
      return false;
    }
    Node named = task.child("property");
    String name = named == null ? task.text() : named.text();
    boolean any = false;
    for (Node each : tracer.program.unitOf(pair).holding(name)) {
      Node made = each.child("value");
      if (made != null && made.is("new_expression")) {
        any |= ofTask(made, path);
      }
    }
    return any;
  }

  /// What the function of `new Task(host, { task })` or `new Task(host, task)` gives.
  ///
  /// @return false when it is no task
  boolean ofTask(Node made, List<Step> path) {
    Node type = made.child("constructor");
    Node given = Functions.inside(argument(made, 1));
    if (type == null || given == null || !type.text().equals("Task")) {
      return false;
    }
    Node task = given.is("object") ? Functions.inside(Program.property(given, "task")) : given;
    if (task != null && task.is("identifier")) {
      task = tracer.names().meant(task);
    }
    if (task == null || !task.isFunction()) {
      return false;
    }
    tracer.returns(task, path, null);
    return true;
  }

  /// Whether a reference is given to an element: `ref={name}`, `ref="name"`.
  boolean isOfElement(Node made) {
    Node declarator = made.within(each -> each.is("variable_declarator"));
    String name = declarator == null ? "" : Program.named(declarator);
    Unit unit = tracer.program.unitOf(made);
    return !name.isEmpty()
        && (unit.mentions("ref={" + name + "}") || unit.mentions("ref=\"" + name + "\""));
  }
}
