package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.plus;
import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Requests that a program declares in a table and calls by hooks that are made from it: `getPets:
/// builder.query({ query: (page) => ... })` and `useGetPetsQuery(page)`.
final class Endpoints {
  private static final Pattern HOOK =
      Pattern.compile("use(?:Lazy)?([A-Z]\\w*?)(?:Infinite)?(Query|Mutation)(?:State)?");

  private final Tracer tracer;
  private final Texts texts;
  private final BaseQueries baseQueries;

  Endpoints(Tracer tracer, Texts texts) {
    this.tracer = tracer;
    this.texts = texts;
    this.baseQueries = new BaseQueries(tracer, this);
  }

  /// @return false when the call is none of such a hook or table
  boolean of(Node call, String name, List<Step> path, @Nullable Context context) {
    Matcher hook = HOOK.matcher(name);
    if (hook.matches()) {
      return chosen(call, path, context) || hook(hook.group(1), path);
    }
    if (baseQueries.of(call, path, context)) {
      return true;
    }
    if (!isEndpoint(call)) {
      return false;
    }
    Node options = Calls.first(call);
    Node own = options == null ? null : Functions.inside(Program.property(options, "queryFn"));
    if (own != null && own.isFunction()) {
      tracer.returns(own, plus(new Step.Key("data"), path), context);
      return true;
    }
    Node query = options == null ? null : Functions.inside(Program.property(options, "query"));
    if (query == null || !query.isFunction()) {
      return false;
    }
    baseQueries.result(call, plus(new Step.Key("data"), path));
    return true;
  }

  private static boolean isEndpoint(Node call) {
    Node callee = call.child("function");
    return callee != null
        && callee.text().replaceFirst("(?s)<.*", "").matches(".+\\.(?:query|mutation)");
  }

  /// What `transformResponse` of an endpoint is given.
  ///
  /// @return false when the call declares no endpoint
  boolean transformed(Node call, List<Step> path) {
    boolean endpoint = isEndpoint(call);
    if (endpoint) {
      baseQueries.result(call, plus(new Step.Key("data"), path));
    }
    return endpoint;
  }

  /// What an endpoint, or a call that is given what an endpoint would say, asks for.
  Origin.Asked asked(Node asking) {
    Node first = Calls.first(asking);
    Node query =
        first != null && isEndpoint(asking)
            ? Functions.inside(Program.property(first, "query"))
            : null;
    return query != null ? asked(query, null) : told(first, null);
  }

  /// `useGetPetsQuery(page, { selectFromResult: ({ data }) => ... })`: what is chosen of the
  /// answer.
  private boolean chosen(Node call, List<Step> path, @Nullable Context context) {
    Node options = Containers.argument(call, 1);
    Node choice =
        options == null || !options.is("object")
            ? null
            : Functions.inside(Program.property(options, "selectFromResult"));
    boolean within = context != null && context.function() == choice;
    if (choice == null || !choice.isFunction() || within || !Context.canGrow(context)) {
      return false;
    }
    Context.Argument result =
        new Context.Argument(call, List.of(), new Context(choice, List.of(), context));
    tracer.returns(choice, path, new Context(choice, List.of(result), context));
    return true;
  }

  private boolean hook(String name, List<Step> path) {
    String key = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    boolean data =
        !path.isEmpty()
            && (path.getFirst().equals(new Step.Key("data"))
                || path.getFirst().equals(new Step.Key("currentData")));
    if (!data) {
      return false;
    }
    for (Unit unit : tracer.program.mentioning(key)) {
      for (Node each : unit.holding(key)) {
        Node made = each.child("value");
        if (made == null || !isEndpoint(made)) {
          continue;
        }
        Node options = Calls.first(made);
        Node change =
            options == null
                ? null
                : Functions.inside(Program.property(options, "transformResponse"));
        if (change != null && change.isFunction()) {
          Context.Argument body = new Context.Argument(made, List.of(), null);
          tracer.returns(change, rest(path), new Context(change, List.of(body), null));
        } else {
          tracer.trace(made, rest(path), null);
        }
        return true;
      }
    }
    return false;
  }

  /// What a function gives back that says what to ask for: an address, or options with one.
  private Origin.Asked asked(Node query, @Nullable Context context) {
    Node body = query.child("body");
    List<Node> given =
        body == null
            ? List.of()
            : body.is("statement_block") ? Components.returned(body) : List.of(body);
    Node told = given.size() == 1 ? given.getFirst() : null;
    while (told != null && told.is("parenthesized_expression", "as_expression")) {
      told = told.first();
    }
    return told(told, context);
  }

  /// An address, or options with one.
  private Origin.Asked told(@Nullable Node told, @Nullable Context context) {
    if (told == null) {
      return new Origin.Asked(null, null, null);
    }
    if (!told.is("object")) {
      return new Origin.Asked("GET", texts.pattern(told, context), null);
    }
    Node url = Program.property(told, "url");
    Node method = Program.property(told, "method");
    String verb = method == null ? "GET" : texts.word(method, context);
    return new Origin.Asked(
        verb == null ? null : verb.toUpperCase(Locale.ROOT),
        url == null ? null : texts.pattern(url, context),
        null);
  }
}
