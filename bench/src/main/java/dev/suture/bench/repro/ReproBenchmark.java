package dev.suture.bench.repro;

import dev.suture.bench.Benchmark;
import dev.suture.bench.Row;
import dev.suture.browser.BrowserRig;
import dev.suture.git.NativeGit;
import dev.suture.repro.Recordings;
import dev.suture.repro.ReproVerdict;
import dev.suture.repro.ReproVerdict.CannotTell;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Rig;
import dev.suture.repro.Trial;
import dev.suture.repro.Trial.Laps;
import dev.suture.sandbox.Sandbox;
import dev.suture.sandbox.SandboxedApplications;
import dev.suture.sourcemap.BuiltStacks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Runs every seeded fault at the commit that was live and at the one that mends it. The property
/// `suture.bench.cases` picks some by a pattern of `app/case`, `suture.bench.sample` says how many
/// of them are asked 20 times more.
public final class ReproBenchmark implements Benchmark {
  private static final int REPETITIONS = 20;
  private static final int WARM = 2;
  private static final long REST_MS = 1_000;
  private static final int IN_A_ROW = 10;
  private static final Rig.Wish ONCE = new Rig.Wish(1, false);
  private static final int SAMPLE = Integer.getInteger("suture.bench.sample", 3);

  @Override
  public String name() {
    return "repro";
  }

  @Override
  public String about() {
    return "whether captured failures are reproduced in Chromium, and not where they are mended";
  }

