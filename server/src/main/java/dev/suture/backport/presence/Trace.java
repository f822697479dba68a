package dev.suture.backport.presence;

import dev.suture.backport.presence.Evidence.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What happened to a fix on one line: which commits brought it and which took it back.
final class Trace {
  private final Graph graph;
  private final Map<Integer, Find> brought = new LinkedHashMap<>();
  private final Map<Integer, Find> removed = new LinkedHashMap<>();
  private final Map<Integer, BitSet> behind = new LinkedHashMap<>();

  Trace(Graph graph) {
    this.graph = graph;
  }

  void brings(Find find) {
    brought.putIfAbsent(find.commit(), find);
  }

  void takesBack(Find find) {
    if (!brought.containsKey(find.commit())) {
      removed.putIfAbsent(find.commit(), find);
    }
  }

  List<Find> brought() {
    return List.copyOf(brought.values());
  }

  List<Find> removed() {
    return List.copyOf(removed.values());
  }

  /// What brought it and was not taken back after.
  List<Find> standing() {
    List<Find> standing = new ArrayList<>();
    for (Find find : brought.values()) {
      if (removed.keySet().stream().noneMatch(revert -> isAfter(revert, find.commit()))) {
        standing.add(find);
      }
    }
    return standing;
  }

  /// What took it back after all that brought it.
  List<Find> last() {
    return removed.values().stream()
        .filter(
            revert ->
                removed.keySet().stream()
                    .noneMatch(
                        other -> other != revert.commit() && isAfter(other, revert.commit())))
        .toList();
  }

  private boolean isAfter(int later, int earlier) {
    return later != earlier && behind.computeIfAbsent(later, graph::reachable).get(earlier);
  }

  /// The dearest step that was needed for what stands.
  static Step how(List<Find> finds) {
    return finds.stream().map(Find::how).min(Step::compareTo).orElse(Step.tip);
  }
}
