package dev.suture.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.Cookie;
import dev.suture.browser.Stopwatch.Part;
import dev.suture.event.Frame;
import dev.suture.repro.Applications.Reply;
import dev.suture.repro.Applications.Unservable;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproduction.Scene;
import dev.suture.repro.Reproduction.Step;
import dev.suture.repro.Run;
import dev.suture.repro.Run.Seen;
import dev.suture.repro.StackMaps;
import dev.suture.repro.Trial.Exhibit;
import dev.suture.repro.Trial.Laps;
import dev.suture.repro.Trial.Used;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// One run in a fresh context.
final class Playing {
  private static final int LIMIT_MS = 60_000;

  /// What a page may take longer than in the recording to fail.
  private static final long GRACE_MS = 350;

  /// What a page that has nothing to do takes to say so.
  private static final long BUSY_MS = 150;

  private static final long MOST_GAP_MS = 10_000;

  /// How long a failure is waited for that came so long after the last step.
  private static final long MOST_END_MS = 45_000;

  private static final long SPARE_MS = 5_000;

  /// What a run is made from.
  record Stage(Played play, Site site, StackMaps maps, How how) {}

  /// How it is run.
  ///
  /// @param changed see [Network]
  /// @param strict whether a failure counts only after the answer that it came after in the
  ///   recording
  record How(Map<String, Reply> changed, boolean asRecorded, boolean strict, boolean exhibits) {}

  /// Where it runs.
  ///
  /// @param anew whether the next run needs another one whatever this run asks of it
  /// @param next starts one for the next run where it needs another one: when all steps are done,
  ///   for before that the page needs the machine, or soon where a start takes long
  record Site(Upcoming application, boolean anew, Runnable next) {}

  /// @param exhibits empty unless they were asked for
  /// @param twice whether the failure came too early, and at its time as well
  /// @param given see [Network#given]
  record Outcome(
      Run run,
      boolean twice,
      List<Exhibit> exhibits,
      Used used,
      Map<String, Integer> given,
      Laps laps) {}

  private final Stage stage;
  private final Played play;
  private final InstantSource clock;
  private final Pace pace;
  private final Pseudonyms pseudonyms = new Pseudonyms();
  private final Network network;
  private final Sightings sightings;
  private final Set<Integer> channels = new LinkedHashSet<>();
  private final Stopwatch watch;
  private final long begun;
  private long opened;
  private boolean begunNext;
  private List<Integer> locators = List.of();

  Playing(Stage stage, InstantSource clock) {
    this.stage = stage;
    this.play = stage.play();
    this.clock = clock;
    this.pace = new Pace(play, stage.how().asRecorded(), clock);
    this.network =
        new Network(play, stage.site().application(), stage.how().changed(), pace, pseudonyms);
    this.sightings =
        new Sightings(
            play.failure(),
            Answers.origin(play.scene().url()),
            pace,
            new Sightings.Asked(this::mapped, network::isHoldingBack));
    this.watch = new Stopwatch(clock);
    this.begun = clock.millis();
    this.opened = begun;
  }

  /// @throws Unservable when the application did not start
  Outcome run(Pages pages) throws Unservable {
    Pages.Fresh fresh = pages.take(play.scene());
    BrowserContext context = fresh.context();
    context.setDefaultTimeout(LIMIT_MS);
    if (stage.how().exhibits()) {
      context.tracing().start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
    }
    context.exposeBinding("__sutureSaw", (_, told) -> saw(told));
    context.route(_ -> true, network::answer);
    context.onRequestFinished(network::finished);
    context.onRequestFailed(network::finished);
    context.addCookies(cookies());
    Run run = play(context, fresh.page());
    List<Exhibit> exhibits =
        stage.how().exhibits() ? exhibits(context, fresh.page(), run) : List.of();
    network.end();
    watch.end(Part.evidence);
    int steps = play.steps().size();
    return new Outcome(
        run,
        sightings.isSeen(steps) && sightings.isSeenEarly(steps),
        exhibits,
        new Used(
            Map.copyOf(network.used()),
            Set.copyOf(channels),
            List.copyOf(locators),
            sightings.isAnother()),
        Map.copyOf(network.given()),
        watch.laps());
  }

