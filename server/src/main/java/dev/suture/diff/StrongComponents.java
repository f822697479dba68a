package dev.suture.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// Tarjan's strongly connected components (R. Tarjan, Depth-first search and linear graph
/// algorithms, SIAM J. Comput. 1, 1972): each is found after all that it points to.
final class StrongComponents {
  private final List<Set<Integer>> edges;
  private final List<List<Integer>> found;
  private final int[] index;
  private final int[] low;
  private final boolean[] open;
  private final Deque<Integer> stack = new ArrayDeque<>();
  private int next;

  /// @param edges of each node, to which others it points
  /// @param found receives the components
  StrongComponents(List<Set<Integer>> edges, List<List<Integer>> found) {
    this.edges = edges;
    this.found = found;
    this.index = new int[edges.size()];
    this.low = new int[edges.size()];
    this.open = new boolean[edges.size()];
    Arrays.fill(index, -1);
  }

  void run() {
    for (int node = 0; node < edges.size(); node++) {
      if (index[node] < 0) {
        visit(node);
      }
    }
  }

  private void visit(int node) {
    index[node] = low[node] = next++;
    stack.push(node);
    open[node] = true;
    for (int to : edges.get(node)) {
      if (index[to] < 0) {
        visit(to);
        low[node] = Math.min(low[node], low[to]);
      } else if (open[to]) {
        low[node] = Math.min(low[node], index[to]);
      }
    }
    if (low[node] == index[node]) {
      List<Integer> component = new ArrayList<>();
      int member;
      do {
        member = stack.pop();
        open[member] = false;
        component.add(member);
      } while (member != node);
      found.add(component.stream().sorted().toList());
    }
  }
}
