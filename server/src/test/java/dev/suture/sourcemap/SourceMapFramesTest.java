package dev.suture.sourcemap;

import static dev.suture.event.EventSample.event;
import static dev.suture.event.EventSample.frame;
import static dev.suture.event.EventSample.java;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Artifact;
import dev.suture.event.EventSample;
import dev.suture.event.Frame;
import dev.suture.event.SourceMapCompiler.CompiledMap;
import dev.suture.event.SourceMapCompiler.NotASourceMap;
import dev.suture.json.Json;
import dev.suture.project.Lines;
import dev.suture.store.Database;
import dev.suture.store.FileBlobs;
import dev.suture.store.SqlArtifacts;
import dev.suture.store.SqlProjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class SourceMapFramesTest {
  private static final String FILE = "https://shop.example/assets/cart.js";
  private static final String ID = "7d8e4a70-0d07-5c5e-9d2a-0a41c4f9a111";

  @TempDir Path folder;
  private Database database;
  private SqlArtifacts artifacts;
  private SourceMapFrames mapper;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(folder);
    new SqlProjects(database).create("shop", "Shop", null, Lines.GIT_FLOW);
    new SqlProjects(database).create("blog", "Blog", null, Lines.GIT_FLOW);
    artifacts = new SqlArtifacts(database, new FileBlobs(folder.resolve("blobs")));
    mapper = new SourceMapFrames(artifacts);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static byte[] map() throws IOException {
    try (InputStream in =
        SourceMapFramesTest.class.getResourceAsStream("/built-cart/cart.js.map")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private void upload(
      @Nullable String debugId, @Nullable String release, @Nullable String url, byte[] map)
      throws IOException {
    upload(new Artifact(1, debugId, release, url, 0, EventSample.NOON, ""), map, compact(map));
  }

  private void upload(Artifact artifact, byte[] map, byte[] compact) throws IOException {
    artifacts.put(artifact, new CompiledMap(map, compact));
  }

  /// Nothing for what is no source map.
  private static byte[] compact(byte[] map) {
    try {
      return new SourceMapDecoder().compile(map).compact();
    } catch (NotASourceMap broken) {
      return new byte[0];
    }
  }

  /// The stack that Node prints for the built file.
  private static EventSample error() {
    return event()
        .thrown(
            "TypeError",
            "Cannot read properties of undefined (reading 'price')",
            frame("a", FILE, 1, 33),
            frame("e.total", FILE, 1, 121),
            frame("e.pay", FILE, 1, 101),
            frame("", FILE, 1, 176),
            frame("Array.map", "<anonymous>", 0, 0),
            frame("c", FILE, 1, 166),
            frame("", FILE, 1, 191));
  }

  private List<Frame> mapped(EventSample sample) {
    return mapper.map(sample.build()).thrown().getFirst().frames();
  }

  @Test
  void framesAreMappedByTheDebugIdOfTheirFile() throws IOException {
    upload(ID, null, null, map());
    List<Frame> frames = mapped(error().debugFile(FILE, ID));
    assertThat(frames)
        .extracting(Frame::file)
        .containsExactly(
            "src/cart.ts",
            "src/checkout.ts",
            "src/checkout.ts",
            "src/checkout.ts",
            "<anonymous>",
            "src/checkout.ts",
            "src/checkout.ts");
    assertThat(frames).extracting(Frame::line).containsExactly(11, 11, 8, 16, 0, 16, 20);
    assertThat(frames)
        .extracting(Frame::function)
        .containsExactly("firstPrice", "total", "pay", "<anonymous>", "Array.map", "submit", "");
    assertThat(frames).extracting(Frame::unmapped).containsOnlyNulls();
  }

  @Test
  void aCompactFormOfAnotherVersionOrCutShortIsMadeAnew() throws IOException {
    byte[] whole = compact(map());
    byte[] newer = whole.clone();
    newer[3]++;
    for (byte[] kept : List.of(new byte[0], newer, Arrays.copyOf(whole, whole.length - 1))) {
      upload(new Artifact(1, ID, null, null, 0, EventSample.NOON, ""), map(), kept);
      mapper = new SourceMapFrames(artifacts);
      assertThat(mapped(error().debugFile(FILE, ID)).getFirst().file()).isEqualTo("src/cart.ts");
      ByteBuffer remade = artifacts.compact(artifacts.byDebugId(1, ID).orElseThrow());
      assertThat(remade).isEqualTo(ByteBuffer.wrap(whole));
    }
  }

  @Test
  void aMappedFrameKeepsWhereItLayAndShowsTheSourceAround() throws IOException {
    upload(ID, null, null, map());
    Frame top = mapped(error().debugFile(FILE, ID)).getFirst();
    assertThat(top.built()).isEqualTo(new Frame.Built(FILE, "a", 1, 33));
    assertThat(top.inApp()).isTrue();
    Frame.Code code = Objects.requireNonNull(top.code());
    assertThat(code.first()).isEqualTo(6);
    assertThat(code.lines().get(top.line() - code.first()))
        .isEqualTo("  return cart.items[0].price;");
    assertThat(code.lines().get(top.line() - code.first()).substring(top.column() - 1))
        .startsWith("price");
  }

  @Test
  void framesAreMappedByReleaseAndPath() throws IOException {
    upload(null, "1.0", "~/assets/cart.js", map());
    assertThat(mapped(error().release("1.0")).getFirst().file()).isEqualTo("src/cart.ts");
    Frame other = mapped(error().release("1.1")).getFirst();
    assertThat(other.file()).isEqualTo(FILE);
    assertThat(other.unmapped()).contains("no source map is uploaded for it in this release");
  }

  @Test
  void anotherProjectsMapIsNeverUsed() throws IOException {
    upload(ID, "1.0", "~/assets/cart.js", map());
    EventSample foreign = error().project(2).release("1.0").debugFile(FILE, ID);
    Frame top = mapped(foreign).getFirst();
    assertThat(top.file()).isEqualTo(FILE);
    assertThat(top.unmapped()).contains("No source map is uploaded under this file's debug id");
  }

  @Test
  void oneFrameThatCannotBeMappedLeavesTheOthersAlone() throws IOException {
    upload(ID, null, null, map());
    List<Frame> frames =
        mapped(
            event()
                .debugFile(FILE, ID)
                .thrown(
                    "TypeError",
                    "x",
                    frame("far", FILE, 900, 1),
                    frame("noColumn", FILE, 1, 0),
                    frame("widget", "https://ads.example/w.js", 1, 5),
                    frame("a", FILE, 1, 33)));
    assertThat(frames)
        .extracting(Frame::unmapped)
        .containsExactly(
            "The source map has no entry for this position.",
            "The browser reported no line and column.",
            "The file has no debug id, and the event names no release.",
            null);
    assertThat(frames.getLast().file()).isEqualTo("src/cart.ts");
  }

  @Test
  void withoutSourceTextTheCallersNameForItIsUsed() throws IOException {
    ObjectNode map = (ObjectNode) Json.MAPPER.readTree(map());
    map.remove("sourcesContent");
    upload(ID, null, null, Json.MAPPER.writeValueAsBytes(map));
    List<Frame> frames = mapped(error().debugFile(FILE, ID));
    assertThat(frames.getFirst().function()).isEqualTo("firstPrice");
    assertThat(frames.get(1).function()).isEqualTo("e.total");
    assertThat(frames.getFirst().code()).isNull();
  }

  @Test
  void dependenciesAndIgnoredSourcesAreNotOurOwnCode() throws IOException {
    ObjectNode map = (ObjectNode) Json.MAPPER.readTree(map());
    map.putArray("sources").add("../node_modules/cart/index.ts").add("src/checkout.ts");
    map.putArray("ignoreList").add(1);
    upload(ID, null, null, Json.MAPPER.writeValueAsBytes(map));
    List<Frame> frames = mapped(error().debugFile(FILE, ID));
    assertThat(frames.getFirst().file()).isEqualTo("node_modules/cart/index.ts");
    assertThat(frames.getFirst().inApp()).isFalse();
    assertThat(frames.get(1).inApp()).isFalse();
  }

  @Test
  void aSecondUploadInThePlaceIsUsedAtOnce() throws IOException {
    upload(ID, null, null, map());
    assertThat(mapped(error().debugFile(FILE, ID)).getFirst().file()).isEqualTo("src/cart.ts");
    String moved = new String(map(), StandardCharsets.UTF_8).replace("src/cart.ts", "src/moved.ts");
    upload(ID, null, null, moved.getBytes(StandardCharsets.UTF_8));
    assertThat(mapped(error().debugFile(FILE, ID)).getFirst().file()).isEqualTo("src/moved.ts");
  }

  @Test
  void platformsWithoutSourceMapsAreLeftAlone() {
    Frame own = java("com.shop.Cart", "pay", "Cart.java", 4, true);
    assertThat(mapped(event().platform("java").thrown("E1", "", own))).containsExactly(own);
  }
}
