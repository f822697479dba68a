package dev.suture.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Packed bodies beside what zlib says of them: what it writes, and what nobody should send.
class InflateStreamTest {
  private static final int[] STRATEGIES = {
    Deflater.DEFAULT_STRATEGY, Deflater.FILTERED, Deflater.HUFFMAN_ONLY
  };

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void readsWhatZlibWrites(int seed) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      byte[] plain = plain(random);
      byte[] raw = raw(plain, random);
      assertArrayEquals(plain, read(InflateStream.deflate(source(raw, random)), random));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void takesNoMoreAndNoLessThanZlib(int seed) throws Exception {
    Random random = new Random(100 + seed);
    int broken = 0;
    for (int i = 0; i < 1_500; i++) {
      byte[] spoilt = raw(Arrays.copyOf(plain(random), 300 + random.nextInt(500)), random);
      for (int flips = random.nextInt(3); flips >= 0; flips--) {
        spoilt[random.nextInt(Math.min(spoilt.length, 120))] ^= (byte) (1 << random.nextInt(8));
      }
      if (random.nextInt(4) == 0) {
        spoilt = Arrays.copyOf(spoilt, random.nextInt(spoilt.length));
      }
      byte[] expected = zlib(spoilt);
      byte[] framed = gzip(spoilt, expected == null ? new byte[0] : expected);
      if (expected == null) {
        broken++;
        assertThrows(IOException.class, () -> InflateStream.gzip(in(framed)).readAllBytes());
      } else {
        assertArrayEquals(expected, InflateStream.gzip(in(framed)).readAllBytes());
      }
    }
    assertTrue(broken > 500, () -> "spoilt documents that zlib refuses");
  }

  @Test
  void readsFixedCodesAndStoredBlocks() throws Exception {
    byte[] plain = "a".getBytes(StandardCharsets.US_ASCII);
    assertArrayEquals(plain, InflateStream.deflate(in(deflated(plain, 9, 0))).readAllBytes());
    byte[] noise = new byte[200_000];
    new Random(1).nextBytes(noise);
    assertArrayEquals(noise, InflateStream.deflate(in(deflated(noise, 0, 0))).readAllBytes());
    assertArrayEquals(noise, InflateStream.deflate(in(deflated(noise, 9, 0))).readAllBytes());
  }

  @Test
  void readsSeveralMembers() throws Exception {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      String text = "member " + i + " ".repeat(i * 777);
      expected.append(text);
      try (GZIPOutputStream gzip = new GZIPOutputStream(all)) {
        gzip.write(text.getBytes(StandardCharsets.US_ASCII));
      }
    }
    byte[] read = InflateStream.gzip(in(all.toByteArray())).readAllBytes();
    assertEquals(expected.toString(), new String(read, StandardCharsets.US_ASCII));
  }

  @Test
  void aMatchCannotReachIntoWhatAnotherBodyLeft() throws Exception {
    byte[] secret = "the body of another sender, which is nobody's business".repeat(900).getBytes();
    assertArrayEquals(secret, InflateStream.deflate(in(deflated(secret, 6, 0))).readAllBytes());
    // A fixed block: the literal `a`, then a match of length 3 at the distance 4.
    byte[] reaching = {0x4b, (byte) 0x04, 0x62, 0x00};
    assertEquals(null, zlib(reaching));
    assertThrows(IOException.class, () -> InflateStream.deflate(in(reaching)).readAllBytes());
  }

  @Test
  void givesWhatCameBeforeTheEndThatIsMissing() throws Exception {
    byte[] plain = "abcdefgh".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
    byte[] raw = deflated(plain, 6, 0);
    InputStream cut = InflateStream.deflate(in(Arrays.copyOf(raw, raw.length - 2)));
    byte[] first = cut.readNBytes(100_000);
    assertArrayEquals(Arrays.copyOf(plain, 100_000), first);
    assertThrows(IOException.class, cut::readAllBytes);
  }

  private static byte[] plain(Random random) {
    byte[] plain =
        new byte[random.nextInt(4) == 0 ? random.nextInt(300_000) : random.nextInt(9_000)];
    int alphabet = 1 + random.nextInt(random.nextBoolean() ? 4 : 256);
    int repeats = random.nextInt(100);
    for (int i = 0; i < plain.length; i++) {
      plain[i] = (byte) (random.nextInt(alphabet) * (1 + random.nextInt(2)));
      if (i > 300 && random.nextInt(100) < repeats) {
        int length = Math.min(plain.length - i, 3 + random.nextInt(300));
        int distance = 1 + random.nextInt(random.nextBoolean() ? 12 : Math.min(i, 32_768));
        for (int j = 0; j < length; j++) {
          plain[i + j] = plain[i + j - distance];
        }
        i += length - 1;
      }
    }
    return plain;
  }

  private static byte[] raw(byte[] plain, Random random) {
    return deflated(plain, random.nextInt(10), STRATEGIES[random.nextInt(STRATEGIES.length)]);
  }

  private static byte[] deflated(byte[] plain, int level, int strategy) {
    Deflater deflater = new Deflater(level, true);
    deflater.setStrategy(strategy);
    deflater.setInput(plain);
    deflater.finish();
    byte[] raw = new byte[plain.length * 2 + 1_000];
    int length = 0;
    while (!deflater.finished()) {
      length += deflater.deflate(raw, length, raw.length - length);
    }
    deflater.end();
    return Arrays.copyOf(raw, length);
  }

  /// What zlib makes of it; null when it refuses or does not come to the end.
  private static byte[] zlib(byte[] raw) {
    Inflater inflater = new Inflater(true);
    inflater.setInput(raw);
    byte[] plain = new byte[1 << 18];
    try {
      int length = inflater.inflate(plain);
      return inflater.finished() ? Arrays.copyOf(plain, length) : null;
    } catch (DataFormatException refused) {
      return null;
    } finally {
      inflater.end();
    }
  }

  /// The raw bytes framed as gzip, so that where they end is held against the length too.
  private static byte[] gzip(byte[] raw, byte[] plain) {
    Inflater inflater = new Inflater(true);
    inflater.setInput(raw);
    int used = raw.length;
    try {
      inflater.inflate(new byte[1 << 18]);
      used -= inflater.getRemaining();
    } catch (DataFormatException refused) {
      used = raw.length;
    }
    inflater.end();
    CRC32 checksum = new CRC32();
    checksum.update(plain);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3});
    all.write(raw, 0, used);
    for (int number : new int[] {(int) checksum.getValue(), plain.length}) {
      for (int shift = 0; shift < 32; shift += 8) {
        all.write(number >>> shift);
      }
    }
    return all.toByteArray();
  }

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  /// The bytes whole or in pieces, as a network gives them.
  private static InputStream source(byte[] bytes, Random random) {
    if (random.nextBoolean() || bytes.length < 2) {
      return in(bytes);
    }
    int first = 1 + random.nextInt(bytes.length - 1);
    return new SequenceInputStream(
        in(Arrays.copyOf(bytes, first)), in(Arrays.copyOfRange(bytes, first, bytes.length)));
  }

  private static byte[] read(InputStream in, Random random) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[1 + random.nextInt(70_000)];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      all.write(piece, 0, read);
    }
    in.close();
    return all.toByteArray();
  }
}
