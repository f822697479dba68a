package dev.suture.sentry;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Protocol.Inspected;
import dev.suture.io.Encoding;
import dev.suture.io.TooLarge;
import dev.suture.testing.Bodies;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentryProtocolTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final String ID = "9ec79c33ec9942ab8353589fcb2e04dc";

  private final SentryProtocol protocol = new SentryProtocol();

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments("", "the envelope is empty"),
        arguments("\n", "the envelope's header is no JSON object"),
        arguments("[]\n", "the envelope's header is no JSON object"),
        arguments("nonsense", "the envelope's header is no JSON object"),
        arguments("{}{}\n", "more than one JSON object"),
        arguments("{\"event_id\":\"abc\"}\n", "event_id is no UUID"),
        arguments("{\"dsn\":\"abc\"}\n", "dsn is no DSN"),
        arguments("{}\nnonsense", "the header of item 1 is no JSON object"),
        arguments("{}\n{}\n", "the header of item 1 names no type"),
        arguments("{}\n{\"type\":7,\"length\":\"x\"}\n", "the length of item 1 is no number"),
        arguments("{}\n{\"type\":\"a\",\"length\":-1}\n", "the length of item 1 is no number"),
        arguments("{}\n{\"type\":\"a\",\"length\":1.5}\n", "the length of item 1 is no number"),
        arguments("{}\n{\"type\":\"a\",\"length\":3}\nab", "item 1 is shorter than"),
        arguments("{}\n{\"type\":\"a\",\"length\":1}\nab", "item 1 is longer than"),
        arguments("{}\n{\"type\":\"a\"}\nx\n\n{\"type\":\"b\"}\n", "header of item 2 is an empty"),
        arguments("{}\n{\"type\":\"" + "a".repeat(20_000), "is longer than 16384 bytes"),
        arguments("{}\n" + "{\"type\":\"a\"}\n\n".repeat(1001), "more than 1000 items"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 200, 255, 256, 257, 1_000, 5_000, 16_000})
  void seesAtAGlanceWhatHeaderLinesOfAnyLengthSay(int more) throws Exception {
    String aside = "\",\"aside\":\"" + "a".repeat(more) + "\"}\n";
    String header = "{\"event_id\":\"" + ID + aside;
    byte[] envelope = bytes(header + "{\"type\":\"event" + aside + "{}");
    for (Encoding encoding : List.of(Encoding.identity, Encoding.gzip)) {
      byte[] body = encoding == Encoding.gzip ? Bodies.gzip(envelope) : envelope;
      assertThat(protocol.glance(encoding, body)).isNotNull().returns(ID, Inspected::id);
    }
    byte[] cut = Bodies.gzip(bytes(header + "{\"type\":\"event" + aside.strip()));
    byte[] early = Arrays.copyOf(cut, cut.length - 9);
    assertThatThrownBy(() -> protocol.glance(Encoding.gzip, early)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysWhatIsWrongWithAnEnvelope(String envelope, String words) {
    assertThatThrownBy(() -> inspect(envelope))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{}\n",
        "{}\n\n\n",
        "{}\r\n",
        "{}\n{\"type\":\"a\"}\n",
        "{}\n{\"type\":\"a\"}",
        "{}\n{\"type\":\"a\",\"length\":0}\n\n",
        "{}\n{\"type\":\"a\",\"length\":3}\na\nb",
        "{}\n{\"type\":\"a\",\"length\":3}\na\nb\n{\"type\":\"b\"}\nno JSON \r\n",
        "{\"sent_at\":{},\"sent_at\":1,\"trace\":{\"a\":[1]}}\n{\"type\":\"a\",\"x\":[{}]}\n{}",
      })
  void takesWhatKeepsTheGrammar(String envelope) throws Exception {
    assertThat(inspect(envelope).body()).isEqualTo(bytes(envelope));
  }

  @Test
  void namesTheEventFromHeaderPayloadOrNothing() throws Exception {
    String other = "{\"type\":\"event\"}\n{\"a\":[{}],\"event_id\":\"" + "a".repeat(32) + "\"}\n";
    assertThat(inspect("{\"event_id\":\"9EC79C33-EC99-42AB-8353-589FCB2E04DC\"}\n" + other).id())
        .isEqualTo(ID);
    assertThat(inspect("{}\n" + other).id()).isEqualTo("a".repeat(32));
    assertThat(inspect("{}\n{\"type\":\"session\"}\n{}").id()).isNull();
    assertThat(inspect("{}\n{\"type\":\"event\"}\n{}").id())
        .matches("[0-9a-f]{32}")
        .isEqualTo(inspect("{}\n{\"type\":\"event\"}\n{}").id());
  }

  @Test
  void readsTheDsnOfTheHeader() throws Exception {
    Inspected inspected = inspect("{\"dsn\":\"https://abc:secret@host:9000/sub/path/42\"}\n");
    assertThat(inspected.key()).isEqualTo("abc");
    assertThat(inspected.project()).isEqualTo("42");
  }

  @Test
  void findsKeysWhereSdksPutThem() {
    assertThat(protocol.keys(List.of("Sentry sentry_version=7, sentry_key=a, sentry_client=x/1")))
        .containsExactly("a");
    assertThat(protocol.keys(List.of("sentry_key=b", "Sentry sentry_key=c,sentry_secret=d")))
        .containsExactly("b", "c");
    assertThat(protocol.keys(List.of("Sentry not_sentry_key=a"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Encoding.class,
      names = {"gzip", "deflate", "br", "zstd"})
  void readsABombInLittleMemory(Encoding encoding) {
    byte[] bomb = Bodies.bomb(encoding.name());
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> protocol.inspect(encoding, bomb, NOW)).isInstanceOf(TooLarge.class);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(64L * 1024 * 1024);
  }

  @ParameterizedTest
  @EnumSource(
      value = Encoding.class,
      names = {"gzip", "deflate", "br", "zstd"})
  void saysThatABodyDoesNotDecode(Encoding encoding) {
    assertThatThrownBy(() -> protocol.inspect(encoding, bytes("\7\7\7 not encoded at all"), NOW))
        .isInstanceOf(Malformed.class)
        .hasMessage("the body does not decode as " + encoding);
  }

  private Inspected inspect(String envelope) throws IOException, Malformed {
    return protocol.inspect(Encoding.identity, bytes(envelope), NOW);
  }
}
