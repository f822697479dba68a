package dev.suture.store;

import dev.suture.issue.IssueStore;
import dev.suture.issue.similar.Likeness;
import dev.suture.issue.similar.Shape;
import dev.suture.issue.similar.SimilarStore;
import dev.suture.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Looks for similar issues: candidates by the rarest frames and words that they share, from an
/// index, then each compared in full.
public final class SqlSimilar implements SimilarStore {
  private static final int FEATURES_ASKED = 8;
  private static final int COMMON = 2_000;
  private static final int CANDIDATES = 60;
  private static final double ALIKE = 0.45;

  private final Database database;
  private final IssueStore issues;

  private record Asked(long key, long project, Shape shape) {}

  private record Found(long key, Likeness likeness) {}

  public SqlSimilar(Database database, IssueStore issues) {
    this.database = database;
    this.issues = issues;
  }

  @Override
  public List<Similar> of(String issue, int limit) {
    Map<String, Likeness> found =
        database.read(
            handle ->
                asked(handle, issue).map(asked -> search(handle, asked, limit)).orElse(Map.of()));
    List<Similar> similar = new ArrayList<>();
    found.forEach(
        (id, likeness) ->
            issues
                .find(id)
                .ifPresent(
                    other ->
                        similar.add(
                            new Similar(
                                other,
                                (int) Math.round(100 * likeness.score()),
                                likeness.reasons()))));
    similar.sort(
        Comparator.comparingInt(Similar::percent)
            .reversed()
            .thenComparing(one -> one.issue().number()));
    return similar;
  }

  private static Optional<Asked> asked(Handle handle, String issue) {
    return IssueId.key(handle, issue)
        .flatMap(
            key ->
                handle
                    .select(
                        """
                        SELECT issue.project, issue_shape.shape FROM issue_shape
                        JOIN issue ON issue.id = issue_shape.issue WHERE issue.id = ?""",
                        key)
                    .map((row, _) -> new Asked(key, row.getLong(1), shape(row.getString(2))))
                    .findOne());
  }

  private static Shape shape(String text) {
    return Json.MAPPER.readValue(text, Shape.class);
  }

  private static Map<String, Likeness> search(Handle handle, Asked asked, int limit) {
    List<Long> features = SimilarRows.features(asked.shape());
    if (features.isEmpty()) {
      return Map.of();
    }
    Map<Long, Integer> common = frequencies(handle, asked.project(), features);
    List<Long> rare =
        features.stream()
            .filter(feature -> common.getOrDefault(feature, 0) <= COMMON)
            .sorted(Comparator.comparingInt(feature -> common.getOrDefault(feature, 0)))
            .limit(FEATURES_ASKED)
            .toList();
    if (rare.isEmpty()) {
      return Map.of();
    }
    Map<Long, Double> candidates = new HashMap<>();
    handle
        .createQuery(
            """
            SELECT issue, feature FROM issue_feature
            WHERE project = :project AND feature IN (<features>) AND issue <> :issue""")
        .bind("project", asked.project())
        .bind("issue", asked.key())
        .bindList("features", rare)
        .map(
            (row, _) ->
                candidates.merge(
                    row.getLong(1), rarity(common.getOrDefault(row.getLong(2), 1)), Double::sum))
        .list();
    List<Long> best =
        candidates.entrySet().stream()
            .sorted(Map.Entry.<Long, Double>comparingByValue().reversed())
            .limit(CANDIDATES)
            .map(Map.Entry::getKey)
            .toList();
    return best.isEmpty() ? Map.of() : compare(handle, asked, best, limit, common);
  }

  private static Map<String, Likeness> compare(
      Handle handle, Asked asked, List<Long> candidates, int limit, Map<Long, Integer> common) {
    Map<Long, Shape> shapes = new HashMap<>();
    handle
        .createQuery("SELECT issue, shape FROM issue_shape WHERE issue IN (<issues>)")
        .bindList("issues", candidates)
        .map((row, _) -> shapes.put(row.getLong(1), shape(row.getString(2))))
        .list();
    List<Found> found = new ArrayList<>();
    shapes.forEach(
        (key, shape) -> {
          Likeness likeness =
              Likeness.of(asked.shape(), shape, feature -> rarity(common.getOrDefault(feature, 1)));
          if (likeness.score() >= ALIKE) {
            found.add(new Found(key, likeness));
          }
        });
    found.sort(Comparator.comparingDouble((Found each) -> each.likeness().score()).reversed());
    Map<String, Likeness> named = new HashMap<>();
    for (Found each : found.subList(0, Math.min(limit, found.size()))) {
      named.put(IssueId.of(handle, each.key()), each.likeness());
    }
    return named;
  }

  private static double rarity(int issues) {
    return 1 / Math.log(Math.E + issues);
  }

  /// In how many issues each is, counted as far as it still matters.
  private static Map<Long, Integer> frequencies(Handle handle, long project, List<Long> features) {
    Map<Long, Integer> frequencies = new HashMap<>();
    for (long feature : features) {
      int issues =
          handle
              .select(
                  """
                  SELECT count(*) FROM (SELECT 1 FROM issue_feature
                    WHERE project = ? AND feature = ? LIMIT ?) AS some""",
                  project,
                  feature,
                  COMMON + 1)
              .mapTo(Integer.class)
              .one();
      frequencies.put(feature, issues);
    }
    return frequencies;
  }
}
