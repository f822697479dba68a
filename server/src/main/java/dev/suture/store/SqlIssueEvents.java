package dev.suture.store;

import dev.suture.issue.IssueEvents;
import dev.suture.issue.IssueStore.EventLine;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The events of an issue, one after the other, in SQL.
public final class SqlIssueEvents implements IssueEvents {
  private final Database database;

  public SqlIssueEvents(Database database) {
    this.database = database;
  }

  /// Where a page ends, and where an event lies.
  private record Place(long at, String id) {
    static Place parse(String text) {
      int dot = text.indexOf('.');
      if (dot < 1 || !text.substring(dot + 1).matches("[0-9a-f]{32}")) {
        throw new IllegalArgumentException("not a cursor of a list of events");
      }
      return new Place(Long.parseLong(text.substring(0, dot)), text.substring(dot + 1));
    }

    String text() {
      return at + "." + id;
    }
  }

  private record Row(EventLine line, Place place) {}

  @Override
  public Page page(String issue, @Nullable String before, int limit) {
    Place from = before == null ? new Place(Long.MAX_VALUE, "") : Place.parse(before);
    List<Row> rows =
        database.read(
            handle ->
                IssueId.key(handle, issue)
                    .map(key -> rows(handle, key, from, limit + 1))
                    .orElse(List.of()));
    List<EventLine> lines = rows.stream().limit(limit).map(Row::line).toList();
    return new Page(lines, rows.size() > limit ? rows.get(limit - 1).place().text() : null);
  }

  private static List<Row> rows(Handle handle, long issue, Place from, int limit) {
    return handle
        .select(
            """
            SELECT id, at, release, environment, person, captured FROM event
            WHERE issue = ? AND at <= ? AND (at < ? OR id < ?)
            ORDER BY at DESC, id DESC LIMIT ?""",
            issue,
            from.at(),
            from.at(),
            from.id(),
            limit)
        .map(
            (row, _) ->
                new Row(
                    new EventLine(
                        row.getString(1),
                        Database.instant(row.getLong(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6)),
                    new Place(row.getLong(2), row.getString(1))))
        .list();
  }

  @Override
  public Optional<Beside> beside(String issue, String event) {
    return database.read(
        handle ->
            IssueId.key(handle, issue)
                .flatMap(key -> place(handle, key, event).map(at -> beside(handle, key, at))));
  }

  private static Optional<Place> place(Handle handle, long issue, String event) {
    return handle
        .select("SELECT at FROM event WHERE issue = ? AND id = ?", issue, event)
        .mapTo(Long.class)
        .findOne()
        .map(at -> new Place(at, event));
  }

  private static Beside beside(Handle handle, long issue, Place place) {
    String earlier =
        one(handle, "AND at <= ? AND (at < ? OR id < ?) ORDER BY at DESC, id DESC", issue, place);
    String later = one(handle, "AND at >= ? AND (at > ? OR id > ?) ORDER BY at, id", issue, place);
    String oldest = end(handle, "at, id", issue);
    String newest = end(handle, "at DESC, id DESC", issue);
    return new Beside(earlier, later, oldest, newest);
  }

  private static @Nullable String one(Handle handle, String where, long issue, Place place) {
    return handle
        .select(
            "SELECT id FROM event WHERE issue = ? " + where + " LIMIT 1",
            issue,
            place.at(),
            place.at(),
            place.id())
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  private static String end(Handle handle, String order, long issue) {
    return handle
        .select("SELECT id FROM event WHERE issue = ? ORDER BY " + order + " LIMIT 1", issue)
        .mapTo(String.class)
        .one();
  }
}
