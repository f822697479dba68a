package dev.suture.bench.backport;

import dev.suture.backport.presence.Clone.Unreadable;
import dev.suture.backport.presence.Evidence.Step;
import dev.suture.backport.presence.Fix;
import dev.suture.backport.presence.Line;
import dev.suture.backport.presence.Presence;
import dev.suture.backport.presence.Verdict;
import dev.suture.bench.Benchmark.Progress;
import dev.suture.bench.Row;
import dev.suture.bench.backport.Pairs.Pair;
import dev.suture.git.NativeClone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One clone: its labelled backports, found again from their content alone.
final class RealHistory {
  private static final Set<Step> CONTENT =
      EnumSet.of(Step.ancestry, Step.patch, Step.change, Step.likeness, Step.tip);

  private final PlainGit git;
  private final NativeClone clone;
  private final Line main;
  private final List<Line> lines;
  private final Progress progress;

  RealHistory(Path folder, Path scratch, Line main, List<Line> lines, Progress progress) {
    this.git = new PlainGit(folder);
    this.clone = new NativeClone(folder, scratch.resolve("home"));
    this.main = main;
    this.lines = lines;
    this.progress = progress;
  }

  List<Row> rows() throws IOException, Unreadable {
    List<Row> rows = new ArrayList<>();
    Pairs pairs = Pairs.read(git, main, lines);
    progress.say(
        pairs.named()
            + " commits name a source, "
            + pairs.resolved()
            + " of these are here, "
            + pairs.scored().size()
            + " are scored");
    rows.add(Row.measured("pairs scored", pairs.scored().size(), "pairs", lines.size() + " lines"));
    plain(pairs, rows);
    Presence hidden = new Presence(clone, CONTENT);
    hidden.follow(everyLine());
    content(hidden, pairs, rows);
    judged(hidden, rows);
    Speed.rows(clone, git, everyLine(), pairs, rows);
    return rows;
  }

  private List<Line> everyLine() {
    List<Line> all = new ArrayList<>(lines);
    all.add(main);
    return all;
  }

  private void plain(Pairs pairs, List<Row> rows) throws IOException {
    List<String> commits = new ArrayList<>();
    pairs.scored().forEach(pair -> commits.addAll(List.of(pair.source(), pair.backport())));
    List<String> distinct = commits.stream().distinct().toList();
    progress.say("patch ids of " + distinct.size() + " commits");
    rows.add(recall("git patch-id --stable", pairs, git.patchIds(distinct)));
    rows.add(recall("git patch-id --stable, -U0", pairs, git.patchIds(distinct, "-U0")));
    progress.say("git cherry");
    Set<String> cherries = new HashSet<>();
    for (Line line : pairs.scored().stream().map(Pair::line).distinct().toList()) {
      git.run("", "cherry", main.tip(), line.tip())
          .text()
          .lines()
          .filter(said -> said.startsWith("- "))
          .forEach(said -> cherries.add(said.substring(2)));
    }
    long found = pairs.scored().stream().filter(p -> cherries.contains(p.backport())).count();
    rows.add(Row.measured("recall, git cherry", share(found, pairs), "%", found + " found"));
  }

  private static Row recall(String name, Pairs pairs, Map<String, String> ids) {
    long found =
        pairs.scored().stream()
            .filter(
                pair ->
                    ids.containsKey(pair.source())
                        && ids.get(pair.source()).equals(ids.get(pair.backport())))
            .count();
    return Row.measured("recall, " + name, share(found, pairs), "%", found + " found");
  }

  private static double share(long part, Pairs pairs) {
    return pairs.scored().isEmpty() ? 0 : 100. * part / pairs.scored().size();
  }

  private void content(Presence hidden, Pairs pairs, List<Row> rows) throws Unreadable {
    progress.say("content alone");
    int found = 0;
    int exact = 0;
    int before = 0;
    int done = 0;
    for (Pair pair : pairs.scored()) {
      Fix fix = Fix.of(pair.parent(), pair.source());
      List<String> carriers = carriers(hidden.of(fix, pair.line()));
      found += carriers.isEmpty() ? 0 : 1;
      exact += carriers.contains(pair.backport()) ? 1 : 0;
      Line earlier = new Line(pair.line().name(), pair.before());
      before += isAlarm(hidden.of(fix, earlier)) ? 1 : 0;
      if (++done % 500 == 0) {
        progress.say(done + " pairs, " + found + " found");
      }
    }
    rows.add(Row.higher("recall, content alone", share(found, pairs), "%", 99, found + " found"));
    rows.add(Row.measured("  the very commit named", share(exact, pairs), "%", exact + " named"));
    rows.add(
        Row.measured(
            "  found one commit before, unjudged", share(before, pairs), "%", before + " found"));
  }

  /// Fixes that somebody read a line for and did not find there.
  private void judged(Presence hidden, List<Row> rows) throws IOException, Unreadable {
    int alarms = 0;
    int judged = 0;
    for (Negative negative : Negative.read(git)) {
      judged++;
      Verdict verdict = hidden.of(negative.fix(), negative.line());
      if (isAlarm(verdict)) {
        alarms++;
        progress.say("false alarm: " + negative.fix().head() + " on " + negative.line().tip());
      }
    }
    if (judged > 0) {
      rows.add(
          Row.lower(
              "false 'present', judged by reading",
              100. * alarms / judged,
              "%",
              .5,
              alarms + " of " + judged));
    }
  }

  private static boolean isAlarm(Verdict verdict) {
    return verdict instanceof Verdict.Present || !carriers(verdict).isEmpty();
  }

  static List<String> carriers(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Present present -> present.carriers();
      case Verdict.Partial partial -> partial.carriers();
      case Verdict.Superseded superseded -> superseded.carriers();
      case Verdict.Reverted reverted -> reverted.carriers();
      case Verdict.Missing _, Verdict.CannotTell _ -> List.of();
    };
  }
}
