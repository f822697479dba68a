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
    EnvelopeEndpoint anyProject = new EnvelopeEndpoint(events, false);
    SentryDeliveries deliveries = new SentryDeliveries(envelopes);
    List<Route> routes = new ArrayList<>();
    for (String path : BELOW) {
      routes.add(new Route("POST", path + "/api/{project}/envelope", Access.anyone, envelope));
      routes.add(new Route("POST", path + "/api/{project}/store", Access.anyone, event));
      routes.add(new Route("POST", path + "/api/store", Access.anyone, anyProject));
      routes.addAll(deliveries.routes(path));
    }
    // A page that may not call another host posts here; the DSN in the envelope says whose it is.
    EnvelopeEndpoint tunnel = new EnvelopeEndpoint(envelopes, false);
    routes.add(new Route("POST", "/tunnel", Access.anyone, tunnel));
    return routes;
  }
}
