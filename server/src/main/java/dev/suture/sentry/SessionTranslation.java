package dev.suture.sentry;

import dev.suture.event.EventId;
import dev.suture.event.Times;
import dev.suture.health.Place;
import dev.suture.health.SessionCounts;
import dev.suture.health.SessionUpdate;
import dev.suture.health.SessionUpdate.Status;
import dev.suture.health.Tally;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Extra;
import dev.suture.json.Fields;
import dev.suture.json.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Items `session` and `sessions`: how single sessions went, and counts of them by the minute.
final class SessionTranslation {
  private static final int AGGREGATES = 10_000;
  private static final int RELEASE = Fields.NAME;
  private static final int USER = 200;

  /// A server that counts by the minute sees no more in one.
  private static final long MOST_IN_A_BUCKET = 10_000_000;

  private static final Duration SMALL_DRIFT = Duration.ofMinutes(1);

  private SessionTranslation() {}

  /// @param sent when the sender says it sent the envelope
  static Extra one(byte[] payload, @Nullable Instant sent, Instant received) throws Malformed {
    Fields session = ItemJson.object(payload);
    Optional<String> id = EventId.parse(session.text("sid", Fields.NAME, ""));
    if (id.isEmpty()) {
      throw new Malformed("the session has no sid");
    }
    Status status = status(session);
    long errors = Math.max(0, number(session, "errors"));
    boolean worse = status == Status.crashed || status == Status.unhandled;
    Instant at = Times.parse(session.value("timestamp"));
    Instant started = Times.parse(session.value("started"));
    return new Extra.OneSession(
        new SessionUpdate(
            id.get(),
            session.text("did", USER),
            sequence(session, at == null ? received : at),
            corrected(started == null ? at : started, sent, received),
            status,
            worse ? Math.max(1, errors) : errors,
            place(session.object("attrs"))));
  }

  static List<Extra> many(byte[] payload, @Nullable Instant sent, Instant received)
      throws Malformed {
    Fields sessions = ItemJson.object(payload);
    Place place = place(sessions.object("attrs"));
    List<Extra> counts = new ArrayList<>();
    for (Fields bucket : sessions.objects("aggregates")) {
      Tally tally = tally(bucket);
      if (tally.sessions() > 0 && counts.size() < AGGREGATES) {
        Instant started = corrected(Times.parse(bucket.value("started")), sent, received);
        counts.add(
            new Extra.ManySessions(
                new SessionCounts(started, bucket.text("did", USER), tally, place)));
      }
    }
    return counts;
  }

  private static Tally tally(Fields bucket) {
    long errored = bounded(bucket, "errored");
    long unhandled = bounded(bucket, "unhandled");
    long crashed = bounded(bucket, "crashed");
    long abnormal = bounded(bucket, "abnormal");
    long sessions = bounded(bucket, "exited") + errored + unhandled + crashed + abnormal;
    return new Tally(sessions, errored, unhandled, crashed, abnormal);
  }

  private static long bounded(Fields bucket, String name) {
    return Math.clamp(number(bucket, name), 0, MOST_IN_A_BUCKET);
  }

  private static Place place(Fields attributes) throws Malformed {
    String release = attributes.text("release", RELEASE);
    if (release == null) {
      throw new Malformed("the session names no release");
    }
    return Place.of(release, attributes.text("environment", Fields.NAME));
  }

  private static Status status(Fields session) {
    return switch (session.text("status", 20, "ok")) {
      case "exited" -> Status.exited;
      case "crashed" -> Status.crashed;
      case "abnormal" -> Status.abnormal;
      case "unhandled" -> Status.unhandled;
      // "degraded" and what may come later: it goes on, its errors say how.
      default -> Status.ok;
    };
  }

  /// The sender's own number; without one the first update is the first, and the others come in the
  /// order of their time.
  private static long sequence(Fields session, Instant at) {
    Value value = session.value("seq");
    if (value != null && value.isNumber()) {
      return Math.max(0, value.longValue());
    }
    return Boolean.TRUE.equals(session.flag("init")) ? 0 : Math.max(0, at.toEpochMilli());
  }

  private static long number(Fields fields, String name) {
    Value value = fields.value(name);
    return value != null && value.isNumber() ? value.longValue() : 0;
  }

  /// On the server's clock, as far as the sender says how far its own is off.
  private static Instant corrected(@Nullable Instant at, @Nullable Instant sent, Instant received) {
    if (at == null) {
      return received;
    }
    Duration drift = sent == null ? Duration.ZERO : Duration.between(sent, received);
    Instant corrected = drift.abs().compareTo(SMALL_DRIFT) > 0 ? at.plus(drift) : at;
    return corrected.isAfter(received) ? received : corrected;
  }
}
