package dev.suture.cause;

import dev.suture.capture.Capture;
import dev.suture.capture.Exchange;
import dev.suture.event.Thrown;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compares a recorded session that failed with those of the project's other issues.
final class OtherSessions {
  private static final int ISSUES = 12;
  private static final int SESSIONS = 8;
  private static final int FIELDS = 4;
  private static final int ANSWERS = 10;
  private static final int LINES = 5;
  private static final int KEPT = 128;
  private static final int TEXT = 200;
  private static final double BEHIND = 1000;

  private static final Pattern ID =
      Pattern.compile("\\d+|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9a-fA-F]{16,}");
  private static final Pattern OPERATION = Pattern.compile("\"operationName\"\\s*:\\s*\"(\\w+)\"");

  /// The values that a program trips over first.
  private static final List<String> GRAVE =
      List.of(BodyShape.MISSING, "null", "an empty list", "an empty object", "an empty text");

  private final Evidence evidence;
  private final Map<String, Differences> known = new LinkedHashMap<>(16, .75f, true);

  OtherSessions(Evidence evidence) {
    this.evidence = evidence;
  }

  Differences compare(Subject subject, @Nullable Recording recording) {
    if (recording == null) {
      return Differences.NONE;
    }
    List<Capture> others = others(subject.issue());
    StringBuilder key = new StringBuilder(subject.event().id());
    others.forEach(each -> key.append(' ').append(each.id()));
    synchronized (known) {
      Differences before = known.get(key.toString());
      if (before != null) {
        return before;
      }
    }
    List<Recording> recordings = others.stream().map(evidence.recordings()::of).toList();
    Differences found =
        new Differences(
            recordings.size(),
            network(recording, Timeline.failure(subject.event(), recording), recordings),
            console(subject, recording, recordings));
    synchronized (known) {
      known.put(key.toString(), found);
      if (known.size() > KEPT) {
        known.remove(known.keySet().iterator().next());
      }
    }
    return found;
  }

  /// The newest capture of each of the project's other issues.
  private List<Capture> others(Issue issue) {
    var query = new IssueStore.Query(issue.project(), null, null);
    return evidence.issues().list(query, null, ISSUES).issues().stream()
        .filter(other -> !other.id().equals(issue.id()) && other.captures() > 0)
        .limit(SESSIONS)
        .flatMap(other -> evidence.captures().ofIssue(other.id(), 1).stream())
        .toList();
  }

  private static List<Differences.Answer> network(
      Recording recording, double failedAt, List<Recording> others) {
    Map<String, List<Exchange>> here = new LinkedHashMap<>();
    recording.exchanges().stream()
        .filter(each -> each.at() <= failedAt)
        .forEach(each -> here.computeIfAbsent(endpoint(each), _ -> new ArrayList<>()).add(each));
    List<Differences.Answer> found = new ArrayList<>();
    here.forEach(
        (endpoint, exchanges) -> {
          List<Exchange> beside = new ArrayList<>(exchanges.subList(0, exchanges.size() - 1));
          others.forEach(
              other ->
                  other.exchanges().stream()
                      .filter(each -> endpoint(each).equals(endpoint))
                      .forEach(beside::add));
          answer(endpoint, exchanges.getLast(), beside, found);
        });
    found.sort(
        Comparator.comparingInt(OtherSessions::gravity)
            .thenComparing(Comparator.comparingInt(Differences.Answer::answers).reversed()));
    return found.stream().limit(ANSWERS).toList();
  }

  private static int gravity(Differences.Answer answer) {
    return answer.field() == null || GRAVE.contains(answer.here()) ? 0 : 1;
  }

  private static void answer(
      String endpoint, Exchange here, List<Exchange> beside, List<Differences.Answer> found) {
    List<Exchange> good = beside.stream().filter(OtherSessions::isGood).toList();
    if (!isGood(here)) {
      if (!good.isEmpty() && good.size() == beside.size()) {
        String there = good.stream().map(OtherSessions::status).distinct().sorted().toList() + "";
        found.add(
            new Differences.Answer(
                here.id(),
                endpoint,
                null,
                "answered " + status(here),
                "answered " + there.replaceAll("[\\[\\]]", ""),
                good.size()));
      }
      return;
    }
    BodyShape shape = BodyShape.of(here.responseBody());
    List<BodyShape> shapes =
        good.stream()
            .map(each -> BodyShape.of(each.responseBody()))
            .filter(Objects::nonNull)
            .toList();
    if (shape == null || shapes.isEmpty()) {
      return;
    }
    fields(shape, shapes).entrySet().stream()
        .limit(FIELDS)
        .forEach(
            each ->
                found.add(
                    new Differences.Answer(
                        here.id(),
                        endpoint,
                        each.getKey(),
                        each.getValue().here(),
                        each.getValue().there(),
                        shapes.size())));
  }

