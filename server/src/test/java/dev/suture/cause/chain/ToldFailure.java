package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.Witness;
import dev.suture.cause.flow.Complaint;
import dev.suture.cause.flow.Program;
import dev.suture.event.Frame;
import dev.suture.syntax.TreeSitterParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A small program that failed, as a page of `server/src/test/resources/causes` tells it: the
/// error, what servers answered before it, what is to be found, and the sources. A sign in a source
/// marks where the stack points: `▶` for the call that threw, `▷1`, `▷2` ... for its callers.
///
/// @param meanwhile id of an answer while which the user clicked elsewhere; null for none
/// @param wants `ID FIELD`, `surmised ID FIELD` where the value is not followed, or `none` with the
///   kind of source it came from
record ToldFailure(
    String name,
    String type,
    String message,
    List<Exchange> answers,
    @Nullable String meanwhile,
    String wants,
    Map<String, String> sources,
    List<Frame> frames) {

  static Stream<ToldFailure> all() {
    Path folder = Path.of("src/test/resources/causes");
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream().flatMap(ToldFailure::of);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<ToldFailure> of(Path file) {
    try {
      return Stream.of(Files.readString(file).split("(?m)^#### ")).skip(1).map(ToldFailure::told);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static ToldFailure told(String text) {
    String[] parts = text.split("(?m)^---- ");
    List<String> head = parts[0].lines().toList();
    String error = after(head, "error ").getFirst();
    List<Exchange> answers = new ArrayList<>();
    for (String answer : after(head, "answer ")) {
      answers.add(exchange(answer, answers.size()));
    }
    for (String answer : after(head, "late ")) {
      answers.add(late(exchange(answer, answers.size())));
    }
    Map<String, String> sources = new LinkedHashMap<>();
    Map<Integer, Frame> frames = new TreeMap<>();
    for (int at = 1; at < parts.length; at++) {
      int end = parts[at].indexOf('\n');
      String path = parts[at].substring(0, end).strip();
      sources.put(path, unmarked(path, parts[at].substring(end + 1), frames));
    }
    return new ToldFailure(
        head.getFirst(),
        error.substring(0, error.indexOf(':')),
        error.substring(error.indexOf(':') + 1).strip(),
        answers,
        after(head, "meanwhile ").stream().findFirst().orElse(null),
        after(head, "wants ").getFirst(),
        sources,
        List.copyOf(frames.values()));
  }

  private static List<String> after(List<String> lines, String word) {
    return lines.stream()
        .filter(each -> each.startsWith(word))
        .map(each -> each.substring(word.length()))
        .toList();
  }

  /// `ID METHOD ADDRESS STATUS BODY`, of `answer` or, where it was asked first and came last,
  /// `late`.
  private static Exchange exchange(String told, int index) {
    String[] words = told.split(" ", 5);
    String[] address = words[2].split("<<", 2);
    return new Exchange(
        words[0],
        1_000 + 100 * index,
        40,
        words[1],
        address[0].startsWith("http") ? address[0] : "http://app.example" + address[0],
        Integer.parseInt(words[3]),
        Collections.emptySortedMap(),
        address.length < 2 ? null : address[1].replace("~", " "),
        Collections.emptySortedMap(),
        words.length < 5 ? "" : words[4],
        null,
        null);
  }

  /// Asked before all others.
  private static Exchange late(Exchange last) {
    return new Exchange(
        last.id(),
        900,
        last.at() + last.ms() - 900,
        last.method(),
        last.url(),
        last.status(),
        last.requestHeaders(),
        last.requestBody(),
        last.responseHeaders(),
        last.responseBody(),
        null,
        null);
  }

  private static String unmarked(String path, String marked, Map<Integer, Frame> frames) {
    StringBuilder text = new StringBuilder();
    int line = 1;
    int column = 1;
    for (int at = 0; at < marked.length(); at++) {
      char c = marked.charAt(at);
      if (c == '▶' || c == '▷') {
        int place = c == '▶' ? 0 : marked.charAt(++at) - '0';
        frames.put(place, new Frame("", path, line, column, true, null, null, null, null));
        continue;
      }
      text.append(c);
      column = c == '\n' ? 1 : column + 1;
      line += c == '\n' ? 1 : 0;
    }
    return text.toString();
  }

  /// What is found, in the words of `wants`.
  String found() {
    @Nullable Trail trail = trail();
    if (trail == null) {
      return "no trail";
    }
    Candidates.Candidate candidate = trail.candidate();
    Late late = Late.of(trail, candidate, ordered(), seen());
    if (late != null) {
      return "late " + late.candidate().exchange().id();
    }
    if (candidate == null) {
      Candidates.Candidate surmised = Surmise.of(trail, ordered(), seen()).orElse(null);
      if (surmised != null) {
        return "surmised " + place(surmised);
      }
      return "none" + (trail.source() == null ? "" : " " + trail.source());
    }
    return place(candidate);
  }

  private static String place(Candidates.Candidate candidate) {
    Shape.Bad bad = candidate.bad();
    return candidate.exchange().id() + (bad == null ? "" : " " + bad.field());
  }

  private List<Exchange> ordered() {
    return answers.stream()
        .sorted(Comparator.comparingDouble(each -> each.at() + each.ms()))
        .toList();
  }

  /// It failed as soon as the last answer was there.
  private Late.Seen seen() {
    Exchange last = ordered().getLast();
    List<Witness.Action> actions = new ArrayList<>(List.of(new Witness.Action(0, "click", "")));
    for (Exchange each : answers) {
      if (each.id().equals(meanwhile)) {
        actions.add(new Witness.Action(each.at() + each.ms() / 2, "click", ""));
      }
    }
    return new Late.Seen(actions, last.at() + last.ms());
  }

  @Nullable Trail trail() {
    Program program =
        new Program(List.copyOf(sources.keySet()), sources::get, new TreeSitterParser());
    Application application = new Application("live", sources, program);
    return Trail.follow(application, frames, Complaint.of(type, message), message, ordered());
  }

  @Override
  public String toString() {
    return name;
  }
}
