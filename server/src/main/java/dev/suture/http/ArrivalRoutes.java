package dev.suture.http;

import dev.suture.http.Route.Access;
import dev.suture.ingest.Intake;
import java.util.ArrayList;
import java.util.List;

/// The routes behind a DSN. A DSN may have a path before its project: a proxy that serves this
/// server below one may pass it on.
public final class ArrivalRoutes {
  private static final List<String> BELOW = List.of("", "/{a}", "/{a}/{b}", "/{a}/{b}/{c}");

  private ArrivalRoutes() {}

  public static List<Route> of(Intake envelopes, Intake events) {
    EnvelopeEndpoint envelope = new EnvelopeEndpoint(envelopes);
    EnvelopeEndpoint event = new EnvelopeEndpoint(events);
    List<Route> routes = new ArrayList<>();
    for (String path : BELOW) {
      routes.add(new Route("POST", path + "/api/{project}/envelope", Access.anyone, envelope));
      routes.add(new Route("POST", path + "/api/{project}/store", Access.anyone, event));
    }
    return routes;
  }
}
