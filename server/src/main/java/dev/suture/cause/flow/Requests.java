package dev.suture.cause.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Calls that ask a server: `fetch`, XMLHttpRequest, axios and its kin, jQuery, and the hooks that
/// wrap them.
final class Requests {
  private static final Pattern OPERATION =
      Pattern.compile("\\b(?:query|mutation|subscription)\\s+(\\w+)");
  private static final String VERBS = "get|post|put|patch|delete|head|options|request";

  private final Tracer tracer;
  private final Texts texts;
  private final Clients clients;
  private final Interceptors interceptors;
  private final Endpoints endpoints;
  private final Queries queries;

  Requests(Tracer tracer) {
    this.tracer = tracer;
    this.texts = new Texts(tracer);
    this.clients = new Clients(tracer);
    this.interceptors = new Interceptors(tracer);
    this.endpoints = new Endpoints(tracer, texts);
    this.queries = new Queries(tracer, this, texts);
  }

  /// @return false when the call asks no server
  boolean of(Node call, List<Step> path, @Nullable Context context) {
    Node callee = call.child("function");
    Node first = Calls.first(call);
    if (callee == null) {
      return false;
    }
    String name = Browser.unscoped(callee);
    if (endpoints.of(call, name, path, context) || queries.triggered(callee, path, context)) {
      return true;
    }
    if (first == null) {
      return false;
    }
    if (name.matches("(?:.*\\.)?(?:request|query|mutate|rawRequest)")
        && queries.document(call, first, path, context)) {
      return true;
    }
    if (name.equals("fetch") && isFree(callee)) {
      return ask(call, Origin.Style.response, options(call, 1, "GET", context), path, context);
    }
    if (queries.fetches(call, name, path, context)) {
      return true;
    }
    if (name.matches("use(?:Lazy)?Fetch") && isFree(callee)) {
      boolean reads = !path.isEmpty() && path.getFirst() instanceof Step.Body;
      List<Step> given = reads ? Tracer.rest(path) : path;
      boolean data = !given.isEmpty() && given.getFirst().equals(new Step.Key("data"));
      boolean value = data && given.size() > 1 && given.get(1).equals(new Step.Key("value"));
      List<Step> inside = given.subList(value ? 2 : data ? 1 : 0, given.size());
      return ask(call, Origin.Style.body, options(call, 1, "GET", context), inside, context);
    }
    if (name.matches("\\$fetch|ofetch|useFetch|request|http") && isFree(callee)) {
      return ask(call, Origin.Style.any, options(call, 1, "GET", context), path, context);
    }
    if (name.matches(
        "(?:window\\.)?axios|ky|got|superagent|jQuery\\.ajax|\\$\\.ajax|axios\\.request")) {
      boolean one = first.is("object");
      return ask(call, Origin.Style.any, options(call, one ? 0 : 1, "GET", context), path, context);
    }
    if (queries.isHook(name) && !tracer.isOwn(call, context)) {
      return queries.hook(call, first, path, context);
    }
    if (queries.isAsked(name)) {
      return queries.hook(call, first, Tracer.plus(new Step.Key("data"), path), context);
    }
    if (callee.is("identifier") && clients.isMade(callee)) {
      boolean one = first.is("object");
      return through(callee, call, new Way(one ? 0 : 1, "GET"), path, context);
    }
    Node receiver = callee.child("object");
    Node property = callee.child("property");
    if (receiver == null || property == null) {
      return false;
    }
    String verb = property.text().toLowerCase(Locale.ROOT);
    if (verb.matches(VERBS + "|getjson|query|mutate") && isClient(receiver, first)) {
      String method =
          verb.matches("getjson|query|request")
              ? "GET"
              : verb.equals("mutate") ? "POST" : verb.toUpperCase(Locale.ROOT);
      if (tracer.calls().target(call, context) == null) {
        return through(receiver, call, new Way(2, method), path, context);
      }
    }
    return false;
  }

  /// @param options index of the argument that says more
  /// @param method unless it says another
  private record Way(int options, String method) {}

