package dev.suture.cause.chain;

import dev.suture.cause.flow.Choice;
import dev.suture.cause.flow.Context;
import dev.suture.cause.flow.Node;
import dev.suture.cause.flow.Origin;
import dev.suture.cause.flow.Step;
import dev.suture.cause.flow.Tracer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where an element was looked for and is not there: whether the list is to blame, or what was
/// looked for. What came from the list itself once is stale; what a person or a storage gave is
/// theirs; what another answer named, or the program, the list should have had.
final class Blame {
  private final Tracer tracer;
  private final Map<Asked, Map<Origin, Set<Node>>> known = new HashMap<>();

  Blame(Tracer tracer) {
    this.tracer = tracer;
  }

  private record Asked(Node value, @Nullable Context context) {}

  /// @param pick what chose
  /// @param path from the answer to the value, through the list
  boolean isOfList(Step.Pick pick, Origin.Request list, List<Step> path) {
    Node by = pick.by();
    if (by == null) {
      return false;
    }
    int place = path.indexOf(pick);
    List<Step> before = place < 0 ? path : path.subList(0, place);
    Choice choice = Choice.of(by);
    if (choice.relational()) {
      return false;
    }
    for (Node other : choice.others()) {
      boolean answered = !by.isFunction() && origins(other, pick.context()).isEmpty();
      for (Origin origin : origins(other, pick.context())) {
        switch (origin.source()) {
          case Origin.Request request -> {
            boolean same =
                request.asked().equals(list.asked())
                    && origin.path().size() >= before.size()
                    && origin.path().subList(0, before.size()).equals(before);
            if (same) {
              return false;
            }
            answered = true;
          }
          case Origin.Storage _, Origin.Address _, Origin.Element _ -> {
            return false;
          }
          default -> {}
        }
      }
      if (!answered) {
        return false;
      }
    }
    return true;
  }

  /// What gave the key that an element was looked for by: what a person or a storage gave is
  /// theirs.
  ///
  /// @return each with what it came through
  Map<Origin, Set<Node>> sought(List<Origin> origins) {
    Map<Origin, Set<Node>> found = new LinkedHashMap<>();
    for (Origin origin : origins) {
      for (Step step : origin.path()) {
        if (step instanceof Step.Pick(Node by, var context) && by != null) {
          Choice.of(by).others().forEach(each -> found.putAll(ways(each, context)));
        }
      }
    }
    found
        .keySet()
        .removeIf(
            each ->
                !(each.source() instanceof Origin.Storage
                    || each.source() instanceof Origin.Address
                    || each.source() instanceof Origin.Element));
    return found;
  }

  /// A key that was looked up in something written in the program.
  ///
  /// @param known what is there
  record Looked(List<Origin> origins, Set<String> known) {}

  List<Looked> keys(List<Origin> origins) {
    List<Looked> keys = new ArrayList<>();
    for (Origin origin : origins) {
      if (!(origin.source() instanceof Origin.Constant constant)
          || Tracer.isFilled(constant.at())
          || origin.path().isEmpty()) {
        continue;
      }
      if (origin.path().getFirst() instanceof Step.Pick(Node by, var context) && by != null) {
        Set<String> known = tracer.known(constant.at(), constant.context());
        for (Node each : Choice.of(by).others()) {
          keys.add(new Looked(origins(each, context), known));
        }
      }
    }
    return keys;
  }

  List<Origin> origins(Node value, @Nullable Context context) {
    return List.copyOf(ways(value, context).keySet());
  }

  private Map<Origin, Set<Node>> ways(Node value, @Nullable Context context) {
    Asked asked = new Asked(value, context);
    Map<Origin, Set<Node>> found = known.get(asked);
    if (found == null) {
      tracer.origins(value, context);
      found = tracer.ways();
      known.put(asked, found);
    }
    return found;
  }
}
