package dev.suture.http;

import dev.suture.account.Scope;
import dev.suture.alert.Alert;
import dev.suture.alert.AlertSettings;
import dev.suture.alert.AlertStore;
import dev.suture.alert.Delivery;
import dev.suture.alert.Silence;
import dev.suture.project.Project;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What was found, who was told, and who wants to hear nothing of it for a while.
public final class AlertApi {
  private static final int PAGE = 50;
  private static final int LONGEST_REASON = 300;
  private static final int LONGEST_SILENCE = 24 * 90;

  private final Api.Rooms rooms;
  private final AlertSettings settings;
  private final AlertStore alerts;
  private final InstantSource clock;

  private AlertApi(
      Api.Rooms rooms, AlertSettings settings, AlertStore alerts, InstantSource clock) {
    this.rooms = rooms;
    this.settings = settings;
    this.alerts = alerts;
    this.clock = clock;
  }

  public static List<Route> routes(
      Api.Rooms rooms, AlertSettings settings, AlertStore alerts, InstantSource clock) {
    AlertApi api = new AlertApi(rooms, settings, alerts, clock);
    String silences = "/projects/{slug}/alert-silences";
    String deliveries = "/projects/{slug}/alert-deliveries";
    return List.of(
        Api.operator("GET", "/projects/{slug}/alerts", api::list),
        Api.operator("POST", "/projects/{slug}/alerts/{id}/acknowledge", api::acknowledge)
            .needing(Scope.failureWrite),
        Api.operator("GET", silences, api::silences),
        Api.operator("POST", silences, api::silence).needing(Scope.failureWrite),
        Api.operator("DELETE", silences + "/{id}", api::speak).needing(Scope.failureWrite),
        Api.operator("GET", deliveries, api::deliveries),
        Api.operator("POST", deliveries + "/{id}/again", api::again));
  }

  private Answer list(Call call) {
    Project project = rooms.project(call.param("slug"));
    int limit = Asked.limit(call, PAGE);
    List<Alert> page = alerts.all(project.id(), before(call), limit);
    return Answer.json(
        200, new Alerts(alerts.open(project.id()), page, next(page, limit, Alert::id)));
  }

  private Answer acknowledge(Call call) {
    Project project = rooms.project(call.param("slug"));
    return Answer.json(
        200,
        alerts
            .acknowledge(
                project.id(), AlertRuleApi.id(call), call.principal().name(), clock.instant())
            .orElseThrow(() -> Refusal.notFound("The project has no open alert with this id.")));
  }

  private Answer silences(Call call) {
    Project project = rooms.project(call.param("slug"));
    return Answer.json(200, new AlertSilences(settings.silences(project.id(), clock.instant())));
  }

  private Answer silence(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    SilenceWish wish = call.json(SilenceWish.class);
    String reason = AlertRuleApi.line(wish.reason(), "reason", LONGEST_REASON);
    Integer hours = wish.hours();
    if (hours == null || hours < 1 || hours > LONGEST_SILENCE) {
      throw Refusal.invalid(
          "A silence has an end: hours is a number from 1 to 2160.",
          "Send {\"hours\": 4, \"reason\": \"...\"}.");
    }
    Long rule = wish.rule();
    if (rule != null
        && settings.rules(project.id()).stream().noneMatch(each -> each.id() == rule)) {
      throw Refusal.invalid("The project has no rule with this id.", null);
    }
    Instant now = clock.instant();
    Silence wanted =
        new Silence(
            0,
            rule,
            wish.subject() == null ? null : AlertRuleApi.line(wish.subject(), "subject", 300),
            reason,
            call.principal().name(),
            now,
            now.plus(Duration.ofHours(hours)));
    return Answer.json(201, settings.add(project.id(), wanted));
  }

  private Answer speak(Call call) {
    Project project = rooms.project(call.param("slug"));
    if (!settings.removeSilence(project.id(), AlertRuleApi.id(call), clock.instant())) {
      throw Refusal.notFound("The project has no silence with this id.");
    }
    return Answer.empty(204);
  }

  private Answer deliveries(Call call) {
    Project project = rooms.project(call.param("slug"));
    int limit = Asked.limit(call, PAGE);
    List<Delivery> page = alerts.deliveries(project.id(), before(call), limit);
    return Answer.json(200, new AlertDeliveries(page, next(page, limit, Delivery::id)));
  }

  private Answer again(Call call) {
    Project project = rooms.project(call.param("slug"));
    long id = AlertRuleApi.id(call);
    if (!alerts.again(project.id(), id, clock.instant())) {
      throw Refusal.notFound("The project has no message with this id that was given up.");
    }
    return Answer.json(200, alerts.delivery(project.id(), id).orElseThrow());
  }

  private static long before(Call call) {
    Optional<String> given = Asked.given(call, "before");
    return given
        .filter(text -> text.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .orElse(Long.MAX_VALUE);
  }

  private static <T> @Nullable Long next(List<T> page, int limit, ToLongFunction<T> id) {
    return page.size() < limit ? null : Long.valueOf(id.applyAsLong(page.getLast()));
  }

  /// @param open all that have not ended
  /// @param alerts a page of all, the newest first
  /// @param next what comes before the next page; null on the last
  record Alerts(List<Alert> open, List<Alert> alerts, @Nullable Long next) {}

  record AlertSilences(List<Silence> silences) {}

  record AlertDeliveries(List<Delivery> deliveries, @Nullable Long next) {}

  /// @param rule null for all
  /// @param subject of an alert; null for all
  record SilenceWish(
      @Nullable Long rule,
      @Nullable String subject,
      @Nullable String reason,
      @Nullable Integer hours) {}
}
