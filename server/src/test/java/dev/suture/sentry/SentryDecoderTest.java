package dev.suture.sentry;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Level;
import dev.suture.event.Thrown;
import dev.suture.ingest.Arrival;
import dev.suture.ingest.Decoder.Decoded;
import dev.suture.ingest.Decoder.Dropped;
import dev.suture.ingest.Outcome;
import dev.suture.testing.Bodies;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentryDecoderTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final String ID = "9ec79c33ec9942ab8353589fcb2e04dc";

  private final SentryDecoder decoder = new SentryDecoder();

  private Decoded decode(byte[] envelope) throws Exception {
    return decoder.decode(
        new Arrival(3, NOW, Arrival.Wire.sentryEnvelope, "identity", "192.0.2.1", envelope));
  }

  private Event event(String json) throws Exception {
    return event("{\"event_id\":\"" + ID + "\"}", json);
  }

  private Event event(String header, String json) throws Exception {
    Decoded decoded =
        decode(bytes(header + "\n{\"type\":\"event\"}\n" + json.replace("\n", "") + "\n"));
    assertThat(decoded.dropped()).isEmpty();
    return decoded.event();
  }

  @Test
  void readsFromTheBodyAgainWhatItLetGoOf() throws Exception {
    String json =
        """
        {"exception":{"values":[{"type":"T","value":"v","stacktrace":{"frames":[
        {"function":"main","filename":"a.py","lineno":7,"context_line":"é \\u00e9 \\"x\\"",
        "pre_context":["a"]},{"function":"pay","filename":"b.py","lineno":9}]}}]},
        "breadcrumbs":[{"message":"first"},{"message":"\tnot by the book"}]}\
        """
            .replace("\n", "");
    String first = "{\"type\":\"attachment\",\"length\":2,\"filename\":\"a\"}\n{}\n";
    byte[] envelope =
        bytes("{\"event_id\":\"" + ID + "\"}\n" + first + "{\"type\":\"event\"}\n" + json + "\n");
    Decoded kept = decode(envelope);
    Decoded freed = decode(envelope);
    assertThat(freed.event().breadcrumbs().getLast().message()).isEqualTo("\tnot by the book");
    assertThat(freed.text().bytes()).isEqualTo(bytes(json).length);
    for (int times = 0; times < 2; times++) {
      freed.text().letGo().run();
      assertThat(freed.event()).isEqualTo(kept.event());
    }
    assertThat(freed.event().thrown().getFirst().frames().getLast().code())
        .isEqualTo(new Frame.Code(6, List.of("a", "é é \"x\"")));
  }

  @Test
  void turnsChainsAndStacksRound() throws Exception {
    Event event =
        event(
            """
            {"platform":"java","exception":{"values":[
            {"type":"Cause","value":"c","stacktrace":{"frames":[
            {"function":"main","module":"shop.Main","filename":"Main.java","lineno":1},
            {"function":"run","module":"java.lang.Thread","filename":"Thread.java","lineno":2},
            {"function":"pay","module":"shop.Cart","filename":"Cart.java","lineno":3,"colno":4,
            "pre_context":["a","b"],"context_line":"c","post_context":["d"]}]}},
            {"type":"Top","value":"t","module":"x","mechanism":{"type":"onerror","handled":false}}
            ]}}\
            """);
    assertThat(event.thrown()).extracting(Thrown::type).containsExactly("Top", "Cause");
    assertThat(event.thrown().getFirst().handled()).isFalse();
    assertThat(event.thrown().getFirst().mechanism()).isEqualTo("onerror");
    List<Frame> frames = event.thrown().get(1).frames();
    assertThat(frames).extracting(Frame::function).containsExactly("pay", "run", "main");
    assertThat(frames).extracting(Frame::inApp).containsExactly(true, false, true);
    assertThat(frames.getFirst().code()).isEqualTo(new Frame.Code(1, List.of("a", "b", "c", "d")));
    assertThat(frames.getFirst().column()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"exception\":[{\"type\":\"T\",\"value\":\"v\"}]}",
        "{\"exception\":{\"type\":\"T\",\"value\":\"v\"}}",
        "{\"exception\":{\"values\":{\"type\":\"T\",\"value\":\"v\"}}}",
        "{\"exception\":{\"values\":[null,7,{\"type\":\"T\",\"value\":\"v\"},\"x\"]}}"
      })
  void readsEveryFormOfAnException(String json) throws Exception {
    assertThat(event(json).thrown()).containsExactly(new Thrown("T", "v", true, null, List.of()));
  }

  @Test
  void takesTheStackOfTheCrashedThread() throws Exception {
    Event event =
        event(
            """
            {"platform":"cocoa","exception":{"values":[{"type":"Crash","value":"x"}]},
            "threads":{"values":[{"id":1,"stacktrace":{"frames":[{"function":"idle"}]}},
            {"id":2,"crashed":true,"stacktrace":{"frames":[{"function":"boom"}]}}]}}\
            """);
    assertThat(event.thrown().getFirst().frames())
        .extracting(Frame::function)
        .containsExactly("boom");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"message\":\"m\"}",
        "{\"message\":{\"formatted\":\"m\",\"message\":\"%s\"}}",
        "{\"logentry\":{\"message\":\"m\",\"params\":[1]}}",
        "{\"logentry\":{\"formatted\":\"m\"},\"message\":7}",
        "{\"sentry.interfaces.Message\":{\"message\":\"m\"}}"
      })
  void readsEveryFormOfAMessage(String json) throws Exception {
    assertThat(event(json).message()).isEqualTo("m");
  }

  @ParameterizedTest
  @CsvSource({
    "1777629500,2026-05-01T09:58:20Z",
    "1777629500.25,2026-05-01T09:58:20.250Z",
    "'\"1777629500.25\"',2026-05-01T09:58:20.250Z",
    "'\"2026-05-01T09:58:20Z\"',2026-05-01T09:58:20Z",
    "'\"2026-05-01T09:58:20.123456\"',2026-05-01T09:58:20.123456Z",
    "'\"2026-05-01T11:58:20+02:00\"',2026-05-01T09:58:20Z",
    "'\"2026-05-01 09:58:20\"',2026-05-01T09:58:20Z",
    "'\"yesterday\"',2026-05-01T10:00:00Z",
    "-5,2026-05-01T10:00:00Z",
    "1e300,2026-05-01T10:00:00Z",
    "[],2026-05-01T10:00:00Z",
    "'\"2027-01-01T00:00:00Z\"',2026-05-01T10:00:00Z",
    "'\"1999-01-01T00:00:00Z\"',2026-05-01T10:00:00Z"
  })
  void readsTimesAndBelievesOnlyWhatCanBe(String timestamp, Instant at) throws Exception {
    assertThat(event("{\"timestamp\":" + timestamp + "}").at()).isEqualTo(at);
  }

  @Test
  void correctsTheClockOfTheSender() throws Exception {
    String header = "{\"event_id\":\"" + ID + "\",\"sent_at\":\"2026-05-01T12:00:00Z\"}";
    Event corrected = event(header, "{\"timestamp\":\"2026-05-01T11:59:30Z\"}");
    assertThat(corrected.at()).isEqualTo(NOW.minusSeconds(30));
    assertThat(corrected.details().said()).isEqualTo(Instant.parse("2026-05-01T11:59:30Z"));
    String spoilt = "{\"event_id\":\"" + ID + "\",\"sent_at\":\"soon\"}";
    assertThat(event(spoilt, "{\"timestamp\":\"2026-05-01T09:59:30Z\"}").at())
        .isEqualTo(NOW.minusSeconds(30));
  }

  @Test
  void losesAFieldOfTheWrongTypeAndNeverTheEvent() throws Exception {
    Event event =
        event(
            """
            {"event_id":{},"timestamp":{},"level":[],"platform":7,"release":{"a":1},
            "environment":["x"],"transaction":null,"tags":"none","user":[1],"request":5,
            "breadcrumbs":{"values":{"a":1}},"debug_meta":[],"sdk":"x","contexts":[],
            "exception":{"values":[{"type":{},"value":[1,2],"mechanism":3,
            "stacktrace":{"frames":[{"function":1,"lineno":"12","colno":-4,"in_app":"yes",
            "context_line":9},5,null]}}]}}\
            """);
    assertThat(event.id()).isEqualTo(ID);
    assertThat(event.level()).isEqualTo(Level.error);
    assertThat(event.platform()).isEqualTo("7");
    assertThat(event.release()).isNull();
    assertThat(event.tags()).isEmpty();
    assertThat(event.user()).isNull();
    assertThat(event.thrown().getFirst().type()).isEqualTo("Error");
    assertThat(event.thrown().getFirst().value()).isEqualTo("[1,2]");
    assertThat(event.thrown().getFirst().frames())
        .containsExactly(new Frame("1", "", 12, 0, true, null, null, null, null));
  }

  static List<String> whatTheStandardRefuses() {
    String open = "[".repeat(900);
    String close = "]".repeat(900);
    return List.of(
        "{\"message\":\"m\",\"extra\":{\"x\":NaN,\"y\":-Infinity}}",
        "{\"message\":\"m\",\"extra\":\"a\tb\"}",
        "\uFEFF{\"message\":\"m\"}",
        "{\"message\":\"m\",\"extra\":" + "9".repeat(5000) + "}",
        "{\"message\":\"m\",\"extra\":" + open + close + "}",
        "{\"message\":\"m\",\"" + "k".repeat(100_000) + "\":1}",
        "{\"message\":\"m\",\"tags\":{\"half \\ud800\":\"v\"}}");
  }

  @ParameterizedTest
  @MethodSource("whatTheStandardRefuses")
  void readsWhatSomeSendersWriteAndTheStandardRefuses(String json) throws Exception {
    assertThat(event(json).message()).isEqualTo("m");
  }

  @Test
  void readsBytesThatAreNoUtf8AndHalvesOfPairs() throws Exception {
    byte[] spoilt =
        "{}\n{\"type\":\"event\"}\n{\"message\":\"a\u00ff\"}\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(decode(spoilt).event().message()).isEqualTo("a\uFFFD");
    Event event = event("{\"tags\":{\"\\ud800\":1,\"\\ud83d\\ude00\":2,\"\\\\ud800\":3}}");
    assertThat(event.tags().keySet())
        .containsExactlyInAnyOrder("\uFFFD", "\uD83D\uDE00", "\\ud800");
  }

  @Test
  void readsAMessageThatIsADeepStructure() throws Exception {
    String deep = "[".repeat(900) + "]".repeat(900);
    Event event = event("{\"exception\":[{\"type\":\"T\",\"value\":" + deep + "}]}");
    assertThat(event.thrown().getFirst().type()).isEqualTo("T");
  }

  @Test
  void readsPairsAndMapsAndDropsWhatAuthenticates() throws Exception {
    Event pairs =
        event(
            """
            {"tags":[["a","1"],["b",2],["c"],7],"request":{"url":"https://shop/","method":"POST",
            "headers":[["Cookie","s"],["X-Trace","t"]],"query_string":[["q","a b"],["n",1]],
            "data":{"a":[1, {"b":"\\n"}]}}}\
            """);
    assertThat(pairs.tags())
        .containsExactly(java.util.Map.entry("a", "1"), java.util.Map.entry("b", "2"));
    assertThat(pairs.request().headers()).containsExactly(java.util.Map.entry("X-Trace", "t"));
    assertThat(pairs.request().url()).isEqualTo("https://shop/?n=1&q=a+b");
    assertThat(pairs.request().body()).isEqualTo("{\"a\":[1,{\"b\":\"\\n\"}]}");
    Event maps =
        event(
            """
            {"tags":{"a":true,"b":{}},"user":{"id":7,"email":"a@b.c","ip_address":"{{auto}}"},
            "request":{"headers":{"AUTHORIZATION":"x","accept":["a"],"Set-Cookie":"s"}}}\
            """);
    assertThat(maps.tags()).containsExactly(java.util.Map.entry("a", "true"));
    assertThat(maps.request().headers()).containsExactly(java.util.Map.entry("accept", "a"));
    assertThat(maps.user()).isEqualTo(new Event.User("7", "a@b.c", null, null));
  }

  @Test
  void readsDebugFilesBreadcrumbsAndTheReport() throws Exception {
    Event event =
        event(
            """
            {"debug_meta":{"images":[
            {"type":"sourcemap","code_file":"https://shop/a.js","debug_id":"9EC79C33EC9942AB8353589FCB2E04DC"},
            {"type":"macho","code_file":"x","debug_id":"9ec79c33ec9942ab8353589fcb2e04dc"}]},
            "breadcrumbs":[{"timestamp":1777629500,"category":"fetch","level":"warning",
            "data":{"method":"POST","url":"/api/cart","status_code":500}}],
            "contexts":{"suture":{"type":"capture","version":1,"title":"Checkout","note":"n"}}}\
            """);
    assertThat(event.debugFiles())
        .containsExactly(
            new Event.DebugFile("https://shop/a.js", "9ec79c33-ec99-42ab-8353-589fcb2e04dc"));
    assertThat(event.breadcrumbs())
        .containsExactly(
            new Event.Breadcrumb(
                Instant.ofEpochSecond(1777629500),
                "fetch",
                Level.warning,
                "POST /api/cart -> 500"));
    assertThat(event.report()).isEqualTo(new Event.Report("Checkout", "n"));
  }

  @Test
  void putsTheSegmentsOfARecordingInOrder() throws Exception {
    ByteArrayOutputStream envelope = new ByteArrayOutputStream();
    envelope.writeBytes(bytes("{}\n"));
    segment(envelope, 1, Bodies.zlib(bytes("[{\"b\":[]}, 2]")));
    segment(envelope, 2, bytes("[]"));
    segment(envelope, 0, bytes("[1]"));
    segment(envelope, 3, bytes("no array"));
    Decoded decoded = decode(envelope.toByteArray());
    assertThat(decoded.recording()).isEqualTo(bytes("[1,{\"b\":[]}, 2]"));
    assertThat(decoded.dropped())
        .containsExactly(new Dropped("replay_recording", new Outcome.Invalid("broken recording")));
  }

  private static void segment(ByteArrayOutputStream envelope, int number, byte[] events) {
    byte[] head = bytes("{\"segment_id\":" + number + "}\n");
    int length = head.length + events.length;
    envelope.writeBytes(bytes("{\"type\":\"replay_recording\",\"length\":" + length + "}\n"));
    envelope.writeBytes(head);
    envelope.writeBytes(events);
    envelope.write('\n');
  }

  @Test
  void keepsAttachmentsAndNamesWhatItDrops() throws Exception {
    Decoded decoded =
        decode(
            bytes(
                """
                {}
                {"type":"attachment","filename":"../../a.png","content_type":"image/png","length":3}
                a
                b
                {"type":"event"}
                [1]
                {"type":"transaction"}
                {}
                {"type":"<script>"}
                {}
                """));
    assertThat(decoded.event()).isNull();
    assertThat(decoded.attachments().getFirst().name()).isEqualTo("../../a.png");
    assertThat(decoded.attachments().getFirst().content()).isEqualTo(bytes("a\nb"));
    assertThat(decoded.dropped())
        .containsExactly(
            new Dropped("event", new Outcome.Invalid("no JSON object")),
            new Dropped("transaction", new Outcome.Filtered("not read yet")),
            new Dropped("unknown", new Outcome.Filtered("unknown item type")));
  }

  private List<Thrown> thrown(String event) throws Exception {
    Event read = decode(bytes("{}\n{\"type\":\"event\"}\n" + event + "\n")).event();
    return Objects.requireNonNull(read).thrown();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"late\",\"stacktrace\":{\"frames\":[{\"function\":\"outer\"},{\"function\":\"pay\"}]}}",
        "{\"message\":\"late\",\"threads\":{\"values\":[{\"id\":1,\"stacktrace\":{\"frames\":[{\"function\":\"idle\"}]}},{\"id\":2,\"current\":true,\"stacktrace\":{\"frames\":[{\"function\":\"pay\"}]}}]}}",
        "{\"logentry\":{\"formatted\":\"late\"},\"threads\":[{\"stacktrace\":{\"frames\":[{\"function\":\"pay\"}]}}]}",
      })
  void aMessageKeepsTheStackThatItCameWith(String event) throws Exception {
    Thrown only = thrown(event).getFirst();
    assertThat(only.type()).isEqualTo("Message");
    assertThat(only.value()).isEqualTo("late");
    assertThat(only.handled()).isTrue();
    assertThat(only.frames().getFirst().function()).isEqualTo("pay");
  }

  @Test
  void aStackBesideTheExceptionIsTheExceptions() throws Exception {
    Thrown only =
        thrown(
                "{\"exception\":{\"type\":\"E\",\"value\":\"v\"},\"stacktrace\":{\"frames\":[{\"function\":\"pay\"}]}}")
            .getFirst();
    assertThat(only.type()).isEqualTo("E");
    assertThat(only.frames().getFirst().function()).isEqualTo("pay");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 1 0", "0 1 2", "1 0 2", "1 2 0"})
  void theExceptionsOfAGroupStandInTheirOwnOrder(String order) throws Exception {
    StringBuilder values = new StringBuilder();
    for (String id : order.split(" ")) {
      values
          .append(values.isEmpty() ? "" : ",")
          .append("{\"type\":\"E")
          .append(id)
          .append("\",\"mechanism\":{\"type\":\"chained\",\"exception_id\":")
          .append(id)
          .append(id.equals("0") ? "}}" : ",\"parent_id\":0}}");
    }
    assertThat(thrown("{\"exception\":{\"values\":[" + values + "]}}"))
        .extracting(Thrown::type)
        .containsExactly("E0", "E1", "E2");
  }

  @Test
  void exceptionsWithoutNumbersStandAsTheyAlwaysDid() throws Exception {
    assertThat(
            thrown(
                "{\"exception\":[{\"type\":\"Cause\"},{\"type\":\"Top\",\"mechanism\":{\"exception_id\":0}}]}"))
        .extracting(Thrown::type)
        .containsExactly("Top", "Cause");
  }
}
