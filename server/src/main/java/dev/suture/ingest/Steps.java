package dev.suture.ingest;

import dev.suture.capture.PartFiles;
import dev.suture.event.Event;
import dev.suture.event.FrameMapper;
import dev.suture.ingest.Decoder.Decoded;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.issue.Grouping;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is done with an arrival before it is recorded, step by step.
public final class Steps {
  private final Map<Arrival.Wire, Decoder> decoders;
  private final List<Step> steps;

  /// @param work may throw an IOException for trouble with storage, which is tried again; anything
  ///   else it throws ends the arrival
  private record Step(String name, Work work) {}

  @FunctionalInterface
  private interface Work {
    Draft on(Draft draft) throws IOException;
  }

  /// An arrival that a step could not take.
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    Failed(String step, Throwable cause) {
      super("failed in " + step, cause);
    }
  }

  /// @param decoders one for every wire that a door takes
  public Steps(
      Map<Arrival.Wire, Decoder> decoders, FrameMapper mapper, Grouping grouping, PartFiles parts) {
    this.decoders = Map.copyOf(decoders);
    steps =
        List.of(
            new Step("map", draft -> onEvent(draft, event -> draft.withEvent(mapper.map(event)))),
            new Step(
                "group",
                draft ->
                    onEvent(draft, event -> draft.withFingerprint(grouping.fingerprint(event)))),
            new Step("capture", draft -> keepParts(draft, parts)));
  }

  /// A draft for each event in the arrival; one for what has none.
  List<Draft> decode(Draft arrived) throws Malformed, Failed {
    Arrival arrival = arrived.queued().arrival();
    Decoder decoder = decoders.get(arrival.wire());
    if (decoder == null) {
      throw new Malformed("nothing reads this protocol");
    }
    try {
      return decoder.decodeAll(arrival).stream().map(arrived::withDecoded).toList();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      throw new Failed("decode", failure);
    }
  }

  Draft run(Draft draft) throws IOException, Failed {
    Draft done = draft;
    for (Step step : steps) {
      try {
        done = step.work().on(done);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
        throw new Failed(step.name(), failure);
      }
    }
    return done;
  }

  private interface OnEvent {
    Draft apply(Event event) throws IOException;
  }

  private static Draft onEvent(Draft draft, OnEvent work) throws IOException {
    Event event = draft.event();
    return event == null ? draft : work.apply(event);
  }

  private static Draft keepParts(Draft draft, PartFiles files) throws IOException {
    Decoded decoded = draft.decoded();
    if (decoded == null) {
      return draft;
    }
    List<PartFiles.Sent> sent = new ArrayList<>();
    byte[] recording = decoded.recording();
    if (recording != null) {
      sent.add(new PartFiles.Sent("replay.json", recording));
    }
    decoded.attachments().forEach(a -> sent.add(new PartFiles.Sent(a.name(), a.content())));
    Event event = draft.event();
    if (event == null) {
      Draft done = draft;
      for (PartFiles.Sent file : sent) {
        String category = file.content() == recording ? "replay_recording" : "attachment";
        done = done.ending(category, new Outcome.Filtered("no event"));
      }
      return done;
    }
    long position = draft.queued().position();
    PartFiles.Stored stored =
        files.store("captures/" + event.project() + "/" + event.id() + "/" + position, sent);
    Draft done = draft.withParts(stored.parts());
    for (PartFiles.Refused part : stored.refused()) {
      String reason = part.reason();
      done =
          done.ending(
              "attachment",
              part.overLimit() ? new Outcome.Limited(reason) : new Outcome.Invalid(reason));
    }
    return done;
  }
}
