package dev.suture.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Level;
import dev.suture.event.Thrown;
import dev.suture.ingest.Arrival;
import dev.suture.ingest.Arrival.Wire;
import dev.suture.ingest.Decoder.Decoded;
import dev.suture.ingest.Decoder.Dropped;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Outcome;
import dev.suture.io.Encoding;
import dev.suture.io.TooLarge;
import dev.suture.stacktext.StackTextReader;
import dev.suture.testing.Bodies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Requests as the OpenTelemetry SDKs of Java 1.67.0 (protobuf) and of Node 2.12.1 (JSON) sent
/// them.
class OtlpDecoderTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-23T15:00:00Z");

  private final OtlpDecoder decoder = new OtlpDecoder(new StackTextReader());

  @Test
  void readsALogRecordOfJava() throws Exception {
    List<Decoded> decoded = decode(Wire.otlpLogsProtobuf, file("java-logs.binpb"));
    Event event = Objects.requireNonNull(decoded.getFirst().event());
    assertThat(event.platform()).isEqualTo("java");
    assertThat(event.level()).isEqualTo(Level.error);
    assertThat(event.release()).isEqualTo("1.4.2");
    assertThat(event.environment()).isEqualTo("production");
    assertThat(event.sdk()).isEqualTo(new Event.Sdk("opentelemetry", "1.67.0"));
    assertThat(event.tags()).containsEntry("service.name", "shop").containsEntry("logger", "cart");
    assertThat(event.breadcrumbs())
        .extracting(Event.Breadcrumb::message)
        .containsExactly("cart 42 cannot be priced");
    assertThat(event.thrown())
        .extracting(Thrown::type)
        .containsExactly("java.lang.IllegalStateException", "java.lang.NullPointerException");
    assertThat(event.thrown().getFirst().value()).isEqualTo("checkout");
    Frame frame = event.thrown().getLast().frames().getFirst();
    assertThat(frame.module()).isEqualTo("Checkout");
    assertThat(frame.function()).isEqualTo("price");
    assertThat(decoded.getLast().dropped())
        .containsExactly(new Dropped("log", new Outcome.Filtered("no exception")));
  }

  @Test
  void readsASpanEventOfJava() throws Exception {
    Event event = event(Wire.otlpTracesProtobuf, file("java-traces.binpb"));
    assertThat(event.transaction()).isEqualTo("POST /checkout");
    assertThat(event.request())
        .isEqualTo(
            new Event.Request(
                "POST", "https://shop.example/checkout?x=1", new java.util.TreeMap<>()));
    assertThat(event.thrown()).hasSize(2).noneMatch(Thrown::handled);
    assertThat(event.at()).isBetween(RECEIVED.minusSeconds(86_400), RECEIVED);
  }

  @Test
  void readsTheJsonOfNode() throws Exception {
    for (Event event :
        List.of(
            event(Wire.otlpLogsJson, file("node-logs.json")),
            event(Wire.otlpTracesJson, file("node-traces.json")))) {
      assertThat(event.platform()).isEqualTo("node");
      Thrown thrown = event.thrown().getFirst();
      assertThat(thrown.type()).isEqualTo("TypeError");
      assertThat(thrown.value())
          .isEqualTo("Cannot read properties of undefined (reading 'length')");
      Frame top = thrown.frames().getFirst();
      assertThat(top.function()).isEqualTo("total");
      assertThat(top.file()).isEqualTo("/srv/shop/checkout.mjs");
      assertThat(top.line()).isEqualTo(10);
      assertThat(top.inApp()).isTrue();
      assertThat(thrown.frames().get(2).inApp()).isFalse();
    }
  }

  @Test
  void givesAnExceptionThatIsSentTwiceOneId() throws Exception {
    Event log = event(Wire.otlpLogsProtobuf, file("java-logs.binpb"));
    Event span = event(Wire.otlpTracesProtobuf, file("java-traces.binpb"));
    assertThat(log.id()).isEqualTo(span.id()).matches("[0-9a-f]{32}");
    assertThat(event(Wire.otlpLogsJson, file("node-logs.json")).id())
        .isEqualTo(event(Wire.otlpTracesJson, file("node-traces.json")).id())
        .isNotEqualTo(log.id());
  }

  @Test
  void tellsExceptionsOutsideOfATraceApartByTimeAndStack() throws Exception {
    String record =
        "{\"timeUnixNano\":\"%s\",\"traceId\":\"00000000000000000000000000000000\",\"spanId\":\"\","
            + "\"attributes\":[{\"key\":\"exception.type\",\"value\":{\"stringValue\":\"E\"}}]}";
    String first = event(Wire.otlpLogsJson, logs(record.formatted("1"))).id();
    assertThat(event(Wire.otlpLogsJson, logs(record.formatted("1"))).id()).isEqualTo(first);
    assertThat(event(Wire.otlpLogsJson, logs(record.formatted("2"))).id()).isNotEqualTo(first);
  }

  @Test
  void meetsTheResourceThatComesBehindItsRecords() throws Exception {
    String request =
        """
        {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"attributes":[
          {"value":{"stringValue":"late"},"key":"exception.message"}]}],"scope":{"name":"cart"}}],
          "resource":{"attributes":[{"key":"service.version","value":{"stringValue":"9"}}]}}]}
        """;
    Event event = event(Wire.otlpLogsJson, bytes(request));
    assertThat(event.release()).isEqualTo("9");
    assertThat(event.tags()).containsEntry("logger", "cart");
    assertThat(event.thrown().getFirst().value()).isEqualTo("late");
    assertThat(event.thrown().getFirst().frames()).isEmpty();
  }

  @Test
  void takesFieldsOfTheWrongTypeForAbsent() throws Exception {
    List<String> values =
        List.of("1", "\"x\"", "true", "null", "[]", "{}", "[[{\"a\":[1]}]]", "1e400");
    List<String> fields =
        List.of(
            "traceId", "spanId", "timeUnixNano", "severityNumber", "body", "observedTimeUnixNano");
    for (String field : fields) {
      for (String value : values) {
        String record =
            "{\"%s\":%s,\"attributes\":[7,null,[],{\"key\":%s,\"value\":%s},{\"key\":\"exception.type\","
                + "\"value\":{\"stringValue\":\"E\",\"arrayValue\":%s}}]}";
        byte[] body = logs(record.formatted(field, value, value, value, value));
        assertThat(event(Wire.otlpLogsJson, body).thrown().getFirst().type()).isEqualTo("E");
      }
    }
    for (String value : values) {
      for (String request :
          List.of(
              "{\"resourceLogs\":" + value + "}",
              "{\"resourceLogs\":[{\"resource\":" + value + ",\"scopeLogs\":" + value + "}]}",
              "{\"resourceLogs\":[{\"scopeLogs\":[{\"scope\":"
                  + value
                  + ",\"logRecords\":"
                  + value
                  + "}]}]}")) {
        assertThat(events(Wire.otlpLogsJson, bytes(request))).isEmpty();
      }
    }
  }

  @Test
  void keepsNothingOfARequestWithoutExceptions() throws Exception {
    byte[] body = logs("{\"body\":{\"stringValue\":\"fine\"}}");
    var inspected = new OtlpProtocol(Wire.otlpLogsJson).inspect(Encoding.identity, body, RECEIVED);
    assertThat(inspected.body()).isEmpty();
    byte[] failing = file("node-logs.json");
    assertThat(
            new OtlpProtocol(Wire.otlpLogsJson)
                .inspect(Encoding.identity, failing, RECEIVED)
                .body())
        .isEqualTo(failing);
  }

  @Test
  void saysHowManyRecordsWereTooMany() throws Exception {
    String one =
        "{\"attributes\":[{\"key\":\"exception.type\",\"value\":{\"stringValue\":\"E\"}}]},";
    byte[] body = logs(one.repeat(502) + "{}");
    assertThat(
            new OtlpProtocol(Wire.otlpLogsJson)
                .inspect(Encoding.identity, body, RECEIVED)
                .rejected())
        .isEqualTo(2);
    List<Decoded> decoded = decode(Wire.otlpLogsJson, body);
    assertThat(decoded).hasSize(501);
    assertThat(decoded.getLast().dropped())
        .containsExactly(
            new Dropped("log", new Outcome.Filtered("no exception"), 1),
            new Dropped("log", new Outcome.Limited("too many exceptions"), 2));
  }

  @Test
  void refusesWhatIsNoRequest() {
    for (String broken : List.of("", "[]", "{\"resourceLogs\":[", "nonsense")) {
      assertThatThrownBy(() -> decode(Wire.otlpLogsJson, bytes(broken)))
          .isInstanceOf(Malformed.class);
    }
    assertThatThrownBy(() -> decode(Wire.otlpLogsProtobuf, bytes("{\"resourceLogs\":[]}")))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> decode(Wire.otlpLogsProtobuf, new byte[] {10, (byte) 0xff, 1}))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void stopsBombsOfEveryEncodingAtTheDoor() {
    byte[] zeroes = new byte[16 * 1024 * 1024];
    Map<Encoding, byte[]> bombs =
        Map.of(
            Encoding.gzip, Bodies.gzip(zeroes),
            Encoding.deflate, Bodies.zlib(zeroes),
            Encoding.zstd, Bodies.zstd(zeroes),
            Encoding.br, Bodies.bomb("br"));
    bombs.forEach(
        (encoding, bomb) ->
            assertThatThrownBy(
                    () -> new OtlpProtocol(Wire.otlpLogsProtobuf).inspect(encoding, bomb, RECEIVED))
                .isInstanceOf(TooLarge.class));
  }

  @Test
  void findsItsKeysInEveryPlace() {
    String key = "0123456789abcdef0123456789abcdef";
    OtlpProtocol protocol = new OtlpProtocol(Wire.otlpLogsJson);
    assertThat(
            protocol.keys(
                List.of(
                    "sentry sentry_key=" + key,
                    "Sentry sentry_version=7, sentry_key=" + key + ", sentry_client=x",
                    "Bearer " + key,
                    "sentry_key=" + key)))
        .containsExactly(key, key, key, key);
    assertThat(protocol.keys(List.of("Basic abc", "x_sentry_key=" + key))).isEmpty();
  }

  private static byte[] logs(String records) {
    return bytes("{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[" + records + "]}]}]}");
  }

  private Event event(Wire wire, byte[] body) throws Malformed {
    return events(wire, body).getFirst();
  }

  private List<Event> events(Wire wire, byte[] body) throws Malformed {
    List<Event> events = new ArrayList<>();
    for (Decoded decoded : decode(wire, body)) {
      if (decoded.event() != null) {
        events.add(decoded.event());
      }
    }
    return events;
  }

  private List<Decoded> decode(Wire wire, byte[] body) throws Malformed {
    return decoder.decodeAll(new Arrival(1, RECEIVED, wire, "identity", "127.0.0.1", body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] file(String name) throws IOException {
    try (InputStream in = OtlpDecoderTest.class.getResourceAsStream("/otlp/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
