package dev.suture.http;

import dev.suture.alert.Alert;
import dev.suture.alert.Channel;
import dev.suture.alert.Condition;
import dev.suture.alert.Delivery;
import dev.suture.alert.Rule;
import dev.suture.alert.Severity;
import dev.suture.alert.Silence;
import dev.suture.alert.Told;
import dev.suture.alert.Trial;
import dev.suture.cause.Bodies;
import dev.suture.event.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What the API answers about alerts, for the golden samples.
final class AlertSamples {
  private AlertSamples() {}

  static Map<String, Object> answers() {
    return Map.of(
        "AlertRules",
        new AlertRuleApi.AlertRules(rules()),
        "AlertTrial",
        new Trial.Result(
            "events an hour",
            100.0,
            false,
            List.of(
                new Trial.Hour(Bodies.AT, 140.0, Trial.Fires.yes),
                new Trial.Hour(Bodies.AT.plusSeconds(3_600), null, Trial.Fires.no)),
            1,
            "Counted by the hour."),
        "AlertChannels",
        new AlertChannelApi.AlertChannels(
            List.of(
                new Channel(1, "Ops", Channel.Kind.slack, "hooks.slack.example", true, Bodies.AT))),
        "Alerts",
        new AlertApi.Alerts(List.of(alert(false)), List.of(alert(true)), 7L),
        "AlertSilences",
        new AlertApi.AlertSilences(
            List.of(
                new Silence(
                    1,
                    2L,
                    "shop-1",
                    "known, fixed tomorrow",
                    "Ada",
                    Bodies.AT,
                    Bodies.AT.plus(Duration.ofHours(4))))),
        "AlertDeliveries",
        new AlertApi.AlertDeliveries(List.of(delivery()), null));
  }

  private static List<Rule> rules() {
    List<Condition> conditions =
        List.of(
            new Condition.Rate(100, 5),
            new Condition.Users(20, 15),
            new Condition.NewIssue(Level.error),
            new Condition.Regressed(),
            new Condition.Escalating(),
            new Condition.CrashFree(98.5, 60, 200),
            new Condition.Watch(List.of("degraded", "undecided"), 12),
            new Condition.Backport(24),
            new Condition.CheckIn(90));
    Rule.Telling telling =
        new Rule.Telling(List.of(1L), true, 5, new Rule.Escalation(30, List.of(2L)));
    return java.util.stream.IntStream.range(0, conditions.size())
        .mapToObj(
            i ->
                new Rule(
                    i + 1,
                    "Rule " + (i + 1),
                    i != 4,
                    Severity.values()[i % 3],
                    conditions.get(i),
                    i == 0 ? telling : Rule.Telling.USUAL))
        .toList();
  }

  private static Alert alert(boolean ended) {
    return new Alert(
        8,
        2,
        "New issue",
        "newIssue",
        "shop-1",
        ended ? Alert.State.resolved : Alert.State.firing,
        Severity.warning,
        new Told(
            "A new issue: shop-1.",
            "TypeError: x is undefined",
            List.of(new Told.Fact("Events", "1")),
            new Told.Since("shop@1.4.0", "production", Bodies.COMMIT, Bodies.AT),
            "shop-1",
            "/issues/shop-1"),
        Bodies.AT,
        ended ? "Ada" : null,
        ended ? Bodies.AT.plusSeconds(60) : null,
        ended ? "The issue is resolved." : null);
  }

  private static Delivery delivery() {
    return new Delivery(
        3,
        1,
        "Ops",
        2,
        Delivery.Action.trigger,
        List.of(8L),
        Delivery.State.delivered,
        Bodies.AT,
        Bodies.AT,
        "It answered 200: ok",
        List.of(
            new Delivery.Attempt(Bodies.AT, 41L, "It answered 503."),
            new Delivery.Attempt(Bodies.AT.plusSeconds(2), null, "It was being sent.")));
  }
}
