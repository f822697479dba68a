package dev.suture.otlp;

import dev.suture.event.StackText;
import dev.suture.ingest.Arrival;
import dev.suture.ingest.Arrival.Wire;
import dev.suture.ingest.Decoder;
import dev.suture.ingest.Outcome;
import dev.suture.io.Encoding;
import dev.suture.io.TooLarge;
import java.util.ArrayList;
import java.util.List;

/// Translates export requests: each exception in them is an event, the rest is counted.
public final class OtlpDecoder implements Decoder {
  private final EventTranslation translation;

  public OtlpDecoder(StackText stackText) {
    this.translation = new EventTranslation(stackText);
  }

  @Override
  public List<Decoded> decodeAll(Arrival arrival) throws Malformed {
    Encoding encoding =
        Encoding.named(arrival.encoding())
            .orElseThrow(() -> new Malformed("the content encoding is not known"));
    Walk.Found found;
    try {
      found = Notation.read(arrival.wire(), encoding, arrival.body());
    } catch (TooLarge large) {
      throw new Malformed("the request is over a limit: " + large.getMessage());
    }
    List<Decoded> decoded = new ArrayList<>();
    for (Recorded recorded : found.exceptions()) {
      decoded.add(new Decoded(translation.translate(recorded, arrival), List.of()));
    }
    boolean logs = arrival.wire() == Wire.otlpLogsProtobuf || arrival.wire() == Wire.otlpLogsJson;
    List<Dropped> dropped = dropped(found, logs ? "log" : "span");
    if (!dropped.isEmpty() || decoded.isEmpty()) {
      decoded.add(new Decoded(null, dropped));
    }
    return decoded;
  }

  private static List<Dropped> dropped(Walk.Found found, String category) {
    List<Dropped> dropped = new ArrayList<>();
    if (found.passed() > 0) {
      dropped.add(new Dropped(category, new Outcome.Filtered("no exception"), found.passed()));
    }
    if (found.rejected() > 0) {
      dropped.add(
          new Dropped(category, new Outcome.Limited("too many exceptions"), found.rejected()));
    }
    return dropped;
  }
}
