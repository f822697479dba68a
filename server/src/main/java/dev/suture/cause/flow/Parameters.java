package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.joined;
import static dev.suture.cause.flow.Tracer.plus;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a function can have been called with.
final class Parameters {
  private static final int MOST_CALLERS = 40;

  private final Tracer tracer;
  private final Listeners listeners;

  Parameters(Tracer tracer) {
    this.tracer = tracer;
    this.listeners = new Listeners(tracer);
  }

  void trace(Node name, Node function, List<Step> path, @Nullable Context context) {
    int index = Patterns.parameter(name, function);
    List<Step> whole = joined(Patterns.steps(name), path);
    Context bound = Context.of(function, context);
    if (bound != null) {
      if (index >= 0 && index < bound.arguments().size()) {
        Context.Argument argument = bound.arguments().get(index);
        tracer.trace(argument.node(), joined(argument.path(), whole), argument.context());
      }
      return;
    }
    Node value = Functions.unwrapped(function);
    Node parent = value.parent();
    if (parent == null || index < 0) {
      return;
    }
    if (parent.is("arguments") && parent.parent() != null) {
      callback(parent.parent(), value, index, whole, context);
      return;
    }
    if (tracer.requests().option(value, index, whole, context)
        || (parent.is("pair") && tracer.state().containers().completed(parent, index, whole))
        || (parent.is("assignment_expression") && listeners.message(parent, index, whole))
        || (parent.is("array") && tracer.selectors().listed(parent, value, index, whole))) {
      return;
    }
    String named =
        switch (parent.kind()) {
          case "variable_declarator", "public_field_definition" -> Program.named(parent);
          case "pair" -> {
            Node key = parent.child("key");
            yield key == null ? "" : key.text();
          }
          case "assignment_expression" -> {
            Node left = parent.child("left");
            Node property = left == null ? null : left.child("property");
            yield property != null ? property.text() : left == null ? "" : left.text();
          }
          default -> Program.named(function);
        };
    if (parent.is("jsx_expression")) {
      attribute(parent, index, whole);
      return;
    }
    if (named.isEmpty() && parent.is("export_statement")) {
      named = file(function.path());
    }
    if (tracer.stores().reducer(function, value, index, whole, context)
        || tracer.stores().curried(parent, index, whole)) {
      return;
    }
    if (named.equals("setup")
        && index == 0
        && whole.size() > 0
        && whole.getFirst() instanceof Step.Key(String key)
        && tracer.templates().given(key, name, rest(whole))) {
      return;
    }
    if (ofClass(named, function, index, whole, context)) {
      return;
    }
    if (named.isEmpty() || Browser.isBuiltIn(named)) {
      tracer.end(new Origin.Unknown(name), whole);
      return;
    }
    callers(named, index, whole, function);
  }

  /// What a method of a class is given by who makes or renders the class.
  private boolean ofClass(
      String named, Node function, int index, List<Step> path, @Nullable Context context) {
    return (named.equals("render") && index <= 1 && classState(function, index, path, context))
        || (index == 0
            && named.matches(
                "render|constructor|getDerivedStateFromProps|componentWillReceiveProps")
            && tracer.names().elements().properties(function, path))
        || (named.equals("constructor") && made(function, index, path));
  }

  /// What a class is made with.
  private boolean made(Node constructor, int index, List<Step> path) {
    List<Node> makers = Makers.of(tracer, constructor);
    makers.forEach(each -> argument(each, index, path));
    return !makers.isEmpty();
  }

  private static String file(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*$", "");
  }

  /// Preact gives `render` the properties and the state.
  private boolean classState(Node function, int index, List<Step> path, @Nullable Context context) {
    Node type = function.within(each -> each.is("class_declaration", "class"));
    if (type == null || index == 0) {
      return false;
    }
    tracer.trace(type, plus(new Step.Key("state"), path), context);
    return true;
  }

  /// A function that is given to a property of a component: what calls that property.
  private void attribute(Node expression, int index, List<Step> path) {
    Node attribute = expression.parent();
    if (attribute != null && attribute.is("jsx_element", "jsx_fragment")) {
      if (index == 0 && tracer.names().elements().repeated(attribute, path)) {
        return;
      }
      callers("children", index, path, expression);
      return;
    }
    Node name = attribute == null ? null : attribute.first();
    if (name != null && name.text().matches("on[A-Z]\\w*")) {
      if (tracer.stores().heard(name.text(), index, path)) {
        return;
      }
      tracer.end(new Origin.Element(expression), path);
    }
    if (name != null) {
      callers(name.text(), index, path, expression);
    }
  }

