package dev.suture.sentry;

import dev.suture.event.Event;
import dev.suture.event.Times;
import dev.suture.ingest.Arrival;
import dev.suture.ingest.Decoder;
import dev.suture.ingest.Extra;
import dev.suture.ingest.Outcome;
import dev.suture.io.Encoding;
import dev.suture.io.TooLarge;
import dev.suture.json.Fields;
import dev.suture.json.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Translates envelopes. What is understood and of no use yet is named with its outcome.
public final class SentryDecoder implements Decoder {
  private static final int ATTACHMENTS = 30;
  private static final int SESSIONS = 100;

  /// Most envelopes are unpacked in one go: to go on with one costs a third more.
  private static final int BUFFER_BYTES = 64 * 1024;

  private static final int BUFFER_AGAIN = 4 * 1024;
  private static final long ATTACHED = 100L * 1024 * 1024;

  /// Of each thread that decodes, for nothing that is read refers to it.
  private static final ThreadLocal<byte[]> BUFFER =
      ThreadLocal.withInitial(() -> new byte[BUFFER_BYTES]);

  /// Types that have a name in the outcomes; a sender's own word never gets there.
  private static final Set<String> KNOWN =
      Set.of(
          "event",
          "transaction",
          "security",
          "raw_security",
          "nel",
          "attachment",
          "form_data",
          "unreal_report",
          "user_report",
          "feedback",
          "session",
          "sessions",
          "client_report",
          "profile",
          "profile_chunk",
          "replay_event",
          "replay_recording",
          "replay_video",
          "check_in",
          "log",
          "trace_metric",
          "span",
          "statsd",
          "metric_buckets");

  /// One for the envelope, and one more for each further report of a browser in it.
  @Override
  public List<Decoded> decodeAll(Arrival arrival) throws Malformed {
    Encoding encoding =
        Encoding.named(arrival.encoding())
            .orElseThrow(() -> new Malformed("the content encoding is not known"));
    try (InputStream decoded = encoding.open(new ByteArrayInputStream(arrival.body()))) {
      Reading reading = new Reading(arrival, new EnvelopeReader(decoded, BUFFER.get()));
      List<Decoded> all = new ArrayList<>();
      all.add(reading.read());
      reading.reports.forEach(report -> all.add(new Decoded(report, List.of())));
      return all;
    } catch (TooLarge large) {
      throw new Malformed("the envelope is over a limit: " + large.getMessage());
    } catch (IOException broken) {
      throw new Malformed("the body does not decode as " + encoding.name());
    }
  }

  /// The payload of an item of an envelope that was read before.
  ///
  /// @param place of the item, from 1
  private static byte[] payloadAgain(Arrival arrival, int place) {
    try (InputStream decoded =
        Encoding.named(arrival.encoding())
            .orElseThrow()
            .open(new ByteArrayInputStream(arrival.body()))) {
      EnvelopeReader envelope = new EnvelopeReader(decoded, BUFFER_AGAIN);
      envelope.header();
      for (int i = 1; i < place; i++) {
        envelope.next();
        envelope.skip();
      }
      envelope.next();
      return envelope.payload();
    } catch (IOException | Malformed impossible) {
      throw new IllegalStateException("an envelope that was read cannot be read", impossible);
    }
  }

  /// An envelope holds one event at most.
  public Decoded decode(Arrival arrival) throws Malformed {
    return decodeAll(arrival).getFirst();
  }

  /// One envelope while it is read.
  private static final class Reading {
    private final Arrival arrival;
    private final EnvelopeReader envelope;
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Extra> extras = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final List<Event> reports = new ArrayList<>();
    private final ReplayRecording recording = new ReplayRecording();
    private @Nullable Event event;
    private @Nullable String id;
    private @Nullable Instant sent;
    private long attached;
    private int sessions;
    private int items;
    private Text text = Text.OF_THE_BODY;

    Reading(Arrival arrival, EnvelopeReader envelope) {
      this.arrival = arrival;
      this.envelope = envelope;
    }

    Decoded read() throws IOException, Malformed {
      EnvelopeReader.Header header = envelope.header();
      id = SentryProtocol.id(header);
      sent = header.text("sent_at").map(Times::parse).orElse(null);
      EnvelopeReader.Item item;
      while ((item = envelope.next()) != null) {
        items++;
        read(item);
      }
      if (event == null && !reports.isEmpty()) {
        event = reports.removeFirst();
      }
      if (event == null && id != null && !attachments.isEmpty() && !hasHolder()) {
        extras.add(new Extra.LateFiles(id));
      }
      return new Decoded(event, attachments, recording.merged(), extras, dropped, text);
    }

