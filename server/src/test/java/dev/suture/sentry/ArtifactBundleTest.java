package dev.suture.sentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.event.upload.BundleReader;
import dev.suture.event.upload.BundleReader.BundledMap;
import dev.suture.event.upload.BundleReader.NotABundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ArtifactBundleTest {
  private static final ArtifactBundle.Limits SMALL =
      new ArtifactBundle.Limits(4, 2000, 1000, 10_000, 1000);
  private static final String ID = "46526a11717e5cd1a231f4b0eb212a7d";

  private static byte[] zip(String... namesAndContents) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {'S', 'Y', 'S', 'B', 2, 0, 0, 0});
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static List<BundledMap> read(byte[] bundle) throws IOException, NotABundle {
    return read(bundle, SMALL);
  }

  private static List<BundledMap> read(byte[] bundle, ArtifactBundle.Limits limits)
      throws IOException, NotABundle {
    List<BundledMap> maps = new ArrayList<>();
    new ArtifactBundle(limits).read(new InMemory(bundle), maps::add);
    return maps;
  }

  private record InMemory(byte[] content) implements BundleReader.Packed {
    @Override
    public long bytes() {
      return content.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content);
    }
  }

  private static String file(String type, String url, String headers) {
    return "{\"type\":\"%s\",\"url\":\"%s\",\"headers\":{%s}}".formatted(type, url, headers);
  }

  private static String manifest(String... namesAndFiles) {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < namesAndFiles.length; i += 2) {
      files.add("\"" + namesAndFiles[i] + "\":" + namesAndFiles[i + 1]);
    }
    return "{\"files\":{" + String.join(",", files) + "}}";
  }

  @Test
  void aMapBelongsToTheFilesThatReferToIt() throws Exception {
    String manifest =
        manifest(
            "a",
                file(
                    "minified_source",
                    "https://till.example/js/a.js?v=1",
                    "\"Sourcemap\":\"a.map\""),
            "b", file("minified_source", "app:///js/b.js", "\"sourcemap\":\"./x/../a.map\""),
            "m", file("source_map", "~/js/a.map", "\"debug-id\":\"" + ID + "\""));
    List<BundledMap> maps = read(zip("m", "{}", "manifest.json", manifest));
    assertThat(maps).hasSize(1);
    assertThat(maps.getFirst().urls()).containsExactlyInAnyOrder("~/js/a.js", "~/js/b.js");
    assertThat(maps.getFirst().debugId()).isEqualTo("46526a11-717e-5cd1-a231-f4b0eb212a7d");
    assertThat(maps.getFirst().content()).asString().isEqualTo("{}");
  }

  @Test
  void aMapThatNothingRefersToBelongsToTheScriptItIsNamedAfter() throws Exception {
    String manifest =
        manifest(
            "j", file("source_map", "~/a.js.map", ""), "c", file("source_map", "~/a.css.map", ""));
    assertThat(read(zip("j", "1", "c", "2", "manifest.json", manifest)))
        .extracting(BundledMap::urls)
        .containsExactly(List.of("~/a.js"));
  }

  @Test
  void namesInTheArchiveAreNoPaths() throws Exception {
    String manifest = manifest("../../../etc/x", file("source_map", "~/x.js.map", ""));
    assertThat(read(zip("../../../etc/x", "{}", "manifest.json", manifest))).hasSize(1);
  }

  @Test
  void whatUnpacksToTooMuchIsRefused() throws Exception {
    String manifest = manifest("m", file("source_map", "~/x.js.map", ""));
    refused(zip("m", " ".repeat(1001), "manifest.json", manifest), "1000 bytes");
    refused(zip("other", " ".repeat(10_001), "manifest.json", manifest), "10000 bytes");
    refused(zip("manifest.json", " ".repeat(2001)), "2000 bytes");
    refused(zip("1", "", "2", "", "3", "", "4", "", "5", ""), "more than 4 files");
  }

  @Test
  void whatUnpacksToManyTimesItsSizeIsRefused() throws Exception {
    byte[] bundle = zip("blank", " ".repeat(9000), "manifest.json", manifest());
    assertThat(read(bundle, new ArtifactBundle.Limits(4, 2000, 1000, 10_000, 100))).isEmpty();
    assertThatThrownBy(() -> read(bundle, new ArtifactBundle.Limits(4, 2000, 1000, 10_000, 9)))
        .isInstanceOf(NotABundle.class);
  }

  @Test
  void whatIsNoBundleSaysSo() throws Exception {
    refused(new byte[0], "SYSB");
    refused(zip("a", "b"), "manifest.json");
    refused(zip("manifest.json", "{"), "JSON");
    byte[] whole = zip("manifest.json", manifest());
    byte[] newer = whole.clone();
    newer[4] = 9;
    refused(newer, "version");
    refused(Arrays.copyOf(whole, 60), "broken");
  }

  @Test
  void brokenBytesAreNeverMoreThanRefused() throws Exception {
    String manifest = manifest("m", file("source_map", "~/x.js.map", "\"debug-id\":5"));
    byte[] whole = zip("m", "{}", "manifest.json", manifest);
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      byte[] broken = whole.clone();
      for (int j = 0; j <= i % 4; j++) {
        broken[8 + random.nextInt(broken.length - 8)] = (byte) random.nextInt();
      }
      try {
        read(broken);
      } catch (NotABundle expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(500);
  }

  private static void refused(byte[] bundle, String why) {
    assertThatThrownBy(() -> read(bundle)).isInstanceOf(NotABundle.class).hasMessageContaining(why);
  }
}