  private List<Frame> mapped(List<Frame> frames) {
    return stage
        .maps()
        .mapped(frames, file -> stage.site().application().map(Answers.target(file)));
  }

  private Object saw(Object[] told) {
    if (told.length > 0 && told[0] instanceof Map<?, ?> seen) {
      switch (Sightings.text(seen, "how")) {
        case "unrecorded" -> network.note(Sightings.text(seen, "message"));
        case "opened" -> opened(Sightings.text(seen, "message"));
        default -> sightings.add(seen);
      }
    }
    return "";
  }

  /// The page itself tells, so nothing is taken for granted.
  private void opened(String channel) {
    if (channel.matches("[0-9]{1,4}") && Integer.parseInt(channel) < play.channels().size()) {
      channels.add(Integer.parseInt(channel));
    }
  }

  private Run play(BrowserContext context, Page page) throws Unservable {
    String says;
    Seen seen;
    try {
      fill(page);
      watch.end(Part.context);
      stage.site().application().await();
      watch.end(Part.application);
      opened = clock.millis();
      context.addInitScript("(" + Script.PREPARE.text() + ")(" + Script.setup(play, shift()) + ")");
      String trouble = steps(page);
      watch.end(Part.steps);
      next(stage.site().anew() || !isOfFilesAlone());
      if (trouble.isEmpty() || sightings.isSeen(play.steps().size())) {
        await(page, () -> isOver(page));
      }
      seen = seen(trouble);
      says = says(seen, trouble);
    } catch (PlaywrightException | Late broken) {
      seen = hasFailed() ? Seen.failed : Seen.unclear;
      says =
          broken instanceof Late
              ? "It was stopped after " + LIMIT_MS / 1_000 + " s."
              : "The browser ended the run: the page may have crashed.";
    }
    watch.end(Part.end);
    return new Run(seen, says, pace.done(), network.unrecorded(), clock.millis() - begun);
  }

  /// What came too early counts where the failure never came at its time.
  private boolean hasFailed() {
    int steps = play.steps().size();
    return sightings.isSeen(steps) || (!stage.how().strict() && sightings.isSeenEarly(steps));
  }

  private Seen seen(String trouble) {
    if (hasFailed()) {
      return Seen.failed;
    }
    boolean doubtful = sightings.isSeenBefore(play.steps().size()) || network.hasFailed();
    return trouble.isEmpty() && !doubtful ? Seen.passed : Seen.unclear;
  }

  private String says(Seen seen, String trouble) {
    if (seen == Seen.failed) {
      return "The captured failure came at the step that it was captured at.";
    }
    if (!trouble.isEmpty()) {
      return trouble;
    }
    if (sightings.isSeenBefore(play.steps().size())) {
      return "The failure came at an earlier step than in the capture, and not at its own.";
    }
    if (network.hasFailed()) {
      return "The page asked for what the capture holds no answer to, and the failure did not"
          + " come.";
    }
    return sightings.isAnother()
        ? "All steps were done; the captured failure did not come, but another error did."
        : "All steps were done, and the failure did not come.";
  }

  /// Storage is filled on a page of the same origin that runs nothing.
  private void fill(Page page) {
    Scene scene = play.scene();
    if (Script.keeps(scene.state())) {
      page.navigate(Answers.origin(scene.url()) + Network.EMPTY_PAGE);
      page.evaluate(Script.STORE.text(), Script.kept(scene.state()));
    }
  }

