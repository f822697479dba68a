package dev.suture.bench;

import dev.suture.bench.Corpus.Sample;
import dev.suture.bench.GroupingJudge.Verdict;
import dev.suture.issue.Grouping;
import dev.suture.issue.grouping.GroupingV1;
import dev.suture.issue.grouping.GroupingV2;
import dev.suture.stacktext.StackTextReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// How well events are put into issues, on a corpus written by hand, and what it costs.
final class GroupingQuality implements Benchmark {
  private static final List<String> FILES =
      List.of("grouping-browsers.txt", "grouping-servers.txt");
  private static final int ROUNDS = 2_000;

  @Override
  public String name() {
    return "grouping";
  }

  @Override
  public String about() {
    return "pairs of events put together or apart, and microseconds for a fingerprint";
  }

  static List<Sample> corpus() throws Exception {
    Path folder = Path.of(System.getProperty("suture.home", ".."), "bench", "corpus");
    List<Sample> samples = new ArrayList<>();
    for (String file : FILES) {
      samples.addAll(Corpus.read(folder.resolve(file), new StackTextReader()));
    }
    return samples;
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws Exception {
    List<Sample> samples = corpus();
    List<Row> rows = new ArrayList<>();
    Verdict old = GroupingJudge.judge(samples, new GroupingV1());
    Verdict now = new Verdict(0, 0, 0, 0, List.of());
    for (String platform :
        new TreeSet<>(samples.stream().map(each -> each.event().platform()).toList())) {
      Verdict verdict =
          GroupingJudge.judge(
              samples.stream().filter(each -> each.event().platform().equals(platform)).toList(),
              new GroupingV2());
      now = now.plus(verdict);
      rows.add(share(platform + ": precision of pairs", verdict.precision(), beside(verdict)));
      rows.add(share(platform + ": recall of pairs", verdict.recall(), beside(verdict)));
    }
    now.wrong().forEach(progress::say);
    rows.add(share("all: precision of pairs", now.precision(), beside(now)));
    rows.add(share("all: recall of pairs", now.recall(), beside(now)));
    rows.add(Row.limit("version 1: precision of pairs", 100 * old.precision(), "%"));
    rows.add(Row.limit("version 1: recall of pairs", 100 * old.recall(), "%"));
    rows.add(Row.lower("a fingerprint", micros(samples, new GroupingV2()), "us", 20.0, "one core"));
    rows.add(Row.limit("a fingerprint of version 1", micros(samples, new GroupingV1()), "us"));
    return rows;
  }

  private static Row share(String name, double value, String beside) {
    return Row.higher(name, 100 * value, "%", 99, beside);
  }

  private static String beside(Verdict verdict) {
    return (verdict.together() + verdict.split())
        + " pairs to be one, "
        + (verdict.apart() + verdict.mixed())
        + " to be two";
  }

  private static double micros(List<Sample> samples, Grouping grouping) {
    long best = Long.MAX_VALUE;
    int sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      for (Sample sample : samples) {
        sum += grouping.fingerprint(sample.event()).hash().length();
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    if (sum == 0) {
      throw new IllegalStateException("no fingerprint was made");
    }
    return best / 1000.0 / samples.size();
  }
}
