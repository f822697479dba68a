package dev.suture.repro;

import dev.suture.capture.Exchange;
import dev.suture.repro.Reproduction.Locator;
import dev.suture.repro.Reproduction.Step;
import dev.suture.repro.Reproduction.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a user did, brought to the steps that a run has to do itself: what only follows from
/// another step (the submit behind a click, the navigation behind a link, the two clicks of a
/// double click) is left out, for it will follow again.
final class Steps {
  private static final int MOST_STEPS = 1_000;
  private static final int MOST_LOCATORS = 10;
  private static final double FOLLOWS_WITHIN = 3_000;
  private static final double DOUBLE_WITHIN = 1_500;

  /// What a page learns of an error comes a little after what caused it.
  private static final double AFTER_FAILURE = 50;

  private static final Set<String> CAUSES = Set.of("click", "dblclick", "key", "submit", "select");

  /// How an address changes in a page that stays.
  private static final Set<String> BY_THE_PAGE = Set.of("push", "replace", "pop");

  private final Set<String> visited = new HashSet<>();
  private final List<Said.Request> requests;
  private final double failedAt;

  Steps(List<Exchange> exchanges, double failedAt) {
    this.requests = Said.all(exchanges);
    this.failedAt = failedAt;
  }

  /// The first one opens a page.
  List<Step> read(JsonNode actions, JsonNode page) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < actions.size(); i++) {
      JsonNode action = actions.get(i);
      double at = action.path("at").asDouble(0);
      if (steps.size() < MOST_STEPS && at <= failedAt + AFTER_FAILURE) {
        add(steps, step(action, at), action.path("how").asString(""), next(actions, i));
      }
    }
    if (steps.isEmpty() || !steps.getFirst().kind().equals("navigate")) {
      double from = page.path("window").path("from").asDouble(failedAt);
      steps.addFirst(
          new Step(from, "navigate", page.path("url").asString(""), List.of(), false, null));
    }
    return List.copyOf(steps);
  }

  /// When the user did the next thing, or the failure came.
  private double next(JsonNode actions, int index) {
    for (int i = index + 1; i < actions.size(); i++) {
      JsonNode action = actions.get(i);
      if (!BY_THE_PAGE.contains(action.path("how").asString(""))) {
        return Math.min(failedAt, action.path("at").asDouble(failedAt));
      }
    }
    return failedAt;
  }

  private void add(List<Step> steps, Step step, String how, double until) {
    Step last = steps.isEmpty() ? null : steps.getLast();
    switch (step.kind()) {
      case "navigate" -> navigation(steps, step, how);
      case "submit" -> {
        if (last == null || !follows(last, step)) {
          steps.add(step);
        }
      }
      case "dblclick" -> {
        for (int i = 0; i < 2 && isClickOf(steps.getLast(), step); i++) {
          steps.removeLast();
        }
        steps.add(step);
      }
      case "input" -> steps.addAll(typed(step, until));
      case "click" -> {
        boolean opensChoice =
            step.target() != null && Set.of("select", "option").contains(step.target().tag());
        if (!opensChoice) {
          steps.add(step);
        }
      }
      case "check", "select", "file", "key" -> steps.add(step);
      default -> {}
    }
  }

  private List<Step> typed(Step step, double until) {
    return Masked.isHidden(step)
        ? Masked.filled(step, requests)
        : Typed.inTurn(step, until, requests);
  }

  /// Only where the user has been before leads a way back: a page that goes on by a fragment of its
  /// own pops as well.
  private void navigation(List<Step> steps, Step step, String how) {
    boolean wasThere = !visited.add(String.valueOf(step.value()));
    boolean follows = !steps.isEmpty() && follows(steps.getLast(), step);
    switch (how) {
      case "load" -> {
        if (!follows) {
          steps.add(step);
        }
      }
      case "reload" -> steps.add(steps.isEmpty() ? step : as(step, "reload"));
      case "back" -> steps.add(steps.isEmpty() ? step : as(step, "back"));
      case "pop" -> {
        if (!steps.isEmpty() && !follows && wasThere) {
          steps.add(as(step, "back"));
        }
      }
      default -> {}
    }
  }

  private static Step as(Step step, String kind) {
    return new Step(step.at(), kind, step.value(), List.of(), false, null);
  }

  private static boolean follows(Step cause, Step step) {
    return CAUSES.contains(cause.kind()) && step.at() - cause.at() < FOLLOWS_WITHIN;
  }

  private static boolean isClickOf(Step click, Step doubled) {
    return click.kind().equals("click")
        && doubled.at() - click.at() < DOUBLE_WITHIN
        && click.target() != null
        && click.target().equals(doubled.target());
  }

  private static Step step(JsonNode action, double at) {
    String kind = action.path("kind").asString("");
    List<String> values = new ArrayList<>();
    action.path("values").forEach(each -> values.add(each.asString("")));
    action.path("files").forEach(each -> values.add(each.path("name").asString("file")));
    String value =
        switch (kind) {
          case "navigate" -> action.path("url").asString("");
          case "key" -> action.path("key").asString("");
          case "input" -> action.path("value").asString("");
          default -> null;
        };
    return new Step(
        at,
        kind,
        value,
        List.copyOf(values),
        action.path("checked").asBoolean(false),
        target(action.path("target")));
  }

  private static @Nullable Target target(JsonNode node) {
    if (!node.isObject()) {
      return null;
    }
    List<Locator> locators = new ArrayList<>();
    for (JsonNode each : node.path("locators")) {
      if (locators.size() < MOST_LOCATORS) {
        locators.add(locator(each));
      }
    }
    if (locators.isEmpty()) {
      older(node, locators);
    }
    List<String> frames = new ArrayList<>();
    node.path("frames").forEach(each -> frames.add(each.asString("")));
    return new Target(node.path("tag").asString(""), List.copyOf(frames), List.copyOf(locators));
  }

  private static Locator locator(JsonNode node) {
    String by = node.path("by").asString("");
    String extra = by.equals("role") ? "role" : by.equals("testId") ? "attribute" : "";
    return new Locator(
        by,
        node.path("value").asString(""),
        extra.isEmpty() ? "" : node.path(extra).asString(""),
        node.path("unique").asBoolean(false) ? -1 : node.path("index").asInt(-2));
  }

  /// Of a recorder that ranked nothing yet.
  private static void older(JsonNode node, List<Locator> locators) {
    for (String by : List.of("testId", "name", "label", "text", "css")) {
      String value = node.path(by).asString("");
      String role = node.path("role").asString("");
      if (value.isEmpty() || (by.equals("name") && role.isEmpty())) {
        continue;
      }
      switch (by) {
        case "name" -> locators.add(new Locator("role", value, role, -2));
        case "testId" -> locators.add(new Locator("testId", value, "data-testid", -2));
        default -> locators.add(new Locator(by, value, "", -2));
      }
    }
  }
}
