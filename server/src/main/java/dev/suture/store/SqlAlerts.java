package dev.suture.store;

import dev.suture.alert.Alert;
import dev.suture.alert.AlertFacts;
import dev.suture.alert.AlertStore;
import dev.suture.alert.Channel;
import dev.suture.alert.Delivery;
import dev.suture.alert.Severity;
import dev.suture.alert.Told;
import dev.suture.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Alerts in SQL; their messages are in [SqlAlertDeliveries].
public final class SqlAlerts implements AlertStore {
  private final Database database;
  private final SqlAlertDeliveries deliveries;

  public SqlAlerts(Database database) {
    this.database = database;
    this.deliveries = new SqlAlertDeliveries(database);
  }

  @Override
  public void apply(List<Step> steps, AlertFacts.@Nullable Place place, Instant now) {
    if (steps.isEmpty() && place == null) {
      return;
    }
    database.write(
        handle -> {
          AlertSteps writing = new AlertSteps(handle, now);
          steps.forEach(writing::apply);
          return place == null
              ? 0
              : handle.execute(
                  "UPDATE alert_place SET last_issue = ?, last_move = ?",
                  place.issue(),
                  place.move());
        });
  }

  @Override
  public List<Alert> open(long project) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT * FROM alert WHERE project = ? AND ended IS NULL ORDER BY id DESC",
                    project)
                .map((row, _) -> alert(row))
                .list());
  }

  @Override
  public List<Standing> standing(List<String> kinds) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT project, rule FROM alert WHERE kind IN (<kinds>) AND ended IS NULL")
                .bindList("kinds", kinds)
                .map((row, _) -> new Standing(row.getLong(1), row.getLong(2)))
                .list());
  }

  @Override
  public List<Alert> all(long project, long before, int limit) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT * FROM alert WHERE project = ? AND id < ? ORDER BY id DESC LIMIT ?",
                    project,
                    before,
                    limit)
                .map((row, _) -> alert(row))
                .list());
  }

  @Override
  public Optional<Alert> find(long project, long alert) {
    return database.read(handle -> find(handle, project, alert));
  }

  static Optional<Alert> find(Handle handle, long project, long alert) {
    return handle
        .select("SELECT * FROM alert WHERE id = ? AND project = ?", alert, project)
        .map((row, _) -> alert(row))
        .findOne();
  }

  static Alert alert(ResultSet row) throws SQLException {
    long ended = row.getLong("ended");
    Instant end = row.wasNull() ? null : Database.instant(ended);
    return new Alert(
        row.getLong("id"),
        row.getLong("rule"),
        row.getString("rule_name"),
        row.getString("kind"),
        row.getString("subject"),
        Alert.State.valueOf(row.getString("state")),
        Severity.valueOf(row.getString("severity")),
        Json.MAPPER.readValue(row.getString("told"), Told.class),
        Database.instant(row.getLong("opened")),
        row.getString("taken_by"),
        end,
        row.getString("why"));
  }

  @Override
  public Optional<Alert> acknowledge(long project, long alert, String by, Instant now) {
    return database.write(
        handle -> {
          int taken =
              handle.execute(
                  """
                  UPDATE alert SET state = 'acknowledged', taken_by = ?, escalates = NULL
                  WHERE id = ? AND project = ? AND ended IS NULL AND taken_by IS NULL\
                  """,
                  by,
                  alert,
                  project);
          if (taken > 0) {
            List<Channel> pagers =
                SqlAlertSettings.channels(handle, project).stream()
                    .filter(each -> each.on() && each.kind() == Channel.Kind.pagerDuty)
                    .toList();
            new AlertSteps(handle, now).follow(project, alert, pagers, Delivery.Action.acknowledge);
          }
          return find(handle, project, alert).filter(each -> each.ended() == null);
        });
  }

  @Override
  public void escalate(Instant now) {
    List<long[]> late =
        database.read(
            handle ->
                handle
                    .select(
                        """
                        SELECT project, id FROM alert
                        WHERE escalates <= ? AND state = 'firing' AND ended IS NULL\
                        """,
                        Database.micros(now))
                    .map((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
                    .list());
    if (!late.isEmpty()) {
      database.write(
          handle -> {
            AlertSteps writing = new AlertSteps(handle, now);
            late.forEach(each -> writing.escalate(each[0], each[1]));
            return late.size();
          });
    }
  }

  @Override
  public Delivery test(long project, Channel channel, Instant now) {
    long id =
        database.write(
            handle ->
                new AlertSteps(handle, now)
                    .insert(project, channel.id(), 0, Delivery.Action.test, now));
    return deliveries.find(project, id).orElseThrow();
  }

  @Override
  public List<Delivery> deliveries(long project, long before, int limit) {
    return deliveries.all(project, before, limit);
  }

  @Override
  public Optional<Delivery> delivery(long project, long delivery) {
    return deliveries.find(project, delivery);
  }

  @Override
  public boolean again(long project, long delivery, Instant now) {
    return deliveries.again(project, delivery, now);
  }

  @Override
  public List<Long> channelsDue(Instant now) {
    return deliveries.channelsDue(now);
  }

  @Override
  public Optional<Due> next(long channel, Instant now) {
    return deliveries.next(channel, now);
  }

  @Override
  public void begin(long delivery, Instant now) {
    deliveries.begin(delivery, now);
  }

  @Override
  public void end(long delivery, Result result) {
    deliveries.end(delivery, result);
  }

  @Override
  public void expire(Instant before) {
    deliveries.expire(before);
  }
}
