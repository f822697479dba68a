package dev.suture.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.ingest.Arrival;
import dev.suture.ingest.Arrival.Wire;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.stacktext.StackTextReader;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real requests with bytes changed, cut out and doubled: each is read or called malformed.
class OtlpFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  private final OtlpDecoder decoder = new OtlpDecoder(new StackTextReader());

  @ParameterizedTest
  @CsvSource({
    "otlpLogsProtobuf, java-logs.binpb",
    "otlpTracesProtobuf, java-traces.binpb",
    "otlpLogsJson, node-logs.json",
    "otlpTracesJson, node-traces.json"
  })
  void noMutationIsMoreThanMalformed(Wire wire, String file) throws Exception {
    byte[] seed = OtlpDecoderTest.file(file);
    int read = 0;
    for (int round = 0; round < 3000; round++) {
      Random random = new Random(round);
      byte[] body = mutate(seed, random);
      try {
        decoder.decodeAll(new Arrival(1, NOW, wire, "identity", "", body));
        read++;
      } catch (Malformed refused) {
        assertThat(refused.getMessage()).isNotBlank();
      } catch (RuntimeException | StackOverflowError failure) {
        throw new AssertionError("round " + round, failure);
      }
    }
    assertThat(read).isBetween(1, 2999);
  }

  @Test
  void deepNestingAndEmptyRecordsCostNoMoreThanTheirBytes() throws Exception {
    byte[] deep = new byte[4 * 1024 * 1024];
    java.util.Arrays.fill(deep, (byte) '[');
    try {
      decoder.decodeAll(new Arrival(1, NOW, Wire.otlpLogsJson, "identity", "", deep));
      throw new AssertionError("nesting without bound was read");
    } catch (Malformed refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
    // Field 2 of a scope, empty, two bytes each: a million log records in two megabytes.
    int count = 1_000_000;
    byte[] records = new byte[2 * count];
    for (int i = 0; i < count; i++) {
      records[2 * i] = 0x12;
    }
    byte[] body = wrap(wrap(records, 0x12), 0x0a);
    var decoded =
        decoder.decodeAll(new Arrival(1, NOW, Wire.otlpLogsProtobuf, "identity", "", body));
    assertThat(decoded.getFirst().dropped().getFirst().times()).isEqualTo(count);
  }

  private static byte[] wrap(byte[] inside, int tag) {
    byte[] out = new byte[inside.length + 5];
    out[0] = (byte) tag;
    for (int i = 0; i < 4; i++) {
      out[1 + i] = (byte) (inside.length >>> (7 * i) & 0x7f | (i < 3 ? 0x80 : 0));
    }
    System.arraycopy(inside, 0, out, 5, inside.length);
    return out;
  }

  private static byte[] mutate(byte[] seed, Random random) {
    byte[] body = seed.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(body.length);
      switch (random.nextInt(4)) {
        case 0 -> body[at] = (byte) random.nextInt(256);
        case 1 -> body[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> body = java.util.Arrays.copyOf(body, at + 1);
        default -> {
          byte[] doubled = java.util.Arrays.copyOf(body, body.length + (body.length - at));
          System.arraycopy(body, at, doubled, body.length, body.length - at);
          body = doubled;
        }
      }
    }
    return body;
  }
}
