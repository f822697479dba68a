package dev.suture.project;

import java.util.Arrays;
import java.util.Optional;

/// What arrives, as limits and outcomes count it. The order is part of the queue's format.
public enum Category {
  error("error"),
  transaction("transaction"),
  session("session"),
  attachment("attachment"),
  replay("replay"),
  feedback("feedback"),
  monitor("monitor"),
  profile("profile"),
  span("span"),
  log("log_item"),
  security("security"),
  metric("trace_metric"),
  internal("internal");

  private final String word;

  Category(String word) {
    this.word = word;
  }

  /// The word that senders know it by.
  public String word() {
    return word;
  }

  public static Optional<Category> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
