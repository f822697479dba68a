package dev.suture.io;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.testing.Bodies;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamsTest {
  private static final byte[] TEXT = bytes("what was sent ".repeat(3000));

  @Test
  void readsGzipWithEveryOptionalHeader() throws IOException {
    byte[] plain = Bodies.gzip(TEXT);
    ByteArrayOutputStream adorned = new ByteArrayOutputStream();
    adorned.write(plain, 0, 3);
    adorned.write(4 | 8 | 16 | 2);
    adorned.write(plain, 4, 6);
    adorned.writeBytes(new byte[] {2, 0, 'x', 'x', 'n', 0, 'c', 0, 1, 2});
    adorned.write(plain, 10, plain.length - 10);
    assertThat(gunzip(adorned.toByteArray())).isEqualTo(TEXT);
  }

  @Test
  void readsSeveralMembersAsOne() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.writeBytes(Bodies.gzip(bytes("one ")));
    members.writeBytes(Bodies.gzip(TEXT));
    assertThat(gunzip(members.toByteArray())).startsWith(bytes("one what")).hasSize(42_004);
  }

  @Test
  void noticesASpoiltByteAndAnEarlyEnd() {
    byte[] spoilt = Bodies.gzip(TEXT);
    spoilt[spoilt.length - 6] ^= 1;
    assertThatThrownBy(() -> gunzip(spoilt))
        .isInstanceOf(ZipException.class)
        .hasMessageContaining("checksum");
    byte[] whole = Bodies.gzip(TEXT);
    for (int cut = 0; cut < whole.length; cut += 5) {
      byte[] early = Arrays.copyOf(whole, cut);
      assertThatThrownBy(() -> gunzip(early)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void tellsZlibFromRawDeflate() throws IOException {
    for (int length : new int[] {0, 1, 2, 100, 42_000}) {
      byte[] plain = Arrays.copyOf(TEXT, length);
      assertThat(inflate(Bodies.zlib(plain))).isEqualTo(plain);
      assertThat(inflate(Bodies.rawDeflate(plain))).isEqualTo(plain);
    }
  }

  @Test
  void readsASourceThatYieldsOneByteAtATime() throws IOException {
    InputStream drops =
        new ByteArrayInputStream(Bodies.zlib(TEXT)) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(1, length));
          }
        };
    assertThat(InflateStream.deflate(drops).readAllBytes()).isEqualTo(TEXT);
  }

  @Test
  void usesInflatersAgainWithoutMixingTheirInput() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      byte[] plain = new byte[random.nextInt(20_000)];
      random.nextBytes(plain);
      try (InflateStream left = InflateStream.gzip(new ByteArrayInputStream(Bodies.gzip(TEXT)))) {
        assertThat(left.read()).isEqualTo('w');
      }
      assertThat(gunzip(Bodies.gzip(plain))).isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 41_999, 42_000, 42_001, 1_000_000})
  void readsUpToItsBound(int limit) throws IOException {
    InputStream in = new BoundedStream(new ByteArrayInputStream(TEXT), limit);
    if (limit >= TEXT.length) {
      assertThat(in.readAllBytes()).isEqualTo(TEXT);
      assertThat(BoundedStream.readAll(new ByteArrayInputStream(TEXT), limit, -1)).isEqualTo(TEXT);
    } else {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(TooLarge.class);
      assertThatThrownBy(() -> BoundedStream.readAll(new ByteArrayInputStream(TEXT), limit, 10))
          .isInstanceOf(TooLarge.class)
          .hasMessageContaining("" + limit);
    }
  }

  @Test
  void believesNoAnnouncedLength() throws IOException {
    for (long announced : new long[] {-1, 0, 5, TEXT.length, TEXT.length + 1, 1_000_000_000}) {
      assertThat(BoundedStream.readAll(new ByteArrayInputStream(TEXT), 2_000_000_000L, announced))
          .isEqualTo(TEXT);
    }
    assertThatThrownBy(() -> BoundedStream.readAll(InputStream.nullInputStream(), 10, 11))
        .isInstanceOf(TooLarge.class);
  }

  @Test
  void givesUpOnASenderThatDrips() {
    InputStream dripping =
        new SequenceInputStream(new ByteArrayInputStream(TEXT), InputStream.nullInputStream());
    assertThatThrownBy(() -> new PacedStream(dripping, Long.MAX_VALUE / 2, 0).readAllBytes())
        .isInstanceOf(TooSlow.class);
  }

  private static byte[] gunzip(byte[] packed) throws IOException {
    try (InputStream in = InflateStream.gzip(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static byte[] inflate(byte[] packed) throws IOException {
    try (InputStream in = InflateStream.deflate(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }
}
