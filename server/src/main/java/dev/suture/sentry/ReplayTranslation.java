package dev.suture.sentry;

import dev.suture.event.EventId;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Extra;
import dev.suture.json.Fields;
import dev.suture.json.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Items `replay_event`: which piece of which recording the envelope brings, and the errors in it.
final class ReplayTranslation {
  private static final int EVENTS = 100;
  private static final long PIECES = 100_000;

  private ReplayTranslation() {}

  /// @param id of the envelope
  static Extra.ReplayPiece translate(byte[] payload, @Nullable String id) throws Malformed {
    Fields event = ItemJson.object(payload);
    String replay = EventId.parse(event.text("replay_id", Fields.NAME, "")).orElse(id);
    Value number = event.value("segment_id");
    if (replay == null || number == null || !number.isNumber()) {
      throw new Malformed("the replay has no id or no number");
    }
    long piece = number.longValue();
    if (piece < 0 || piece > PIECES) {
      throw new Malformed("the replay has an impossible number");
    }
    List<String> events = new ArrayList<>();
    for (String text : event.texts("error_ids", EVENTS, Fields.NAME)) {
      EventId.parse(text).ifPresent(events::add);
    }
    return new Extra.ReplayPiece(replay, piece, List.copyOf(events));
  }
}
