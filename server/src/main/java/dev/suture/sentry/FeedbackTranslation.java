package dev.suture.sentry;

import dev.suture.event.EventId;
import dev.suture.event.Times;
import dev.suture.feedback.Feedback;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Extra;
import dev.suture.json.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Items `feedback`, which are events of their own, and `user_report`, their predecessor.
final class FeedbackTranslation {
  private static final int MESSAGE = 4096;
  private static final int URL = 2048;

  private FeedbackTranslation() {}

  /// @param id of the envelope, which beats the payload's
  static Extra feedback(
      byte[] payload, @Nullable String id, @Nullable Instant sent, Instant received)
      throws Malformed {
    Fields event = ItemJson.object(payload);
    Fields said = event.object("contexts").object("feedback");
    String message = said.text("message", MESSAGE);
    if (message == null) {
      throw new Malformed("the feedback says nothing");
    }
    String own =
        EventId.parse(event.text("event_id", Fields.NAME, ""))
            .orElseGet(() -> EventId.derive(payload, received));
    return new Extra.Comment(
        new Feedback(
            id == null ? own : id,
            Times.believed(Times.parse(event.value("timestamp")), sent, received),
            message,
            said.text("name", Fields.NAME),
            said.text("contact_email", Fields.NAME),
            EventId.parse(said.text("associated_event_id", Fields.NAME, "")).orElse(null),
            url(said, event),
            event.text("release", Fields.NAME),
            event.text("environment", Fields.NAME),
            said.text("source", Fields.NAME, "feedback"),
            List.of()));
  }

  private static @Nullable String url(Fields said, Fields event) {
    String url = said.text("url", URL);
    return url == null ? event.object("request").text("url", URL) : url;
  }

  static Extra report(byte[] payload, Instant received) throws Malformed {
    Fields report = ItemJson.object(payload);
    String comments = report.text("comments", MESSAGE);
    String event = EventId.parse(report.text("event_id", Fields.NAME, "")).orElse(null);
    if (comments == null || event == null) {
      throw new Malformed("the report says nothing or is about nothing");
    }
    String id =
        EventId.derive(
            event.getBytes(StandardCharsets.US_ASCII), comments.getBytes(StandardCharsets.UTF_8));
    return new Extra.Comment(
        new Feedback(
            id,
            received,
            comments,
            report.text("name", Fields.NAME),
            report.text("email", Fields.NAME),
            event,
            null,
            null,
            null,
            "user_report",
            List.of()));
  }
}
