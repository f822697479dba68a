package dev.suture.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one delivery tells, before it is put into a channel's words.
///
/// @param id the same for each attempt, so that a receiver knows a repeat
/// @param repeat whether an earlier attempt may have arrived
/// @param project slug
/// @param rule name that a person gave it
/// @param base address of the server, without a slash at its end
public record Message(
    String id,
    Delivery.Action action,
    boolean repeat,
    String project,
    String rule,
    String base,
    Instant at,
    List<Alert> alerts) {
  public Message {
    alerts = List.copyOf(alerts);
  }

  public String link(Alert alert) {
    return base + alert.told().page();
  }

  /// Where the failure bundle of what broke is read, as Markdown; null where it is no issue.
  public @Nullable String bundle(Alert alert) {
    String issue = alert.told().issue();
    return issue == null ? null : base + "/api/v1/issues/" + issue + "/bundle?format=markdown";
  }

  /// The worst of what it tells.
  public Severity severity() {
    return alerts.stream()
        .map(Alert::severity)
        .max(java.util.Comparator.naturalOrder())
        .orElse(Severity.info);
  }

  /// One line in words of Suture's.
  public String headline() {
    String first = alerts.isEmpty() ? "" : alerts.getFirst().told().says();
    return switch (action) {
      case test -> "A test from Suture: messages of " + project + " arrive here.";
      case resolve ->
          "Ended in " + project + ": " + (alerts.size() == 1 ? first : alerts.size() + " alerts");
      case acknowledge -> "Taken on in " + project + ": " + first;
      case escalate -> "Still open in " + project + ", nobody has taken it on: " + first;
      case trigger ->
          project + ": " + (alerts.size() == 1 ? first : alerts.size() + " alerts of one rule");
    };
  }
}
