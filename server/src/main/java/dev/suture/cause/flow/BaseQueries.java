package dev.suture.cause.flow;

import static dev.suture.cause.flow.Tracer.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands between the endpoints of an API and the network: `createApi({ baseQuery })`. It
/// gives `{ data }`, or `{ error: { data } }` where it was refused, and may be a function of the
/// program around `fetchBaseQuery`.
final class BaseQueries {
  private static final int FETCHES = 3;

  private final Tracer tracer;
  private final Endpoints endpoints;

  BaseQueries(Tracer tracer, Endpoints endpoints) {
    this.tracer = tracer;
    this.endpoints = endpoints;
  }

  /// @param asking the endpoint, or the call that asks like one
  /// @param path into `{ data, error }`
  void result(Node asking, List<Step> path) {
    Node around = around(asking);
    if (around == null) {
      fetched(asking, path);
      return;
    }
    Context.Argument asks = new Context.Argument(asking, List.of(), null);
    tracer.returns(around, path, new Context(around, List.of(asks), null));
  }

  /// `fetchBaseQuery({ baseUrl })` that was made, and the one that a `queryFn` is given.
  ///
  /// @return false when the call asks by neither
  boolean of(Node call, List<Step> path, @Nullable Context context) {
    Node callee = call.child("function");
    if (callee == null || !callee.is("identifier")) {
      return false;
    }
    Node declared = tracer.program.unitOf(callee).declaration(callee);
    Node holder = declared == null ? null : Patterns.holder(declared);
    if (declared != null
        && holder != null
        && holder.isFunction()
        && Patterns.parameter(declared, holder) == FETCHES
        && isOwn(holder)) {
      result(call, path);
      return true;
    }
    Node made = tracer.names().meant(callee);
    if (made == null || !made.is("call_expression") || !made.text().contains("etchBaseQuery(")) {
      return false;
    }
    for (Context at = context; at != null; at = at.around()) {
      Node asking = at.arguments().isEmpty() ? null : at.arguments().getFirst().node();
      if (asking != null && asking.is("call_expression")) {
        fetched(asking, path);
        return true;
      }
    }
    return false;
  }

  /// `queryFn: async (argument, store, options, fetch) => ...`.
  private static boolean isOwn(Node function) {
    Node parent = Functions.unwrapped(function).parent();
    Node key = parent == null || !parent.is("pair") ? null : parent.child("key");
    return (key == null ? Program.named(function) : key.text()).equals("queryFn");
  }

  private void fetched(Node asking, List<Step> path) {
    if (path.isEmpty() || !(path.getFirst() instanceof Step.Key(String word))) {
      return;
    }
    boolean refused = word.equals("error");
    boolean body =
        word.equals("data")
            || (refused && path.size() > 1 && path.get(1).equals(new Step.Key("data")));
    if (!body) {
      return;
    }
    tracer.end(
        new Origin.Request(asking, Origin.Style.body, endpoints.asked(asking)),
        refused ? path.subList(2, path.size()) : rest(path));
  }

  /// The function of the program that the endpoint's API asks by; null where it is a library's.
  private @Nullable Node around(Node asking) {
    Node found = null;
    for (Unit unit : tracer.program.mentioning("baseQuery")) {
      for (Node call : unit.calls()) {
        Node options = Calls.first(call);
        Node given =
            Components.calls(call, "createApi") && options != null && options.is("object")
                ? Functions.inside(Program.property(options, "baseQuery"))
                : null;
        if (given != null && given.is("identifier", "shorthand_property_identifier")) {
          given = tracer.names().meant(given);
        }
        boolean near = unit == tracer.program.unitOf(asking);
        if (given != null && given.isFunction() && (found == null || near)) {
          found = given;
        }
      }
    }
    return found;
  }
}
