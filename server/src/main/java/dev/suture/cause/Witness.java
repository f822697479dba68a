package dev.suture.cause;

import dev.suture.capture.Capture;
import dev.suture.capture.Exchange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was seen of one failure: its event and what a recorder saw before it. All of it is data
/// from outside.
///
/// @param exchanges in the order of the recorder
/// @param actions in the order of the recorder
/// @param stored what the browser's storage held at the start of the recording
/// @param page the page's address; empty when unknown
/// @param failedAt epoch milliseconds on the page's clock
public record Witness(
    Subject subject,
    List<Exchange> exchanges,
    List<Action> actions,
    List<Stored> stored,
    String page,
    double failedAt) {

  /// @param kind `click`, `input`, `navigate` ...
  public record Action(double at, String kind, String text) {}

  /// Of an issue: what its bundle is about.
  public static Optional<Witness> ofIssue(String id, Evidence evidence, Origin origin) {
    return Subject.ofIssue(id, evidence, origin).map(subject -> of(subject, evidence));
  }

  /// What a capture has of requests, in the order of the recorder.
  public static List<Exchange> exchanges(Capture capture, Evidence evidence) {
    return evidence.recordings().of(capture).exchanges();
  }

  private static Witness of(Subject subject, Evidence evidence) {
    @Nullable Recording recording =
        subject.capture() == null ? null : evidence.recordings().of(subject.capture());
    if (recording == null) {
      double at = subject.event().at().toEpochMilli();
      return new Witness(subject, List.of(), List.of(), List.of(), "", at);
    }
    return new Witness(
        subject,
        recording.exchanges(),
        recording.actions().stream()
            .map(each -> new Action(each.at(), each.kind(), each.text()))
            .toList(),
        recording.stored(),
        recording.page().getOrDefault("url", ""),
        Timeline.failure(subject.event(), recording));
  }
}
