package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.joined;
import static dev.suture.cause.flow.Tracer.plus;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a call gives back.
final class Calls {
  private final Tracer tracer;

  private final Operators operators;

  Calls(Tracer tracer) {
    this.tracer = tracer;
    this.operators = new Operators(tracer);
  }

  void trace(Node call, List<Step> path, @Nullable Context context) {
    Node callee = call.child("function");
    Node arguments = call.child("arguments");
    if (callee == null || arguments == null) {
      return;
    }
    if (arguments.is("template_string")) {
      tracer.end(new Origin.Constant(call, context), path);
      return;
    }
    if (callee.is("import")) {
      tracer.end(new Origin.Chunk(call), path);
      return;
    }
    if (callee.is("identifier") && operators.after(call, path, context)) {
      return;
    }
    if (tracer.requests().of(call, path, context) || tracer.state().of(call, path, context)) {
      return;
    }
    if (!tracer.isOwn(call, context) && tracer.stores().of(call, path, context)) {
      return;
    }
    if (callee.is("member_expression")) {
      member(call, callee, path, context);
    } else {
      plain(call, callee, path, context);
    }
  }

  private void plain(Node call, Node callee, List<Step> path, @Nullable Context context) {
    Node first = first(call);
    switch (callee.text()) {
      case "String",
          "Number",
          "Boolean",
          "parseInt",
          "parseFloat",
          "BigInt",
          "decodeURIComponent",
          "encodeURIComponent",
          "atob" ->
          tracer.trace(first, List.of(Step.MADE), context);
      case "structuredClone",
          "toRaw",
          "unref",
          "toValue",
          "freeze",
          "use",
          "firstValueFrom",
          "lastValueFrom",
          "toSignal" ->
          tracer.trace(first, path, context);
      case "dispatch" -> dispatched(call, path, context);
      default -> {
        if (Browser.isSelected(callee.text(), first) && !isOwn(call, context)) {
          tracer.end(new Origin.Element(call), path);
        } else {
          own(call, path, context);
        }
      }
    }
  }

  private void own(Node call, List<Step> path, @Nullable Context context) {
    Node target = target(call, context);
    if (target != null && target.isFunction() && Context.canGrow(context)) {
      tracer.returns(target, path, bound(target, call, context));
      return;
    }
    Closures.Closure made =
        callee(call) instanceof Node callee && callee.is("identifier", "call_expression")
            ? tracer.closures().of(callee, context)
            : null;
    if (made != null && Context.canGrow(context)) {
      tracer.returns(made.function(), path, tracer.closures().bound(made, call, context));
      return;
    }
    List<Node> table = Context.canGrow(context) ? tracer.targets().table(call, context) : List.of();
    table.forEach(each -> tracer.returns(each, path, bound(each, call, context)));
    if (table.isEmpty()
        && !thunk(call, path)
        && !operators.made(
            call, callee(call) instanceof Node named ? named.text() : "", path, context)
        && !tracer.selectors().made(call.child("function"), path)
        && !Helpers.trace(tracer, call, path, context)
        && !held(call, path, context)) {
      tracer.passing().result(call, path, context);
    }
  }

  /// `dispatch(load(id))` gives what the thunk gives.
  private void dispatched(Node call, List<Step> path, @Nullable Context context) {
    Node first = first(call);
    boolean payload = !path.isEmpty() && path.getFirst().equals(new Step.Key("payload"));
    if (first != null && first.is("call_expression") && !isOwn(call, context)) {
      tracer.trace(first, payload ? rest(path) : path, context);
    } else {
      own(call, path, context);
    }
  }

  /// What a thunk's function gives, where a name stands for a thunk.
  private boolean thunk(Node call, List<Step> path) {
    Node meant =
        callee(call) instanceof Node named && named.is("identifier")
            ? tracer.names().meant(named)
            : null;
    Node maker = meant == null || !meant.is("call_expression") ? null : meant.child("function");
    Node task =
        meant == null || maker == null || !maker.text().matches("(?s)\\w*[tT]hunk\\b.*")
            ? null
            : Functions.inside(Containers.argument(meant, 1));
    if (task == null || !task.isFunction()) {
      return false;
    }
    tracer.returns(task, path, null);
    return true;
  }

