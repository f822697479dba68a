package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.event.upload.Checksum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunkFilesTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-05-04T12:00:00Z");

  private ChunkFiles open(long bytes, int files) throws IOException {
    return new ChunkFiles(folder, new ChunkFiles.Limits(bytes, files, HOUR), () -> now);
  }

  private static Checksum put(ChunkFiles chunks, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Checksum checksum = Checksum.of(bytes);
    chunks.put(checksum, bytes);
    return checksum;
  }

  private long files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.count();
    }
  }

  @Test
  void chunksAreReadOneBehindTheOther() throws IOException {
    ChunkFiles chunks = open(100, 10);
    Checksum one = put(chunks, "one ");
    Checksum two = put(chunks, "two ");
    try (InputStream whole = chunks.open(List.of(two, one, two))) {
      assertThat(whole.readAllBytes()).asString().isEqualTo("two one two ");
    }
  }

  @Test
  void theOldestGoesWhenThereIsNoRoom() throws IOException {
    ChunkFiles chunks = open(10, 10);
    Checksum one = put(chunks, "12345");
    Checksum two = put(chunks, "67890");
    put(chunks, "12345");
    Checksum three = put(chunks, "abcde");
    assertThat(chunks.has(one)).isTrue();
    assertThat(chunks.has(two)).isFalse();
    assertThat(chunks.has(three)).isTrue();
    assertThat(files()).isEqualTo(2);
    assertThatThrownBy(() -> chunks.open(List.of(two))).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void manySmallOnesAreBoundedToo() throws IOException {
    ChunkFiles chunks = open(1000, 3);
    for (int i = 0; i < 9; i++) {
      put(chunks, "chunk " + i);
    }
    assertThat(files()).isEqualTo(3);
  }

  @Test
  void whatIsTooOldGoes() throws IOException {
    ChunkFiles chunks = open(100, 10);
    Checksum old = put(chunks, "old");
    now = now.plus(HOUR).plusSeconds(1);
    Checksum young = put(chunks, "young");
    chunks.expire();
    assertThat(chunks.has(old)).isFalse();
    assertThat(chunks.has(young)).isTrue();
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void nothingIsLeftOfAnEarlierRun() throws IOException {
    Checksum left = put(open(100, 10), "left");
    assertThat(open(100, 10).has(left)).isFalse();
    assertThat(files()).isZero();
  }
}
