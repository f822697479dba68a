package dev.suture.store;

import dev.suture.alert.AlertStore.Due;
import dev.suture.alert.AlertStore.Result;
import dev.suture.alert.Delivery;
import dev.suture.alert.Delivery.Attempt;
import dev.suture.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Messages to channels, each with the log of its attempts.
final class SqlAlertDeliveries {
  private static final String ROW =
      """
      SELECT alert_delivery.*, alert_channel.body AS channel_body,
        (SELECT group_concat(alert) FROM alert_told WHERE delivery = alert_delivery.id) AS alerts
      FROM alert_delivery LEFT JOIN alert_channel ON alert_channel.id = alert_delivery.channel\
      """;

  private static final String UNKNOWN =
      "The server stopped while it was sent: whether it arrived is not known.";

  private final Database database;

  SqlAlertDeliveries(Database database) {
    this.database = database;
  }

  List<Delivery> all(long project, long before, int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    ROW
                        + " WHERE alert_delivery.project = ? AND alert_delivery.id < ?"
                        + " ORDER BY alert_delivery.id DESC LIMIT ?",
                    project,
                    before,
                    limit)
                .map((row, _) -> delivery(row))
                .list());
  }

  Optional<Delivery> find(long project, long delivery) {
    return database.read(
        handle ->
            handle
                .select(
                    ROW + " WHERE alert_delivery.id = ? AND alert_delivery.project = ?",
                    delivery,
                    project)
                .map((row, _) -> delivery(row))
                .findOne());
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    String channel = row.getString("channel_body");
    return new Delivery(
        row.getLong("id"),
        row.getLong("channel"),
        channel == null
            ? "a channel that is gone"
            : Json.MAPPER.readTree(channel).path("name").asString(),
        row.getLong("rule"),
        Delivery.Action.valueOf(row.getString("action")),
        ids(row.getString("alerts")),
        Delivery.State.valueOf(row.getString("state")),
        Database.instant(row.getLong("created")),
        Database.instant(row.getLong("due")),
        row.getString("says"),
        attempts(row.getString("attempts")));
  }

  private static List<Long> ids(@Nullable String joined) {
    List<Long> ids = new ArrayList<>();
    if (joined != null) {
      for (String id : joined.split(",")) {
        ids.add(Long.valueOf(id));
      }
    }
    return ids;
  }

  private static List<Attempt> attempts(String json) {
    return List.of(Json.MAPPER.readValue(json, Attempt[].class));
  }

  boolean again(long project, long delivery, Instant now) {
    return database.write(
        handle ->
            handle.execute(
                    """
                    UPDATE alert_delivery SET state = 'waiting', due = ?, tried = 0
                    WHERE id = ? AND project = ? AND state = 'failed'\
                    """,
                    Database.micros(now),
                    delivery,
                    project)
                > 0);
  }

  List<Long> channelsDue(Instant now) {
    return database.read(
        handle ->
            handle
                .select(
                    """
                    SELECT DISTINCT channel FROM alert_delivery
                    WHERE state IN ('waiting', 'held') AND due <= ?\
                    """,
                    Database.micros(now))
                .mapTo(Long.class)
                .list());
  }

  /// What was tried keeps its place in the order; what gathers or is held does not stand in the
  /// way.
  Optional<Due> next(long channel, Instant now) {
    return database.read(
        handle ->
            handle
                .select(
                    ROW
                        + " WHERE alert_delivery.channel = ? AND state IN ('waiting', 'held')"
                        + " AND (due <= ? OR tried > 0) ORDER BY alert_delivery.id LIMIT 1",
                    channel,
                    Database.micros(now))
                .map((row, _) -> due(handle, row))
                .findOne()
                .filter(due -> !due.delivery().due().isAfter(now)));
  }

  private static Due due(Handle handle, ResultSet row) throws SQLException {
    Delivery delivery = delivery(row);
    long project = row.getLong("project");
    return new Due(
        delivery,
        project,
        handle.select("SELECT slug FROM project WHERE id = ?", project).mapTo(String.class).one(),
        handle
            .select(
                """
                SELECT alert.* FROM alert_told JOIN alert ON alert.id = alert_told.alert
                WHERE delivery = ? ORDER BY alert.id\
                """,
                delivery.id())
            .map((each, _) -> SqlAlerts.alert(each))
            .list(),
        delivery.attempts().stream().anyMatch(attempt -> attempt.millis() == null));
  }

  void begin(long delivery, Instant now) {
    change(
        delivery,
        attempts -> attempts.add(new Attempt(now, null, UNKNOWN)),
        "tried = tried + 1, state = 'waiting'");
  }

  void end(long delivery, Result result) {
    database.write(
        handle -> {
          Long millis = result.millis();
          if (millis != null) {
            change(
                delivery,
                attempts -> {
                  Attempt begun = attempts.removeLast();
                  attempts.add(new Attempt(begun.at(), millis, result.says()));
                },
                "tried = tried");
          }
          return handle.execute(
              "UPDATE alert_delivery SET state = ?, says = ?, due = ? WHERE id = ?",
              result.state().name(),
              result.says(),
              Database.micros(result.due()),
              delivery);
        });
  }

  private void change(long delivery, Consumer<List<Attempt>> what, String besides) {
    database.write(
        handle ->
            handle
                .select("SELECT attempts FROM alert_delivery WHERE id = ?", delivery)
                .map((row, _) -> new ArrayList<>(attempts(row.getString(1))))
                .findOne()
                .map(
                    attempts -> {
                      what.accept(attempts);
                      return handle.execute(
                          "UPDATE alert_delivery SET attempts = ?, " + besides + " WHERE id = ?",
                          Json.MAPPER.writeValueAsString(attempts),
                          delivery);
                    })
                .orElse(0));
  }

  void expire(Instant before) {
    long at = Database.micros(before);
    String old =
        "SELECT id FROM alert_delivery WHERE created < "
            + at
            + " AND state NOT IN ('waiting', 'held')";
    database.write(
        handle -> {
          handle.execute("DELETE FROM alert_told WHERE delivery IN (" + old + ")");
          handle.execute("DELETE FROM alert_delivery WHERE id IN (" + old + ")");
          return handle.execute(
              """
              DELETE FROM alert WHERE ended < ?
                AND NOT EXISTS (SELECT 1 FROM alert_told WHERE alert_told.alert = alert.id)\
              """,
              at);
        });
  }
}