  /// `value()`, where a signal or a resource holds the value.
  private boolean held(Node call, List<Step> path, @Nullable Context context) {
    Node callee = callee(call);
    Node object = callee == null ? null : callee.child("object");
    boolean own =
        callee != null
            && (callee.is("identifier") || (object != null && object.is("this")))
            && first(call) == null;
    if (own && callee != null) {
      tracer.trace(callee, path, context);
      tracer.passing().kept(callee, path, context);
    }
    return own;
  }

  private static @Nullable Node callee(Node call) {
    return call.child("function");
  }

  /// The arguments of a call, as its function sees them.
  Context bound(Node target, Node call, @Nullable Context context) {
    Node arguments = call.child("arguments");
    List<Context.Argument> given = new ArrayList<>();
    if (arguments != null) {
      for (Node each : arguments.children()) {
        given.add(new Context.Argument(each, List.of(), context));
      }
    }
    return new Context(target, given, context);
  }

  private void member(Node call, Node callee, List<Step> path, @Nullable Context context) {
    Node receiver = callee.child("object");
    Node property = callee.child("property");
    if (receiver == null || property == null) {
      return;
    }
    String name = property.text();
    Node first = first(call);
    if (Browser.isStorage(receiver) && name.equals("getItem")) {
      tracer.end(new Origin.Storage(key(first, context), call), path);
    } else if (Browser.isLookup(name) || Browser.isSelected(name, first)) {
      tracer.end(new Origin.Element(call), path);
    } else if (receiver.is("identifier") && Browser.isBuiltIn(receiver.text())) {
      BuiltIns.trace(tracer, receiver.text() + "." + name, call, path, context);
    } else if (isOwn(call, context)) {
      own(call, path, context);
    } else if (Context.canGrow(context) && !tracer.targets().table(call, context).isEmpty()) {
      own(call, path, context);
    } else if (!Helpers.trace(tracer, call, path, context)
        && !Collections.trace(tracer, call, path, context)) {
      other(call, path, context);
    }
  }

  private @Nullable String key(@Nullable Node first, @Nullable Context context) {
    if (first == null) {
      return null;
    }
    List<Node> constants = first.is("string") ? List.of(first) : tracer.constants(first, context);
    return constants.size() == 1 && constants.getFirst().is("string")
        ? Patterns.unquoted(constants.getFirst())
        : null;
  }

  private boolean isOwn(Node call, @Nullable Context context) {
    Node target = target(call, context);
    return target != null && target.isFunction();
  }

  private void other(Node call, List<Step> path, @Nullable Context context) {
    Node callee = call.child("function");
    Node receiver = callee == null ? null : callee.child("object");
    Node property = callee == null ? null : callee.child("property");
    if (receiver == null || property == null) {
      return;
    }
    switch (property.text()) {
      case "json" -> tracer.trace(receiver, plus(Step.BODY, path), context);
      case "text" -> tracer.trace(receiver, plus(Step.BODY, path), context);
      case "pipe" -> operators.piped(call, receiver, path, context);
      case "clone", "finally", "toPromise", "unwrap", "lean", "asMutable", "asObservable" ->
          tracer.trace(receiver, path, context);
      case "then" -> then(call, receiver, path, context);
      case "dispatch" -> dispatched(call, path, context);
      case "parse", "parseAsync", "decode", "cast", "validateSync", "validate" ->
          validated(call, path, context);
      case "safeParse", "safeParseAsync" -> {
        boolean kept =
            !path.isEmpty()
                && path.getFirst() instanceof Step.Key(String key)
                && key.matches("data|output");
        validated(call, kept ? rest(path) : path, context);
      }
      case "catch" -> {
        tracer.trace(receiver, path, context);
        Node handler = Functions.inside(first(call));
        if (handler != null && handler.isFunction()) {
          tracer.returns(handler, path, context);
          tracer.swallowed().caught(handler, receiver, context);
        }
      }
      case "get" -> {
        Step step =
            first(call) instanceof Node key && key.is("string")
                ? new Step.Key(Patterns.unquoted(key))
                : new Step.Pick(first(call), context);
        tracer.trace(receiver, plus(step, path), context);
      }
      default -> {
        if (!held(call, path, context)) {
          tracer.passing().result(call, path, context);
        }
      }
    }
  }

