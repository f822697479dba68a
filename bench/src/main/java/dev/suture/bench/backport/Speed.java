package dev.suture.bench.backport;

import dev.suture.backport.presence.Clone.Unreadable;
import dev.suture.backport.presence.Fix;
import dev.suture.backport.presence.Line;
import dev.suture.backport.presence.Presence;
import dev.suture.bench.Row;
import dev.suture.bench.backport.Pairs.Pair;
import dev.suture.git.NativeClone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How long the index of a clone takes, and a fix's status on all lines once it stands.
final class Speed {
  private static final int LINES = 10;
  private static final int COMMITS = 9_000;
  private static final int SECONDS = 30;
  private static final int ASKED = 40;

  private Speed() {}

  static void rows(NativeClone clone, PlainGit git, List<Line> lines, Pairs pairs, List<Row> rows)
      throws IOException, Unreadable {
    List<Line> some = newest(git, lines);
    Presence presence = new Presence(clone);
    long start = System.nanoTime();
    int read = presence.read(some);
    double seconds = (System.nanoTime() - start) / 1e9;
    rows.add(
        Row.lower(
            "index, cold",
            seconds,
            "s",
            SECONDS * Math.max(1., (double) read / COMMITS),
            read + " commits, " + some.size() + " lines"));
    List<Double> first = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    List<Pair> asked = pairs.scored().stream().filter(pair -> some.contains(pair.line())).toList();
    for (Pair pair : asked.subList(0, Math.min(ASKED, asked.size()))) {
      Fix fix = Fix.of(pair.parent(), pair.source());
      first.add(timed(presence, fix, some));
      again.add(timed(presence, fix, some));
    }
    if (!first.isEmpty()) {
      rows.add(status("a fix never asked about, on ", first, some));
      rows.add(status("status, warm, on ", again, some));
    }
  }

  private static double timed(Presence presence, Fix fix, List<Line> lines) throws Unreadable {
    long from = System.nanoTime();
    presence.of(fix, lines);
    return (System.nanoTime() - from) / 1e6;
  }

  private static Row status(String what, List<Double> millis, List<Line> lines) {
    millis.sort(Comparator.naturalOrder());
    return Row.lower(
        what + lines.size() + " lines, p95",
        millis.get((millis.size() * 95 - 1) / 100),
        "ms",
        200.,
        "median " + Math.round(millis.get(millis.size() / 2)) + " ms");
  }

  /// The lines that were worked on last.
  private static List<Line> newest(PlainGit git, List<Line> lines) throws IOException {
    record Dated(Line line, long time) {}
    List<Dated> dated = new ArrayList<>();
    for (Line line : lines) {
      String time = git.must("show", "-s", "--format=%ct", line.tip()).strip();
      dated.add(new Dated(line, Long.parseLong(time)));
    }
    dated.sort(Comparator.comparingLong(Dated::time).reversed());
    return dated.stream().limit(LINES).map(Dated::line).toList();
  }
}
