package dev.suture.browser;

import dev.suture.browser.Playing.How;
import dev.suture.project.Project;
import dev.suture.repro.Applications;
import dev.suture.repro.Applications.Reply;
import dev.suture.repro.Applications.Unservable;
import dev.suture.repro.ReproVerdict;
import dev.suture.repro.Reproduction;
import dev.suture.repro.Reproduction.Command;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproduction.Requested;
import dev.suture.repro.Rig;
import dev.suture.repro.Run;
import dev.suture.repro.Run.Seen;
import dev.suture.repro.StackMaps;
import dev.suture.repro.Trial;
import dev.suture.repro.Trial.Exhibit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Runs reproductions in Chromium, and those that are commands in the sandbox alone.
public final class BrowserRig implements Rig, AutoCloseable {
  private static final int MOST_RUNS = 5;
  private static final int MOST_KEPT = 200;
  private static final long STANDBY_MS = 45_000;

  /// Why a failure that comes again says nothing against a commit.
  public static final String SERVER_ONLY =
      "This commit changes code of the server only. The pages and scripts are those of the commit"
          + " that was live, and the answers are given as they were recorded: a run cannot show"
          + " whether they would be others now.";

  private final Applications applications;
  private final StackMaps maps;
  private final PlainRuns plain;
  private final Optional<String> problem;
  private final InstantSource clock;
  private final Optional<Driver> driver;
  private final Standby standby;
  private final List<Chromium> all = new ArrayList<>();
  private final BlockingQueue<Chromium> free;
  private final Map<String, List<Map<String, Reply>>> live = new ConcurrentHashMap<>();
  private final Map<String, Before> before = new ConcurrentHashMap<>();

  /// What the commit that was live showed.
  ///
  /// @param slow whether the failure comes only where everything takes its recorded time
  /// @param twice whether it came before its time as well
  /// @param given what the application itself gave, by what it was asked for
  private record Before(boolean slow, boolean twice, Map<String, Integer> given) {}

  /// @param folder that the driver is unpacked into, of this server alone
  /// @param environment of the server: `CHROMIUM` names the browser, `PATH` leads to Node.js
  public BrowserRig(
      Applications applications,
      StackMaps maps,
      Path folder,
      Map<String, String> environment,
      InstantSource clock) {
    this.applications = applications;
    this.maps = maps;
    this.plain = new PlainRuns(applications, clock);
    this.clock = clock;
    Optional<Path> program = Chromium.program(environment);
    Optional<Path> node = Chromium.node(environment);
    int many = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    this.free = new ArrayBlockingQueue<>(many);
    this.standby = new Standby(applications, many + 1, STANDBY_MS);
    this.driver = node.map(found -> new Driver(folder, found));
    if (program.isPresent() && driver.isPresent()) {
      driver.get().clean();
      for (int i = 0; i < many; i++) {
        all.add(new Chromium(program.get(), driver.get()));
      }
    }
    free.addAll(all);
    this.problem =
        applications.problem().isPresent()
            ? applications.problem()
            : all.isEmpty()
                ? Optional.of(
                    "This server has no browser to run reproductions in: install Chromium and"
                        + " Node.js 20, or set CHROMIUM to the program.")
                : Optional.empty();
  }

  @Override
  public Optional<String> problem() {
    return problem;
  }

  @Override
  public Trial trial(Project project, Reproduction reproduction, String commit, Wish wish) {
    if (problem.isPresent()) {
      return Trial.untold(commit, problem.get());
    }
    try {
      return switch (reproduction) {
        case Played play -> played(project, play, commit, wish);
        case Command _ -> plain.command(project, commit, wish);
        case Requested request -> plain.requested(project, request, commit, wish);
      };
    } catch (Unservable unservable) {
      byte[] said = unservable.said().getBytes(StandardCharsets.UTF_8);
      return new Trial(
          commit,
          new ReproVerdict.CannotTell(String.valueOf(unservable.getMessage())),
          List.of(),
          said.length == 0 ? List.of() : List.of(new Exhibit("log.txt", said)),
          null,
          List.of());
    }
  }

  private Trial played(Project project, Played play, String commit, Wish wish) throws Unservable {
    Map<String, Reply> changed = changed(project, play, commit);
    Looked looked = before(project, play, commit, changed);
    Before live = looked.before();
    List<Run> runs = new ArrayList<>();
    List<Exhibit> exhibits = List.of();
    Trial.Used used = null;
    List<Trial.Laps> laps = new ArrayList<>();
    Map<String, Integer> given = new HashMap<>();
    Playing.Outcome done = looked.run();
    while (isWanted(runs, wish)) {
      boolean last = wish.exhibits() && runs.size() + 1 >= wish.runs();
      Playing.Outcome outcome =
          done == null || last
              ? once(project, play, commit, new How(changed, live.slow(), live.twice(), last))
              : done;
      done = null;
      runs.add(outcome.run());
      exhibits = outcome.exhibits().isEmpty() ? exhibits : outcome.exhibits();
      used = outcome.used();
      laps.add(outcome.laps());
      given.putAll(outcome.given());
    }
    ReproVerdict verdict = ReproVerdict.of(runs);
    boolean blind =
        verdict instanceof ReproVerdict.Reproduced
            && isOther(play, commit)
            && !play.exchanges().isEmpty()
            && changed.isEmpty()
            && isAlike(given, live.given())
            && applications.isServerChanged(project, String.valueOf(play.base()), commit);
    return new Trial(
        commit,
        blind ? new ReproVerdict.CannotTell(SERVER_ONLY) : verdict,
        List.copyOf(runs),
        exhibits,
        used,
        List.copyOf(laps));
  }

