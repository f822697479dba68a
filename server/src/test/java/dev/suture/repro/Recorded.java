package dev.suture.repro;

import dev.suture.capture.Blobs;
import dev.suture.capture.Capture;
import dev.suture.capture.Part;
import dev.suture.event.Frame;
import dev.suture.repro.Reproduction.Played;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Captures written by hand, in the recorder's format.
public final class Recorded implements Blobs {
  public static final long AT = 1_790_000_000_000L;

  private final Map<String, byte[]> parts = new TreeMap<>();

  public Recorded() {
    with(
        "page.json",
        """
        {"url":"http://shop.example/","viewport":{"width":800,"height":600,"scale":1},
         "window":{"from":%d,"to":%d},"timeZone":"Asia/Tokyo","languages":["de-DE"],
         "storage":{"local":["theme"],"session":[],"cookies":["sid"]}}\
        """
            .formatted(AT, AT + 900));
  }

  public Recorded with(String part, String content) {
    parts.put(part, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public Recorded with(String part, String content, long... times) {
    return with(part, content.formatted(java.util.Arrays.stream(times).boxed().toArray()));
  }

  /// @param after milliseconds from the beginning to the failure
  public Played read(String type, String message, long after, @Nullable String base)
      throws Recordings.Unfit {
    List<Part> named =
        parts.entrySet().stream()
            .map(
                part ->
                    new Part(
                        part.getKey(), "application/json", part.getValue().length, part.getKey()))
            .toList();
    Instant at = Instant.ofEpochMilli(AT + after);
    Capture capture =
        new Capture("c".repeat(32), 1, "shop-1", null, null, at, at, "suture.sdk", named);
    Frame frame =
        new Frame("show", "http://shop.example/shop.js", 1, 1, true, null, null, null, null);
    return new Recordings(this).read(capture, Failure.of(type, message, List.of(frame)), at, base);
  }

  @Override
  public byte[] get(String key) throws NoSuchFileException {
    byte[] part = parts.get(key);
    if (part == null) {
      throw new NoSuchFileException(key);
    }
    return part;
  }

  @Override
  public ByteBuffer map(String key) throws NoSuchFileException {
    return ByteBuffer.wrap(get(key));
  }

  @Override
  public void put(String key, byte[] content) {
    parts.put(key, content);
  }

  @Override
  public void putPlain(String key, byte[] content) {
    put(key, content);
  }

  @Override
  public void delete(String key) {
    parts.remove(key);
  }

  @Override
  public void deleteAll(String folder) {
    parts.keySet().removeIf(key -> key.startsWith(folder + "/"));
  }
}
