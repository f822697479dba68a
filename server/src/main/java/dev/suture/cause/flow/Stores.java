package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// State that is kept apart from components, and messages between parts of a program: Redux and its
/// toolkit, zustand, Pinia, Vuex, buses of events, loaders of routers.
final class Stores {
  private static final String SENDS =
      "emit|\\$emit|trigger|publish|fire|dispatch|commit|notify|broadcast|send|postMessage"
          + "|dispatchEvent|raise";
  private static final String HEARS =
      "addEventListener|on|once|\\$on|subscribe|listen|addListener|handle|watch|bind";

  private final Tracer tracer;

  Stores(Tracer tracer) {
    this.tracer = tracer;
  }

  /// @return false when the call reads no store
  boolean of(Node call, List<Step> path, @Nullable Context context) {
    Node callee = call.child("function");
    if (callee == null) {
      return false;
    }
    Node property = callee.child("property");
    String name = property == null ? callee.text() : property.text();
    if (name.matches("use\\w*Selector|select")
        && tracer.selectors().made(Calls.first(call), path)) {
      return true;
    }
    if (path.isEmpty() && Calls.first(call) == null) {
      return false;
    }
    if (name.matches("useLoaderData|useActionData|useRouteLoaderData|useFetcher")) {
      return loaded(name.equals("useActionData") ? "action" : "loader", path, call);
    }
    if (property != null && name.matches("getState|getRawState|snapshot")) {
      return state(path, call);
    }
    if (property != null || !name.matches("use[A-Z]\\w*|select\\w*|inject\\w*")) {
      return false;
    }
    Node made = made(callee);
    Node first = Functions.inside(Calls.first(call));
    Node setup = made == null ? null : setup(made);
    if (setup != null) {
      tracer.returns(setup, path, null);
      return true;
    }
    Closures.Closure given =
        first == null || tracer.isOwn(call, context) ? null : tracer.closures().of(first, null);
    if (given != null) {
      tracer.returns(given.function(), path, given.context());
      return true;
    }
    if (path.isEmpty()) {
      return false;
    }
    boolean known = made != null && made.is("call_expression");
    return known && !tracer.isOwn(call, context) && state(path, call);
  }

  /// What a hook of a store was made by: `create(...)`, `defineStore(...)`.
  private @Nullable Node made(Node callee) {
    return callee.is("identifier") ? tracer.names().meant(callee) : null;
  }

  /// The function of `defineStore(id, () => ...)` that gives what the store has.
  static @Nullable Node setup(Node made) {
    Node callee = made.child("function");
    Node arguments = made.child("arguments");
    if (callee == null || arguments == null || !callee.text().matches("defineStore|createStore")) {
      return null;
    }
    Node last = arguments.children().isEmpty() ? null : arguments.children().getLast();
    return last != null && last.isFunction() ? last : null;
  }

  /// What is kept in some store under the first names of a path; a part of a store may be named
  /// like what it has.
  boolean state(List<Step> path, Node near) {
    boolean any = false;
    boolean twice = path.size() > 1 && path.getFirst().equals(path.get(1));
    for (int at = twice ? 1 : 0; at < Math.min(2, path.size()); at++) {
      if (!(path.get(at) instanceof Step.Key(String name))) {
        break;
      }
      int before = tracer.requested();
      any |= tracer.names().kept(name, near, path.subList(at + 1, path.size()));
      if (tracer.requested() > before) {
        return true;
      }
    }
    return any;
  }

  private boolean loaded(String kind, List<Step> path, Node near) {
    boolean any = false;
    List<Unit> units = new ArrayList<>(List.of(tracer.program.unitOf(near)));
    if (units.getFirst().holding(kind).isEmpty()) {
      units = tracer.program.mentioning(kind);
    }
    for (Unit unit : units) {
      for (Node each : unit.holding(kind)) {
        Node value = each.isFunction() ? each : Functions.inside(each.child("value"));
        if (value != null && value.is("identifier")) {
          value = tracer.names().meant(value);
        }
        if (value != null && value.isFunction()) {
          any = true;
          tracer.returns(value, path, null);
        }
      }
    }
    return any;
  }