  /// Follows an argument of whatever calls a function of that name.
  void called(String name, int index, List<Step> path, Node callee) {
    callers(name, index, path, callee);
  }

  private void callers(String name, int index, List<Step> path, Node callee) {
    int followed = 0;
    boolean any = false;
    for (Unit unit : tracer.program.mentioning(name)) {
      for (Node call : unit.calls()) {
        Node function = call.child("function");
        if (function == null || followed > MOST_CALLERS) {
          continue;
        }
        Node property = function.child("property");
        String called = property == null ? function.text() : property.text();
        if (called.equals(name) && !isOther(function, callee)) {
          followed++;
          any = true;
          argument(call, index, path);
        }
      }
      any |= references(unit, name, index, path, callee);
      if (index == 0) {
        any |= tracer.names().elements().properties(unit, name, path);
      }
    }
    any |= tracer.stores().byName(name, index, path);
    boolean kept =
        !any
            && !path.isEmpty()
            && path.getFirst() instanceof Step.Key(String key)
            && tracer.names().kept(key, callee, rest(path));
    if (!any && !kept) {
      tracer.end(new Origin.Unknown(callee), path);
    }
  }

  /// A plain name that stands for another function, or a method of what the platform made.
  private boolean isOther(Node function, Node callee) {
    if (function.child("object") instanceof Node object && object.is("identifier")) {
      return tracer.names().isPlatforms(object);
    }
    if (!function.is("identifier") || !callee.isFunction()) {
      return false;
    }
    Node meant = tracer.names().meant(function);
    return meant != null && meant.isFunction() && meant != callee;
  }

  private void argument(Node call, int index, List<Step> path) {
    Node arguments = call.child("arguments");
    if (arguments == null) {
      return;
    }
    if (index < arguments.children().size()) {
      Node given = arguments.children().get(index);
      if (given.is("spread_element")) {
        tracer.trace(given.first(), plus(Step.EACH, path), null);
      } else {
        tracer.trace(given, path, null);
      }
    } else {
      tracer.end(new Origin.Constant(call, null), path);
    }
  }

  /// `items.map(name)`, `promise.then(name)`, `onClick={name}`.
  private boolean references(Unit unit, String name, int index, List<Step> path, Node callee) {
    boolean any = false;
    for (Node use : unit.root().all("identifier", "member_expression").toList()) {
      Node parent = use.parent();
      Node property = use.child("property");
      boolean named =
          use.is("identifier")
              ? use.text().equals(name)
              : property != null && property.text().equals(name);
      if (!named || parent == null || isOther(use, callee)) {
        continue;
      }
      if (parent.is("arguments") && parent.parent() != null) {
        any = true;
        callback(parent.parent(), use, index, path, null);
      } else if (parent.is("array")) {
        any |= tracer.selectors().listed(parent, use, index, path);
      } else if (parent.is("jsx_expression")
          && parent.parent() != null
          && parent.parent().is("jsx_attribute")) {
        Node attribute = parent.parent().first();
        if (attribute != null && attribute.text().equals(name)) {
          any |= tracer.stores().heard(name, index, path);
        } else if (attribute != null) {
          any = true;
          attribute(parent, index, path);
        }
      }
    }
    return any;
  }

