package dev.suture.sentry;

import dev.suture.ingest.Decoder.Dropped;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Outcome;
import dev.suture.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Items `client_report`: what an SDK threw away by itself, which would otherwise be missing from
/// the counts. Its words are taken only where they are among those we know.
final class ClientReport {
  private static final int ENTRIES = 200;
  private static final int MOST = 1_000_000;

  private static final Set<String> REASONS =
      Set.of(
          "queue_overflow",
          "cache_overflow",
          "buffer_overflow",
          "ratelimit_backoff",
          "network_error",
          "sample_rate",
          "before_send",
          "event_processor",
          "send_error",
          "internal_sdk_error",
          "insufficient_data",
          "backpressure",
          "no_parent_span",
          "invalid",
          "too_big",
          "ignored");

  private static final Set<String> CATEGORIES =
      Set.of(
          "transaction",
          "session",
          "attachment",
          "feedback",
          "monitor",
          "profile",
          "profile_chunk",
          "replay",
          "security",
          "span",
          "log_item",
          "log_byte",
          "trace_metric",
          "metric_bucket");

  private ClientReport() {}

  static List<Dropped> discarded(byte[] payload) throws Malformed {
    Fields report = ItemJson.object(payload);
    List<Dropped> discarded = new ArrayList<>();
    for (Fields entry : report.objects("discarded_events")) {
      int quantity = Math.min(entry.count("quantity"), MOST);
      if (quantity > 0 && discarded.size() < ENTRIES) {
        String reason = entry.text("reason", Fields.NAME, "");
        discarded.add(
            new Dropped(
                category(entry.text("category", Fields.NAME, "")),
                new Outcome.Client(REASONS.contains(reason) ? reason : "other"),
                quantity));
      }
    }
    return discarded;
  }

  private static String category(String word) {
    return switch (word) {
      case "error", "default", "" -> "event";
      default -> CATEGORIES.contains(word) ? word : "unknown";
    };
  }
}
