package dev.suture.backport.presence;

import dev.suture.io.LeastRecentlyUsed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which commit has which parents: the history of all lines in memory.
final class Graph {
  private static final int[] NONE = {};
  private static final int KEPT_WALKS = 64;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> ids = new ArrayList<>();
  private int[][] parents = new int[1024][];
  private long[] times = new long[1024];
  private int[][] children = {};

  /// What was walked last; what a caller gets is its own.
  private final Map<Integer, BitSet> walked = new LeastRecentlyUsed<>(KEPT_WALKS);

  /// Adds commits; what they name as a parent may come later or never.
  void add(List<Clone.Node> nodes) {
    children = new int[0][];
    walked.clear();
    for (Clone.Node node : nodes) {
      int commit = number(node.commit());
      times[commit] = node.time();
      int[] above = node.parents().stream().mapToInt(this::number).toArray();
      parents[commit] = above;
    }
  }

  private int number(String id) {
    Integer known = numbers.get(id);
    if (known != null) {
      return known;
    }
    int number = ids.size();
    numbers.put(id, number);
    ids.add(id);
    if (number == parents.length) {
      parents = Arrays.copyOf(parents, number * 2);
      times = Arrays.copyOf(times, number * 2);
    }
    parents[number] = NONE;
    return number;
  }

  boolean has(String id) {
    return numbers.containsKey(id);
  }

  /// The number of a commit; -1 for one that is on no line.
  int of(String id) {
    return numbers.getOrDefault(id, -1);
  }

  String id(int commit) {
    return ids.get(commit);
  }

  int size() {
    return ids.size();
  }

  int[] parents(int commit) {
    return parents[commit];
  }

  /// When a commit was made, in seconds.
  long time(int commit) {
    return times[commit];
  }

  boolean isMerge(int commit) {
    return parents[commit].length > 1;
  }

  /// All that descend from a commit, itself included.
  BitSet descendants(int commit) {
    BitSet found = new BitSet(ids.size());
    if (commit < 0) {
      return found;
    }
    int[][] below = children();
    int[] stack = new int[64];
    int depth = 0;
    stack[depth++] = commit;
    found.set(commit);
    while (depth > 0) {
      for (int child : below[stack[--depth]]) {
        if (!found.get(child)) {
          found.set(child);
          if (depth == stack.length) {
            stack = Arrays.copyOf(stack, depth * 2);
          }
          stack[depth++] = child;
        }
      }
    }
    return found;
  }

  /// The children of each commit; counted again when commits came.
  private int[][] children() {
    if (children.length != ids.size()) {
      int[] counts = new int[ids.size()];
      each((parent, _) -> counts[parent]++);
      int[][] below = new int[ids.size()][];
      Arrays.setAll(below, commit -> new int[counts[commit]]);
      each((parent, child) -> below[parent][--counts[parent]] = child);
      children = below;
    }
    return children;
  }

  private interface Edge {
    void is(int parent, int child);
  }

  private void each(Edge edge) {
    for (int child = 0; child < ids.size(); child++) {
      for (int parent : parents[child]) {
        edge.is(parent, child);
      }
    }
  }

  /// All that a commit descends from, itself included.
  BitSet reachable(int commit) {
    BitSet known = walked.computeIfAbsent(commit, this::walk);
    return (BitSet) known.clone();
  }

  private BitSet walk(int commit) {
    BitSet seen = new BitSet(ids.size());
    if (commit < 0) {
      return seen;
    }
    int[] stack = new int[64];
    int depth = 0;
    stack[depth++] = commit;
    seen.set(commit);
    while (depth > 0) {
      for (int parent : parents[stack[--depth]]) {
        if (!seen.get(parent)) {
          seen.set(parent);
          if (depth == stack.length) {
            stack = Arrays.copyOf(stack, depth * 2);
          }
          stack[depth++] = parent;
        }
      }
    }
    return seen;
  }
}
