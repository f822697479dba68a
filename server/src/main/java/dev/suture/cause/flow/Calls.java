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
      default -> own(call, path, context);
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
        && !operators.made(
            call, callee(call) instanceof Node named ? named.text() : "", path, context)
        && !tracer.selectors().made(call.child("function"), path)
        && !Helpers.trace(tracer, call, path, context)
        && !held(call, path, context)) {
      tracer.end(new Origin.Unknown(call), path);
    }
  }

  /// `value()`, where a signal or a resource holds the value.
  private boolean held(Node call, List<Step> path, @Nullable Context context) {
    Node callee = callee(call);
    Node object = callee == null ? null : callee.child("object");
    boolean own =
        callee != null
            && (callee.is("identifier") || (object != null && object.is("this")))
            && first(call) == null;
    if (own) {
      tracer.trace(callee, path, context);
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
    } else if (Browser.isLookup(name)) {
      tracer.end(new Origin.Element(call), path);
    } else if (receiver.is("identifier") && Browser.isBuiltIn(receiver.text())) {
      builtIn(receiver.text() + "." + name, call, path, context);
    } else if (isOwn(call, context)) {
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
      case "catch" -> {
        tracer.trace(receiver, path, context);
        Node handler = Functions.inside(first(call));
        if (handler != null && handler.isFunction()) {
          tracer.returns(handler, path, context);
          tracer.swallowed().caught(handler, receiver, context);
        }
      }
      case "get" -> {
        tracer.trace(receiver, plus(new Step.Pick(first(call), context), path), context);
      }
      default -> {
        if (!held(call, path, context)) {
          tracer.end(new Origin.Unknown(call), path);
        }
      }
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

  private void builtIn(String name, Node call, List<Step> path, @Nullable Context context) {
    Node first = first(call);
    switch (name) {
      case "JSON.parse",
          "JSON.stringify",
          "Object.freeze",
          "Object.seal",
          "Promise.resolve",
          "Promise.all",
          "Reflect.get" ->
          tracer.trace(first, path, context);
      case "Promise.race", "Promise.any" -> tracer.trace(first, plus(Step.EACH, path), context);
      case "Promise.allSettled" ->
          tracer.trace(
              first,
              path.size() > 1 ? plus(path.getFirst(), path.subList(2, path.size())) : path,
              context);
      case "Object.values" ->
          tracer.trace(first, path.isEmpty() ? path : plus(Step.EACH, rest(path)), context);
      case "Object.entries" -> {
        if (path.size() > 1 && path.get(1).equals(new Step.Index(1))) {
          Step which = path.getFirst() instanceof Step.Key ? path.getFirst() : Step.EACH;
          tracer.trace(first, plus(which, path.subList(2, path.size())), context);
        } else if (path.isEmpty()) {
          tracer.trace(first, path, context);
        }
      }
      case "Object.keys" -> tracer.trace(path.isEmpty() ? first : null, path, context);
      case "Object.groupBy", "Map.groupBy" -> tracer.trace(first, rest(path), context);
      case "Object.fromEntries" ->
          tracer.trace(
              first,
              path.isEmpty()
                  ? path
                  : joined(List.of(entry(first, path), new Step.Index(1)), rest(path)),
              context);
      case "Object.assign" -> {
        Node arguments = call.child("arguments");
        if (arguments != null) {
          arguments.children().forEach(each -> tracer.trace(each, path, context));
        }
      }
      case "Array.from" -> from(call, path, context);
      case "Array.of" -> tracer.end(new Origin.Constant(call, context), path);
      default -> {
        if (name.startsWith("Math.") || name.startsWith("Date.") || name.startsWith("Number.")) {
          tracer.trace(first, List.of(Step.MADE), context);
        } else {
          tracer.end(new Origin.Unknown(call), path);
        }
      }
    }
  }

  /// Which entry a step into a map takes.
  private static Step entry(@Nullable Node entries, List<Step> path) {
    boolean kept = entries != null && entries.text().startsWith("Object.entries(");
    return path.getFirst() instanceof Step.Pick || kept ? path.getFirst() : Step.EACH;
  }

  private void from(Node call, List<Step> path, @Nullable Context context) {
    Node arguments = call.child("arguments");
    Node mapper =
        arguments == null || arguments.children().size() < 2 ? null : arguments.children().get(1);
    if (arguments != null && mapper != null && mapper.isFunction() && !path.isEmpty()) {
      Context.Argument element =
          new Context.Argument(arguments.children().getFirst(), List.of(Step.EACH), context);
      tracer.returns(mapper, rest(path), new Context(mapper, List.of(element), context));
    } else {
      tracer.trace(first(call), path, context);
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
      case "Date" -> tracer.trace(first, List.of(), context);
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