  /// @param warm milliseconds of a whole reproduction asked for once more
  /// @param shortest milliseconds that its steps take at least
  private record Told(
      Seeded seeded, Trial red, Trial green, List<Laps> laps, long warm, double shortest) {
    ReproVerdict live() {
      return red.verdict();
    }

    ReproVerdict fix() {
      return green.verdict();
    }
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws Exception {
    Path faults =
        Path.of(System.getProperty("suture.home", ".."), "bench", "corpus", "faults")
            .toAbsolutePath()
            .normalize();
    Path repositories = scratch.resolve("repositories");
    Packages.seed(faults, repositories);
    Seeded demo = Seeded.demo(faults, repositories);
    List<Seeded> cases =
        Seeded.read(faults, repositories, System.getProperty("suture.bench.cases", ".*"));
    List<Told> all = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    InstantSource clock = InstantSource.system();
    try (Sandbox sandbox = new Sandbox(Sandbox.Mode.confined, false)) {
      SandboxedApplications applications =
          new SandboxedApplications(
              scratch.resolve("built"),
              new NativeGit(scratch.resolve("clones")),
              sandbox,
              new Packages(faults),
              clock);
      long before = leftOver();
      try (BrowserRig rig =
          new BrowserRig(
              applications,
              new BuiltStacks(),
              scratch.resolve("browser"),
              System.getenv(),
              clock)) {
        rig.problem()
            .ifPresent(
                problem -> {
                  throw new IllegalStateException(problem);
                });
        Told shown = told(rig, demo);
        progress.say(line(shown));
        demo(shown, rows);
        rows.add(
            Row.lower(
                "the demo, one of " + IN_A_ROW + " right after each other, median",
                inARow(rig, demo),
                "ms",
                2_000.0,
                "each makes its page itself"));
        List<Again> again = new ArrayList<>();
        for (Seeded each : cases) {
          Told told = told(rig, each);
          progress.say(line(told));
          if (isOfSample(all.size(), cases.size())) {
            again.add(again(rig, told));
            progress.say(each.name() + ": " + again.getLast().text());
          }
          all.add(told);
        }
        again(again, rows);
      }
      rows.add(
          Row.lower(
              "processes and folders left behind", leftOver() - before, "", 0.0, "after all runs"));
    }
    figures(all, rows);
    return rows;
  }

  private static Told told(Rig rig, Seeded seeded) {
    try {
      Played play = seeded.play();
      Trial live = rig.trial(seeded.project(), play, seeded.live(), Rig.Wish.QUICK);
      Trial fix = rig.trial(seeded.project(), play, seeded.fix(), Rig.Wish.QUICK);
      List<Laps> laps = new ArrayList<>();
      long warm = 0;
      for (int again = 0; again < WARM; again++) {
        rest();
        long begun = System.nanoTime();
        laps.addAll(rig.trial(seeded.project(), play, seeded.live(), ONCE).laps());
        warm = Math.max(warm, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
      }
      return new Told(seeded, live, fix, laps, warm, Shortest.ms(play));
    } catch (Recordings.Unfit unfit) {
      String why = String.valueOf(unfit.getMessage());
      return new Told(
          seeded,
          Trial.untold(seeded.live(), why),
          Trial.untold(seeded.fix(), why),
          List.of(),
          0,
          1);
    }
  }

  /// Somebody asks again when they have seen what came out.
  private static void rest() {
    try {
      Thread.sleep(REST_MS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Milliseconds of each of some that are asked for one right after the other.
  private static double inARow(Rig rig, Seeded seeded) throws Recordings.Unfit {
    Played play = seeded.play();
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < IN_A_ROW; i++) {
      long begun = System.nanoTime();
      rig.trial(seeded.project(), play, seeded.live(), ONCE);
      all.add((double) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }
    return at(all, Double::doubleValue, 0.5);
  }

  private static String line(Told told) {
    return told.seeded().name()
        + ": "
        + words(told.live())
        + " / "
        + words(told.fix())
        + ", warm %d ms of at least %.0f ".formatted(told.warm(), told.shortest())
        + told.laps()
        + said(told);
  }

  private static void demo(Told told, List<Row> rows) {
    String beside = words(told.live()) + " where it is live, " + words(told.fix()) + " by its fix";
    rows.add(Row.lower("the demo, one warm reproduction", told.warm(), "ms", 2_000.0, beside));
    rows.add(
        Row.lower(
            "the demo, by what its steps take at least",
            told.warm() / told.shortest(),
            "times",
            1.5,
            "%.0f ms".formatted(told.shortest())));
  }

  /// How the runs went that did not come out as they should.
  private static String said(Told told) {
    List<String> said = new ArrayList<>();
    if (!(told.live() instanceof ReproVerdict.Reproduced)) {
      add(said, "live", told.red());
    }
    if (!(told.fix() instanceof ReproVerdict.NotReproduced)) {
      add(said, "mended", told.green());
    }
    return said.isEmpty() ? "" : "\n  " + String.join("\n  ", said);
  }

  private static void add(List<String> said, String where, Trial trial) {
    trial.runs().forEach(run -> said.add(where + ": " + run.says() + " " + run.unrecorded()));
    trial.exhibits().stream()
        .filter(each -> each.name().equals("log.txt"))
        .forEach(each -> said.add(new String(each.content(), StandardCharsets.UTF_8)));
  }

  private static String words(ReproVerdict verdict) {
    return switch (verdict) {
      case CannotTell(String why) -> "cannot tell (" + why + ")";
      case ReproVerdict.Flaky(int failed, int runs) -> "flaky " + failed + " of " + runs;
      case ReproVerdict.Reproduced _ -> "reproduced";
      case ReproVerdict.NotReproduced _ -> "not reproduced";
    };
  }

  /// Whether one is among those that are run often, which are spread evenly over all.
  private static boolean isOfSample(int index, int of) {
    int many = Math.min(SAMPLE, of);
    return IntStream.range(0, many).anyMatch(i -> i * of / many == index);
  }

  /// What was said of one when it was asked again.
  ///
  /// @param changed how often a sure verdict came out otherwise
  private record Again(int asked, int changed, int unsure) {
    String text() {
      return "asked %d times more, %d came out otherwise, %d not sure"
          .formatted(asked, changed, unsure);
    }
  }

  /// Runs one often, where it fails and where it is mended: a verdict that is called sure stays the
  /// same.
  private static Again again(Rig rig, Told told) throws Exception {
    int changed = 0;
    int unsure = 0;
    int asked = 0;
    Played play = told.seeded().play();
    for (Trial first : List.of(told.red(), told.green())) {
      for (int again = 0; again < REPETITIONS; again++) {
        ReproVerdict verdict = rig.verdict(told.seeded().project(), play, first.commit());
        asked++;
        changed += isSure(verdict) && isSure(first.verdict()) && !isAlike(verdict, first) ? 1 : 0;
        unsure += isSure(verdict) ? 0 : 1;
      }
    }
    return new Again(asked, changed, unsure);
  }

  private static void again(List<Again> all, List<Row> rows) {
    String beside = "of " + all.stream().mapToInt(Again::asked).sum() + " asked again";
    rows.add(
        Row.lower(
            "sure verdicts that came out otherwise",
            all.stream().mapToInt(Again::changed).sum(),
            "",
            0.0,
            beside));
    rows.add(
        Row.lower(
            "verdicts that were not sure when asked again",
            all.stream().mapToInt(Again::unsure).sum(),
            "",
            null,
            beside));
  }

  private static boolean isSure(ReproVerdict verdict) {
    return verdict instanceof ReproVerdict.Reproduced
        || verdict instanceof ReproVerdict.NotReproduced;
  }

  private static boolean isAlike(ReproVerdict verdict, Trial first) {
    return verdict.getClass().equals(first.verdict().getClass());
  }

  private static void figures(List<Told> all, List<Row> rows) {
    long red = all.stream().filter(told -> told.live() instanceof ReproVerdict.Reproduced).count();
    long right =
        all.stream().filter(told -> told.fix() instanceof ReproVerdict.NotReproduced).count();
    long wrong = all.stream().filter(told -> told.fix() instanceof ReproVerdict.Reproduced).count();
    long blind = all.stream().filter(told -> isUnseen(told.fix())).count();
    long untold = all.stream().filter(told -> told.fix() instanceof CannotTell).count() - blind;
    long flaky = all.stream().filter(told -> told.live() instanceof ReproVerdict.Flaky).count();
    double of = Math.max(1, all.size());
    double seen = Math.max(1, all.size() - blind);
    rows.add(
        Row.higher(
            "reproduced on the faulty commit", 100 * red / of, "%", 95, red + " of " + all.size()));
    rows.add(
        Row.higher(
            "right on the mended commit",
            100 * right / seen,
            "%",
            99,
            right + " of " + (all.size() - blind)));
    rows.add(Row.lower("mended and still called reproduced", wrong, "cases", 0.0, ""));
    rows.add(Row.lower("cannot tell on the mended commit", untold, "cases", null, ""));
    rows.add(
        Row.lower(
            "mended where no replay can see it, and said so",
            blind,
            "cases",
            null,
            "not among those above"));
    rows.add(Row.lower("called flaky on the faulty commit", flaky, "cases", null, ""));
    warm(all.stream().filter(told -> !told.laps().isEmpty()).toList(), rows);
  }

  private static void warm(List<Told> all, List<Row> rows) {
    if (all.isEmpty()) {
      return;
    }
    String beside = "the slower of " + WARM + ", asked for after a second";
    rows.add(
        Row.lower(
            "one warm reproduction, median", at(all, Told::warm, 0.5), "ms", 2_000.0, beside));
    rows.add(Row.lower("one warm reproduction, p95", at(all, Told::warm, 0.95), "ms", null, ""));
    rows.add(
        Row.lower(
            "what its steps take at least, median", at(all, Told::shortest, 0.5), "ms", null, ""));
    rows.add(
        Row.lower(
            "a warm reproduction by that, median",
            at(all, told -> told.warm() / told.shortest(), 0.5),
            "times",
            1.5,
            ""));
    rows.add(
        Row.lower(
            "a warm reproduction by that, p95",
            at(all, told -> told.warm() / told.shortest(), 0.95),
            "times",
            null,
            ""));
    Map<String, ToLongFunction<Laps>> parts = new LinkedHashMap<>();
    parts.put("page and storage", Laps::context);
    parts.put("waiting for the application", Laps::application);
    parts.put("opening the first page", Laps::open);
    parts.put("the other steps", Laps::steps);
    parts.put("waiting for the failure", Laps::end);
    parts.put("evidence", Laps::evidence);
    List<Laps> laps = all.stream().flatMap(told -> told.laps().stream()).toList();
    parts.forEach(
        (name, ms) ->
            rows.add(
                Row.lower(
                    "  " + name + ", median", at(laps, ms::applyAsLong, 0.5), "ms", null, "")));
  }

  private static <T> double at(List<T> all, ToDoubleFunction<T> figure, double share) {
    double[] sorted = all.stream().mapToDouble(figure).sorted().toArray();
    return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
  }

  /// A change of the server's code alone, told as such: the answers of a recording stay what they
  /// were.
  private static boolean isUnseen(ReproVerdict verdict) {
    return verdict instanceof CannotTell(String why) && why.equals(BrowserRig.SERVER_ONLY);
  }

  /// Browsers and sandboxes of this process, and their folders.
  private static long leftOver() throws IOException {
    long processes =
        ProcessHandle.current()
            .descendants()
            .filter(ProcessHandle::isAlive)
            .filter(each -> each.info().command().orElse("").matches(".*(chrom|bwrap|node).*"))
            .count();
    String doors = "suture-door-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> made = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return processes
          + made.filter(each -> each.getFileName().toString().startsWith(doors)).count();
    }
  }
}
