package dev.suture.bench.cause;

import dev.suture.bench.Benchmark;
import dev.suture.bench.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Whether the cause of a failure is found, on seeded faults that were captured in a browser.
public final class CauseBenchmark implements Benchmark {
  private static final int TOKENS_MEDIAN = 4_000;
  private static final int TOKENS_P95 = 8_000;
  private static final int MILLIS_P95 = 150;
  private static final int LISTS = 1_000;
  private static final int LIST_P99 = 20;

  private final Set<String> apps;

  public CauseBenchmark() {
    this(Set.of());
  }

  /// @param apps names of the applications to look at; empty for all
  private CauseBenchmark(Set<String> apps) {
    this.apps = apps;
  }

  @Override
  public String name() {
    return "cause";
  }

  @Override
  public String about() {
    return "the exchange, field, action, file and commit behind seeded faults of real applications";
  }

  @Override
  public Benchmark with(List<String> arguments) {
    return new CauseBenchmark(Set.copyOf(arguments));
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws Exception {
    Path faults = Path.of(System.getProperty("suture.home", ".."), "bench", "corpus", "faults");
    List<Judged> all = new ArrayList<>();
    double[] lists;
    try (World world = World.open(faults, scratch, apps)) {
      for (Truth.App app : Truth.read(faults.resolve("captures"))) {
        if (!apps.isEmpty() && !apps.contains(app.app())) {
          continue;
        }
        progress.say(app.app() + ", " + app.cases().size() + " cases");
        for (Truth truth : app.cases()) {
          all.add(judge(world, app, truth));
        }
      }
      lists = world.toolLists(LISTS);
      Arrays.sort(lists);
    }
    all.stream()
        .filter(each -> !each.group().equals(Truth.UNSEEN))
        .forEach(each -> sayWrong(each, progress));
    List<Row> rows = new ArrayList<>();
    for (String group : Truth.GROUPS) {
      List<Judged> cases = all.stream().filter(each -> each.group().equals(group)).toList();
      if (!cases.isEmpty()) {
        Measure.ALL.forEach(measure -> rows.add(measure.row(group, cases)));
        byClass(group, cases, rows);
      }
    }
    bundles(all, rows);
    rows.add(lower("tools/list, p99", at(lists, .99), "ms", LIST_P99, LISTS));
    return rows;
  }

  private static Judged judge(World world, Truth.App app, Truth truth) throws Exception {
    String issue = world.bringIn(app.app(), truth);
    Asked asked = Asked.about(world, issue, truth);
    Captured captured = Captured.of(world.envelope(app.app(), truth));
    return new Judged(
        app.app(), app.group(), truth, asked, Judged.answers(captured, asked, asked.said()));
  }

  /// Which answers were wrong. Of unseen applications nobody is told.
  private static void sayWrong(Judged judged, Progress progress) {
    Truth truth = judged.truth();
    Answer said = judged.of(Judged.SERVER);
    for (Measure measure : Measure.BESIDE_THE_CAUSE) {
      if (measure.asks().test(truth) && !measure.met().test(said, truth)) {
        progress.say(
            "wrong %s: %s/%s (%s)"
                .formatted(measure.name(), judged.app(), truth.name(), truth.kind()));
      }
    }
    if (said.exchangeIsRight(truth)) {
      if (said.isConfidentAndWrong(truth)) {
        progress.say(
            "sure and wrong: %s/%s: %s, not %s"
                .formatted(judged.app(), truth.name(), truth.field(), said.field()));
      } else if (truth.field() != null && !said.fieldIsRight(truth)) {
        progress.say(
            "wrong field: %s/%s (%s): %s, not %s"
                .formatted(judged.app(), truth.name(), truth.kind(), truth.field(), said.field()));
      }
      return;
    }
    String right = truth.exchange() == null ? "none" : truth.exchange().id();
    String other = said.exchange() == null ? "none" : said.exchange();
    progress.say(
        "wrong exchange: %s/%s (%s): %s, not %s"
            .formatted(judged.app(), truth.name(), truth.kind(), right, other));
  }

  private static void byClass(String group, List<Judged> cases, List<Row> rows) {
    for (String kind : new TreeSet<>(cases.stream().map(each -> each.truth().kind()).toList())) {
      List<Judged> some = cases.stream().filter(each -> each.truth().kind().equals(kind)).toList();
      boolean network = some.stream().anyMatch(each -> !each.truth().abstain());
      Row row = (network ? Measure.EXCHANGE : Measure.ABSTAIN).row(group + ", " + kind, some);
      rows.add(Row.measured(row.name(), row.value(), row.unit(), String.valueOf(row.beside())));
      if (network) {
        Row field = Measure.FIELD.row(group + ", " + kind, some);
        rows.add(
            Row.measured(
                field.name(), field.value(), field.unit(), String.valueOf(field.beside())));
      }
    }
  }

  private static void bundles(List<Judged> all, List<Row> rows) {
    double[] tokens = sorted(all.stream().map(each -> (double) each.asked().tokens()).toList());
    double[] millis = sorted(all.stream().flatMap(each -> each.asked().millis().stream()).toList());
    List<Judged> network = all.stream().filter(each -> !each.truth().abstain()).toList();
    long told = network.stream().filter(each -> each.asked().saysCause()).count();
    rows.add(lower("bundle, p50", at(tokens, .5), "tokens", TOKENS_MEDIAN, all.size()));
    rows.add(lower("bundle, p95", at(tokens, .95), "tokens", TOKENS_P95, all.size()));
    rows.add(lower("bundle, time of a call, p95", at(millis, .95), "ms", MILLIS_P95, all.size()));
    rows.add(
        Row.higher(
            "bundle, cause in its first 1,000 tokens",
            100.0 * told / Math.max(1, network.size()),
            "%",
            100,
            "of " + network.size() + " with an exchange as cause"));
  }

  private static Row lower(String name, double value, String unit, int goal, int cases) {
    return Row.lower(name, value, unit, (double) goal, String.format(Locale.ROOT, "of %,d", cases));
  }

  private static double[] sorted(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
