package dev.suture.store;

import dev.suture.feedback.Feedback;
import dev.suture.feedback.FeedbackStore;
import dev.suture.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Feedback in SQL: the record as JSON. Its issue is that of its event as long as the event is
/// kept, else what it was when the feedback came.
public final class SqlFeedback implements FeedbackStore {
  private static final Pattern CURSOR = Pattern.compile("(-?[0-9]{1,18})\\.([0-9a-f]{32})");
  private static final String SELECT =
      """
      SELECT feedback.id, feedback.at, feedback.body, project.slug, issue.number FROM feedback
      JOIN project ON project.id = feedback.project
      LEFT JOIN event ON event.project = feedback.project AND event.id = feedback.event
      LEFT JOIN issue ON issue.id = COALESCE(event.issue, feedback.issue)
      """;

  private final Database database;

  public SqlFeedback(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(long project, Feedback feedback) {
    String body = Json.MAPPER.writeValueAsString(feedback);
    return database.write(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO feedback (project, id, at, event, issue, body)
                        VALUES (:project, :id, :at, :event,
                          (SELECT issue FROM event WHERE project = :project AND id = :event), :body)
                        ON CONFLICT DO NOTHING""")
                    .bind("project", project)
                    .bind("id", feedback.id())
                    .bind("at", Database.micros(feedback.at()))
                    .bind("event", feedback.event())
                    .bind("body", body)
                    .execute())
        > 0;
  }

  private record Row(String cursor, Line line) {}

  @Override
  public Page list(long project, @Nullable String before, int limit) {
    long at = Long.MAX_VALUE;
    String id = "";
    if (before != null) {
      Matcher cursor = CURSOR.matcher(before);
      if (!cursor.matches()) {
        throw new IllegalArgumentException("no cursor of a feedback list");
      }
      at = Long.parseLong(cursor.group(1));
      id = cursor.group(2);
    }
    long beforeAt = at;
    String beforeId = id;
    List<Row> rows =
        database.read(
            handle ->
                handle
                    .select(
                        SELECT
                            + """
                            WHERE feedback.project = ?
                              AND (feedback.at < ? OR (feedback.at = ? AND feedback.id < ?))
                            ORDER BY feedback.at DESC, feedback.id DESC LIMIT ?""",
                        project,
                        beforeAt,
                        beforeAt,
                        beforeId,
                        limit + 1)
                    .map((row, _) -> row(row))
                    .list());
    boolean more = rows.size() > limit;
    List<Row> shown = more ? rows.subList(0, limit) : rows;
    return new Page(shown.stream().map(Row::line).toList(), more ? shown.getLast().cursor() : null);
  }

  @Override
  public List<Feedback> ofIssue(String issue, int limit) {
    return IssueId.parse(issue)
        .map(
            id ->
                database.read(
                    handle ->
                        handle
                            .select(
                                SELECT
                                    + """
                                    WHERE project.slug = ? AND issue.number = ?
                                    ORDER BY feedback.at DESC, feedback.id DESC LIMIT ?""",
                                id.slug(),
                                id.number(),
                                limit)
                            .map((row, _) -> row(row).line().feedback())
                            .list()))
        .orElse(List.of());
  }

  @Override
  public Optional<Feedback> find(long project, String id) {
    return database.read(
        handle ->
            handle
                .select("SELECT body FROM feedback WHERE project = ? AND id = ?", project, id)
                .map((row, _) -> Json.MAPPER.readValue(row.getString(1), Feedback.class))
                .findOne());
  }

  private static Row row(ResultSet row) throws SQLException {
    long number = row.getLong("number");
    String issue = row.wasNull() ? null : new IssueId(row.getString("slug"), number).text();
    Feedback feedback = Json.MAPPER.readValue(row.getString("body"), Feedback.class);
    return new Row(row.getLong("at") + "." + row.getString("id"), new Line(feedback, issue));
  }
}
