package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.flow.Complaint.Wanted;
import dev.suture.cause.flow.Node;
import dev.suture.cause.flow.Origin;
import dev.suture.cause.flow.Reading;
import dev.suture.cause.flow.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where a value was followed to what nobody knows, the names on the way may still say which answer
/// held it: one that has the same names around a value that makes an engine complain so. It is
/// never sure.
final class Likeness {
  private static final int MOST_NODES = 20_000;

  /// What almost any value can be: names alone say nothing then.
  private static final Set<Wanted> LOOSE =
      EnumSet.of(Wanted.anything, Wanted.falsy, Wanted.truthy, Wanted.noJson, Wanted.noFunction);

  /// Names that things of every kind have.
  private static final Set<String> COMMON = Set.of("id", "key", "name", "type", "status");

  /// Names that say nothing of what they hold.
  private static final Set<String> WRAPPERS =
      Set.of(
          "length",
          "data",
          "body",
          "value",
          "result",
          "response",
          "payload",
          "current",
          "state",
          "props",
          "error",
          "detail");

  private final Answers answers;
  private final Wanted wanted;
  private Set<String> beside = Set.of();
  private int visited;

  Likeness(Answers answers, Wanted wanted) {
    this.answers = answers;
    this.wanted = wanted;
  }

  /// @param names how many of them are the same
  private record Like(Exchange exchange, Shape.Bad bad, int names) {}

  /// The answer that is most like what was read.
  ///
  /// @param value that was wrong, as the program writes it
  Optional<Candidates.Candidate> best(Set<Origin> origins, Node value) {
    if (LOOSE.contains(wanted)) {
      return Optional.empty();
    }
    Reading reading = Reading.of(value);
    beside = reading.beside();
    List<List<Step>> paths = new ArrayList<>(reading.paths());
    origins.stream().map(origin -> named(origin.path())).forEach(paths::add);
    List<Like> all = new ArrayList<>();
    for (Exchange exchange : answers.all()) {
      JsonNode body = answers.body(exchange).orElse(null);
      if (body != null && exchange.status() < 400) {
        visited = 0;
        paths.stream()
            .distinct()
            .flatMap(path -> endings(path).stream())
            .forEach(path -> search(exchange, body, path, "$", all));
      }
    }
    return all.stream()
        .max(
            Comparator.comparingInt(Like::names)
                .thenComparingInt(each -> each.bad().strength())
                .thenComparingDouble(each -> each.exchange().at() + each.exchange().ms()))
        .map(
            like ->
                new Candidates.Candidate(
                    like.exchange(),
                    like.bad(),
                    new Merits(Shape.POSSIBLE, false, false, false),
                    false,
                    new Origin.Asked(null, null, null)));
  }

  /// What the program has from elsewhere is in no answer.
  static boolean isElsewhere(Origin origin) {
    return switch (origin.source()) {
      case Origin.Storage _, Origin.Address _, Origin.Element _, Origin.Chunk _ -> true;
      case Origin.Request _, Origin.Constant _, Origin.Global _, Origin.Unknown _ -> false;
    };
  }

  /// The steps of a path that can be compared with a body: all behind what reads it.
  private static List<Step> named(List<Step> path) {
    return path.contains(Step.FAILED)
        ? List.of()
        : path.stream().filter(each -> !(each instanceof Step.Body)).toList();
  }

  /// The ends of a path that begin with a name, the longest first.
  private static List<List<Step>> endings(List<Step> path) {
    List<List<Step>> endings = new ArrayList<>();
    for (int at = 0; at < path.size(); at++) {
      if (path.get(at) instanceof Step.Key(String name) && !WRAPPERS.contains(name)) {
        endings.add(path.subList(at, path.size()));
      }
    }
    return endings;
  }

  private void search(
      Exchange exchange, JsonNode node, List<Step> path, String where, List<Like> found) {
    if (visited++ > MOST_NODES || !(path.getFirst() instanceof Step.Key(String name))) {
      return;
    }
    if (node.isObject()) {
      String spelt = answers.spelling(node).of(node, name);
      int kin = path.size() == 1 ? kin(node) : 0;
      if (node.has(spelt) || (path.size() == 1 && isKin(node, kin))) {
        Shape.Bad bad = new Shape(wanted).spelt(answers.spelling(node)).look(node, path, where);
        if (bad != null && bad.strength() >= Shape.BEFORE && isWanted(bad)) {
          found.add(new Like(exchange, bad, names(path) + kin));
        }
      }
      for (Map.Entry<String, JsonNode> each : node.properties()) {
        search(exchange, each.getValue(), path, where + "." + each.getKey(), found);
      }
    }
    if (node.isArray()) {
      Shape.Bad lacking = lacking(node, name, path, where);
      if (lacking != null) {
        found.add(new Like(exchange, lacking, names(path)));
      }
      for (int at = 0; at < node.size(); at++) {
        search(exchange, node.path(at), path, where + "[" + at + "]", found);
      }
    }
  }

  /// How many of the names that are read beside the wrong one an object has.
  private int kin(JsonNode node) {
    return (int)
        beside.stream().filter(each -> node.has(answers.spelling(node).of(node, each))).count();
  }

  private boolean isKin(JsonNode node, int kin) {
    boolean told =
        beside.stream()
            .anyMatch(
                each -> !COMMON.contains(each) && node.has(answers.spelling(node).of(node, each)));
    return told && kin >= Math.min(2, beside.size());
  }

  /// Where nothing is wanted, what is something is another thing of that name.
  boolean isWanted(Shape.Bad bad) {
    return !wanted.isNothing() || bad.found().matches("missing|null");
  }

  /// The element that lacks what others beside it have.
  private Shape.@Nullable Bad lacking(JsonNode list, String name, List<Step> path, String where) {
    boolean nothing = wanted == Wanted.undefined || wanted == Wanted.missing;
    boolean some = false;
    int lacks = -1;
    for (int at = 0; at < list.size(); at++) {
      JsonNode element = list.path(at);
      String spelt = answers.spelling(element).of(element, name);
      some |= element.has(spelt);
      lacks = lacks < 0 && element.isObject() && !element.has(spelt) ? at : lacks;
    }
    return nothing && some && lacks >= 0 && path.size() <= 2
        ? new Shape.Bad(where + "[" + lacks + "]." + name, "missing", Shape.BEFORE)
        : null;
  }

  private static int names(List<Step> path) {
    return (int) path.stream().filter(each -> each instanceof Step.Key).count();
  }
}
