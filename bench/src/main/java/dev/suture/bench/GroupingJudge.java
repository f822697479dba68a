package dev.suture.bench;

import dev.suture.bench.Corpus.Sample;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Grouping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts events into issues in the order given, as the server does, and compares each pair with what
/// the corpus says of it.
final class GroupingJudge {
  private GroupingJudge() {}

  /// Pairs of events of one application.
  ///
  /// @param together of one fault and in one issue
  /// @param split of one fault and in two issues
  /// @param apart of two faults and in two issues
  /// @param mixed of two faults and in one issue
  /// @param wrong the pairs that went wrong, in words
  record Verdict(long together, long split, long apart, long mixed, List<String> wrong) {
    double precision() {
      return together + mixed == 0 ? 1 : (double) together / (together + mixed);
    }

    double recall() {
      return together + split == 0 ? 1 : (double) together / (together + split);
    }

    Verdict plus(Verdict other) {
      List<String> both = new ArrayList<>(wrong);
      both.addAll(other.wrong);
      return new Verdict(
          together + other.together,
          split + other.split,
          apart + other.apart,
          mixed + other.mixed,
          both);
    }
  }

  static Verdict judge(List<Sample> samples, Grouping grouping) {
    Map<String, Integer> known = new HashMap<>();
    int[] issues = new int[samples.size()];
    int next = 0;
    for (int i = 0; i < issues.length; i++) {
      Sample sample = samples.get(i);
      Fingerprint fingerprint = grouping.fingerprint(sample.event());
      String app = sample.app() + " ";
      Integer found = fingerprint.<Integer>lead(hash -> known.get(app + hash)).orElse(null);
      int issue = found == null ? next++ : found;
      known.putIfAbsent(app + fingerprint.hash(), issue);
      fingerprint.kept().forEach(join -> known.putIfAbsent(app + join.hash(), issue));
      issues[i] = issue;
    }
    Verdict verdict = new Verdict(0, 0, 0, 0, List.of());
    for (int i = 0; i < issues.length; i++) {
      for (int j = 0; j < i; j++) {
        if (samples.get(i).app().equals(samples.get(j).app())) {
          verdict = verdict.plus(pair(samples.get(j), samples.get(i), issues[i] == issues[j]));
        }
      }
    }
    return verdict;
  }

  private static Verdict pair(Sample one, Sample other, boolean joined) {
    boolean same = one.fault().equals(other.fault());
    String pair =
        one.app()
            + ": "
            + one.fault()
            + " ("
            + one.what()
            + ") and "
            + other.fault()
            + " ("
            + other.what()
            + ")";
    return new Verdict(
        same && joined ? 1 : 0,
        same && !joined ? 1 : 0,
        !same && !joined ? 1 : 0,
        !same && joined ? 1 : 0,
        same == joined ? List.of() : List.of((joined ? "one issue: " : "two issues: ") + pair));
  }
}
