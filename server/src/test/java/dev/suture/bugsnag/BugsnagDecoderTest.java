package dev.suture.bugsnag;

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
import dev.suture.ingest.Extra;
import dev.suture.ingest.Outcome;
import dev.suture.io.Encoding;
import dev.suture.io.TooLarge;
import dev.suture.testing.Bodies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Reports as the notifiers for Java 3.8.0 and for Node 9.0.0 sent them.
class BugsnagDecoderTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-23T15:00:00Z");

  private final BugsnagDecoder decoder = new BugsnagDecoder();

  @Test
  void readsAHandledErrorOfJava() throws Exception {
    Event event = event(file("java-handled.json"));
    assertThat(event.platform()).isEqualTo("java");
    assertThat(event.level()).isEqualTo(Level.warning);
    assertThat(event.release()).isEqualTo("1.4.2");
    assertThat(event.environment()).isEqualTo("production");
    assertThat(event.transaction()).isEqualTo("POST /checkout");
    assertThat(event.at()).isEqualTo(RECEIVED);
    assertThat(event.user()).isEqualTo(new Event.User("42", "ada@example.com", "Ada", null));
    assertThat(event.sdk()).isEqualTo(new Event.Sdk("Bugsnag Java", "3.8.0"));
    assertThat(event.thrown())
        .extracting(Thrown::type)
        .containsExactly("java.lang.IllegalStateException", "java.lang.NullPointerException");
    assertThat(event.thrown().getLast().value()).startsWith("Cannot invoke");
    assertThat(event.thrown()).allMatch(Thrown::handled);
    Frame top = event.thrown().getLast().frames().getFirst();
    assertThat(top.module()).isEqualTo("Checkout");
    assertThat(top.function()).isEqualTo("price");
    assertThat(top.file()).isEqualTo("Checkout.java");
    assertThat(top.inApp()).isTrue();
  }

  @Test
  void readsAnUnhandledErrorOfJava() throws Exception {
    Event event = event(file("java-unhandled.json"));
    assertThat(event.level()).isEqualTo(Level.error);
    assertThat(event.thrown()).noneMatch(Thrown::handled);
    assertThat(event.thrown().getFirst().mechanism()).isEqualTo("unhandledException");
    assertThat(event.thrown().getFirst().frames())
        .extracting(Frame::inApp)
        .containsExactly(true, false);
  }

  @Test
  void readsErrorsOfNodeWithCodeAndBreadcrumbs() throws Exception {
    Event event = event(file("node-handled.json"));
    assertThat(event.platform()).isEqualTo("node");
    assertThat(event.at()).isBetween(RECEIVED.minusSeconds(86_400), RECEIVED);
    assertThat(event.at()).isNotEqualTo(RECEIVED);
    assertThat(event.thrown()).extracting(Thrown::type).containsExactly("RangeError", "TypeError");
    assertThat(event.thrown().getLast().value())
        .isEqualTo("Cannot read properties of undefined (reading 'length')");
    Frame top = event.thrown().getLast().frames().getFirst();
    assertThat(top.function()).isEqualTo("total");
    assertThat(top.file()).isEqualTo("checkout.cjs");
    assertThat(top.line()).isEqualTo(6);
    assertThat(top.column()).isEqualTo(42);
    Frame.Code code = Objects.requireNonNull(top.code());
    assertThat(code.lines().get(top.line() - code.first()))
        .isEqualTo("function total(cart) { return cart.items.length; }");
    assertThat(event.breadcrumbs()).extracting(Event.Breadcrumb::message).contains("opened cart");
    assertThat(event.tags()).containsEntry("flag.new-cart", "b").containsEntry("app.type", "shop");
    assertThat(event(file("node-unhandled.json")).thrown()).noneMatch(Thrown::handled);
  }

  @Test
  void readsHowManySessionsBegan() throws Exception {
    for (Map.Entry<String, Long> sent :
        Map.of("java-sessions.json", 1L, "node-sessions.json", 2L).entrySet()) {
      List<Decoded> decoded = decode(Wire.bugsnagSessions, file(sent.getKey()));
      assertThat(decoded.getFirst().event()).isNull();
      assertThat(decoded.getFirst().dropped()).isEmpty();
      assertThat(decoded.getFirst().extras().stream().mapToLong(Extra::times).sum())
          .isEqualTo(sent.getValue());
    }
  }

  @Test
  void givesEachReportAnIdThatStaysTheSame() throws Exception {
    byte[] two = bytes("{\"events\":[{\"severity\":\"info\"},{\"severity\":\"info\"}]}");
    List<Decoded> decoded = decode(Wire.bugsnagEvents, two);
    assertThat(decoded).hasSize(2);
    String first = Objects.requireNonNull(decoded.getFirst().event()).id();
    assertThat(first).matches("[0-9a-f]{32}");
    assertThat(Objects.requireNonNull(decoded.getLast().event()).id()).isNotEqualTo(first);
    assertThat(event(two).id()).isEqualTo(first);
  }

  @Test
  void takesFieldsOfTheWrongTypeForAbsent() throws Exception {
    String report = new String(file("node-handled.json"), StandardCharsets.UTF_8);
    Random random = new Random(7);
    List<String> values =
        List.of("1", "\"x\"", "true", "null", "[]", "{}", "[[{\"a\":[1]}]]", "-1e9");
    for (int round = 0; round < 2000; round++) {
      int colon = report.indexOf("\":", random.nextInt(report.length() - 400)) + 2;
      int end = Math.max(report.indexOf(',', colon), report.indexOf('}', colon));
      String value = values.get(random.nextInt(values.size()));
      String broken = report.substring(0, colon) + value + report.substring(end);
      try {
        assertThat(decode(Wire.bugsnagEvents, bytes(broken))).isNotEmpty();
      } catch (Malformed refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }
    for (String value : values) {
      String all =
          ("{\"notifier\":V,\"events\":[V,{\"exceptions\":V,\"app\":V,\"device\":V,\"user\":V,"
                  + "\"request\":V,\"breadcrumbs\":V,\"featureFlags\":V,\"severityReason\":V,"
                  + "\"unhandled\":V,\"severity\":V,\"context\":V},{\"exceptions\":[V,"
                  + "{\"errorClass\":V,\"message\":V,\"stacktrace\":[V,{\"file\":V,\"method\":V,"
                  + "\"lineNumber\":V,\"code\":V,\"inProject\":V},{\"code\":{\"1\":V,\"x\":V}}]}]}]}")
              .replace("V", value);
      assertThat(decode(Wire.bugsnagEvents, bytes(all)).getLast().event()).isNotNull();
      String sessions = "{\"sessionCounts\":[V,{\"sessionsStarted\":V}]}".replace("V", value);
      assertThat(decode(Wire.bugsnagSessions, bytes(sessions))).hasSize(1);
    }
  }

  @Test
  void readsTheBodyOfARequestAndNothingThatAuthenticates() throws Exception {
    Event event =
        decode(
                Wire.bugsnagEvents,
                bytes(
                    """
                    {"events":[{"exceptions":[{"errorClass":"E","message":"m"}],"request":{
                      "url":"https://shop/orders","httpMethod":"POST","body":{"item":"hats"},
                      "headers":{"content-type":"application/json","authorization":"x"}}}]}\
                    """))
            .getLast()
            .event();
    assertThat(event.request().headers())
        .containsExactly(java.util.Map.entry("Content-Type", "application/json"));
    assertThat(event.request().body()).isEqualTo("{\"item\":\"hats\"}");
  }

  @Test
  void keepsTheNumberOfReportsInARequestBounded() throws Exception {
    byte[] body = bytes("{\"events\":[" + "{},".repeat(5000) + "{}]}");
    List<Decoded> decoded = decode(Wire.bugsnagEvents, body);
    assertThat(decoded).hasSize(101);
    assertThat(decoded.getLast().dropped())
        .containsExactly(new Dropped("event", new Outcome.Limited("too many events"), 4901));
  }

  @Test
  void refusesWhatIsNoReport() {
    for (String broken : List.of("", "[]", "null", "{\"events\":", "nonsense")) {
      assertThatThrownBy(() -> decode(Wire.bugsnagEvents, bytes(broken)))
          .isInstanceOf(Malformed.class);
      assertThatThrownBy(() -> inspect(Encoding.identity, bytes(broken)))
          .isInstanceOf(Malformed.class);
    }
  }

  @Test
  void stopsBombsAtTheDoor() {
    byte[] zeroes = new byte[16 * 1024 * 1024];
    Map<Encoding, byte[]> bombs =
        Map.of(
            Encoding.gzip, Bodies.gzip(zeroes),
            Encoding.zstd, Bodies.zstd(zeroes),
            Encoding.br, Bodies.bomb("br"));
    bombs.forEach(
        (encoding, bomb) ->
            assertThatThrownBy(() -> inspect(encoding, bomb)).isInstanceOf(TooLarge.class));
  }

  @Test
  void findsTheKeyInTheBody() throws Exception {
    assertThat(inspect(Encoding.identity, file("java-handled.json")).key())
        .isEqualTo("0123456789abcdef0123456789abcdef");
    assertThat(inspect(Encoding.identity, bytes("{\"a\":{\"apiKey\":\"x\"},\"apiKey\":7}")).key())
        .isNull();
  }

  private static dev.suture.ingest.Protocol.Inspected inspect(Encoding encoding, byte[] body)
      throws Malformed, IOException {
    return new BugsnagProtocol(Wire.bugsnagEvents).inspect(encoding, body, RECEIVED);
  }

  private Event event(byte[] body) throws Malformed {
    return Objects.requireNonNull(decode(Wire.bugsnagEvents, body).getFirst().event());
  }

  private List<Decoded> decode(Wire wire, byte[] body) throws Malformed {
    return decoder.decodeAll(new Arrival(1, RECEIVED, wire, "identity", "127.0.0.1", body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] file(String name) throws IOException {
    try (InputStream in = BugsnagDecoderTest.class.getResourceAsStream("/bugsnag/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
