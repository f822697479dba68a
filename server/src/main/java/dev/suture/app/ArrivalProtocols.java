package dev.suture.app;

import dev.suture.bugsnag.BugsnagDecoder;
import dev.suture.bugsnag.BugsnagProtocol;
import dev.suture.http.ArrivalRoutes;
import dev.suture.http.BugsnagEndpoint;
import dev.suture.http.Endpoint;
import dev.suture.http.OtlpEndpoint;
import dev.suture.http.Route;
import dev.suture.http.Route.Access;
import dev.suture.ingest.Arrival.Wire;
import dev.suture.ingest.Decoder;
import dev.suture.ingest.Intake;
import dev.suture.otlp.OtlpDecoder;
import dev.suture.otlp.OtlpProtocol;
import dev.suture.sentry.SentryDecoder;
import dev.suture.sentry.SentryProtocol;
import dev.suture.sentry.SentryStoreProtocol;
import dev.suture.stacktext.StackTextReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The protocols that events arrive in: what a door needs of each, and what reads it again.
final class ArrivalProtocols {
  private static final List<String> OTLP_BELOW =
      List.of("/api/{project}/otlp", "/api/{project}/integration/otlp");

  private ArrivalProtocols() {}

  static Map<Wire, Decoder> decoders() {
    OtlpDecoder otlp = new OtlpDecoder(new StackTextReader());
    Map<Wire, Decoder> decoders = new EnumMap<>(Wire.class);
    decoders.put(Wire.sentryEnvelope, new SentryDecoder());
    decoders.put(Wire.bugsnagEvents, new BugsnagDecoder());
    decoders.put(Wire.bugsnagSessions, new BugsnagDecoder());
    decoders.put(Wire.otlpLogsProtobuf, otlp);
    decoders.put(Wire.otlpLogsJson, otlp);
    decoders.put(Wire.otlpTracesProtobuf, otlp);
    decoders.put(Wire.otlpTracesJson, otlp);
    return decoders;
  }

  static List<Route> routes(Intake.Base base) {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        ArrivalRoutes.of(
            new Intake(new SentryProtocol(), base), new Intake(new SentryStoreProtocol(), base)));
    Intake reports = new Intake(new BugsnagProtocol(Wire.bugsnagEvents), base);
    Intake sessions = new Intake(new BugsnagProtocol(Wire.bugsnagSessions), base);
    routes.add(open("/notify", new BugsnagEndpoint(reports, 200)));
    routes.add(open("/sessions", new BugsnagEndpoint(sessions, 202)));
    routes.addAll(otlp(base));
    return routes;
  }

  private static List<Route> otlp(Intake.Base base) {
    List<Route> routes = new ArrayList<>();
    Intake logs = new Intake(new OtlpProtocol(Wire.otlpLogsProtobuf), base);
    Intake logsJson = new Intake(new OtlpProtocol(Wire.otlpLogsJson), base);
    Intake traces = new Intake(new OtlpProtocol(Wire.otlpTracesProtobuf), base);
    Intake tracesJson = new Intake(new OtlpProtocol(Wire.otlpTracesJson), base);
    for (String below : OTLP_BELOW) {
      routes.add(
          open(below + "/v1/logs", new OtlpEndpoint(logs, logsJson, "rejectedLogRecords", true)));
      routes.add(
          open(below + "/v1/traces", new OtlpEndpoint(traces, tracesJson, "rejectedSpans", true)));
    }
    routes.add(open("/v1/logs", new OtlpEndpoint(logs, logsJson, "rejectedLogRecords", false)));
    routes.add(open("/v1/traces", new OtlpEndpoint(traces, tracesJson, "rejectedSpans", false)));
    return routes;
  }

  private static Route open(String pattern, Endpoint endpoint) {
    return new Route("POST", pattern, Access.anyone, endpoint);
  }
}
