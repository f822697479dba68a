package dev.suture.cause;

import dev.suture.capture.Capture;
import dev.suture.capture.Exchange;
import dev.suture.capture.Part;
import dev.suture.hotfix.LiveCommit;
import dev.suture.hotfix.Repository;
import dev.suture.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;

/// Single pieces of evidence as text, in full. All of it is data from outside.
public final class Exhibits {
  private final Evidence evidence;
  private final Origin origin;

  public Exhibits(Evidence evidence, Origin origin) {
    this.evidence = evidence;
    this.origin = origin;
  }

  /// @param id of an issue or of a capture
  public Optional<Subject> subject(String id) {
    return Subject.ofIssue(id, evidence, origin).or(() -> Subject.ofCapture(id, evidence, origin));
  }

  /// One line for each exchange of a capture.
  public List<String> exchanges(Subject subject, Capture capture) {
    Recording recording = recording(capture);
    double zero = Timeline.failure(subject.event(), recording);
    return recording.exchanges().stream()
        .map(
            each ->
                each.id()
                    + "  "
                    + offset(each.at() - zero)
                    + "  "
                    + each.method()
                    + " "
                    + each.url()
                    + " -> "
                    + (each.status() == 0 ? "no answer" : each.status()))
        .toList();
  }

  /// One exchange with its headers and bodies.
  public Optional<String> exchange(Capture capture, String id) {
    return recording(capture).exchanges().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .map(Exhibits::whole);
  }

  /// The console between two times relative to the failure.
  public List<String> console(Subject subject, Capture capture, Window window) {
    Recording recording = recording(capture);
    double zero = Timeline.failure(subject.event(), recording);
    return recording.console().stream()
        .filter(each -> window.holds(each.at() - zero))
        .map(
            each ->
                offset(each.at() - zero)
                    + "  "
                    + each.level()
                    + "  "
                    + each.text()
                    + (each.count() > 1 ? "  (" + each.count() + " times)" : ""))
        .toList();
  }

  public List<String> actions(Subject subject, Capture capture, Window window) {
    Recording recording = recording(capture);
    double zero = Timeline.failure(subject.event(), recording);
    return recording.actions().stream()
        .filter(each -> window.holds(each.at() - zero))
        .map(each -> offset(each.at() - zero) + "  " + each.text())
        .toList();
  }

  /// The replay in words.
  public List<String> replay(Subject subject, Capture capture, Window window) throws IOException {
    Part part = capture.part("replay.json").orElse(null);
    if (part == null) {
      return List.of();
    }
    double zero = Timeline.failure(subject.event(), recording(capture));
    try {
      return ReplayText.of(
          Json.MAPPER.readTree(evidence.blobs().get(part.blob())),
          zero,
          window.from(),
          window.to());
    } catch (JacksonException spoilt) {
      return List.of();
    }
  }

  /// The bytes of the screenshot's part.
  public byte[] screenshot(Part part) throws IOException {
    return evidence.blobs().get(part.blob());
  }

  /// A file of the repository at the live commit, with line numbers.
  ///
  /// @return empty when the repository has no such text file there
  public Optional<Source> source(Subject subject, String path) throws Repository.Unreachable {
    String commit =
        LiveCommit.of(subject.project(), origin.deployments(), origin.repository()).commit();
    if (!origin.repository().files(subject.project(), commit).contains(path)) {
      return Optional.empty();
    }
    return origin
        .repository()
        .file(subject.project(), commit, path)
        .map(text -> new Source(commit, numbered(text)));
  }

  /// Milliseconds relative to the failure.
  public record Window(double from, double to) {
    boolean holds(double at) {
      return at >= from && at <= to;
    }
  }

  public record Source(String commit, String text) {}

  private Recording recording(Capture capture) {
    return evidence.recordings().of(capture);
  }

  private static String offset(double ms) {
    return (ms > 0 ? "+" : "") + Math.round(ms);
  }

  private static String numbered(String text) {
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .mapToObj(index -> (index + 1) + "  " + lines.get(index))
        .collect(Collectors.joining("\n"));
  }

  private static String whole(Exchange exchange) {
    StringBuilder text = new StringBuilder();
    text.append(exchange.method()).append(' ').append(exchange.url()).append('\n');
    exchange.requestHeaders().forEach((name, value) -> header(text, name, value));
    text.append('\n').append(exchange.requestBody() == null ? "" : exchange.requestBody());
    text.append("\n\n").append(exchange.status() == 0 ? "no answer" : exchange.status());
    text.append(" after ").append(Math.round(exchange.ms())).append(" ms\n");
    if (exchange.error() != null) {
      text.append("error: ").append(exchange.error()).append('\n');
    }
    exchange.responseHeaders().forEach((name, value) -> header(text, name, value));
    text.append('\n').append(exchange.responseBody() == null ? "" : exchange.responseBody());
    if (exchange.initiator() != null) {
      text.append("\n\nstarted by\n").append(exchange.initiator());
    }
    return text.toString();
  }

  private static void header(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append('\n');
  }
}
