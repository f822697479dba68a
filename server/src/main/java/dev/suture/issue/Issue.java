package dev.suture.issue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The events that share a fingerprint.
///
/// @param id project slug, dash, number: `shop-1`
/// @param project slug
/// @param number counts from 1 in each project
/// @param title type and value of the newest event, or its message; captured text
/// @param culprit where it broke; null when no frame is known
/// @param since when it came into its state, by the server's clock
/// @param reason why it is in its state; null for the usual
/// @param assignee `person:…`, `team:…` or `agent:…`; null when nobody is to do it
/// @param users distinct users, within two percent
/// @param captures how many of its events brought a capture
/// @param lastEvent id of the newest event that is kept with its content
public record Issue(
    String id,
    String project,
    long number,
    String type,
    String title,
    @Nullable Culprit culprit,
    String level,
    String platform,
    IssueState state,
    Instant since,
    @Nullable Reason reason,
    @Nullable String assignee,
    Instant firstSeen,
    Instant lastSeen,
    long events,
    long users,
    long captures,
    @Nullable String firstRelease,
    @Nullable String lastRelease,
    String lastEvent,
    Fingerprint fingerprint) {

  /// The top frame of the application's own code.
  public record Culprit(String file, int line, String function) {}
}
