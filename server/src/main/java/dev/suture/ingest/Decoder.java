package dev.suture.ingest;

import dev.suture.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Translates what arrived in one foreign protocol.
public interface Decoder {
  /// One for each event in the body, and one without an event when there is none.
  ///
  /// @throws Malformed when nothing in the body can be used
  List<Decoded> decodeAll(Arrival arrival) throws Malformed;

  /// @param event what the rest belongs to; null when there is none
  /// @param attachments with the sender's names, not to be trusted
  /// @param recording rrweb events as a JSON array, uncompressed; null when none came
  /// @param extras what else came: sessions and the like
  /// @param dropped what was understood and is of no use yet, or was spoilt
  /// @param text that the event lies in
  record Decoded(
      @Nullable Event event,
      List<Attachment> attachments,
      byte @Nullable [] recording,
      List<Extra> extras,
      List<Dropped> dropped,
      Text text) {

    /// A body whose length says enough of it.
    public Decoded(
        @Nullable Event event,
        List<Attachment> attachments,
        byte @Nullable [] recording,
        List<Extra> extras,
        List<Dropped> dropped) {
      this(event, attachments, recording, extras, dropped, Text.OF_THE_BODY);
    }

    /// An event, or none, that came alone.
    public Decoded(@Nullable Event event, List<Dropped> dropped) {
      this(event, List.of(), null, List.of(), dropped);
    }
  }

  /// What of an event was unpacked and is decoded when it is asked for.
  ///
  /// @param bytes how many; 0 where the body says enough of it
  /// @param letGo frees them; the event can be asked all the same and unpacks them again
  record Text(long bytes, Runnable letGo) {
    public static final Text OF_THE_BODY = new Text(0, () -> {});
  }

  record Attachment(String name, String mediaType, byte[] content) {}

  /// @param category the item's type
  /// @param outcome how it ended
  /// @param times how many such things there were
  record Dropped(String category, Outcome outcome, long times) {
    public Dropped(String category, Outcome outcome) {
      this(category, outcome, 1);
    }
  }

  /// The body breaks its protocol's grammar.
  final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    public Malformed(String message) {
      super(message);
    }
  }
}