  /// Asks through what stands between a client and who asks.
  private boolean through(
      Node client, Node call, Way way, List<Step> path, @Nullable Context context) {
    List<Node> uses = interceptors.of(client);
    List<Node> beside = new ArrayList<>(uses);
    if (client.is("identifier") && tracer.names().meant(client) instanceof Node made) {
      beside.add(made);
    }
    tracer.along(
        beside,
        () -> {
          if (!interceptors.trace(call, uses, path, context)) {
            Context outside = Interceptors.outside(uses, context);
            Origin.Style style = uses.isEmpty() ? clients.style(client) : Origin.Style.data;
            Origin.Asked asked = options(call, way.options(), way.method(), outside);
            ask(call, style, asked, path, outside);
          }
        });
    return true;
  }

  private boolean isFree(Node callee) {
    return !callee.is("identifier")
        || tracer.program.unitOf(callee).declaration(callee) == null
        || tracer.names().meant(callee) == null;
  }

  /// Something that a path or an address is given to, and that is no collection.
  private boolean isClient(Node receiver, Node first) {
    if (clients.isMade(receiver)
        || receiver
            .text()
            .matches(
                "(?:.*\\.)?(?:axios|ky|got|http|httpClient|client|\\$|jQuery|superagent|apolloClient|\\$http|instance)")) {
      return true;
    }
    return first.is("string", "template_string")
        && first.text().matches("(?s)[\"'`](?:/|https?:|\\$\\{).*");
  }

  boolean ask(
      Node call,
      Origin.Style style,
      Origin.Asked asked,
      List<Step> path,
      @Nullable Context context) {
    tracer.end(new Origin.Request(call, style, asked), path);
    return true;
  }

  private Origin.Asked options(Node call, int at, String usual, @Nullable Context context) {
    Node arguments = call.child("arguments");
    Node first = arguments == null ? null : arguments.first();
    Node options =
        arguments == null || arguments.children().size() <= at
            ? null
            : arguments.children().get(at);
    String method = usual;
    Node body = null;
    if (options != null && options.is("object")) {
      Node given = Program.property(options, "method");
      given = given == null ? Program.property(options, "type") : given;
      method = given == null ? spread(options, usual, context) : texts.word(given, context);
      body = Program.property(options, "body");
      body = body == null ? Program.property(options, "data") : body;
      if (at == 0) {
        first = Program.property(options, "url");
      }
    } else if (options != null && !options.is("object") && at == 1) {
      method = null;
    }
    if (at == 2 && arguments != null && arguments.children().size() > 1) {
      body = arguments.children().get(1);
    }
    return new Origin.Asked(
        method == null ? null : method.toUpperCase(Locale.ROOT),
        first == null ? null : filled(texts.pattern(first, context)),
        body == null ? null : operation(body, context));
  }

  /// The method that options take over from others: `{ ...init, headers }`; null when it may be
  /// any.
  private @Nullable String spread(Node options, String usual, @Nullable Context context) {
    Set<String> methods = new HashSet<>();
    for (Node each : options.children()) {
      if (each.is("spread_element") && each.first() instanceof Node from && tracer.canAsk()) {
        for (Origin origin :
            tracer.aside().origins(from, List.of(new Step.Key("method")), context)) {
          if (origin.source() instanceof Origin.Constant(Node at, _)
              && at.is("string")
              && origin.path().isEmpty()) {
            methods.add(Patterns.unquoted(at));
          }
        }
      }
    }
    return methods.isEmpty() ? usual : methods.size() == 1 ? methods.iterator().next() : null;
  }

  /// Names in braces of a path stand for what is put there: `/files/{id}`.
  private static String filled(String pattern) {
    return pattern.replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q");
  }

  /// The operation of a GraphQL body, by its name or by its document.
  private @Nullable String operation(Node body, @Nullable Context context) {
    Node object = body;
    if (body.is("call_expression")) {
      Node inside = Calls.first(body);
      object = inside == null ? body : inside;
    }
    Node name = Program.property(object, "operationName");
    if (name != null) {
      String word = texts.word(name, context);
      if (word != null) {
        return word;
      }
    }
    Node document = Program.property(object, "query");
    return document == null ? null : named(document, context);
  }

  @Nullable String named(Node document, @Nullable Context context) {
    for (Node each :
        document.is("template_string", "string")
            ? List.of(document)
            : documents(document, context)) {
      Matcher operation = OPERATION.matcher(each.text());
      if (operation.find()) {
        return operation.group(1);
      }
    }
    return null;
  }

