package dev.suture.bench;

import dev.suture.bench.alert.AlertBenchmark;
import dev.suture.bench.backport.BackportBenchmark;
import dev.suture.bench.cause.CauseBenchmark;
import dev.suture.bench.replay.ReplayBenchmark;
import dev.suture.bench.repro.ReproBenchmark;
import dev.suture.bench.watch.WatchBenchmark;
import dev.suture.json.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// `bench` lists the benchmarks, `bench NAME [--json] [ARGUMENTS]` runs one.
public final class Main {
  private static final List<Benchmark> ALL =
      List.of(
          new Ingest(),
          new ReproBenchmark(),
          new Sustained(),
          new SourceMaps(),
          new GroupingQuality(),
          new WatchBenchmark(),
          new AlertBenchmark(),
          new CauseBenchmark(),
          new BackportBenchmark(),
          new Narrowing(),
          new ReplayBenchmark(),
          new Scrubbing(),
          new Store());

  private Main() {}

  public static void main(String[] args) throws Exception {
    List<String> words = new ArrayList<>(List.of(args));
    boolean json = words.remove("--json");
    if (words.isEmpty()) {
      list(json);
      return;
    }
    Benchmark chosen =
        ALL.stream().filter(each -> each.name().equals(words.getFirst())).findFirst().orElse(null);
    if (chosen == null) {
      System.err.println("bench: no benchmark is called '" + words.getFirst() + "'; there are:");
      list(false);
      System.exit(2);
      return;
    }
    Benchmark asked;
    try {
      asked = chosen.with(words.subList(1, words.size()));
    } catch (IllegalArgumentException refused) {
      System.err.println("bench: " + refused.getMessage());
      System.exit(2);
      return;
    }
    Path scratch = Files.createTempDirectory("suture-bench");
    try {
      List<Row> rows = asked.run(scratch, line -> System.err.println("bench: " + line));
      if (json) {
        System.out.println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(rows));
      } else {
        table(rows, System.out);
      }
    } finally {
      delete(scratch);
    }
    System.exit(0);
  }

  private static void list(boolean json) {
    if (json) {
      System.out.println(
          Json.MAPPER.writeValueAsString(ALL.stream().map(Benchmark::name).toList()));
      return;
    }
    ALL.forEach(each -> System.out.printf("  %-10s %s%n", each.name(), each.about()));
  }

  private static void table(List<Row> rows, PrintStream out) {
    out.printf("%-44s %14s %-10s %12s  %-4s %s%n", "figure", "value", "unit", "goal", "", "beside");
    for (Row row : rows) {
      String goal =
          row.goal() == null
              ? "-"
              : (row.direction() == Row.Direction.lower ? "<= " : ">= ") + number(row.goal());
      String verdict = row.goal() == null ? "" : row.reached() ? "ok" : "MISS";
      out.printf(
          "%-44s %14s %-10s %12s  %-4s %s%n",
          row.name(),
          number(row.value()),
          row.unit(),
          goal,
          verdict,
          row.beside() == null ? "" : row.beside());
    }
  }

  private static String number(double value) {
    if (value >= 100 || value == Math.rint(value)) {
      return String.format("%,.0f", value);
    }
    if (value < .01) {
      return String.format("%.1e", value);
    }
    return String.format("%.2f", value);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
