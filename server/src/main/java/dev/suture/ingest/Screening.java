package dev.suture.ingest;

import dev.suture.capture.PartScrub;
import dev.suture.event.Event;
import dev.suture.event.scrub.EventScrub;
import dev.suture.event.scrub.Scrubber;
import dev.suture.feedback.Feedback;
import dev.suture.ingest.Decoder.Attachment;
import dev.suture.ingest.Decoder.Decoded;
import dev.suture.ingest.filter.Inbound;
import dev.suture.project.Category;
import dev.suture.project.Settings;
import dev.suture.project.SettingsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What a project's settings do to an arrival before anything of it is mapped, grouped or kept:
/// what was over a limit goes, what is not wanted goes, and secrets go out of the rest.
public final class Screening {
  private final SettingsStore settings;
  private final Map<Long, Ready> ready = new ConcurrentHashMap<>();

  /// A project's rules, made ready once for each version of its settings.
  ///
  /// @param given for the parts of a capture whose secrets the recorder replaced
  private record Ready(
      Settings from, Inbound inbound, Scrubber scrubber, PartScrub parts, PartScrub given) {}

  public Screening(SettingsStore settings) {
    this.settings = settings;
  }

  Draft screen(Draft draft) {
    Arrival arrival = draft.queued().arrival();
    Ready rules = ready(arrival.project());
    Draft done = draft;
    Set<Category> over = arrival.limited();
    if (!over.isEmpty()) {
      done = withoutLimited(done, over);
    }
    Event event = done.event();
    if (event != null) {
      Optional<String> refused = rules.inbound().refuses(event, arrival.address());
      done =
          refused.isPresent()
              ? done.withoutEvent(new Outcome.Filtered(refused.get()))
              : done.withEvent(EventScrub.scrub(rules.scrubber(), event, arrival.address()));
    }
    return scrubRest(done, rules);
  }

  private Ready ready(long project) {
    Settings now = settings.of(project);
    Ready known = ready.get(project);
    if (known != null && known.from() == now) {
      return known;
    }
    Scrubber scrubber = Scrubber.of(now.scrubbing(), settings.salt(project));
    Ready made =
        new Ready(
            now,
            Inbound.of(now.filters()),
            scrubber,
            new PartScrub(scrubber),
            new PartScrub(scrubber.withoutUsual()));
    ready.put(project, made);
    return made;
  }

  /// What the door let in only because the rest of its delivery was within the limits.
  private static Draft withoutLimited(Draft draft, Set<Category> over) {
    Outcome limited = new Outcome.Limited("rate limit");
    Draft done = draft;
    Decoded decoded = draft.decoded();
    if (done.event() != null && over.contains(Category.error)) {
      done = done.withoutEvent(limited);
    }
    if (decoded == null) {
      return done;
    }
    boolean noFiles = over.contains(Category.attachment);
    boolean noReplay = over.contains(Category.replay);
    List<Extra> extras = new ArrayList<>();
    for (Extra extra : decoded.extras()) {
      if (over.contains(category(extra))) {
        done = done.ending(extra.category(), limited);
      } else {
        extras.add(extra);
      }
    }
    if (noFiles) {
      for (Attachment _ : decoded.attachments()) {
        done = done.ending("attachment", limited);
      }
    }
    return done.withRest(
        new Decoded(
            done.event(),
            noFiles ? List.of() : decoded.attachments(),
            noReplay ? null : decoded.recording(),
            extras,
            decoded.dropped()));
  }

  static Category category(Extra extra) {
    return switch (extra) {
      case Extra.OneSession _ -> Category.session;
      case Extra.ManySessions _ -> Category.session;
      case Extra.Comment _ -> Category.feedback;
      case Extra.JobWord _ -> Category.monitor;
      case Extra.ReplayPiece _ -> Category.replay;
      case Extra.LateFiles _ -> Category.attachment;
    };
  }

  private static Draft scrubRest(Draft draft, Ready rules) {
    Decoded decoded = draft.decoded();
    if (decoded == null
        || (decoded.attachments().isEmpty()
            && decoded.recording() == null
            && decoded.extras().isEmpty())) {
      return draft;
    }
    Draft done = draft;
    boolean given =
        decoded.attachments().stream()
            .anyMatch(file -> PartScrub.tellsPseudonyms(file.name(), file.content()));
    PartScrub parts = given ? rules.given() : rules.parts();
    List<Attachment> files = new ArrayList<>();
    for (Attachment file : decoded.attachments()) {
      byte[] content = parts.file(file.name(), file.content());
      if (content == null) {
        done = done.ending("attachment", new Outcome.Filtered("scrubbing rule"));
      } else {
        files.add(new Attachment(file.name(), file.mediaType(), content));
      }
    }
    byte[] recording = decoded.recording();
    List<Extra> extras =
        decoded.extras().stream().map(extra -> scrubbed(extra, rules.scrubber())).toList();
    return done.withRest(
        new Decoded(
            done.event(),
            files,
            recording == null ? null : parts.json("replay", recording),
            extras,
            decoded.dropped()));
  }

  private static Extra scrubbed(Extra extra, Scrubber scrubber) {
    if (!(extra instanceof Extra.Comment(Feedback feedback))) {
      return extra;
    }
    String url = feedback.url();
    return new Extra.Comment(
        new Feedback(
            feedback.id(),
            feedback.at(),
            scrubber.text("feedback", feedback.message()),
            feedback.name(),
            feedback.email(),
            feedback.event(),
            url == null ? null : scrubber.text("url", url),
            feedback.release(),
            feedback.environment(),
            feedback.source(),
            feedback.files()));
  }
}
