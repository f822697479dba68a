package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileBlobsTest {
  private static final byte[] TEXT =
      "the same again, ".repeat(500).getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private FileBlobs blobs;

  @BeforeEach
  void open() throws IOException {
    blobs = new FileBlobs(folder.resolve("blobs"));
  }

  private static byte[] noise() {
    byte[] bytes = new byte[5_000];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void aBlobComesBackAsItWasPut() throws IOException {
    blobs.put("captures/1/a/0", TEXT);
    blobs.put("captures/1/a/1", noise());
    blobs.put("captures/1/a/2", new byte[0]);
    assertThat(blobs.get("captures/1/a/0")).isEqualTo(TEXT);
    assertThat(blobs.get("captures/1/a/1")).isEqualTo(noise());
    assertThat(blobs.get("captures/1/a/2")).isEmpty();
  }

  @Test
  void whatWasPutPlainIsMappedWhereItLies() throws IOException {
    blobs.put("a", TEXT);
    blobs.putPlain("a", TEXT);
    assertThat(blobs.map("a")).isEqualTo(ByteBuffer.wrap(TEXT));
    assertThat(blobs.get("a")).isEqualTo(TEXT);
    assertThat(files()).hasSize(1);
    blobs.delete("a");
    assertThatThrownBy(() -> blobs.map("a")).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void textTakesLessRoomOnDisk() throws IOException {
    blobs.put("text", TEXT);
    assertThat(Files.size(files().getFirst())).isLessThan(TEXT.length / 10);
  }

  @Test
  void puttingAgainReplacesWhateverWasThere() throws IOException {
    blobs.put("a", TEXT);
    blobs.put("a", noise());
    assertThat(blobs.get("a")).isEqualTo(noise());
    blobs.put("a", TEXT);
    assertThat(blobs.get("a")).isEqualTo(TEXT);
    assertThat(files()).hasSize(1);
  }

  @Test
  void whatIsDeletedIsGoneAndMayBeDeletedAgain() throws IOException {
    blobs.put("a", TEXT);
    blobs.delete("a");
    blobs.delete("a");
    assertThat(files()).isEmpty();
    assertThatThrownBy(() -> blobs.get("a")).isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../a",
        "a/../b",
        "a//b",
        "a/.b",
        "a/",
        "A",
        "a b",
        "a~zst",
        "a\0"
      })
  void aKeyThatIsNoneIsRefused(String key) {
    assertThatThrownBy(() -> blobs.put(key, TEXT)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> blobs.get(key)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> blobs.delete(key)).isInstanceOf(IllegalArgumentException.class);
  }
}
