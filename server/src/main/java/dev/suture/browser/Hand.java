package dev.suture.browser;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitUntilState;
import dev.suture.repro.Reproduction;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproduction.Step;
import dev.suture.repro.Reproduction.Target;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Does in a page what the user did.
final class Hand {
  private static final int ACT_MS = 1_500;

  /// How long a target that is there already waits for the page to have all of its code.
  private static final long CODE_MS = 1_000;

  private final Page page;
  private final String origin;
  private final int findMs;
  private final Network network;
  private final Pseudonyms pseudonyms;
  private final InstantSource clock;
  private final List<Integer> locators = new ArrayList<>();
  private boolean parsed;

  Hand(Page page, Played play, Network network, Pseudonyms pseudonyms, InstantSource clock) {
    this.page = page;
    this.origin = Answers.origin(play.scene().url());
    this.findMs = play.slack().find();
    this.network = network;
    this.pseudonyms = pseudonyms;
    this.clock = clock;
    page.onDOMContentLoaded(_ -> parsed = true);
  }

  /// Of each step that was taken, the place of the locator that found its target; -1 for none.
  List<Integer> locators() {
    return locators;
  }

  /// @return false when its target is not there, or takes it not
  boolean take(Step step) {
    locators.add(-1);
    switch (step.kind()) {
      case "navigate" -> {
        return open(String.valueOf(step.value()));
      }
      case "reload" -> {
        parsed = false;
        page.reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
      }
      case "back" -> page.goBack(new Page.GoBackOptions().setWaitUntil(WaitUntilState.COMMIT));
      default -> {
        Target target = step.target();
        if (target == null) {
          return step.kind().equals("key") && press(String.valueOf(step.value()));
        }
        Optional<Found> found = find(target);
        if (found.isEmpty()) {
          return false;
        }
        locators.set(locators.size() - 1, found.get().place());
        return act(found.get().locator(), step);
      }
    }
    return true;
  }

  /// Only pages of the application's own.
  private boolean open(String url) {
    if (!url.startsWith(origin + "/") && !url.equals(origin)) {
      return false;
    }
    parsed = false;
    page.navigate(url, new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    return true;
  }

  private boolean press(String key) {
    page.keyboard().press(key);
    return true;
  }

  private boolean act(Locator element, Step step) {
    switch (step.kind()) {
      case "click" -> click(element);
      case "dblclick" ->
          element.dblclick(new Locator.DblclickOptions().setTimeout(ACT_MS).setNoWaitAfter(true));
      case "input" ->
          element.fill(String.valueOf(step.value()), new Locator.FillOptions().setTimeout(ACT_MS));
      case "select" ->
          element.selectOption(
              step.values().toArray(String[]::new),
              new Locator.SelectOptionOptions().setTimeout(ACT_MS));
      case "check" -> {
        if (element.isChecked(new Locator.IsCheckedOptions().setTimeout(ACT_MS))
            != step.checked()) {
          element.setChecked(
              step.checked(), new Locator.SetCheckedOptions().setTimeout(ACT_MS).setForce(true));
        }
      }
      case "key" ->
          element.press(
              String.valueOf(step.value()), new Locator.PressOptions().setTimeout(ACT_MS));
      case "submit" -> element.evaluate("(form) => (form.form ?? form).requestSubmit?.()");
      case "file" -> element.setInputFiles(files(step));
      default -> {
        return false;
      }
    }
    return true;
  }

  /// What lies above a target, or moves it, has not kept the user from it either.
  private static void click(Locator element) {
    try {
      element.click(new Locator.ClickOptions().setTimeout(ACT_MS).setNoWaitAfter(true));
    } catch (PlaywrightException covered) {
      element.dispatchEvent("click", null, new Locator.DispatchEventOptions().setTimeout(ACT_MS));
    }
  }

  private static FilePayload[] files(Step step) {
    return step.values().stream()
        .map(name -> new FilePayload(name, "application/octet-stream", new byte[] {'x'}))
        .toArray(FilePayload[]::new);
  }

  /// @param place among the locators of its target
  private record Found(Locator locator, int place) {}

  /// The first of the ranked locators that finds what it found in the recording.
  private Optional<Found> find(Target target) {
    List<Candidate> candidates = candidates(target);
    List<Found> found = new ArrayList<>();
    long since = clock.millis();
    BooleanSupplier look =
        () -> {
          network.release();
          if ((!parsed || network.isLoading()) && clock.millis() - since < CODE_MS) {
            return false;
          }
          for (Candidate each : candidates) {
            int count = each.locator().count();
            if (count == 1) {
              found.add(new Found(each.locator(), each.place()));
            } else if (each.index() >= 0 && count > each.index()) {
              found.add(new Found(each.locator().nth(each.index()), each.place()));
            }
            if (!found.isEmpty()) {
              return true;
            }
          }
          return false;
        };
    try {
      network.polled(
          () -> page.waitForCondition(look, new Page.WaitForConditionOptions().setTimeout(findMs)));
    } catch (PlaywrightException notThere) {
      for (Candidate each : candidates) {
        if (each.locator().count() > 0) {
          return Optional.of(new Found(each.locator().first(), each.place()));
        }
      }
      return Optional.empty();
    }
    return found.stream().findFirst();
  }

  private record Candidate(Locator locator, int index, int place) {}

  private List<Candidate> candidates(Target target) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < target.locators().size(); i++) {
      int place = i;
      Reproduction.Locator by = target.locators().get(i);
      locator(target.frames(), by)
          .ifPresent(locator -> candidates.add(new Candidate(locator, by.index(), place)));
    }
    return candidates;
  }

  private Optional<Locator> locator(List<String> frames, Reproduction.Locator by) {
    FrameLocator frame = null;
    for (String path : frames) {
      frame = frame == null ? page.frameLocator(path) : frame.frameLocator(path);
    }
    String value = pseudonyms.known(by.value());
    if (by.by().equals("role")) {
      return role(frame, by.extra(), value);
    }
    String selector =
        switch (by.by()) {
          case "testId" -> "internal:attr=[" + attribute(by.extra()) + "=" + quoted(value) + "s]";
          case "label" -> "internal:label=" + quoted(value) + "s";
          case "placeholder" -> "internal:attr=[placeholder=" + quoted(value) + "s]";
          case "text" -> "internal:text=" + quoted(value) + "s";
          case "css" -> "css=" + value.replace(" >>> ", " >> css=");
          default -> "";
        };
    if (selector.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(frame == null ? page.locator(selector) : frame.locator(selector));
  }

  private Optional<Locator> role(@Nullable FrameLocator frame, String name, String value) {
    String wanted = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(AriaRole.values())
        .filter(role -> role.name().equals(wanted))
        .findFirst()
        .map(
            role ->
                frame == null
                    ? page.getByRole(
                        role, new Page.GetByRoleOptions().setName(value).setExact(true))
                    : frame.getByRole(
                        role, new FrameLocator.GetByRoleOptions().setName(value).setExact(true)));
  }

  private static String attribute(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9_-]{0,60}") ? name : "data-testid";
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
