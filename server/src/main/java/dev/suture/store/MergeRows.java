package dev.suture.store;

import dev.suture.json.Json;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;

/// The rows that count an issue, added to another's and taken out of them again.
final class MergeRows {
  /// A table with a row for each issue and key.
  ///
  /// @param keys columns that make a row one with another issue's
  /// @param sums columns that add up
  /// @param firsts columns of which the lesser stays
  /// @param lasts columns of which the greater stays
  record Counts(
      String table, List<String> keys, List<String> sums, List<String> firsts, List<String> lasts) {
    List<String> columns() {
      return Stream.of(keys, sums, firsts, lasts).flatMap(List::stream).toList();
    }

    /// What becomes of a row that is there already.
    private String collision() {
      Stream<String> sets =
          Stream.of(
                  sums.stream().map(c -> c + " = " + table + "." + c + " + excluded." + c),
                  firsts.stream().map(c -> kept(c, "<")),
                  lasts.stream().map(c -> kept(c, ">")))
              .flatMap(set -> set);
      String set = sets.collect(Collectors.joining(", "));
      return set.isEmpty() ? "DO NOTHING" : "DO UPDATE SET " + set;
    }

    private String kept(String column, String than) {
      String own = table + "." + column;
      String other = "excluded." + column;
      return column
          + " = CASE WHEN "
          + own
          + " "
          + than
          + " "
          + other
          + " THEN "
          + own
          + " ELSE "
          + other
          + " END";
    }

    private String whereKey() {
      return " WHERE issue = ?"
          + keys.stream().map(key -> " AND " + key + " = ?").collect(Collectors.joining());
    }
  }

  static final Counts HOURS =
      new Counts("issue_hour", List.of("hour"), List.of("events"), List.of(), List.of());
  static final Counts MINUTES =
      new Counts("issue_minute", List.of("minute"), List.of("events"), List.of(), List.of());
  static final Counts TAGS =
      new Counts(
          "issue_tag",
          List.of("tag"),
          List.of("events"),
          List.of("first_seen"),
          List.of("last_seen"));
  static final Counts FEATURES =
      new Counts("issue_feature", List.of("project", "feature"), List.of(), List.of(), List.of());
  static final Counts SENDERS =
      new Counts("issue_sender", List.of("sender"), List.of("events"), List.of(), List.of());
  static final List<Counts> COUNTS = List.of(HOURS, MINUTES, TAGS, FEATURES, SENDERS);

  /// Tables whose rows go over as they are, with the column that names a row.
  static final Map<String, String> MOVED =
      Map.of("issue_hash", "id", "activity", "id", "feedback", "id", "agent_task", "id");

  private static final long MINUTE_MICROS = 60_000_000L;
  private static final long HOUR_MICROS = 3_600_000_000L;
  private static final long MOST_SLOTS = 200_000;

  private MergeRows() {}

  /// The rows of an issue in a table, each as a map of its columns.
  static List<Map<String, Object>> read(Handle handle, String table, String column, Object key) {
    return handle
        .createQuery("SELECT * FROM " + table + " WHERE " + column + " = :key")
        .bind("key", key)
        .mapToMap()
        .list();
  }

  /// The counts of an issue. Those by time are read slot by slot, for they lie in the order of
  /// time.
  ///
  /// @param issue its row
  static List<Map<String, Object>> read(Handle handle, Counts counts, Map<String, Object> issue) {
    boolean hours = counts.equals(HOURS);
    if (!hours && !counts.equals(MINUTES)) {
      return read(handle, counts.table(), "issue", number(issue, "id"));
    }
    long unit = hours ? HOUR_MICROS : MINUTE_MICROS;
    long last = Math.floorDiv(number(issue, "last_seen"), unit);
    long most = hours ? MOST_SLOTS : 2 * RateTally.MINUTES_KEPT;
    long first = Math.max(Math.floorDiv(number(issue, "first_seen"), unit), last - most);
    String slot = counts.keys().getFirst();
    return handle
        .createQuery(
            """
            WITH RECURSIVE slot (at) AS (
              SELECT CAST(:first AS BIGINT) UNION ALL SELECT at + 1 FROM slot WHERE at < :last)
            SELECT <time>, events FROM slot
            CROSS JOIN <table> WHERE <time> = slot.at AND issue = :issue\
            """)
        .define("time", slot)
        .define("table", counts.table())
        .bind("first", first)
        .bind("last", last)
        .bind("issue", issue.get("id"))
        .mapToMap()
        .list();
  }