  /// What a function is given that a call of a store holds.
  ///
  /// @return false when the call is none of a store's
  boolean callback(Node call, Node function, int index, List<Step> path) {
    Node callee = call.child("function");
    Node first = Calls.first(call);
    if (callee == null || first == null) {
      return false;
    }
    if (tracer.selectors().parameter(call, function, index, path)) {
      return true;
    }
    Node property = callee.child("property");
    String name = property == null ? callee.text() : property.text();
    if (name.matches("addCase|addMatcher|handleAction") && index == 1) {
      return fulfilled(first, path) || sent(null, path, null);
    }
    if (name.matches("addCase|addMatcher|connect|mapState|mapStores") && index == 0) {
      return state(path, function);
    }
    if (property == null && name.matches("use[A-Z]\\w*|select\\w*") && index == 0) {
      return first == function && state(path, function);
    }
    String event = name.matches(HEARS) ? event(first) : null;
    return event != null && sent(event, index, path);
  }

  /// `(id) => (state) => state.things[id]`: a function that another one gives is asked for the
  /// state.
  boolean curried(Node parent, int index, List<Step> path) {
    return index == 0
        && parent.is("arrow_function", "return_statement")
        && path.size() > 1
        && state(path, parent);
  }

  /// `connect(mapState)(Component)`: the properties that it gives.
  boolean connected(Node connect, int index, List<Step> path) {
    Node callee = connect.child("function");
    Node map = Functions.inside(Calls.first(connect));
    if (index != 0 || map == null || callee == null || !callee.text().matches("connect|inject")) {
      return false;
    }
    Node function = map.is("identifier") ? tracer.names().meant(map) : map;
    if (function == null || !function.isFunction()) {
      return false;
    }
    tracer.returns(function, path, null);
    return true;
  }

  /// `builder.addCase(load.fulfilled, (state, action) => ...)`: what `load` gives is the payload.
  boolean fulfilled(Node matched, List<Step> path) {
    Node object = matched.is("member_expression") ? matched.child("object") : null;
    if (path.isEmpty() || !path.getFirst().equals(new Step.Key("payload")) || object == null) {
      return false;
    }
    Node made = object.is("identifier") ? tracer.names().meant(object) : null;
    Node arguments = made == null ? null : made.child("arguments");
    if (arguments == null || arguments.children().size() < 2) {
      return false;
    }
    Node task = Functions.inside(arguments.children().get(1));
    if (task != null && task.is("identifier")) {
      task = tracer.names().meant(task);
    }
    if (task == null || !task.isFunction()) {
      return false;
    }
    tracer.returns(task, rest(path), null);
    return true;
  }

  /// A reducer's parameters: the state, and the actions that are sent to it.
  ///
  /// @return false when the function is no reducer
  boolean reducer(
      Node function, Node value, int index, List<Step> path, @Nullable Context context) {
    Node parent = value.parent();
    Node name = function.child("name");
    String named =
        name != null
            ? name.text()
            : parent != null && parent.is("pair") && parent.child("key") != null
                ? Patterns.key(parent.child("key")) instanceof Step.Key(String key) ? key : ""
                : "";
    Node table = parent != null && parent.is("pair") ? parent.parent() : parent;
    Node held = table == null ? null : table.parent();
    if (held != null && held.is("pair") && held.child("key") instanceof Node kind) {
      if (kind.text().equals("getters")) {
        return state(path, function);
      }
      if (kind.text().equals("actions")
          && index == 0
          && !path.isEmpty()
          && path.getFirst() instanceof Step.Key(String part)
          && part.matches("state|getters|rootState|rootGetters")) {
        return state(rest(path), function);
      }
    }
    boolean cases = function.text().contains(".type");
    boolean slice = function.within(each -> each.is("pair") && isReducers(each)) != null;
    if (!cases && !slice || index > 1) {
      return false;
    }
    if (index == 0) {
      return state(path, function);
    }
    Node key = parent == null || !parent.is("pair") ? null : parent.child("key");
    if (key != null && key.is("computed_property_name") && key.first() != null) {
      return fulfilled(key.first(), path);
    }
    if (slice && path.size() > 0 && path.getFirst().equals(new Step.Key("payload"))) {
      tracer.parameters().called(named, 0, rest(path), function);
      return true;
    }
    return sent(null, path, context);
  }

