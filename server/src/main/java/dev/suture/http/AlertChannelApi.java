package dev.suture.http;

import dev.suture.alert.AlertSettings;
import dev.suture.alert.AlertStore;
import dev.suture.alert.Channel;
import dev.suture.alert.Notifier;
import dev.suture.project.Project;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a project's messages go. What lets one write there goes in and never comes out again.
public final class AlertChannelApi {
  private static final String PATH = "/projects/{slug}/alert-channels";
  private static final int MOST = 50;
  private static final int NAME = 80;
  private static final int LONGEST = 4_000;

  private final Api.Rooms rooms;
  private final AlertSettings settings;
  private final AlertStore alerts;
  private final Notifier notifier;
  private final InstantSource clock;

  private AlertChannelApi(
      Api.Rooms rooms,
      AlertSettings settings,
      AlertStore alerts,
      Notifier notifier,
      InstantSource clock) {
    this.rooms = rooms;
    this.settings = settings;
    this.alerts = alerts;
    this.notifier = notifier;
    this.clock = clock;
  }

  public static List<Route> routes(
      Api.Rooms rooms,
      AlertSettings settings,
      AlertStore alerts,
      Notifier notifier,
      InstantSource clock) {
    AlertChannelApi api = new AlertChannelApi(rooms, settings, alerts, notifier, clock);
    return List.of(
        Api.operator("GET", PATH, api::list),
        Api.operator("POST", PATH, api::create),
        Api.operator("PUT", PATH + "/{id}", api::change),
        Api.operator("DELETE", PATH + "/{id}", api::remove),
        Api.operator("POST", PATH + "/{id}/test", api::test));
  }

  private Answer list(Call call) {
    Project project = rooms.project(call.param("slug"));
    return Answer.json(200, new AlertChannels(settings.channels(project.id())));
  }

  private Answer create(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    if (settings.channels(project.id()).size() >= MOST) {
      throw new Refusal(409, "conflict", "A project has at most 50 channels.", "Delete one first.");
    }
    ChannelWish wish = call.json(ChannelWish.class);
    Channel.Kind kind = wish.kind();
    if (kind == null) {
      throw Refusal.invalid(
          "A channel has a kind: slack, teams, discord, pagerDuty, alertmanager,"
              + " alertmanagerWebhook, webhook or email.",
          null);
    }
    String secret = wish.secret() == null ? "" : wish.secret().strip();
    Channel channel =
        new Channel(
            0,
            AlertRuleApi.line(wish.name(), "name", NAME),
            kind,
            address(kind, wish, secret),
            wish.on() == null || wish.on(),
            clock.instant());
    check(channel, secret);
    return Answer.json(201, settings.put(project.id(), channel, secret).orElseThrow());
  }

  private Answer change(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    Channel old = find(project, AlertRuleApi.id(call));
    ChannelWish wish = call.json(ChannelWish.class);
    String fresh = wish.secret() == null || wish.secret().isBlank() ? null : wish.secret().strip();
    String address =
        fresh == null && old.kind().isAddressSecret()
            ? old.address()
            : wish.address() == null && fresh == null
                ? old.address()
                : address(old.kind(), wish, fresh == null ? "" : fresh);
    String stored = settings.channel(old.id()).map(AlertSettings.Sealed::secret).orElse("");
    if (fresh == null && !address.equals(old.address()) && !stored.isEmpty()) {
      throw Refusal.invalid(
          "With another address the secret has to be given again.",
          "What was given for one address is not sent to another.");
    }
    Channel channel =
        new Channel(
            old.id(),
            wish.name() == null ? old.name() : AlertRuleApi.line(wish.name(), "name", NAME),
            old.kind(),
            address,
            wish.on() == null ? old.on() : wish.on(),
            old.created());
    check(channel, fresh == null ? stored : fresh);
    return Answer.json(
        200, settings.put(project.id(), channel, fresh).orElseThrow(AlertChannelApi::missing));
  }

  private Answer remove(Call call) {
    Project project = rooms.project(call.param("slug"));
    if (!settings.removeChannel(project.id(), AlertRuleApi.id(call))) {
      throw missing();
    }
    return Answer.empty(204);
  }

  /// Answers at once; the log of deliveries tells what came of it.
  private Answer test(Call call) {
    Project project = rooms.project(call.param("slug"));
    Channel channel = find(project, AlertRuleApi.id(call));
    return Answer.json(202, alerts.test(project.id(), channel, clock.instant()));
  }

  private Channel find(Project project, long id) {
    return settings.channels(project.id()).stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(AlertChannelApi::missing);
  }

  private static Refusal missing() {
    return Refusal.notFound("The project has no channel with this id.");
  }

  /// What may be shown of where it goes.
  private static String address(Channel.Kind kind, ChannelWish wish, String secret) {
    if (kind.isAddressSecret()) {
      return host(secret).orElse("");
    }
    String given = wish.address() == null ? "" : wish.address().strip();
    if (given.length() > LONGEST) {
      throw Refusal.invalid("This address is too long.", null);
    }
    return given.isEmpty() && kind == Channel.Kind.pagerDuty ? Channel.PAGER_DUTY : given;
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(URI.create(address).getHost());
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private void check(Channel channel, String secret) {
    if (secret.length() > LONGEST) {
      throw Refusal.invalid("This secret is too long.", null);
    }
    try {
      notifier.check(channel.kind(), channel.address(), secret);
    } catch (IllegalArgumentException wrong) {
      throw Refusal.invalid(String.valueOf(wrong.getMessage()), null);
    }
  }

  record AlertChannels(List<Channel> channels) {}

  /// @param secret the address of a webhook of Slack, Teams or Discord, a routing key, a token, or
  ///   what is signed with; absent to keep it
  record ChannelWish(
      @Nullable String name,
      Channel.@Nullable Kind kind,
      @Nullable String address,
      @Nullable String secret,
      @Nullable Boolean on) {}
}
