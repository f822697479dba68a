package dev.suture.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.capture.PartFiles.Refused;
import dev.suture.capture.PartFiles.Sent;
import dev.suture.capture.PartFiles.Stored;
import dev.suture.store.FileBlobs;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartFilesTest {
  @TempDir Path folder;
  private FileBlobs blobs;
  private PartFiles files;

  @BeforeEach
  void open() throws IOException {
    blobs = new FileBlobs(folder);
    files = new PartFiles(blobs);
  }

  private Stored store(String name, byte[] content) throws IOException {
    return files.store("captures/1/a/7", List.of(new Sent(name, content)));
  }

  private Stored store(String name, String content) throws IOException {
    return store(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(
            ImageIO.write(
                new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out))
        .isTrue();
    return out.toByteArray();
  }

  private static byte[] claiming(byte[] png, int width, int height) {
    return ByteBuffer.wrap(png.clone()).putInt(16, width).putInt(20, height).array();
  }

  @Test
  void aPartIsKeptWithTheTypeThatItsBytesHave() throws IOException {
    byte[] png = picture("png", 300, 200);
    Part part = store("screenshot.png", png).parts().getFirst();
    assertThat(part)
        .isEqualTo(new Part("screenshot.png", "image/png", png.length, "captures/1/a/7/0"));
    assertThat(blobs.get(part.blob())).isEqualTo(png);
    assertThat(store("screenshot.jpeg", picture("jpeg", 30, 20)).parts().getFirst().mediaType())
        .isEqualTo("image/jpeg");
  }

  @Test
  void sizesOfPicturesAreReadFromTheirHeads() throws IOException {
    assertThat(Picture.read(picture("png", 300, 200))).contains(new Picture("image/png", 300, 200));
    assertThat(Picture.read(picture("jpeg", 301, 203)))
        .contains(new Picture("image/jpeg", 301, 203));
    assertThat(Picture.read(webp("VP8X", 24, 43, 1, 0, 199, 0, 0)))
        .contains(new Picture("image/webp", 300, 200));
    assertThat(Picture.read(webp("VP8 ", 26, 44, 1, 200, 0)))
        .contains(new Picture("image/webp", 300, 200));
    assertThat(Picture.read(webp("VP8L", 21, 0x2b, 0xc1, 0x31, 0)))
        .contains(new Picture("image/webp", 300, 200));
  }

  private static byte[] webp(String chunk, int at, int... size) {
    byte[] bytes = new byte[40];
    System.arraycopy("RIFF".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
    System.arraycopy(("WEBP" + chunk).getBytes(StandardCharsets.US_ASCII), 0, bytes, 8, 8);
    for (int i = 0; i < size.length; i++) {
      bytes[at + i] = (byte) size[i];
    }
    return bytes;
  }

  @Test
  void aPictureThatWouldFillAViewersMemoryIsRefused() throws IOException {
    byte[] png = picture("png", 10, 10);
    Refused tooLarge = new Refused("pictureTooLarge", true);
    assertThat(store("screenshot.png", claiming(png, 20_000, 10)).refused())
        .containsExactly(tooLarge);
    assertThat(store("screenshot.png", claiming(png, 12_000, 12_000)).refused())
        .containsExactly(tooLarge);
    assertThat(store("photo.png", claiming(png, -1, 10)).refused()).containsExactly(tooLarge);
  }

  @Test
  void aScreenshotThatIsNoPictureIsRefused() throws IOException {
    assertThat(store("screenshot.png", "<svg onload=alert(1)>").refused())
        .containsExactly(new Refused("screenshot noPicture", false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replay.json|[{\"type\":4,\"timestamp\":1,\"data\":{}}]",
        "replay.json|[]",
        "console.json|[{\"at\":1,\"level\":\"log\",\"args\":[\"a\"]}]",
        "actions.json|[{\"at\":1,\"kind\":\"click\"}]",
        "page.json|{\"url\":\"https://shop.example\"}",
        "network.har|{\"log\":{\"version\":\"1.2\",\"entries\":[{\"request\":{},\"response\":{}}]}}",
      })
  void partsOfTheirShapeAreKept(String name, String content) throws IOException {
    Stored stored = store(name, content);
    assertThat(stored.refused()).isEmpty();
    assertThat(stored.parts()).extracting(Part::name).containsExactly(name);
    assertThat(stored.parts().getFirst().mediaType()).isEqualTo("application/json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replay.json|{\"type\":4}|replay.json notAList",
        "replay.json|[1]|replay.json entryNotAnObject",
        "replay.json|[{\"type\":4}]|replay.json entryIncomplete",
        "replay.json|[{\"type\":4,|replay.json notJson",
        "console.json|[] x|console.json notJson",
        "console.json|[] []|console.json trailingText",
        "page.json|[]|page.json notAnObject",
        "page.json|\"\"|page.json notAnObject",
        "network.har|{\"log\":{}}|network.har noEntries",
        "network.har|{\"log\":{\"entries\":[{\"request\":{}}]}}|network.har entryIncomplete",
      })
  void partsOfAnotherShapeAreRefusedWithAReason(String name, String content, String reason)
      throws IOException {
    Stored stored = store(name, content);
    assertThat(stored.parts()).isEmpty();
    assertThat(stored.refused()).containsExactly(new Refused(reason, false));
  }

  @Test
  void nestingWithoutEndIsRefused() throws IOException {
    String deep = "[{\"type\":2,\"timestamp\":1,\"data\":" + "[".repeat(100_000);
    assertThat(store("replay.json", deep).refused())
        .containsExactly(new Refused("replay.json notJson", false));
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd, passwd",
    "C:\\Users\\ann\\notes.txt, notes.txt",
    "..., attachment",
    ".htaccess, htaccess",
    "a\u202etxt.exe, a-txt.exe",
  })
  void namesAreCleaned(String sent, String kept) throws IOException {
    assertThat(store(sent, "text").parts()).extracting(Part::name).containsExactly(kept);
  }

  @Test
  void whatABrowserWouldRunStaysText() throws IOException {
    assertThat(store("page.html", "<script>alert(1)</script>").parts().getFirst().mediaType())
        .isEqualTo("text/plain");
    assertThat(store("a.svg", "<svg xmlns='x' onload='y'/>").parts().getFirst().mediaType())
        .isEqualTo("text/plain");
    assertThat(store("a.bin", new byte[] {0, 1, 2}).parts().getFirst().mediaType())
        .isEqualTo("application/octet-stream");
  }

  @Test
  void twoFilesOfOneNameAreBothKept() throws IOException {
    byte[] text = "text".getBytes(StandardCharsets.UTF_8);
    Stored stored =
        files.store("captures/1/a/7", List.of(new Sent("a.txt", text), new Sent("A.txt", text)));
    assertThat(stored.parts()).extracting(Part::name).containsExactly("a.txt", "A-2.txt");
    assertThat(stored.parts()).extracting(Part::blob).doesNotHaveDuplicates();
  }
}