  private static boolean isReducers(Node pair) {
    Node key = pair.child("key");
    return key != null && key.text().matches("reducers|extraReducers");
  }

  /// `dispatch({ type: ..., name: value })`, and what makes such actions.
  private boolean sent(@Nullable String type, List<Step> path, @Nullable Context context) {
    if (path.isEmpty() || !(path.getFirst() instanceof Step.Key(String name))) {
      return false;
    }
    boolean any = false;
    for (Unit unit : tracer.program.mentioning(name)) {
      for (Node each : unit.holding(name)) {
        Node object = each.parent();
        if (object == null
            || !object.is("object")
            || Program.property(object, type == null ? "type" : type) == null) {
          continue;
        }
        any = true;
        tracer.trace(each.is("pair") ? each.child("value") : each, rest(path), context);
      }
    }
    return any;
  }

  /// What is emitted for a listener `onName`.
  boolean heard(String listener, int index, List<Step> path) {
    if (!listener.matches("on[A-Z]\\w*")) {
      return false;
    }
    String event = listener.substring(2, 3).toLowerCase(Locale.ROOT) + listener.substring(3);
    String dashed = event.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return sent(event, index, path) || (!dashed.equals(event) && sent(dashed, index, path));
  }

  /// The name of an event, as it is written or as a constant has it.
  private @Nullable String event(Node name) {
    if (name.is("string")) {
      return Patterns.unquoted(name);
    }
    if (!name.is("identifier", "member_expression") || name.text().matches("[a-z]\\w*")) {
      return null;
    }
    List<Node> constants = tracer.constants(name, null);
    return constants.size() == 1 && constants.getFirst().is("string")
        ? Patterns.unquoted(constants.getFirst())
        : name.text();
  }

  /// `bus.emit('name', value)`, `commit('NAME', value)`, `new CustomEvent('name', { detail })`.
  boolean sent(String name, int index, List<Step> path) {
    boolean any = false;
    for (Unit unit : tracer.program.mentioning("")) {
      for (Node call : unit.calls()) {
        Node arguments = call.child("arguments");
        Node callee = call.child("function");
        if (arguments == null || callee == null || arguments.children().size() <= index + 1) {
          continue;
        }
        Node property = callee.child("property");
        Node first = arguments.children().getFirst();
        if ((property == null ? callee : property).text().matches(SENDS)
            && event(first) instanceof String said
            && (said.equals(name) || said.replaceFirst("^.*/", "").equals(name))) {
          any = true;
          tracer.trace(arguments.children().get(index + 1), path, null);
        }
      }
      if (index == 0 && !path.isEmpty() && path.getFirst().equals(new Step.Key("detail"))) {
        any |= custom(unit, name, path);
      }
    }
    return any;
  }

  private boolean custom(Unit unit, String name, List<Step> path) {
    boolean any = false;
    for (Node made : unit.root().all("new_expression").toList()) {
      Node type = made.child("constructor");
      Node arguments = made.child("arguments");
      if (type == null
          || !type.text().equals("CustomEvent")
          || arguments == null
          || arguments.children().size() < 2
          || !Patterns.unquoted(arguments.children().getFirst()).equals(name)) {
        continue;
      }
      any = true;
      tracer.trace(arguments.children().get(1), path, null);
    }
    return any;
  }

  /// A mutation or an action of a store, called by its name in a text.
  boolean byName(String name, int index, List<Step> path) {
    return index >= 1 && sent(name, index - 1, path);
  }
}