  /// What stands at one path here and in the others, in words of ours.
  private record Beside(String here, String there) {}

  /// Values of a kind that no other answer has at the same path, the gravest first.
  private static Map<String, Beside> fields(BodyShape here, List<BodyShape> others) {
    Map<String, SortedSet<String>> there = new TreeMap<>();
    others.forEach(
        other ->
            other
                .kinds()
                .forEach(
                    (path, kinds) ->
                        there.computeIfAbsent(path, _ -> new TreeSet<>()).addAll(kinds)));
    Map<String, Beside> grave = new LinkedHashMap<>();
    Map<String, Beside> other = new LinkedHashMap<>();
    there.forEach(
        (path, kinds) -> {
          for (String odd : odd(here, others, path, kinds)) {
            (GRAVE.contains(odd) ? grave : other)
                .putIfAbsent(path, new Beside(odd, String.join(" or ", kinds)));
          }
        });
    other.forEach(grave::putIfAbsent);
    return grave;
  }

  private static Set<String> odd(
      BodyShape here, List<BodyShape> others, String path, SortedSet<String> there) {
    SortedSet<String> kinds = here.kinds().get(path);
    if (kinds != null) {
      Set<String> odd = new TreeSet<>(kinds);
      odd.removeAll(there);
      return odd;
    }
    String parent = BodyShape.parent(path);
    boolean always =
        others.stream()
            .filter(other -> other.hasObject(parent))
            .allMatch(other -> other.kinds().containsKey(path));
    return !path.endsWith("[]")
            && here.hasObject(parent)
            && always
            && !there.contains(BodyShape.MISSING)
        ? Set.of(BodyShape.MISSING)
        : Set.of();
  }

  private static boolean isGood(Exchange exchange) {
    return exchange.status() > 0 && exchange.status() < 400;
  }

  private static String status(Exchange exchange) {
    return exchange.status() == 0 ? "nothing" : Integer.toString(exchange.status());
  }

  /// `GET /api/carts/{}`, and the operation of GraphQL behind it.
  private static String endpoint(Exchange exchange) {
    StringBuilder endpoint = new StringBuilder(exchange.method()).append(' ');
    String plain = exchange.url().replaceFirst("^[a-z]+://[^/?#]*", "").replaceFirst("[?#].*$", "");
    for (String part : plain.split("/")) {
      if (!part.isEmpty()) {
        endpoint.append('/').append(ID.matcher(part).matches() ? "{}" : part);
      }
    }
    String body = exchange.requestBody();
    Matcher operation = OPERATION.matcher(body == null ? "" : body);
    return operation.find() ? endpoint + " " + operation.group(1) : endpoint.toString();
  }

  private static List<Differences.Line> console(
      Subject subject, Recording recording, List<Recording> others) {
    double until = Timeline.failure(subject.event(), recording) + BEHIND;
    Set<String> there = new HashSet<>();
    others.forEach(other -> other.console().forEach(each -> there.add(plain(each.text()))));
    List<String> thrown = subject.event().thrown().stream().map(Thrown::value).toList();
    return recording.console().stream()
        .filter(each -> each.at() <= until && isTrouble(each.level()))
        .filter(each -> !there.contains(plain(each.text())))
        .filter(each -> thrown.stream().noneMatch(each.text()::contains))
        .map(each -> new Differences.Line(each.level(), clip(each.text()), each.count()))
        .distinct()
        .limit(LINES)
        .toList();
  }

  private static boolean isTrouble(String level) {
    String lower = level.toLowerCase(Locale.ROOT);
    return lower.startsWith("err") || lower.startsWith("warn") || lower.equals("assert");
  }

  /// A line without what changes from one session to the next.
  private static String plain(String text) {
    return clip(text).replaceAll("[0-9]+", "#");
  }

  private static String clip(String text) {
    return text.length() <= TEXT ? text : text.substring(0, TEXT) + " …";
  }
}
