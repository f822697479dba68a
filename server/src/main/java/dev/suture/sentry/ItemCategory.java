package dev.suture.sentry;

import dev.suture.project.Category;

/// What an item is counted as by limits.
final class ItemCategory {
  private ItemCategory() {}

  static Category of(String type) {
    return switch (type) {
      case "event" -> Category.error;
      case "transaction" -> Category.transaction;
      case "session", "sessions" -> Category.session;
      case "attachment", "form_data" -> Category.attachment;
      case "replay_event", "replay_recording", "replay_video" -> Category.replay;
      case "user_report", "feedback" -> Category.feedback;
      case "check_in" -> Category.monitor;
      case "profile", "profile_chunk" -> Category.profile;
      case "span" -> Category.span;
      case "log" -> Category.log;
      case "security", "raw_security", "nel" -> Category.security;
      case "trace_metric", "statsd", "metric_buckets" -> Category.metric;
      default -> Category.internal;
    };
  }
}
