package dev.suture.store;

import dev.suture.alert.Alert;
import dev.suture.alert.AlertStore.Ending;
import dev.suture.alert.AlertStore.Opening;
import dev.suture.alert.AlertStore.Step;
import dev.suture.alert.Channel;
import dev.suture.alert.Delivery;
import dev.suture.alert.Rule;
import dev.suture.alert.Silence;
import dev.suture.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a step of a rule writes: alerts, and the messages that they make necessary. Within one
/// transaction.
final class AlertSteps {
  private final Handle handle;
  private final Instant now;

  AlertSteps(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  void apply(Step step) {
    List<Channel> channels =
        SqlAlertSettings.channels(handle, step.project()).stream().filter(Channel::on).toList();
    List<Silence> silences =
        step.openings().isEmpty()
            ? List.of()
            : SqlAlertSettings.silences(handle, step.project(), now);
    step.openings().forEach(opening -> open(step.project(), opening, channels, silences));
    step.endings().forEach(ending -> end(step.project(), ending, channels));
  }

  private void open(long project, Opening opening, List<Channel> channels, List<Silence> silences) {
    Rule rule = opening.rule();
    Optional<Long> id =
        handle
            .createQuery(
                """
                INSERT INTO alert (project, rule, rule_name, kind, subject, state, severity, told,
                  opened, escalates)
                VALUES (:project, :rule, :name, :kind, :subject, 'firing', :severity, :told, :now,
                  :escalates)
                ON CONFLICT DO NOTHING RETURNING id""")
            .bind("project", project)
            .bind("rule", rule.id())
            .bind("name", rule.name())
            .bind("kind", rule.condition().kind())
            .bind("subject", opening.subject())
            .bind("severity", rule.severity().name())
            .bind("told", Json.MAPPER.writeValueAsString(opening.told()))
            .bind("now", Database.micros(now))
            .bind("escalates", escalates(rule))
            .mapTo(Long.class)
            .findOne();
    if (id.isEmpty()) {
      return;
    }
    Alert alert = SqlAlerts.find(handle, project, id.get()).orElseThrow();
    Optional<Silence> silence =
        silences.stream().filter(each -> each.covers(alert, now)).findFirst();
    for (Channel channel : channels) {
      List<Long> wanted = rule.telling().channels();
      if (wanted.isEmpty() || wanted.contains(channel.id())) {
        if (silence.isPresent()) {
          hold(project, channel, alert, silence.get());
        } else {
          trigger(project, channel, alert, rule);
        }
      }
    }
  }

  private @Nullable Long escalates(Rule rule) {
    Rule.Escalation escalation = rule.telling().escalation();
    if (escalation == null) {
      return null;
    }
    return Database.micros(now.plus(Duration.ofMinutes(escalation.minutes())));
  }

  private void hold(long project, Channel channel, Alert alert, Silence silence) {
    long delivery =
        insert(project, channel.id(), alert.rule(), Delivery.Action.trigger, silence.until());
    handle.execute(
        "UPDATE alert_delivery SET state = 'held', says = ? WHERE id = ?",
        "Silenced by " + silence.by() + ": " + silence.reason(),
        delivery);
    tell(delivery, alert.id());
  }

  /// At once; or, when the rule has spoken to this channel a moment ago, with what else it finds
  /// until it may again.
  private void trigger(long project, Channel channel, Alert alert, Rule rule) {
    if (!channel.kind().isGrouping() || rule.telling().groupMinutes() == 0) {
      tell(insert(project, channel.id(), rule.id(), Delivery.Action.trigger, now), alert.id());
      return;
    }
    Optional<Long> gathering =
        handle
            .select(
                """
                SELECT id FROM alert_delivery WHERE rule = ? AND channel = ? AND action = 'trigger'
                  AND state = 'waiting' AND tried = 0 ORDER BY id DESC LIMIT 1""",
                rule.id(),
                channel.id())
            .mapTo(Long.class)
            .findOne();
    if (gathering.isPresent()) {
      tell(gathering.get(), alert.id());
      return;
    }
    Duration pause = Duration.ofMinutes(rule.telling().groupMinutes());
    Instant due =
        handle
            .select(
                """
                SELECT due FROM alert_delivery WHERE rule = ? AND channel = ? AND action = 'trigger'
                  AND state <> 'held' AND due > ? ORDER BY id DESC LIMIT 1""",
                rule.id(),
                channel.id(),
                Database.micros(now.minus(pause)))
            .map((row, _) -> Database.instant(row.getLong(1)).plus(pause))
            .findOne()
            .filter(now::isBefore)
            .orElse(now);
    tell(insert(project, channel.id(), rule.id(), Delivery.Action.trigger, due), alert.id());
  }

  private void tell(long delivery, long alert) {
    handle.execute(
        "INSERT INTO alert_told (delivery, alert) VALUES (?, ?) ON CONFLICT DO NOTHING",
        delivery,
        alert);
  }

  long insert(long project, long channel, long rule, Delivery.Action action, Instant due) {
    return handle
        .createUpdate(
            """
            INSERT INTO alert_delivery (project, channel, rule, action, state, created, due, tried,
              attempts)
            VALUES (:project, :channel, :rule, :action, 'waiting', :now, :due, 0, '[]')""")
        .bind("project", project)
        .bind("channel", channel)
        .bind("rule", rule)
        .bind("action", action.name())
        .bind("now", Database.micros(now))
        .bind("due", Database.micros(due))
        .executeAndReturnGeneratedKeys("id")
        .mapTo(Long.class)
        .one();
  }

  private void end(long project, Ending ending, List<Channel> channels) {
    int ended =
        handle.execute(
            """
            UPDATE alert SET state = 'resolved', ended = ?, why = ?, escalates = NULL
            WHERE id = ? AND ended IS NULL""",
            Database.micros(now),
            ending.why(),
            ending.alert());
    if (ended > 0) {
      follow(project, ending.alert(), channels, Delivery.Action.resolve);
    }
  }

  /// Tells the channels that were told of the alert, or are just being told, what became of it. One
  /// that keeps a state of its own is told of the end whatever the rule says.
  void follow(long project, long alert, List<Channel> channels, Delivery.Action action) {
    Alert about = SqlAlerts.find(handle, project, alert).orElseThrow();
    boolean wanted =
        handle
            .select("SELECT body FROM alert_rule WHERE id = ?", about.rule())
            .map((row, _) -> Json.MAPPER.readValue(row.getString(1), Rule.class).telling().ended())
            .findOne()
            .orElse(true);
    for (Channel channel : channels) {
      boolean keepsState =
          channel.kind() == Channel.Kind.pagerDuty || channel.kind() == Channel.Kind.alertmanager;
      if ((wanted || keepsState) && knows(channel.id(), alert)) {
        tell(insert(project, channel.id(), about.rule(), action, now), alert);
      }
    }
  }

  private boolean knows(long channel, long alert) {
    return handle
        .select(
            """
            SELECT 1 FROM alert_told JOIN alert_delivery ON alert_delivery.id = delivery
            WHERE alert = ? AND channel = ? AND action IN ('trigger', 'escalate')
              AND (state = 'delivered' OR (state = 'waiting' AND tried > 0)) LIMIT 1""",
            alert,
            channel)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /// Tells the channels of a rule's escalation.
  void escalate(long project, long alert) {
    Alert open = SqlAlerts.find(handle, project, alert).orElseThrow();
    handle.execute("UPDATE alert SET escalates = NULL WHERE id = ?", alert);
    handle
        .select("SELECT body FROM alert_rule WHERE id = ?", open.rule())
        .map((row, _) -> Json.MAPPER.readValue(row.getString(1), Rule.class).telling().escalation())
        .findOne()
        .ifPresent(
            escalation ->
                SqlAlertSettings.channels(handle, project).stream()
                    .filter(each -> each.on() && escalation.channels().contains(each.id()))
                    .forEach(
                        channel ->
                            tell(
                                insert(
                                    project,
                                    channel.id(),
                                    open.rule(),
                                    Delivery.Action.escalate,
                                    now),
                                alert)));
  }
}