  /// Texts that a document may be: `gql` of the program makes an object of one.
  private List<Node> documents(Node document, @Nullable Context context) {
    if (!tracer.canAsk()) {
      return List.of();
    }
    return tracer.aside().origins(document, context).stream()
        .filter(
            origin ->
                origin.path().isEmpty()
                    || (origin.path().size() == 1 && origin.path().getFirst() instanceof Step.Key))
        .map(Origin::source)
        .filter(source -> source instanceof Origin.Constant)
        .map(source -> ((Origin.Constant) source).at())
        .filter(
            at ->
                at.is("template_string", "string")
                    || (at.child("arguments") instanceof Node text && text.is("template_string")))
        .toList();
  }

  /// `$.ajax({ url, success(answer) {} })`, `useMutation({ mutationFn, onSuccess(answer) {} })`.
  boolean option(Node function, int index, List<Step> path, @Nullable Context context) {
    Node pair = function.parent();
    boolean method = function.is("method_definition");
    Node object = method ? pair : pair == null ? null : pair.parent();
    Node arguments = object == null ? null : object.parent();
    Node call = arguments == null ? null : arguments.parent();
    Node key = method ? function.child("name") : pair == null ? null : pair.child("key");
    if (index != 0
        || key == null
        || call == null
        || object == null
        || arguments == null
        || !object.is("object")
        || !arguments.is("arguments")) {
      return false;
    }
    if (key.text().equals("transformResponse")) {
      return endpoints.transformed(call, path);
    }
    if (!key.text()
        .matches("next|success|done|complete|onSuccess|onCompleted|onload|onLoad|select")) {
      return false;
    }
    Node callee = call.child("function");
    if (callee != null
        && callee.child("property") instanceof Node property
        && property.text().equals("subscribe")) {
      tracer.trace(key.text().equals("next") ? callee.child("object") : null, path, context);
      return true;
    }
    if (callee != null && callee.text().matches("use\\w*(?:Query|Mutation)")) {
      List<Step> data = Tracer.plus(new Step.Key("data"), path);
      Node first = Calls.first(call);
      return key.text().equals("select") && first != null
          ? queries.fetched(call, first, data, context)
          : of(call, data, context);
    }
    return of(call, path, context);
  }

  /// A function that a request gives its answer to.
  boolean callback(Node call, int index, List<Step> path, @Nullable Context context) {
    return index == 0 && of(call, path, context);
  }

  /// What `this` is in `request.onload = function () { ... }`.
  private static @Nullable Node listening(Node self) {
    Node function = self.within(each -> each.is("function_expression"));
    Node assignment = function == null ? null : function.parent();
    Node left =
        assignment == null || !assignment.is("assignment_expression")
            ? null
            : assignment.child("left");
    return left == null ? null : left.child("object");
  }

  /// `request.responseText` of `request.open(method, address)`.
  boolean ofXhr(Node object, List<Step> path, @Nullable Context context) {
    Node request = object.is("this") ? listening(object) : object;
    Node declared =
        request != null && request.is("identifier")
            ? tracer.program.unitOf(request).declaration(request)
            : null;
    Node holder = declared == null ? null : Patterns.holder(declared);
    Node value = holder == null ? null : holder.child("value");
    if (declared == null
        || request == null
        || value == null
        || !value.text().contains("XMLHttpRequest")) {
      return false;
    }
    for (Node call : tracer.program.unitOf(object).calls()) {
      Node callee = call.child("function");
      Node arguments = call.child("arguments");
      if (callee == null || arguments == null || arguments.children().size() < 2) {
        continue;
      }
      Node on = callee.child("object");
      if (Components.calls(call, "open")
          && on != null
          && on.text().equals(request.text())
          && tracer.program.unitOf(on).declaration(on) == declared) {
        String method = texts.word(arguments.children().getFirst(), context);
        String url = texts.pattern(arguments.children().get(1), context);
        tracer.end(
            new Origin.Request(call, Origin.Style.body, new Origin.Asked(method, url, null)), path);
        return true;
      }
    }
    return false;
  }
}