  /// What a schema has checked is what it was given: alone, or behind the schema.
  private void validated(Node call, List<Step> path, @Nullable Context context) {
    Node second = Containers.argument(call, 1);
    Node first = first(call);
    tracer.trace(first, path, context);
    if (second != null && !second.is("object")) {
      tracer.trace(second, path, context);
    } else if (first == null) {
      tracer.end(new Origin.Unknown(call), path);
    }
  }

  private static String text(@Nullable Node node) {
    return node == null ? "" : node.text();
  }

  private void then(Node call, Node receiver, List<Step> path, @Nullable Context context) {
    Node handler = first(call);
    if (handler != null && handler.is("identifier")) {
      handler = tracer.names().meant(handler);
    }
    handler = Functions.inside(handler);
    if (handler != null && handler.isFunction() && Context.canGrow(context)) {
      Context bound =
          new Context(
              handler, List.of(new Context.Argument(receiver, List.of(), context)), context);
      tracer.returns(handler, path, bound);
    } else {
      tracer.trace(receiver, path, context);
    }
  }

  /// What `new` gives.
  void made(Node made, List<Step> path, @Nullable Context context) {
    Node type = made.child("constructor");
    if (type == null) {
      return;
    }
    Node first = first(made);
    switch (type.text()) {
      case "Promise" -> resolved(first, path, context);
      case "Map" -> {
        boolean entries =
            path.size() > 1
                && !(path.getFirst() instanceof Step.Key)
                && path.get(1) instanceof Step.Index(int at)
                && at < 2;
        if (entries) {
          tracer.trace(first, path, context);
        }
        if (!path.isEmpty() && first == null) {
          tracer.end(new Origin.Constant(made, context), path);
        }
        if (!path.isEmpty() && first != null) {
          Step which = path.getFirst() instanceof Step.Key ? Step.EACH : path.getFirst();
          tracer.trace(first, joined(List.of(which, new Step.Index(1)), rest(path)), context);
        }
      }
      case "Set", "Array", "WeakMap", "Proxy", "BehaviorSubject", "Subject", "ReplaySubject" ->
          tracer.trace(first, path, context);
      case "Task" -> {
        boolean value = !path.isEmpty() && path.getFirst().equals(new Step.Key("value"));
        if (!tracer.state().containers().ofTask(made, value ? rest(path) : path)) {
          tracer.end(new Origin.Constant(made, context), path);
        }
      }
      case "Date" -> tracer.trace(first, List.of(), context);
      case "FormData" -> tracer.end(new Origin.Element(made), path);
      case "URL", "URLSearchParams" -> tracer.end(new Origin.Address(made), path);
      default -> {
        Node meant = type.is("identifier") ? tracer.names().meant(type) : null;
        if (meant != null && meant.is("class_declaration", "class")) {
          tracer.names().ofClass(meant, path, making(meant, made, context));
        } else {
          tracer.end(new Origin.Constant(made, context), path);
        }
      }
    }
  }

  /// What a class's constructor is given.
  private @Nullable Context making(Node type, Node made, @Nullable Context context) {
    Node constructor =
        type.all("method_definition")
            .filter(each -> Program.named(each).equals("constructor"))
            .findFirst()
            .orElse(null);
    return constructor == null || !Context.canGrow(context)
        ? context
        : bound(constructor, made, context);
  }

  private void resolved(@Nullable Node executor, List<Step> path, @Nullable Context context) {
    if (executor == null || !executor.isFunction()) {
      return;
    }
    Node list = executor.child("parameters");
    Node parameter = list == null ? executor.child("parameter") : list.first();
    if (parameter == null) {
      return;
    }
    String resolve = parameter.all("identifier").findFirst().map(Node::text).orElse("resolve");
    for (Node each : executor.all("call_expression").toList()) {
      Node called = each.child("function");
      if (called != null && called.text().equals(resolve)) {
        tracer.trace(first(each), path, context);
      }
    }
  }

  Operators operators() {
    return operators;
  }

  /// The program's own function that is called; null when that is not known.
  @Nullable Node target(Node call, @Nullable Context context) {
    return tracer.targets().of(call, context);
  }

  static @Nullable Node first(Node call) {
    Node arguments = call.child("arguments");
    return arguments == null ? null : arguments.first();
  }
}
