package dev.suture.cause.chain;

import dev.suture.capture.Exchange;
import dev.suture.cause.Stored;
import dev.suture.cause.Witness;
import dev.suture.cause.flow.Complaint.Wanted;
import dev.suture.cause.flow.Node;
import dev.suture.cause.flow.Origin;
import dev.suture.cause.flow.Step;
import dev.suture.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/// The places that a bad value can have come from, each with what speaks for it: answers, entries
/// of the browser's storage, parameters of the page's address, elements, names of other scripts.
final class Ranking {
  private static final int MOST = 6;

  private final Trail trail;
  private final Witness witness;
  private final Wanted wanted;

  Ranking(Trail trail, Witness witness) {
    this.trail = trail;
    this.witness = witness;
    this.wanted = Wanted.valueOf(trail.expression().complaint());
  }

  /// @param chosen the answer to blame, which comes first; null where none is
  List<Cause.Candidate> of(Candidates.@Nullable Candidate chosen) {
    Map<String, Cause.Candidate> found = new LinkedHashMap<>();
    if (chosen != null) {
      found.put(chosen.exchange().id(), answer(chosen));
    }
    List<Cause.Candidate> rest = new ArrayList<>();
    trail.others().forEach(each -> rest.add(answer(each)));
    for (Origin origin : trail.origins().keySet()) {
      Cause.Candidate place = place(origin);
      if (place != null) {
        rest.add(place);
      }
    }
    rest.stream()
        .sorted(Comparator.comparingInt(Cause.Candidate::score).reversed())
        .forEach(
            each ->
                found.putIfAbsent(
                    each.exchange() != null ? each.exchange() : each.kind() + each.what(), each));
    return found.values().stream().limit(MOST).toList();
  }

  private static Cause.Candidate answer(Candidates.Candidate candidate) {
    Exchange exchange = candidate.exchange();
    Shape.Bad bad = candidate.bad();
    return new Cause.Candidate(
        "exchange",
        exchange.id(),
        exchange.method() + " " + exchange.url(),
        bad == null ? null : bad.field(),
        bad == null ? null : bad.found(),
        candidate.merits().percent(),
        candidate.merits().words());
  }

  private Cause.@Nullable Candidate place(Origin origin) {
    return switch (origin.source()) {
      case Origin.Storage(String key, Node at) -> stored(key, at, origin.path());
      case Origin.Address(Node at) -> parameter(at, origin.path());
      case Origin.Element(Node at) -> unseen("element", at);
      case Origin.Global(String _, Node at) -> unseen("global", at);
      case Origin.Chunk(Node at) -> unseen("chunk", at);
      case Origin.Request _, Origin.Constant _, Origin.Unknown _ -> null;
    };
  }

  /// An entry of the storage, and what stands in it where it is JSON.
  private Cause.Candidate stored(@Nullable String key, Node at, List<Step> path) {
    Stored entry =
        witness.stored().stream().filter(each -> each.key().equals(key)).findFirst().orElse(null);
    if (entry == null) {
      boolean lacks = key != null && !witness.stored().isEmpty() && wanted.isNothing();
      return lacks
          ? place("storage", at, new Shape.Bad("$", "missing", Shape.EXACT))
          : unseen("storage", at);
    }
    Shape.Bad bad = new Shape(wanted).look(read(entry.value()), path);
    return bad == null ? fits("storage", at) : place("storage", at, bad);
  }

  private static JsonNode read(String value) {
    try {
      return Json.MAPPER.readTree(value);
    } catch (JacksonException plain) {
      return StringNode.valueOf(value);
    }
  }

  /// A parameter of the query, by the name that is first on the path.
  private Cause.Candidate parameter(Node at, List<Step> path) {
    int query = witness.page().indexOf('?');
    String name =
        path.stream()
            .filter(each -> each instanceof Step.Key)
            .map(each -> ((Step.Key) each).name())
            .findFirst()
            .orElse(null);
    if (witness.page().isEmpty() || name == null || !at.passage().text().contains("earchParams")) {
      return unseen("address", at);
    }
    String given = query < 0 ? null : value(witness.page().substring(query + 1), name);
    JsonNode node = given == null ? MissingNode.getInstance() : StringNode.valueOf(given);
    Shape.Bad bad = new Shape(wanted).look(node, path.subList(1, path.size()));
    return bad == null
        ? fits("address", at)
        : place("address", at, new Shape.Bad("?" + name, bad.found(), bad.strength()));
  }

  private static @Nullable String value(String query, String name) {
    for (String pair : query.replaceFirst("#.*$", "").split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts[0].equals(name)) {
        String given = parts.length < 2 ? "" : parts[1];
        try {
          return URLDecoder.decode(given, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException raw) {
          return given;
        }
      }
    }
    return null;
  }

  private static Cause.Candidate place(String kind, Node at, Shape.Bad bad) {
    Merits merits = new Merits(bad.strength(), true, false, false);
    return new Cause.Candidate(
        kind,
        null,
        Trail.clipped(at.text()),
        bad.field(),
        bad.found(),
        merits.percent(),
        merits.words());
  }

  /// What stands there is as it should be.
  private static Cause.Candidate fits(String kind, Node at) {
    return new Cause.Candidate(
        kind,
        null,
        Trail.clipped(at.text()),
        null,
        null,
        0,
        List.of("what stood there fits the expression"));
  }

  private Cause.Candidate unseen(String kind, Node at) {
    boolean named = kind.equals(trail.source());
    Merits merits = new Merits(named ? Shape.POSSIBLE : 0, true, false, false);
    List<String> words = new Merits(0, true, false, false).words();
    return new Cause.Candidate(
        kind, null, Trail.clipped(at.text()), null, null, merits.percent(), words);
  }
}
