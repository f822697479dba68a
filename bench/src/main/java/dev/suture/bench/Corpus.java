package dev.suture.bench;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.InApp;
import dev.suture.event.Level;
import dev.suture.event.StackText;
import dev.suture.event.Thrown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Events with what is wrong in each, written down by hand as runtimes print them.
final class Corpus {
  private static final Instant THEN = Instant.parse("2026-05-04T12:00:00Z");

  private Corpus() {}

  /// @param app events are compared within one application only
  /// @param fault what is wrong: events of one fault belong to one issue
  record Sample(String app, String fault, String what, Event event) {}

  static List<Sample> read(Path file, StackText reader) throws IOException {
    List<Sample> samples = new ArrayList<>();
    String head = null;
    List<String> body = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("=== ")) {
        if (head != null) {
          samples.add(sample(head, body, reader));
        }
        head = line.substring(4);
        body.clear();
      } else if (head != null) {
        body.add(line);
      }
    }
    if (head != null) {
      samples.add(sample(head, body, reader));
    }
    return samples;
  }

  private static Sample sample(String head, List<String> body, StackText reader) {
    String[] words = head.split("\\|");
    Map<String, String> facts = new HashMap<>();
    StringBuilder text = new StringBuilder();
    for (String line : body) {
      int colon = line.indexOf(": ");
      String name = colon < 0 ? "" : line.substring(0, colon);
      if (name.matches("platform|message|type|at|(mapped|code) \\d+")) {
        facts.put(name, line.substring(colon + 2));
      } else {
        text.append(line).append('\n');
      }
    }
    String platform = facts.getOrDefault("platform", "other");
    List<Thrown> thrown = thrown(platform, facts, text.toString().strip(), reader);
    String message = thrown.isEmpty() ? facts.get("message") : null;
    return new Sample(
        words[0].strip(), words[1].strip(), words[2].strip(), event(platform, message, thrown));
  }

  private static List<Thrown> thrown(
      String platform, Map<String, String> facts, String text, StackText reader) {
    String at = facts.get("at");
    if (at != null) {
      String[] place = at.split(" ");
      Frame frame =
          new Frame(
              place[1], place[2], Integer.parseInt(place[3]), 0, true, place[0], null, null, null);
      return List.of(
          new Thrown(
              facts.getOrDefault("type", "Error"),
              facts.getOrDefault("message", ""),
              false,
              null,
              List.of(frame)));
    }
    List<Thrown> thrown = text.isEmpty() ? List.of() : reader.parse(platform, text);
    return thrown.stream()
        .map(each -> each.withFrames(frames(platform, each.frames(), facts)))
        .toList();
  }

  private static List<Frame> frames(
      String platform, List<Frame> frames, Map<String, String> facts) {
    List<Frame> done = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      String mapped = facts.get("mapped " + i);
      String code = facts.get("code " + i);
      String[] place = mapped == null ? new String[0] : mapped.split(" ");
      int line = mapped == null ? frame.line() : Integer.parseInt(place[2]);
      done.add(
          mapped == null && code == null
              ? frame
              : new Frame(
                  mapped == null ? frame.function() : place[0],
                  mapped == null ? frame.file() : place[1],
                  line,
                  frame.column(),
                  InApp.judge(platform, frame.module(), frame.file()),
                  frame.module(),
                  code == null ? frame.code() : new Frame.Code(line, List.of(code)),
                  mapped == null
                      ? null
                      : new Frame.Built(
                          frame.file(), frame.function(), frame.line(), frame.column()),
                  null));
    }
    return done;
  }

  private static Event event(
      String platform, @org.jspecify.annotations.Nullable String message, List<Thrown> thrown) {
    return new Event(
        "0".repeat(32),
        1,
        THEN,
        THEN,
        Level.error,
        platform,
        null,
        null,
        null,
        message,
        thrown,
        null,
        null,
        new TreeMap<>(),
        List.of(),
        List.of(),
        new Event.Sdk("corpus", "1"),
        null,
        Event.Details.NONE);
  }
}
