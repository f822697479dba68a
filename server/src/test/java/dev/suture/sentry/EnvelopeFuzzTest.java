package dev.suture.sentry;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.ingest.Arrival;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.io.Encoding;
import dev.suture.io.TooLarge;
import dev.suture.testing.Bodies;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Mutated envelopes: each is read, or refused as malformed or too large, and soon. A failure names
/// the seed that repeats it.
class EnvelopeFuzzTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final int ROUNDS = Integer.getInteger("suture.fuzz.rounds", 10_000);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final byte[] SEED =
      bytes(
          """
          {"event_id":"9ec79c33ec9942ab8353589fcb2e04dc","sent_at":"2026-05-01T09:59:59Z","dsn":"https://abc@host/1"}
          {"type":"event"}
          {"timestamp":1777629600.25,"level":"error","platform":"javascript","release":"a@1","tags":[["a","b"]],"user":{"id":7},"exception":{"values":[{"type":"TypeError","value":"x","mechanism":{"handled":false},"stacktrace":{"frames":[{"function":"f","abs_path":"https://shop/a.js","lineno":1,"colno":2,"context_line":"x()","pre_context":["a"],"post_context":["b"]}]}}]},"breadcrumbs":{"values":[{"timestamp":"2026-05-01T09:59:58","category":"fetch","data":{"url":"/a","status_code":500}}]},"request":{"url":"https://shop/","headers":[["Cookie","a"]]},"debug_meta":{"images":[{"type":"sourcemap","code_file":"https://shop/a.js","debug_id":"9ec79c33ec9942ab8353589fcb2e04dc"}]},"contexts":{"suture":{"type":"capture"}}}
          {"type":"attachment","filename":"../../a","length":3}
          abc
          {"type":"replay_recording","length":23}
          {"segment_id":0}
          [{},1]
          """);

  private static final List<String> WORDS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\n",
          "\r\n",
          ":",
          ",",
          "null",
          "1e999",
          "-1",
          "\\ud800",
          "\\u0000",
          "\"length\":99999999999",
          "{\"type\":\"event\"}\n",
          "true",
          "[[[[",
          "9e18");

  private final SentryDecoder decoder = new SentryDecoder();
  private final SentryProtocol protocol = new SentryProtocol();

  @Test
  void theSeedIsReadWhole() throws Exception {
    var decoded =
        decoder.decode(new Arrival(1, NOW, Arrival.Wire.sentryEnvelope, "identity", "", SEED));
    assertThat(decoded.event()).isNotNull();
    assertThat(decoded.attachments()).hasSize(1);
    assertThat(decoded.recording()).isEqualTo(bytes("[{},1]"));
    assertThat(decoded.dropped()).isEmpty();
  }

  @Test
  @Timeout(60)
  void noMutationIsMoreThanMalformed() {
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      byte[] body = SEED.clone();
      for (int i = random.nextInt(6); i >= 0; i--) {
        body = mutate(body, random);
      }
      read(round, Encoding.identity, body);
    }
  }

  @Test
  @Timeout(60)
  void noMutationOfAnEncodedBodyIsMoreThanMalformed() {
    List<Encoding> encodings = List.of(Encoding.gzip, Encoding.deflate, Encoding.zstd, Encoding.br);
    List<byte[]> seeds =
        List.of(Bodies.gzip(SEED), Bodies.zlib(SEED), Bodies.zstd(SEED), Bodies.brotli());
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      byte[] body = seeds.get(round % 4).clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        body = mutate(body, random);
      }
      read(round, encodings.get(round % 4), body);
    }
  }

  private void read(int round, Encoding encoding, byte[] body) {
    long start = System.nanoTime();
    try {
      protocol.inspect(encoding, body, NOW);
    } catch (Malformed | TooLarge refused) {
      assertThat(refused.getMessage()).isNotBlank();
    } catch (Exception | StackOverflowError failure) {
      throw new AssertionError("round " + round + " " + encoding, failure);
    }
    try {
      var decoded =
          decoder.decode(
              new Arrival(1, NOW, Arrival.Wire.sentryEnvelope, encoding.name(), "", body));
      assertThat(decoded.dropped()).isNotNull();
      assertThat(String.valueOf(decoded.event())).isNotEmpty();
    } catch (Malformed refused) {
      assertThat(refused.getMessage()).isNotBlank();
    } catch (RuntimeException | StackOverflowError failure) {
      throw new AssertionError("round " + round + " " + encoding, failure);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("round %d", round)
        .isLessThan(LONGEST);
  }

  private static byte[] mutate(byte[] body, Random random) {
    if (body.length == 0) {
      return bytes(WORDS.get(random.nextInt(WORDS.size())));
    }
    int at = random.nextInt(body.length);
    switch (random.nextInt(6)) {
      case 0 -> body[at] = (byte) random.nextInt(256);
      case 1 -> body[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> {
        return Arrays.copyOf(body, at);
      }
      case 3 -> {
        return spliced(body, at, at, bytes(WORDS.get(random.nextInt(WORDS.size()))));
      }
      case 4 -> {
        int to = Math.min(body.length, at + random.nextInt(40));
        return spliced(body, at, to, new byte[0]);
      }
      default -> {
        int to = Math.min(body.length, at + random.nextInt(200));
        return spliced(body, to, to, Arrays.copyOfRange(body, at, to));
      }
    }
    return body;
  }

  private static byte[] spliced(byte[] body, int from, int to, byte[] middle) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length + middle.length);
    out.write(body, 0, from);
    out.writeBytes(middle);
    out.write(body, to, body.length - to);
    return out.toByteArray();
  }
}