  /// @return why it did not come to its end; empty when it did
  private String steps(Page page) {
    Hand hand = new Hand(page, play, network, pseudonyms, clock);
    locators = hand.locators();
    List<Step> steps = play.steps();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      if (i > 0) {
        untilTurnOf(page, step, steps.get(i - 1));
      }
      boolean done;
      try {
        done = hand.take(step);
      } catch (PlaywrightException refused) {
        done = false;
      }
      if (!done) {
        return "Step %d of %d (%s) could not be done: its target is not there, or takes it not."
            .formatted(i + 1, steps.size(), kind(step));
      }
      if (i == 0) {
        watch.end(Part.open);
        next(stage.site().anew() && stage.site().application().isSlow());
      }
      pace.step();
      network.release();
    }
    return "";
  }

  /// Once in a run.
  private void next(boolean wanted) {
    if (wanted && !begunNext) {
      begunNext = true;
      stage.site().next().run();
    }
  }

  /// Whether the application was asked for nothing but the files of its pages.
  boolean isOfFilesAlone() {
    return network.isOfFilesAlone();
  }

  private static String kind(Step step) {
    return step.kind().matches("[a-z]{1,20}") ? step.kind() : "action";
  }

  /// What came before a step in the recording comes before it in the run.
  private void untilTurnOf(Page page, Step step, Step before) {
    long since = clock.millis();
    double gap = Math.clamp((long) (step.at() - before.at()), 0, MOST_GAP_MS);
    await(
        page,
        () -> {
          network.release();
          long waited = clock.millis() - since;
          if (pace.isAsRecorded()) {
            return waited >= gap;
          }
          return network.isSettled(step.at()) || waited >= gap + GRACE_MS;
        });
  }

  /// When nothing more is to come. On a machine that is busy a page takes longer than in the
  /// recording, so the wait counts from when it has all answers, has loaded and has nothing to do.
  private boolean isOver(Page page) {
    network.release();
    if (sightings.isSeen(play.steps().size())) {
      return true;
    }
    if (ended == 0) {
      ended = clock.millis();
      latest = ended + MOST_GAP_MS;
    }
    if (network.isUnderway() && clock.millis() < latest) {
      ended = clock.millis();
      return false;
    }
    double gap = Math.clamp((long) play.slack().end(), 0, longestEnd());
    long waited = clock.millis() - ended;
    long patience = network.isSettled(play.scene().failedAt()) ? 0 : 2 * GRACE_MS;
    if (waited < gap + GRACE_MS + patience) {
      return false;
    }
    if (idle) {
      return true;
    }
    idle = true;
    long asked = clock.millis();
    page.evaluate(Script.IDLE.text());
    boolean busy = clock.millis() - asked > BUSY_MS;
    ended = busy ? clock.millis() - (long) gap - patience : ended;
    return !busy || sightings.isSeen(play.steps().size());
  }

  /// What the limit of the run leaves for it.
  private long longestEnd() {
    return Math.clamp(LIMIT_MS - SPARE_MS - (ended - opened), MOST_GAP_MS, MOST_END_MS);
  }

  private long ended;
  private long latest;
  private boolean idle;

  private void await(Page page, BooleanSupplier condition) {
    network.polled(
        () ->
            page.waitForCondition(
                () -> {
                  if (clock.millis() - opened > LIMIT_MS) {
                    throw new Late();
                  }
                  return condition.getAsBoolean();
                }));
  }

  private double shift() {
    return play.steps().getFirst().at() - opened;
  }

  /// Of cookies only the names are known.
  private List<Cookie> cookies() {
    return play.scene().cookies().stream()
        .map(name -> new Cookie(name, "1").setUrl(Answers.origin(play.scene().url())))
        .toList();
  }

  private List<Exhibit> exhibits(BrowserContext context, Page page, Run run) {
    List<Exhibit> exhibits = new ArrayList<>();
    String log =
        run.says()
            + "\n\nErrors of the page:\n"
            + sightings.log()
            + "\n\nNot in the recording:\n"
            + String.join("\n", run.unrecorded());
    exhibits.add(new Exhibit("log.txt", log.getBytes(StandardCharsets.UTF_8)));
    try {
      network.finish();
      exhibits.add(new Exhibit("screenshot.png", page.screenshot()));
      Path trace = Files.createTempFile("suture-trace", ".zip");
      try {
        context.tracing().stop(new Tracing.StopOptions().setPath(trace));
        exhibits.add(new Exhibit("trace.zip", Files.readAllBytes(trace)));
      } finally {
        Files.deleteIfExists(trace);
      }
    } catch (PlaywrightException | IOException none) {
      return exhibits;
    }
    return exhibits;
  }

  /// The limit of a run is over.
  private static final class Late extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
