package dev.suture.app;

import dev.suture.alert.AlertFacts;
import dev.suture.alert.AlertSettings;
import dev.suture.alert.AlertStore;
import dev.suture.alert.Alerting;
import dev.suture.alert.Deliveries;
import dev.suture.alert.Judging;
import dev.suture.alert.Notifier;
import dev.suture.alert.Tallies;
import dev.suture.alert.Trial;
import dev.suture.event.Event;
import dev.suture.http.AlertApi;
import dev.suture.http.AlertChannelApi;
import dev.suture.http.AlertRuleApi;
import dev.suture.http.Api;
import dev.suture.http.Route;
import dev.suture.io.Outbound;
import dev.suture.notify.Channels;
import dev.suture.store.SqlAlertFacts;
import dev.suture.store.SqlAlertSettings;
import dev.suture.store.SqlAlerts;
import dev.suture.watch.Watching;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Alerts: what is counted is looked at four times a second, the watches of new deployments every
/// second, what others judge every few seconds; messages leave on threads of their own.
final class AlertWing {
  private static final Duration QUICK = Duration.ofMillis(250);
  private static final Duration WATCHES = Duration.ofSeconds(1);
  private static final Duration SLOW = Duration.ofSeconds(5);
  private static final Duration CALL_LIMIT = Duration.ofSeconds(10);
  private static final Duration KEPT = Duration.ofDays(90);

  private AlertWing() {}

  static Tallies tallies(InstantSource clock) {
    return new Tallies(clock.instant(), new SecureRandom().nextLong());
  }

  /// What the digest tells of each batch.
  static Consumer<List<Event>> counting(Tallies tallies) {
    return events ->
        events.forEach(event -> tallies.add(event.project(), event.received(), user(event.user())));
  }

  private static @Nullable String user(Event.@Nullable User user) {
    return user == null ? null : user.id() == null ? user.shown() : user.id();
  }

  static Wing of(Wings.Base base, Watching watching) {
    Api.Rooms rooms = base.rooms();
    Outbound outbound = new Outbound(base.config().privateHosts(), CALL_LIMIT);
    AlertSettings settings = new SqlAlertSettings(base.database(), BackportWing.vault(base));
    AlertStore alerts = new SqlAlerts(base.database());
    AlertFacts facts = new SqlAlertFacts(base.database());
    Notifier notifier = new Channels(outbound, base.config().mail());
    Judging.Sources judged =
        new Judging.Sources(
            rooms.running().health(),
            rooms.deployments(),
            watching,
            base.hotfixes(),
            rooms.running().monitors());
    Alerting alerting =
        new Alerting(
            new Alerting.Sources(rooms.projects(), rooms.deployments(), settings, alerts, facts),
            judged,
            base.tallies(),
            base.clock());
    alerting.begin();
    Deliveries deliveries =
        new Deliveries(alerts, settings, notifier, address(base.config()), base.clock());
    List<Route> routes = new ArrayList<>();
    routes.addAll(AlertRuleApi.routes(rooms, settings, new Trial(facts, judged), base.clock()));
    routes.addAll(AlertChannelApi.routes(rooms, settings, alerts, notifier, base.clock()));
    routes.addAll(AlertApi.routes(rooms, settings, alerts, base.clock()));
    return new Wing(
        routes,
        List.of(),
        List.of(
            deliveries,
            outbound,
            Ticker.every(QUICK, "alerts", alerting::quick),
            Ticker.every(QUICK, "messages", deliveries::send),
            Ticker.every(WATCHES, "watches", alerting::watches),
            Ticker.every(SLOW, "verdicts", alerting::slow),
            Ticker.every(
                Duration.ofHours(1),
                "old alerts",
                () -> alerts.expire(base.clock().instant().minus(KEPT)))));
  }

  /// Where links lead.
  private static String address(Config config) {
    return config.baseUrls().isEmpty()
        ? "http://" + config.host() + ":" + config.port()
        : config.baseUrls().getFirst().toString().replaceAll("/+$", "");
  }
}
