package dev.suture.cause;

import dev.suture.capture.Blobs;
import dev.suture.capture.Capture;
import java.util.LinkedHashMap;
import java.util.Map;

/// Recordings that were read last: a bundle, its cause and its pieces are asked for one after the
/// other. What lies in a blob never changes.
public final class Recordings {
  private static final int MOST = 16;
  private static final long LARGEST = 4 << 20;

  private final Blobs blobs;
  private final Map<Capture, Recording> kept = new LinkedHashMap<>(16, .75f, true);

  public Recordings(Blobs blobs) {
    this.blobs = blobs;
  }

  Recording of(Capture capture) {
    synchronized (kept) {
      Recording known = kept.get(capture);
      if (known != null) {
        return known;
      }
    }
    Recording read = new RecordingReader(blobs).read(capture);
    long bytes =
        capture.parts().stream()
            .filter(
                each ->
                    each.name().matches(".*\\.har|console\\.json|actions\\.json|storage\\.json"))
            .mapToLong(each -> each.bytes())
            .sum();
    if (bytes <= LARGEST && read.problems().isEmpty()) {
      synchronized (kept) {
        kept.put(capture, read);
        if (kept.size() > MOST) {
          kept.remove(kept.keySet().iterator().next());
        }
      }
    }
    return read;
  }
}
