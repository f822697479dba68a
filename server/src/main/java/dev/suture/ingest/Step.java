package dev.suture.ingest;

import dev.suture.capture.PartFiles;
import dev.suture.event.Event;
import dev.suture.event.Facets;
import dev.suture.event.FrameMapper;
import dev.suture.ingest.Decoder.Decoded;
import dev.suture.ingest.limit.Spikes;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Grouper;
import dev.suture.issue.IssueRemoval;
import dev.suture.project.SettingsStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that is done with an arrival before it is recorded. Several threads take it at one
/// time, each with a draft of its own.
public final class Step {
  private final String name;
  private final Work work;

  private Step(String name, Work work) {
    this.name = name;
    this.work = work;
  }

  /// May throw an IOException for trouble with storage, which is tried again; anything else it
  /// throws ends the arrival.
  @FunctionalInterface
  private interface Work {
    Draft on(Draft draft) throws IOException;
  }

  private interface OnEvent {
    Draft apply(Event event) throws IOException;
  }

  /// The word in the outcome of what it could not take.
  String name() {
    return name;
  }

  Draft on(Draft draft) throws IOException {
    return work.on(draft);
  }

  /// What the project's settings do to it.
  public static Step screen(Screening screening) {
    return new Step("screen", screening::screen);
  }

  /// Frames of built scripts become frames of their sources.
  public static Step map(FrameMapper mapper) {
    return new Step("map", draft -> onEvent(draft, event -> draft.withEvent(mapper.map(event))));
  }

  /// Finds what the event shares with others of its issue, and what it is counted by beside that.
  public static Step group(Grouper grouper) {
    return new Step(
        "group",
        draft ->
            onEvent(
                draft,
                event -> {
                  Grouper.Grouped grouped = grouper.group(event);
                  return draft
                      .withEvent(grouped.event())
                      .withFingerprint(grouped.fingerprint())
                      .withFacets(Facets.of(grouped.event()));
                }));
  }

  /// Drops what belongs to an issue that was deleted for good, before its files are kept.
  public static Step discard(IssueRemoval removal) {
    return new Step("discard", draft -> discard(draft, removal));
  }

  /// Drops what is more of the same while a project has a spike.
  public static Step calm(Spikes spikes, SettingsStore settings) {
    return new Step("calm", draft -> calm(draft, spikes, settings));
  }

  /// Stores the files that came along.
  public static Step keepParts(PartFiles files) {
    return new Step("capture", draft -> keepParts(draft, files));
  }

  private static Draft calm(Draft draft, Spikes spikes, SettingsStore settings) {
    Event event = draft.event();
    Fingerprint fingerprint = draft.fingerprint();
    if (event == null || fingerprint == null) {
      return draft;
    }
    long project = event.project();
    boolean more = spikes.isMoreOfTheSame(project, fingerprint.hash(), event.received());
    return more && settings.of(project).limits().spikeProtection()
        ? draft.withoutEvent(new Outcome.Limited("spike"))
        : draft;
  }

  private static Draft onEvent(Draft draft, OnEvent work) throws IOException {
    Event event = draft.event();
    return event == null ? draft : work.apply(event);
  }

  private static Draft discard(Draft draft, IssueRemoval removal) {
    Event event = draft.event();
    Fingerprint fingerprint = draft.fingerprint();
    boolean drop =
        event != null
            && fingerprint != null
            && (removal.discards(event.project(), fingerprint.hash())
                || fingerprint.joins().stream()
                    .filter(join -> join.use() != Fingerprint.Use.keep)
                    .anyMatch(join -> removal.discards(event.project(), join.hash())));
    return drop ? draft.withoutEvent(new Outcome.Filtered("discarded")) : draft;
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
    String folder = folder(draft, decoded);
    if (folder == null) {
      Draft done = draft;
      for (PartFiles.Sent file : sent) {
        String category = file.content() == recording ? "replay_recording" : "attachment";
        done = done.ending(category, new Outcome.Filtered("no event"));
      }
      return done;
    }
    if (sent.isEmpty()) {
      return draft;
    }
    PartFiles.Stored stored = files.store(folder + "/" + draft.queued().position(), sent);
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

  /// Where the files of an arrival go: to its event, else to what else they came with.
  private static @Nullable String folder(Draft draft, Decoded decoded) {
    Event event = draft.event();
    if (event != null) {
      return "captures/" + event.project() + "/" + event.id();
    }
    long project = draft.queued().arrival().project();
    for (Extra extra : decoded.extras()) {
      String folder = extra.folder(project);
      if (folder != null) {
        return folder;
      }
    }
    return null;
  }
}
