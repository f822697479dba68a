package dev.suture.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.bench.Corpus.Sample;
import dev.suture.bench.GroupingJudge.Verdict;
import dev.suture.issue.grouping.GroupingV2;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  @Test
  void theOrderOfArrivalMakesNoDifference() throws Exception {
    List<Sample> samples = GroupingQuality.corpus();
    for (int i = 0; i < samples.size(); i++) {
      for (int j = 0; j < samples.size(); j++) {
        if (i != j && samples.get(i).app().equals(samples.get(j).app())) {
          assertThat(
                  GroupingJudge.judge(List.of(samples.get(i), samples.get(j)), new GroupingV2())
                      .wrong())
              .isEmpty();
        }
      }
    }
    List<Sample> backwards = new ArrayList<>(samples);
    Collections.reverse(backwards);
    assertThat(GroupingJudge.judge(backwards, new GroupingV2()).wrong()).isEmpty();
  }
}
