package dev.suture.cause.flow;

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

  /// What the hook's function gives, before anything is selected of it.
  boolean fetched(Node call, Node first, List<Step> path, @Nullable Context context) {
    if (path.isEmpty()
        || !(path.getFirst().equals(new Step.Key("data"))
            || path.getFirst().equals(new Step.Index(1)))) {
      return false;
    }
    List<Step> inside = rest(path);
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
    String operation = requests.named(first, context);
    if (operation != null) {
      return requests.ask(
          call, Origin.Style.body, new Origin.Asked("POST", null, operation), path, context);
    }
    String url = texts.pattern(first, context);
    return requests.ask(
        call, Origin.Style.body, new Origin.Asked(null, url, null), inside, context);
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
