package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.event.Artifact;
import dev.suture.event.ArtifactStore;
import dev.suture.event.SourceMapCompiler.CompiledMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ArtifactStoreContract extends StoreContract {
  private static final String ID = "7d8e4a70-0d07-5c5e-9d2a-0a41c4f9a111";

  private ArtifactStore artifacts;

  @BeforeEach
  void setUp() throws IOException {
    project("shop");
    project("blog");
    artifacts = new SqlArtifacts(database, new FileBlobs(blobs()));
  }

  private Path blobs() {
    return folder.resolve("blobs");
  }

  private static Artifact artifact(
      long project, @Nullable String debugId, @Nullable String release, @Nullable String url) {
    return new Artifact(
        project, debugId, release, url, 0, Instant.parse("2026-05-04T12:00:00Z"), "");
  }

  private static CompiledMap map(String text) {
    return new CompiledMap(bytes(text), bytes("compact " + text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String compact(Artifact artifact) throws IOException {
    return StandardCharsets.UTF_8.decode(artifacts.compact(artifact)).toString();
  }

  private long blobCount() throws IOException {
    try (Stream<Path> files = Files.walk(blobs())) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void aMapIsFoundByItsDebugId() throws IOException {
    artifacts.put(artifact(1, ID, null, null), map("one"));
    Artifact found = artifacts.byDebugId(1, ID).orElseThrow();
    assertThat(artifacts.read(found)).isEqualTo(bytes("one"));
    assertThat(found.bytes()).isEqualTo(3);
  }

  @Test
  void aMapIsFoundByReleaseAndPath() throws IOException {
    artifacts.put(artifact(1, null, "1.0", "~/assets/app.js"), map("one"));
    assertThat(artifacts.byRelease(1, "1.0", "/assets/app.js")).isPresent();
    assertThat(artifacts.byRelease(1, "1.1", "/assets/app.js")).isEmpty();
    assertThat(artifacts.byRelease(1, "1.0", "/assets/other.js")).isEmpty();
  }

  @Test
  void noLookupCrossesProjects() throws IOException {
    artifacts.put(artifact(1, ID, "1.0", "~/app.js"), map("one"));
    assertThat(artifacts.byDebugId(2, ID)).isEmpty();
    assertThat(artifacts.byRelease(2, "1.0", "/app.js")).isEmpty();
    assertThat(artifacts.all(2)).isEmpty();
  }

  @Test
  void aSecondMapInThePlaceReplacesTheFirstAndItsBytes() throws IOException {
    artifacts.put(artifact(1, ID, null, null), map("one"));
    artifacts.put(artifact(1, ID, null, null), map("two"));
    assertThat(artifacts.read(artifacts.byDebugId(1, ID).orElseThrow())).isEqualTo(bytes("two"));
    assertThat(artifacts.all(1)).hasSize(1);
    assertThat(compact(artifacts.byDebugId(1, ID).orElseThrow())).isEqualTo("compact two");
    assertThat(blobCount()).isEqualTo(2);
  }

  @Test
  void bytesThatTwoPlacesShareStayWhenOneIsReplaced() throws IOException {
    artifacts.put(artifact(1, ID, null, null), map("one"));
    artifacts.put(artifact(1, null, "1.0", "~/app.js"), map("one"));
    artifacts.put(artifact(1, ID, null, null), map("two"));
    Artifact other = artifacts.byRelease(1, "1.0", "/app.js").orElseThrow();
    assertThat(artifacts.read(other)).isEqualTo(bytes("one"));
  }

  @Test
  void uploadingTheSameMapAgainKeepsItReadable() throws IOException {
    artifacts.put(artifact(1, ID, null, null), map("one"));
    artifacts.put(artifact(1, ID, null, null), map("one"));
    assertThat(artifacts.read(artifacts.byDebugId(1, ID).orElseThrow())).isEqualTo(bytes("one"));
  }

  @Test
  void aMapThatCameAfterItWasAskedForIsFound() throws IOException {
    assertThat(artifacts.byDebugId(1, ID)).isEmpty();
    assertThat(artifacts.byRelease(1, "1.0", "/app.js")).isEmpty();
    artifacts.put(artifact(1, ID, null, null), map("one"));
    artifacts.put(artifact(1, null, "1.0", "~/app.js"), map("one"));
    assertThat(artifacts.byDebugId(1, ID)).isPresent();
    assertThat(artifacts.byRelease(1, "1.0", "/app.js")).isPresent();
  }

  @Test
  void theCompactFormCanBeMadeAnew() throws IOException {
    artifacts.put(artifact(1, ID, null, null), map("one"));
    Artifact found = artifacts.byDebugId(1, ID).orElseThrow();
    artifacts.keepCompact(found, bytes("another version's"));
    assertThat(compact(found)).isEqualTo("another version's");
  }

  @Test
  void aMapWithoutAPlaceIsRefused() {
    assertThatThrownBy(() -> artifacts.put(artifact(1, null, "1.0", null), map("one")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
