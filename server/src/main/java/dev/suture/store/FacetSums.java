package dev.suture.store;

import dev.suture.issue.query.IssueSearch.Facet;
import dev.suture.issue.query.IssueSearch.Facets;
import dev.suture.issue.query.IssueSearch.Value;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/// Adds the tags of issues up, one issue after the other, until that is enough: a busy issue has
/// some thousand tags, and nobody waits for the sum of all.
final class FacetSums {
  /// So many tags of issues are added up; the issue that goes beyond is the last.
  private static final int MOST_ADDED = 25_000;

  /// Of all projects; a tag keeps its name and value for ever, so that any of them can be
  /// forgotten.
  private static final int MOST_HELD = 100_000;

  private static final int READ_AT_ONCE = 500;

  private final Map<Long, Named> names = new ConcurrentHashMap<>();

  private record Named(String name, String value) {}

  private static final class Sum {
    long events;
    long issues;

    void add(Sum other) {
      events += other.events;
      issues += other.issues;
    }
  }

  /// @param issues keys, the one that matters most first
  /// @param more whether there are more than these
  /// @param values at most so many of each tag
  Facets of(Handle handle, List<Long> issues, boolean more, int values) throws SQLException {
    Map<Long, Sum> sums = new HashMap<>();
    int added = 0;
    int looked = 0;
    try (PreparedStatement tags =
        handle
            .getConnection()
            .prepareStatement("SELECT tag, events FROM issue_tag WHERE issue = ?")) {
      while (looked < issues.size() && added < MOST_ADDED) {
        added += add(tags, issues.get(looked++), sums);
      }
    }
    name(handle, sums);
    return new Facets(facets(sums, values), looked, more || looked < issues.size());
  }

  private static int add(PreparedStatement tags, long issue, Map<Long, Sum> sums)
      throws SQLException {
    tags.setLong(1, issue);
    int added = 0;
    try (ResultSet row = tags.executeQuery()) {
      while (row.next()) {
        Sum sum = sums.computeIfAbsent(row.getLong(1), _ -> new Sum());
        sum.events += row.getLong(2);
        sum.issues++;
        added++;
      }
    }
    return added;
  }

  private void name(Handle handle, Map<Long, Sum> sums) {
    if (names.size() > MOST_HELD) {
      names.clear();
    }
    List<Long> unknown = sums.keySet().stream().filter(tag -> !names.containsKey(tag)).toList();
    for (int from = 0; from < unknown.size(); from += READ_AT_ONCE) {
      handle
          .createQuery("SELECT id, name, value FROM project_tag WHERE id IN (<tags>)")
          .bindList("tags", unknown.subList(from, Math.min(unknown.size(), from + READ_AT_ONCE)))
          .map((row, _) -> names.put(row.getLong(1), new Named(row.getString(2), row.getString(3))))
          .forEach(_ -> {});
    }
  }

  private List<Facet> facets(Map<Long, Sum> sums, int values) {
    Map<String, Map<String, Sum>> byName = new TreeMap<>();
    sums.forEach(
        (tag, sum) -> {
          Named named = names.get(tag);
          if (named != null && !named.value().isEmpty()) {
            byName
                .computeIfAbsent(named.name(), _ -> new HashMap<>())
                .computeIfAbsent(named.value(), _ -> new Sum())
                .add(sum);
          }
        });
    List<Facet> facets = new ArrayList<>();
    byName.forEach((name, kinds) -> facets.add(facet(name, kinds, values)));
    return facets;
  }

  private static Facet facet(String name, Map<String, Sum> kinds, int values) {
    List<Value> most =
        kinds.entrySet().stream()
            .map(kind -> new Value(kind.getKey(), kind.getValue().events, kind.getValue().issues))
            .sorted(Comparator.comparingLong(Value::events).reversed().thenComparing(Value::value))
            .limit(values)
            .toList();
    long events = kinds.values().stream().mapToLong(sum -> sum.events).sum();
    return new Facet(name, events, kinds.size(), most);
  }
}
