package dev.suture.ingest;

import dev.suture.capture.Part;
import dev.suture.event.Event;
import dev.suture.ingest.Decoder.Decoded;
import dev.suture.ingest.Decoder.Dropped;
import dev.suture.ingest.Queue.Queued;
import dev.suture.issue.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// An arrival on its way through the steps of digesting.
///
/// @param facets of the event, once they are told; empty before
/// @param parts of the capture that came with the event, already in the blob store
/// @param ended what has its outcome already
record Draft(
    Queued queued,
    @Nullable Decoded decoded,
    @Nullable Event event,
    @Nullable Fingerprint fingerprint,
    SortedMap<String, String> facets,
    List<Part> parts,
    List<Dropped> ended) {

  private static final SortedMap<String, String> NONE = Collections.emptySortedMap();

  static Draft of(Queued queued) {
    return new Draft(queued, null, null, null, NONE, List.of(), List.of());
  }

  Draft withDecoded(Decoded decoded) {
    Event sent = decoded.event();
    Event vouched = sent == null ? null : sent.from(queued.arrival().sender());
    return new Draft(queued, decoded, vouched, null, NONE, parts, decoded.dropped());
  }

  boolean hasExtras() {
    return decoded != null && !decoded.extras().isEmpty();
  }

  Draft withEvent(Event mapped) {
    return new Draft(queued, decoded, mapped, fingerprint, facets, parts, ended);
  }

  Draft withFingerprint(Fingerprint found) {
    return new Draft(queued, decoded, event, found, facets, parts, ended);
  }

  Draft withFacets(SortedMap<String, String> told) {
    return new Draft(queued, decoded, event, fingerprint, told, parts, ended);
  }

  Draft withParts(List<Part> stored) {
    return new Draft(queued, decoded, event, fingerprint, facets, stored, ended);
  }

  /// Without the files that came along, which may be large and are stored by now.
  Draft withoutFiles() {
    Decoded rest =
        decoded == null
            ? null
            : new Decoded(event, List.of(), null, decoded.extras(), decoded.dropped());
    return new Draft(queued, rest, event, fingerprint, facets, parts, ended);
  }

  /// One more thing in it that ended.
  Draft ending(String category, Outcome outcome) {
    List<Dropped> more = new ArrayList<>(ended);
    more.add(new Dropped(category, outcome));
    return new Draft(queued, decoded, event, fingerprint, facets, parts, more);
  }

  /// With what came beside the event as it may be kept.
  Draft withRest(Decoded rest) {
    return new Draft(queued, rest, event, fingerprint, facets, parts, ended);
  }

  /// Its event is not kept.
  Draft withoutEvent(Outcome outcome) {
    Draft ended = ending("event", outcome);
    return new Draft(ended.queued, ended.decoded, null, null, NONE, ended.parts, ended.ended);
  }

  /// The arrival as a whole ended, nothing of it is kept.
  Draft spoilt(Outcome outcome) {
    return new Draft(
        queued, null, null, null, NONE, List.of(), List.of(new Dropped("envelope", outcome)));
  }
}
