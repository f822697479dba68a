package dev.suture.cause.flow;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Functions between a client of HTTP and who asks through it, as axios has them:
/// `client.interceptors.response.use(answered, refused)`. They see an answer in their order.
final class Interceptors {
  private static final String USE = "interceptors.response.use";

  private final Tracer tracer;

  Interceptors(Tracer tracer) {
    this.tracer = tracer;
  }

  /// The calls that put functions between a client and who asks.
  List<Node> of(Node client) {
    Node made = made(client);
    return tracer.program.mentioning("interceptors").stream()
        .flatMap(unit -> unit.calls().stream())
        .filter(each -> text(each.child("function")).endsWith(USE))
        .filter(each -> isSame(client, made, client(each)))
        .toList();
  }

  private boolean isSame(Node client, @Nullable Node made, @Nullable Node other) {
    if (other == null) {
      return false;
    }
    Node meant = made(other);
    if (made != null && meant != null) {
      return made == meant;
    }
    boolean here = client.path().equals(other.path()) || client.text().equals("axios");
    return (here && client.text().equals(other.text())) || isGiven(other);
  }

  /// Whether a client is given to the function that puts others between.
  private boolean isGiven(Node client) {
    Node declared =
        client.is("identifier") ? tracer.program.unitOf(client).declaration(client) : null;
    Node function = declared == null ? null : declared.function();
    return declared != null && function != null && Patterns.parameter(declared, function) >= 0;
  }

  private @Nullable Node made(Node client) {
    return client.is("identifier") ? tracer.names().meant(client) : null;
  }

  private static @Nullable Node client(Node use) {
    Node at = use.child("function");
    for (int up = 0; up < 3 && at != null; up++) {
      at = at.child("object");
    }
    return at;
  }

  /// What is asked for through the last of these functions that is not yet passed.
  ///
  /// @return false when all are passed: the answer itself is wanted
  boolean trace(Node call, List<Node> uses, List<Step> path, @Nullable Context context) {
    int passed = context == null ? -1 : uses.indexOf(context.function());
    int at = (passed < 0 ? uses.size() : passed) - 1;
    if (at < 0 || !Context.canGrow(context)) {
      return false;
    }
    Context outside = outside(uses, context);
    Context through = new Context(uses.get(at), List.of(), outside);
    Node answered = function(uses.get(at), 0);
    if (answered == null) {
      tracer.trace(call, path, through);
    } else {
      Context bound =
          new Context(answered, List.of(new Context.Argument(call, List.of(), through)), outside);
      tracer.returns(answered, path, bound);
    }
    Node refused = function(uses.get(at), 1);
    if (refused != null && refused.child("body") instanceof Node body) {
      Stream<Node> given =
          body.is("statement_block") ? Components.returned(body).stream() : Stream.of(body);
      if (given.flatMap(Interceptors::branches).anyMatch(each -> !isRefusal(each))) {
        tracer.trace(call, List.of(Step.FAILED), through);
      }
    }
    return true;
  }

  /// The calls around a request, without those that stand for what it passed.
  static @Nullable Context outside(List<Node> uses, @Nullable Context context) {
    return context != null && uses.contains(context.function()) ? context.around() : context;
  }

  private @Nullable Node function(Node use, int index) {
    Node given = Functions.inside(Containers.argument(use, index));
    Node meant = given != null && given.is("identifier") ? tracer.names().meant(given) : given;
    return meant != null && meant.isFunction() ? meant : null;
  }

  private static Stream<Node> branches(Node value) {
    Node at = value;
    while (at.is("parenthesized_expression") && at.first() instanceof Node inside) {
      at = inside;
    }
    return at.is("ternary_expression")
        ? at.children().stream().skip(1).flatMap(Interceptors::branches)
        : Stream.of(at);
  }

  /// Whether a failure goes on as one, or the request is made again.
  private static boolean isRefusal(Node value) {
    return value.is("call_expression", "await_expression");
  }

  private static String text(@Nullable Node node) {
    return node == null ? "" : node.text();
  }
}
