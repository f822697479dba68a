package dev.suture.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.bench.Corpus.Sample;
import dev.suture.bench.GroupingJudge.Verdict;
import dev.suture.issue.grouping.GroupingV2;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Every pair of the corpus, whichever of the two comes first.
class GroupingCorpusTest {
  @Test
  void eventsOfOneFaultAreOneIssueAndThoseOfTwoAreTwo() throws Exception {
    List<Sample> samples = GroupingQuality.corpus();
    Verdict verdict = GroupingJudge.judge(samples, new GroupingV2());
    assertThat(verdict.wrong()).isEmpty();
    assertThat(verdict.together()).isGreaterThan(60);
    assertThat(verdict.apart()).isGreaterThan(60);
  }

  /// A minified stack alone does not tell which fault of another build it is; one that names its
  /// functions does.
  @Test
  void twoReadableEventsAreTogetherOrApartWhicheverComesFirst() throws Exception {
    List<Sample> readable =
        GroupingQuality.corpus().stream()
            .filter(each -> !each.app().endsWith("minified") && !each.what().contains("before"))
            .toList();
    List<String> wrong = new ArrayList<>();
    for (Sample one : readable) {
      for (Sample other : readable) {
        if (one != other && one.app().equals(other.app())) {
          wrong.addAll(GroupingJudge.judge(List.of(one, other), new GroupingV2()).wrong());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void inAnyOrderNinePairsOfTenAreRight() throws Exception {
    List<Sample> shuffled = new ArrayList<>(GroupingQuality.corpus());
    Random random = new Random(4);
    for (int round = 0; round < 100; round++) {
      Collections.shuffle(shuffled, random);
      Verdict verdict = GroupingJudge.judge(shuffled, new GroupingV2());
      assertThat(verdict.precision()).as("%s", verdict.wrong()).isGreaterThan(0.9);
      assertThat(verdict.recall()).as("%s", verdict.wrong()).isGreaterThan(0.9);
    }
  }
}
