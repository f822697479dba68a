package dev.suture.app;

import dev.suture.http.ArrivalRoutes;
import dev.suture.http.Route;
import dev.suture.ingest.Arrival.Wire;
import dev.suture.ingest.Decoder;
import dev.suture.ingest.Intake;
import dev.suture.sentry.SentryDecoder;
import dev.suture.sentry.SentryProtocol;
import dev.suture.sentry.SentryStoreProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The protocols that events arrive in: what a door needs of each, and what reads it again.
final class ArrivalProtocols {
  private ArrivalProtocols() {}

  static Map<Wire, Decoder> decoders() {
    return Map.of(Wire.sentryEnvelope, new SentryDecoder());
  }

  static List<Route> routes(Intake.Base base) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        ArrivalRoutes.of(
            new Intake(new SentryProtocol(), base), new Intake(new SentryStoreProtocol(), base)));
    return routes;
  }
}
