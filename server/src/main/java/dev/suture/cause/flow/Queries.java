package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.plus;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hooks that ask by a function that they are given, and hold what it gives: `useQuery`, `useSWR`.
/// Their options can be made elsewhere: by `queryOptions`, by a function of the program.
final class Queries {
  private static final int FARTHEST = 6;

  private final Tracer tracer;
  private final Requests requests;
  private final Texts texts;

  Queries(Tracer tracer, Requests requests, Texts texts) {
    this.tracer = tracer;
    this.requests = requests;
    this.texts = texts;
  }

  boolean isHook(String name) {
    return name.matches(
        "(?:use|create)(?:Suspense|Lazy)?(?:Infinite)?Query|(?:use|create)Mutation"
            + "|useSWR(?:Immutable|Infinite|Mutation)?|useAsyncData|useLazyAsyncData|useRequest");
  }

  /// A call that gives what is asked for at once.
  boolean isAsked(String name) {
    return name.matches(".+\\.(?:fetchQuery|ensureQueryData|fetchInfiniteQuery)");
  }

  private record Options(Node object, @Nullable Context context) {}

  /// `const { data } = useQuery(...)`.
  boolean hook(Node call, Node first, List<Step> path, @Nullable Context context) {
    Options options = options(first, context, 0);
    Node select = options == null ? null : function(Program.property(options.object(), "select"));
    if (select != null
        && select.isFunction()
        && !path.isEmpty()
        && path.getFirst().equals(new Step.Key("data"))) {
      tracer.returns(select, rest(path), options == null ? context : options.context());
      return true;
    }
    return fetched(call, first, path, context);
  }

  /// What a function of a hook gives: `const { mutateAsync } = useMutation(...)`, `const [add] =
  /// useAddMutation()`.
  boolean triggered(Node callee, List<Step> path, @Nullable Context context) {
    Node object = callee.is("member_expression") ? callee.child("object") : callee;
    Node property = callee.is("member_expression") ? callee.child("property") : null;
    Node declared =
        object == null || !object.is("identifier")
            ? null
            : tracer.program.unitOf(object).declaration(object);
    Node holder = declared == null ? null : Patterns.holder(declared);
    Hook hook = holder == null ? null : made(holder.child("value"), context, 0);
    if (declared == null || hook == null) {
      return false;
    }
    List<Step> steps = Patterns.steps(declared);
    Step which =
        property != null && steps.isEmpty()
            ? new Step.Key(property.text())
            : property == null && steps.size() == 1 ? steps.getFirst() : null;
    boolean whole = which != null && which.equals(new Step.Key("refetch"));
    boolean first = which != null && which.equals(new Step.Index(0));
    boolean gives =
        which instanceof Step.Key(String name)
            && name.matches("mutate(?:Async)?|trigger|executeMutation|execute|run(?:Async)?");
    if (!whole && !first && !gives) {
      return false;
    }
    boolean data = !path.isEmpty() && path.getFirst().equals(new Step.Key("data"));
    List<Step> inside = data && !gives ? path : plus(new Step.Key("data"), path);
    tracer.trace(hook.call(), inside, hook.context());
    return true;
  }

  private record Hook(Node call, @Nullable Context context) {}

  /// The library's hook that a call is, or that a hook of the program gives back.
  private @Nullable Hook made(@Nullable Node call, @Nullable Context context, int far) {
    Node callee = call == null || !call.is("call_expression") ? null : call.child("function");
    if (call == null || callee == null || far > FARTHEST) {
      return null;
    }
    if (callee.text().matches("use\\w*(?:Query|Mutation|SWR|Request|AsyncData)\\w*")) {
      return new Hook(call, context);
    }
    Node own =
        callee.text().matches("(?:use|create)[A-Z]\\w*")
            ? tracer.calls().target(call, context)
            : null;
    if (own == null || !own.isFunction() || !Context.canGrow(context)) {
      return null;
    }
    Context bound = tracer.calls().bound(own, call, context);
    for (Node returned : Texts.returned(own)) {
      Node given = returned.is("identifier") ? tracer.names().meant(returned) : returned;
      Hook hook = made(given, bound, far + 1);
      if (hook != null) {
        return hook;
      }
    }
    return null;
  }

  /// `client.request(DOCUMENT, variables)`, `client.query({ query: DOCUMENT })`.
  boolean document(Node call, Node first, List<Step> path, @Nullable Context context) {
    Node arguments = call.child("arguments");
    boolean second =
        arguments != null
            && arguments.children().size() > 1
            && !first.is("object")
            && requests.named(first, context) == null;
    Node told = second && arguments != null ? arguments.children().get(1) : first;
    Node document = told.is("object") ? written(told) : told;
    String operation =
        document == null || document.is("object") ? null : requests.named(document, context);
    if (operation == null || tracer.isOwn(call, context)) {
      return false;
    }
    boolean data = !path.isEmpty() && path.getFirst().equals(new Step.Key("data"));
    return requests.ask(
        call,
        Origin.Style.body,
        new Origin.Asked("POST", null, operation),
        data ? path : plus(new Step.Key("data"), path),
        context);
  }

  private static @Nullable Node written(Node options) {
    for (String name : List.of("query", "mutation", "document")) {
      Node document = Program.property(options, name);
      if (document != null) {
        return document;
      }
    }
    return null;
  }

