package dev.suture.store;

import com.github.luben.zstd.Zstd;
import dev.suture.event.Event;
import dev.suture.json.Json;
import java.nio.charset.StandardCharsets;

/// How an event lies in its column: JSON, compressed with zstd.
final class Bodies {
  private static final int COMPRESSION = 3;

  private Bodies() {}

  /// Encoded through a string: an unpaired surrogate, which captured text may hold, becomes a
  /// question mark there, while the byte generator refuses the event.
  static byte[] pack(Event event) {
    String json = Json.MAPPER.writeValueAsString(event);
    return Zstd.compress(json.getBytes(StandardCharsets.UTF_8), COMPRESSION);
  }

  static Event unpack(byte[] body) {
    long size = Zstd.getFrameContentSize(body);
    if (size < 0) {
      throw new IllegalStateException("a stored event cannot be read: its frame has no size");
    }
    return Json.MAPPER.readValue(Zstd.decompress(body, Math.toIntExact(size)), Event.class);
  }
}
