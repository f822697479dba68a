package dev.suture.bugsnag;

import dev.suture.event.EventId;
import dev.suture.event.Times;
import dev.suture.health.Place;
import dev.suture.health.SessionCounts;
import dev.suture.health.SessionUpdate;
import dev.suture.health.SessionUpdate.Status;
import dev.suture.health.Tally;
import dev.suture.ingest.Extra;
import dev.suture.json.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sessions as BugSnag's notifiers tell them: that one began, or how many began in a minute. How it
/// went on is told by the reports that name it.
final class SessionTranslation {
  private static final int SESSIONS = 1_000;
  private static final long MOST_IN_A_BUCKET = 10_000_000;

  /// Notifiers that run where one session is one person's; the others count theirs.
  private static final Pattern ONE_BY_ONE =
      Pattern.compile(
          "javascript|android|objective-c|ios|os x|tvos|watchos|cocoa|unity|unreal|flutter"
              + "|react native|electron|expo",
          Pattern.CASE_INSENSITIVE);

  private SessionTranslation() {}

  static List<Extra> begun(Fields payload, Instant received) {
    Place place = place(payload.object("app"));
    if (place == null) {
      return List.of();
    }
    String device = payload.object("device").text("id", Fields.NAME);
    List<Extra> begun = new ArrayList<>();
    for (Fields session : payload.objects("sessions")) {
      String id = session.text("id", Fields.NAME);
      if (id != null && begun.size() < SESSIONS) {
        Instant started = past(session, received);
        String user = session.object("user").text("id", Fields.NAME);
        begun.add(
            new Extra.OneSession(
                new SessionUpdate(
                    id(id), user == null ? device : user, 0, started, Status.ok, 0, place)));
      }
    }
    for (Fields count : payload.objects("sessionCounts")) {
      long sessions = Math.min(count.count("sessionsStarted"), MOST_IN_A_BUCKET);
      if (sessions > 0 && begun.size() < SESSIONS) {
        begun.add(
            new Extra.ManySessions(
                new SessionCounts(
                    past(count, received), null, new Tally(sessions, 0, 0, 0, 0), place)));
      }
    }
    return begun;
  }

  /// How many sessions began, whatever else is said of them.
  static long many(Fields payload) {
    long sum = payload.objects("sessions").size();
    for (Fields count : payload.objects("sessionCounts")) {
      sum += Math.min(count.count("sessionsStarted"), MOST_IN_A_BUCKET);
    }
    return sum;
  }

  /// What a report says of the session that it happened in.
  ///
  /// @return null when it names none
  static @Nullable Extra met(Fields event, Fields notifier, Instant received) {
    Fields session = event.object("session");
    String id = session.text("id", Fields.NAME);
    Place place = place(event.object("app"));
    if (id == null || place == null) {
      return null;
    }
    Fields events = session.object("events");
    long handled = events.count("handled");
    long unhandled = events.count("unhandled");
    Instant started = past(session, received);
    String user = event.object("user").text("id", Fields.NAME);
    String device = event.object("device").text("id", Fields.NAME);
    return new Extra.OneSession(
        new SessionUpdate(
            id(id),
            user == null ? device : user,
            handled + unhandled,
            started,
            unhandled > 0 ? Status.crashed : Status.ok,
            handled + unhandled,
            place,
            !ONE_BY_ONE.matcher(notifier.text("name", Fields.NAME, "")).find()));
  }

  private static Instant past(Fields session, Instant received) {
    Instant started = Times.parse(session.value("startedAt"));
    return started == null || started.isAfter(received) ? received : started;
  }

  private static @Nullable Place place(Fields app) {
    String version = app.text("version", Fields.NAME);
    return version == null ? null : Place.of(version, app.text("releaseStage", Fields.NAME));
  }

  private static String id(String sent) {
    return EventId.parse(sent)
        .orElseGet(() -> EventId.derive(sent.getBytes(StandardCharsets.UTF_8)));
  }
}
