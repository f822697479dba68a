package dev.suture.http;

import dev.suture.alert.AlertSettings;
import dev.suture.alert.Condition;
import dev.suture.alert.Rule;
import dev.suture.alert.Severity;
import dev.suture.alert.Trial;
import dev.suture.project.Project;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a project wants to be told of, tried on the past before it is saved.
public final class AlertRuleApi {
  private static final String PATH = "/projects/{slug}/alert-rules";
  private static final int MOST = 100;
  private static final int NAME = 80;
  private static final int LONGEST_WAIT = 24 * 60;

  private final Api.Rooms rooms;
  private final AlertSettings settings;
  private final Trial trial;
  private final InstantSource clock;

  private AlertRuleApi(Api.Rooms rooms, AlertSettings settings, Trial trial, InstantSource clock) {
    this.rooms = rooms;
    this.settings = settings;
    this.trial = trial;
    this.clock = clock;
  }

  public static List<Route> routes(
      Api.Rooms rooms, AlertSettings settings, Trial trial, InstantSource clock) {
    AlertRuleApi api = new AlertRuleApi(rooms, settings, trial, clock);
    return List.of(
        Api.operator("GET", PATH, api::list),
        Api.operator("POST", PATH, api::create),
        Api.operator("POST", PATH + "/trial", api::tried),
        Api.operator("PUT", PATH + "/{id}", api::change),
        Api.operator("DELETE", PATH + "/{id}", api::remove));
  }

  private Answer list(Call call) {
    Project project = rooms.project(call.param("slug"));
    return Answer.json(200, new AlertRules(settings.rules(project.id())));
  }

  private Answer create(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    if (settings.rules(project.id()).size() >= MOST) {
      throw new Refusal(409, "conflict", "A project has at most 100 rules.", "Delete one first.");
    }
    Rule rule = read(project, call.json(RuleWish.class), 0);
    return Answer.json(201, settings.put(project.id(), rule, clock.instant()).orElseThrow());
  }

  private Answer change(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    long id = id(call);
    if (settings.rules(project.id()).stream().noneMatch(each -> each.id() == id)) {
      throw missing();
    }
    Rule rule = read(project, call.json(RuleWish.class), id);
    return Answer.json(
        200, settings.put(project.id(), rule, clock.instant()).orElseThrow(AlertRuleApi::missing));
  }

  private Answer remove(Call call) {
    Project project = rooms.project(call.param("slug"));
    if (!settings.removeRule(project.id(), id(call), clock.instant())) {
      throw missing();
    }
    return Answer.empty(204);
  }

  private Answer tried(Call call) throws IOException {
    Project project = rooms.project(call.param("slug"));
    Condition condition = condition(call.json(TrialWish.class).condition());
    return Answer.json(200, trial.run(project, condition, clock.instant()));
  }

  private static Refusal missing() {
    return Refusal.notFound("The project has no rule with this id.");
  }

  /// What is no number is no id.
  static long id(Call call) {
    String text = call.param("id");
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  private Rule read(Project project, RuleWish wish, long id) {
    Rule.Telling telling = wish.telling() == null ? Rule.Telling.USUAL : wish.telling();
    List<Long> known =
        settings.channels(project.id()).stream().map(channel -> channel.id()).toList();
    Rule.Escalation escalation = telling.escalation();
    boolean foreign =
        !known.containsAll(telling.channels())
            || (escalation != null && !known.containsAll(escalation.channels()));
    if (foreign) {
      throw Refusal.invalid("The project has no channel with such an id.", null);
    }
    if (telling.groupMinutes() < 0 || telling.groupMinutes() > LONGEST_WAIT) {
      throw Refusal.invalid("groupMinutes is a number from 0 to 1440.", null);
    }
    if (escalation != null
        && (escalation.minutes() < 1
            || escalation.minutes() > LONGEST_WAIT
            || escalation.channels().isEmpty())) {
      throw Refusal.invalid(
          "An escalation has minutes, from 1 to 1440, and at least one channel.", null);
    }
    return new Rule(
        id,
        line(wish.name(), "name", NAME),
        wish.on() == null || wish.on(),
        wish.severity() == null ? Severity.warning : wish.severity(),
        condition(wish.condition()),
        telling);
  }

  private static Condition condition(@Nullable Condition wanted) {
    if (wanted == null) {
      throw Refusal.invalid(
          "A rule has a condition.",
          "Send {\"condition\": {\"kind\": \"rate\", \"events\": 100, \"minutes\": 5}}.");
    }
    try {
      wanted.check();
    } catch (IllegalArgumentException wrong) {
      throw Refusal.invalid(String.valueOf(wrong.getMessage()), null);
    }
    return wanted;
  }

  /// Text that a person typed, on one line.
  static String line(@Nullable String text, String name, int most) {
    if (text == null
        || text.isBlank()
        || text.strip().length() > most
        || text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalid(name + " is 1 to " + most + " characters on one line.", null);
    }
    return text.strip();
  }

  record AlertRules(List<Rule> rules) {}

  record RuleWish(
      @Nullable String name,
      @Nullable Boolean on,
      @Nullable Severity severity,
      @Nullable Condition condition,
      Rule.@Nullable Telling telling) {}

  record TrialWish(@Nullable Condition condition) {}
}