  /// A function among a call's arguments: what the call gives to it.
  void callback(Node call, Node function, int index, List<Step> path, @Nullable Context context) {
    Node callee = call.child("function");
    callee = callee == null ? call.child("constructor") : callee;
    if (callee == null) {
      return;
    }
    if (callee.is("call_expression") && tracer.stores().connected(callee, index, path)) {
      return;
    }
    Node receiver = callee.child("object");
    Node property = callee.child("property");
    String name = property == null ? callee.text() : property.text();
    if (receiver != null) {
      switch (name) {
        case "map",
            "forEach",
            "filter",
            "find",
            "findIndex",
            "findLast",
            "some",
            "every",
            "flatMap",
            "partition" -> {
          if (index == 0) {
            tracer.trace(receiver, plus(Step.EACH, path), context);
          }
          return;
        }
        case "sort", "toSorted" -> {
          tracer.trace(receiver, plus(Step.EACH, path), context);
          return;
        }
        case "reduce", "reduceRight" -> {
          reduced(call, receiver, index, path, context);
          return;
        }
        case "then", "subscribe", "pipe", "tap", "finally", "done", "success" -> {
          resolved(call, function, index, path, context);
          return;
        }
        case "from" -> {
          Node arguments = call.child("arguments");
          tracer.trace(
              arguments == null || index != 0 ? null : arguments.first(),
              plus(Step.EACH, path),
              context);
          return;
        }
        default -> {}
      }
    }
    if (callee.is("identifier") && tracer.calls().operators().given(call, index, path, context)) {
      return;
    }
    if (kept(call, name, function, index, path)
        || tracer.state().setter(callee, index, path, context)
        || tracer.requests().callback(call, index, path, context)
        || tracer.stores().callback(call, function, index, path)) {
      return;
    }
    if (name.matches("addEventListener|on|once|\\$on")) {
      tracer.end(new Origin.Element(call), path);
      return;
    }
    if (!Helpers.callback(tracer, call, index, path, context)) {
      inside(call, function, index, path, context);
    }
  }

  /// What is kept for the program: the stores that one is derived from, the draft and the action of
  /// a reducer.
  private boolean kept(Node call, String name, Node function, int index, List<Step> path) {
    if (name.equals("derived") && index == 0) {
      tracer.trace(Calls.first(call), path, null);
      return true;
    }
    if ((name.equals("each") && index == 1 && isOf(call, "\\$|jQuery"))
        || (name.equals("groupBy") && index == 0 && isOf(call, "Object|Map"))) {
      tracer.trace(Calls.first(call), plus(Step.EACH, path), null);
      return true;
    }
    return name.matches("produce|immer")
        && tracer.stores().reducer(function, function, index, path, null);
  }

  private static boolean isOf(Node call, String object) {
    Node callee = call.child("function");
    Node receiver = callee == null ? null : callee.child("object");
    return receiver != null && receiver.text().matches(object);
  }

  private void resolved(
      Node call, Node function, int index, List<Step> path, @Nullable Context context) {
    Node callee = call.child("function");
    if (tracer.calls().target(call, context) != null) {
      inside(call, function, index, path, context);
    } else if (callee != null && index == 0 && isFirst(call, function)) {
      tracer.trace(callee.child("object"), path, context);
    }
  }

  private static boolean isFirst(Node call, Node function) {
    Node arguments = call.child("arguments");
    return arguments != null && arguments.first() == function;
  }

  private void reduced(
      Node call, Node receiver, int index, List<Step> path, @Nullable Context context) {
    Node arguments = call.child("arguments");
    boolean begins = arguments != null && arguments.children().size() > 1;
    if (index == 1 || !begins) {
      tracer.trace(receiver, plus(Step.EACH, path), context);
    } else if (index == 0 && arguments != null) {
      tracer.trace(arguments.children().get(1), path, context);
    }
  }

  /// A function given to one of the program's own functions: how that one calls it.
  private void inside(
      Node call, Node function, int index, List<Step> path, @Nullable Context context) {
    Node target = tracer.calls().target(call, context);
    Node arguments = call.child("arguments");
    if (target == null || arguments == null || !Context.canGrow(context)) {
      tracer.passing().given(call, function, path, context);
      return;
    }
    int place = arguments.children().indexOf(function);
    Node list = target.child("parameters");
    Node parameter =
        list == null || place < 0 || place >= list.children().size()
            ? target.child("parameter")
            : list.children().get(place);
    Node name = parameter == null ? null : parameter.all("identifier").findFirst().orElse(null);
    Context within = tracer.calls().bound(target, call, context);
    if (name == null || listeners.heard(target, name.text(), index, path, within)) {
      return;
    }
    target
        .all("call_expression")
        .filter(
            each -> {
              Node called = each.child("function");
              return called != null && called.text().equals(name.text());
            })
        .forEach(
            each -> {
              Node given = each.child("arguments");
              if (given != null && index < given.children().size()) {
                tracer.trace(given.children().get(index), path, within);
              }
            });
  }
}