  /// Whether the application gave the same wherever it was asked for the same: a run that is over
  /// sooner has not asked for the last pictures.
  private static boolean isAlike(Map<String, Integer> one, Map<String, Integer> other) {
    return one.entrySet().stream()
        .allMatch(
            each -> each.getValue().equals(other.getOrDefault(each.getKey(), each.getValue())));
  }

  private static boolean isOther(Played play, String commit) {
    return play.base() != null && !play.base().equals(commit);
  }

  /// A browser that broke is started anew, once.
  private Playing.Outcome once(Project project, Played play, String commit, How how)
      throws Unservable {
    try {
      return attempt(project, play, commit, how);
    } catch (Chromium.Broken broken) {
      try {
        return attempt(project, play, commit, how);
      } catch (Chromium.Broken again) {
        throw new Unservable(
            "Chromium cannot be driven on this server.", String.valueOf(again.getMessage()));
      }
    }
  }

  /// An application that gave its files in another way than before, since an earlier run has asked
  /// for them, is none to judge by: the run is made again with one that has just begun.
  private Playing.Outcome attempt(Project project, Played play, String commit, How how)
      throws Unservable {
    Upcoming application = standby.take(project, commit);
    Playing playing =
        new Playing(
            new Playing.Stage(
                play,
                new Playing.Site(
                    application,
                    standby.isAnew(project, commit),
                    () -> standby.prepare(project, commit)),
                maps,
                how),
            clock);
    Playing.Outcome outcome = null;
    boolean steady = false;
    try {
      outcome = on(playing);
      steady = application.note(outcome.given());
    } finally {
      if (!playing.isOfFilesAlone() || (outcome != null && !steady)) {
        standby.startAnew(project, commit);
      }
      if (steady && !standby.isAnew(project, commit)) {
        standby.keep(project, commit, application);
      } else {
        application.close();
      }
    }
    return steady ? outcome : attempt(project, play, commit, how);
  }

  private Playing.Outcome on(Playing playing) throws Unservable {
    Chromium chromium = take();
    try {
      return chromium.with(playing::run);
    } finally {
      free.add(chromium);
    }
  }

  private Chromium take() throws Unservable {
    try {
      return free.take();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unservable("The server is stopping.");
    }
  }

  /// As many as were wished for; where they disagree some more.
  static boolean isWanted(List<Run> runs, Wish wish) {
    if (runs.size() < wish.runs()) {
      return true;
    }
    boolean agree = runs.stream().map(Run::seen).distinct().count() == 1;
    return !agree && runs.size() < Math.max(MOST_RUNS, wish.runs());
  }

  /// What the commit that was live showed, and the first run there, where it is one of those that
  /// are asked for. One that was chosen for what it showed is none.
  private record Looked(Before before, Playing.@Nullable Outcome run) {}

  /// Found out once.
  private Looked before(Project project, Played play, String commit, Map<String, Reply> changed)
      throws Unservable {
    Before known = before.get(play.capture());
    if (known != null) {
      return new Looked(known, null);
    }
    String base = play.base() == null ? commit : play.base();
    Map<String, Reply> there = base.equals(commit) ? changed : Map.of();
    Playing.Outcome quick = once(project, play, base, new How(there, false, false, false));
    Playing.Outcome shown = quick;
    boolean slow = false;
    if (quick.run().seen() != Seen.failed) {
      shown = once(project, play, base, new How(there, true, false, false));
      slow = shown.run().seen() == Seen.failed;
    }
    Before found = new Before(slow, shown.twice(), quick.given());
    forgetSome(before);
    before.put(play.capture(), found);
    return new Looked(found, base.equals(commit) && !slow ? quick : null);
  }

  private Map<String, Reply> changed(Project project, Played play, String commit)
      throws Unservable {
    String base = play.base();
    if (base == null || base.equals(commit) || play.exchanges().isEmpty()) {
      return Map.of();
    }
    List<Map<String, Reply>> there = live.get(play.capture());
    if (there == null) {
      try (Upcoming one = standby.fresh(project, base);
          Upcoming other = standby.fresh(project, base)) {
        there = List.of(asked(play, one), asked(play, other));
      }
      forgetSome(live);
      live.put(play.capture(), there);
    }
    try (Upcoming now = standby.fresh(project, commit)) {
      return ChangedAnswers.between(there, asked(play, now));
    }
  }

  private static Map<String, Reply> asked(Played play, Upcoming application) throws Unservable {
    return new LinkedHashMap<>(ChangedAnswers.ask(play, application.await()));
  }

  private static void forgetSome(Map<String, ?> kept) {
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
  }

  @Override
  public void close() {
    standby.close();
    all.forEach(Chromium::close);
    driver.ifPresent(Driver::clean);
  }
}
