package dev.suture.cause;

import dev.suture.capture.Capture;
import dev.suture.event.Event;
import dev.suture.issue.Issue;
import dev.suture.issue.trust.Trust;
import dev.suture.project.Project;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a bundle is about: an issue with one of its events, and the capture that came with it.
public record Subject(Issue issue, Project project, Event event, @Nullable Capture capture) {

  private static final int LOOKED_AT = 20;

  /// The event that a person has approved, for that is what programs may act on; else the issue's
  /// newest capture with a picture, for a person sent that one; else its newest capture, else its
  /// newest event.
  static Optional<Subject> ofIssue(String id, Evidence evidence, Origin origin) {
    return evidence
        .issues()
        .find(id)
        .flatMap(
            issue -> approved(issue, evidence, origin).or(() -> newest(issue, evidence, origin)));
  }

  private static Optional<Subject> approved(Issue issue, Evidence evidence, Origin origin) {
    return origin
        .trust()
        .of(issue.id())
        .map(Trust::approval)
        .flatMap(
            approval ->
                of(
                    issue,
                    approval.event(),
                    evidence.captures().find(approval.event()).orElse(null),
                    evidence,
                    origin));
  }

  private static Optional<Subject> newest(Issue issue, Evidence evidence, Origin origin) {
    List<Capture> newest = evidence.captures().ofIssue(issue.id(), LOOKED_AT);
    Capture capture =
        newest.stream()
            .filter(each -> each.screenshot().isPresent())
            .findFirst()
            .orElse(newest.isEmpty() ? null : newest.getFirst());
    String event = capture == null ? issue.lastEvent() : capture.id();
    return of(issue, event, capture, evidence, origin);
  }

  static Optional<Subject> ofCapture(String id, Evidence evidence, Origin origin) {
    return evidence
        .captures()
        .find(id)
        .flatMap(
            capture ->
                evidence
                    .issues()
                    .find(capture.issue())
                    .flatMap(issue -> of(issue, capture.id(), capture, evidence, origin)));
  }

  private static Optional<Subject> of(
      Issue issue, String event, @Nullable Capture capture, Evidence evidence, Origin origin) {
    Project project =
        origin
            .projects()
            .bySlug(issue.project())
            .orElseThrow(() -> new IllegalStateException("an issue without its project"));
    return evidence
        .issues()
        .event(project.id(), event)
        .map(found -> new Subject(issue, project, found, capture));
  }
}