    /// How many things a container says it holds; 1 of what is no container.
    private static long items(EnvelopeReader.Item item) {
      String count = item.header().text("item_count").orElse("");
      return count.matches("[0-9]{1,5}") ? Math.max(1, Long.parseLong(count)) : 1;
    }

    private boolean hasHolder() {
      return extras.stream().anyMatch(extra -> extra.folder(arrival.project()) != null);
    }

    private void read(EnvelopeReader.Item item) throws IOException, Malformed {
      switch (item.type()) {
        case "event" -> readEvent(envelope.event());
        case "attachment" -> readAttachment(item, envelope.payload());
        case "raw_security", "nel" -> readReports(item, envelope.payload());
        case "replay_recording" -> readRecording(envelope.payload());
        case "session",
            "sessions",
            "feedback",
            "user_report",
            "check_in",
            "client_report",
            "replay_event" ->
            readSmall(item, envelope.payload());
        default -> {
          envelope.skip();
          boolean known = KNOWN.contains(item.type());
          dropped.add(
              new Dropped(
                  known ? item.type() : "unknown",
                  new Outcome.Filtered(known ? "not read yet" : "unknown item type"),
                  items(item)));
        }
      }
    }

    private void readEvent(EventRoom payload) {
      if (event != null) {
        drop("event", new Outcome.Invalid("second event in one envelope"));
        return;
      }
      int place = items;
      try {
        Value json = EventTranslation.parse(payload);
        event = EventTranslation.translate(json, payload, arrival, id, sent);
        Arrival from = arrival;
        text =
            new Text(
                payload.length(),
                () -> {
                  json.letGo(() -> payloadAgain(from, place));
                  payload.giveBack();
                });
      } catch (Malformed malformed) {
        drop("event", new Outcome.Invalid("no JSON object"));
      }
    }

    private void readReports(EnvelopeReader.Item item, byte[] payload) {
      try {
        reports.addAll(new SecurityReport(arrival, item.header(), payload).events());
      } catch (Malformed malformed) {
        drop("security", new Outcome.Invalid("no report"));
      }
    }

    private void readAttachment(EnvelopeReader.Item item, byte[] payload) {
      attached += payload.length;
      if (attachments.size() >= ATTACHMENTS) {
        drop("attachment", new Outcome.Limited("too many attachments"));
      } else if (attached > ATTACHED) {
        drop("attachment", new Outcome.Limited("attachments too large"));
      } else {
        String name = item.header().text("filename").orElse("attachment");
        String mediaType = item.header().text("content_type").orElse("");
        attachments.add(new Attachment(Fields.cut(name, Fields.NAME), mediaType, payload));
      }
    }

    private void readSmall(EnvelopeReader.Item item, byte[] payload) {
      String type = item.type();
      if (type.startsWith("session") && ++sessions > SESSIONS) {
        drop("session", new Outcome.Limited("too many sessions"));
        return;
      }
      Instant received = arrival.received();
      try {
        switch (type) {
          case "session" -> extras.add(SessionTranslation.one(payload, sent, received));
          case "sessions" -> extras.addAll(SessionTranslation.many(payload, sent, received));
          case "feedback" -> extras.add(FeedbackTranslation.feedback(payload, id, sent, received));
          case "user_report" -> extras.add(FeedbackTranslation.report(payload, received));
          case "check_in" -> extras.add(CheckInTranslation.translate(payload, received));
          case "replay_event" -> extras.add(ReplayTranslation.translate(payload, id));
          default -> dropped.addAll(ClientReport.discarded(payload));
        }
      } catch (Malformed malformed) {
        drop(type.equals("sessions") ? "session" : type, new Outcome.Invalid("unreadable"));
      }
    }

    private void readRecording(byte[] payload) throws IOException {
      try {
        recording.add(payload);
      } catch (TooLarge large) {
        drop("replay_recording", new Outcome.Limited("recording too large"));
      } catch (Malformed malformed) {
        drop("replay_recording", new Outcome.Invalid("broken recording"));
      }
    }

    private void drop(String category, Outcome outcome) {
      dropped.add(new Dropped(category, outcome));
    }
  }
}