  static long number(Map<String, Object> row, String column) {
    return ((Number) Objects.requireNonNull(row.get(column))).longValue();
  }

  static void insert(Handle handle, String table, Map<String, Object> row) {
    List<String> columns = new ArrayList<>(row.keySet());
    String marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
    Update update =
        handle.createUpdate(
            "INSERT INTO "
                + table
                + " ("
                + String.join(", ", columns)
                + ") VALUES ("
                + marks
                + ")");
    for (int i = 0; i < columns.size(); i++) {
      update.bind(i, row.get(columns.get(i)));
    }
    update.execute();
  }

  /// Adds rows to an issue's counts.
  static void put(Handle handle, Counts counts, List<Map<String, Object>> rows, long issue) {
    if (rows.isEmpty()) {
      return;
    }
    List<String> columns = counts.columns();
    PreparedBatch more =
        handle.prepareBatch(
            "INSERT INTO "
                + counts.table()
                + " (issue, "
                + String.join(", ", columns)
                + ") VALUES (?"
                + ", ?".repeat(columns.size())
                + ") ON CONFLICT (issue, "
                + String.join(", ", counts.keys())
                + ") "
                + counts.collision());
    for (Map<String, Object> row : rows) {
      more.bind(0, issue);
      for (int i = 0; i < columns.size(); i++) {
        more.bind(i + 1, row.get(columns.get(i)));
      }
      more.add();
    }
    more.execute();
  }

  /// Deletes rows of an issue.
  static void delete(Handle handle, Counts counts, List<Map<String, Object>> rows, long issue) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch gone = handle.prepareBatch("DELETE FROM " + counts.table() + counts.whereKey());
    for (Map<String, Object> row : rows) {
      gone.bind(0, issue);
      bindKeys(gone, 1, counts, row);
      gone.add();
    }
    gone.execute();
  }

  private static void bindKeys(
      PreparedBatch batch, int first, Counts counts, Map<String, Object> row) {
    for (int i = 0; i < counts.keys().size(); i++) {
      batch.bind(first + i, row.get(counts.keys().get(i)));
    }
  }

  /// Takes rows that were added out of an issue's counts; a row that counts nothing then goes.
  static void subtract(Handle handle, Counts counts, List<Map<String, Object>> rows, long issue) {
    if (rows.isEmpty() || counts.sums().isEmpty()) {
      return;
    }
    PreparedBatch less =
        handle.prepareBatch(
            "UPDATE " + counts.table() + " SET events = events - ?" + counts.whereKey());
    PreparedBatch empty =
        handle.prepareBatch(
            "DELETE FROM " + counts.table() + counts.whereKey() + " AND events <= 0");
    for (Map<String, Object> row : rows) {
      less.bind(0, row.get("events")).bind(1, issue);
      bindKeys(less, 2, counts, row);
      less.add();
      empty.bind(0, issue);
      bindKeys(empty, 1, counts, row);
      empty.add();
    }
    less.execute();
    empty.execute();
  }

  /// Rows as text, bytes among them.
  static String text(Map<String, List<Map<String, Object>>> tables) {
    Map<String, List<Map<String, Object>>> plain = new LinkedHashMap<>();
    tables.forEach((table, rows) -> plain.put(table, rows.stream().map(MergeRows::plain).toList()));
    return Json.MAPPER.writeValueAsString(plain);
  }

  private static Map<String, Object> plain(Map<String, Object> row) {
    Map<String, Object> plain = new LinkedHashMap<>();
    row.forEach(
        (column, value) ->
            plain.put(
                column,
                value instanceof byte[] bytes
                    ? Map.of("bytes", HexFormat.of().formatHex(bytes))
                    : value));
    return plain;
  }

  @SuppressWarnings("unchecked")
  static Map<String, List<Map<String, Object>>> parse(String text) {
    Map<String, List<Map<String, Object>>> tables =
        Json.MAPPER.readValue(text, LinkedHashMap.class);
    for (List<Map<String, Object>> rows : tables.values()) {
      for (Map<String, Object> row : rows) {
        row.replaceAll(
            (_, value) ->
                value instanceof Map<?, ?> packed
                    ? HexFormat.of().parseHex(String.valueOf(packed.get("bytes")))
                    : value);
      }
    }
    return tables;
  }
}