  /// What the hook's function gives, before anything is selected of it.
  boolean fetched(Node call, Node first, List<Step> path, @Nullable Context context) {
    if (path.size() > 1
        && path.getFirst().equals(new Step.Index(0))
        && path.get(1).equals(new Step.Key("data"))) {
      return fetched(call, first, rest(path), context);
    }
    if (path.isEmpty()
        || !(path.getFirst().equals(new Step.Key("data"))
            || path.getFirst().equals(new Step.Index(1)))) {
      return false;
    }
    List<Step> inside = rest(path);
    if (!inside.isEmpty() && inside.getFirst().equals(new Step.Key("value")) && isRef(call)) {
      inside = rest(inside);
    }
    boolean pages = inside.size() > 1 && inside.getFirst().equals(new Step.Key("pages"));
    inside = pages ? inside.subList(2, inside.size()) : inside;
    Options options = options(first, context, 0);
    Node given =
        options == null
            ? call.all("arrow_function", "function_expression").findFirst().orElse(null)
            : fetcher(options.object());
    Node function = function(given);
    if (function != null && function.isFunction()) {
      tracer.returns(function, inside, options == null ? context : options.context());
      return true;
    }
    if (given != null && given.is("call_expression") && options != null) {
      tracer.trace(given, inside, options.context());
      return true;
    }
    Node document = options == null ? null : written(options.object());
    String operation = requests.named(document == null ? first : document, context);
    if (operation != null) {
      return requests.ask(
          call, Origin.Style.body, new Origin.Asked("POST", null, operation), path, context);
    }
    String url = texts.pattern(first, context);
    return requests.ask(
        call, Origin.Style.body, new Origin.Asked(null, url, null), inside, context);
  }

  /// Whether a hook gives its data as a reference of Vue.
  private boolean isRef(Node call) {
    return call.path().endsWith(".vue")
        || tracer.program.unitOf(call).mentions("vue")
        || call.text().matches("(?s)use(?:Lazy)?(?:Fetch|AsyncData)\\b.*");
  }

  /// `useFetch(address, { transform })` of Nuxt.
  boolean fetches(Node call, String name, List<Step> path, @Nullable Context context) {
    if (!name.matches("use(?:Lazy)?Fetch")
        || path.isEmpty()
        || !path.getFirst().equals(new Step.Key("data"))) {
      return false;
    }
    List<Step> inside = rest(path);
    boolean value = !inside.isEmpty() && inside.getFirst().equals(new Step.Key("value"));
    inside = value ? rest(inside) : inside;
    Node arguments = call.child("arguments");
    Node told =
        arguments == null || arguments.children().size() < 2 ? null : arguments.children().get(1);
    Node change = told == null ? null : function(Program.property(told, "transform"));
    if (change != null && change.isFunction() && Context.canGrow(context)) {
      Context.Argument body = new Context.Argument(call, List.of(), context);
      tracer.returns(change, inside, new Context(change, List.of(body), context));
      return true;
    }
    return false;
  }

  private @Nullable Node function(@Nullable Node given) {
    Node function = given == null ? null : Functions.inside(given);
    if (function != null && function.is("identifier", "shorthand_property_identifier")) {
      Node meant = tracer.names().meant(function);
      return meant == null ? function : meant;
    }
    if (function != null && function.is("member_expression")) {
      return tracer.targets().meant(function, null);
    }
    return function;
  }

  private static @Nullable Node fetcher(Node options) {
    Node query = Program.property(options, "queryFn");
    return query == null ? Program.property(options, "mutationFn") : query;
  }

  /// The object that says what to ask; null where there is none.
  private @Nullable Options options(@Nullable Node given, @Nullable Context context, int far) {
    Node at = given == null ? null : Functions.inside(given);
    if (at == null || far > FARTHEST) {
      return null;
    }
    if (at.is("object")) {
      Node spread =
          fetcher(at) != null
              ? null
              : at.children().stream()
                  .filter(each -> each.is("spread_element"))
                  .findFirst()
                  .orElse(null);
      return spread == null ? new Options(at, context) : options(spread.first(), context, far + 1);
    }
    if (at.is("arrow_function", "function_expression") && far == 0) {
      List<Node> returned = Texts.returned(at);
      Node only = returned.size() == 1 ? returned.getFirst() : null;
      while (only != null && only.is("parenthesized_expression")) {
        only = only.first();
      }
      return only != null && only.is("object") && fetcher(only) != null
          ? new Options(only, context)
          : null;
    }
    if (at.is("identifier")) {
      Node meant = tracer.names().meant(at);
      return meant == null || meant.isFunction() ? null : options(meant, null, far + 1);
    }
    if (!at.is("call_expression")) {
      return null;
    }
    Node callee = at.child("function");
    if (callee != null && callee.text().matches("\\w*[oO]ptions") && !tracer.isOwn(at, context)) {
      return options(Calls.first(at), context, far + 1);
    }
    Node target = tracer.calls().target(at, context);
    if (target == null || !target.isFunction() || !Context.canGrow(context)) {
      return null;
    }
    List<Node> returned = Texts.returned(target);
    return returned.size() == 1
        ? options(returned.getFirst(), tracer.calls().bound(target, at, context), far + 1)
        : null;
  }
}
