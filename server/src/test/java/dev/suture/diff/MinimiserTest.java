package dev.suture.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.diff.Trial.Answer;
import dev.suture.diff.Trial.Tried;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinimiserTest {
  @Test
  void findsWhatIsNeededInAtMostOneRunMoreThanThereArePieces() throws InterruptedException {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      int pieces = 1 + random.nextInt(20);
      BitSet needed = some(random, pieces);
      Minimiser.Result result =
          Minimiser.minimise(pieces, alone(pieces), part -> new Tried(has(part, needed), true));
      assertThat(result.needed()).isEqualTo(needed);
      assertThat(result.runs()).isLessThanOrEqualTo(pieces + 1);
      assertThat(result.unsure().isEmpty()).isTrue();
    }
  }

  @Test
  void takesFewRunsWhereLittleIsNeeded() throws InterruptedException {
    BitSet needed = new BitSet();
    needed.set(17);
    Minimiser.Result result =
        Minimiser.minimise(20, alone(20), part -> new Tried(has(part, needed), true));
    assertThat(result.needed()).isEqualTo(needed);
    assertThat(result.runs()).isLessThanOrEqualTo(12);
  }

  @Test
  void goesBackToWhatDidNotBuildOnceWhatNeededItIsGone() throws InterruptedException {
    BitSet needed = new BitSet();
    needed.set(3);
    Minimiser.Result result =
        Minimiser.minimise(
            4,
            alone(4),
            part -> {
              boolean builds = !part.get(2) || part.get(0);
              return builds
                  ? new Tried(has(part, needed), true)
                  : new Tried(Answer.unresolved, false);
            });
    assertThat(result.needed()).isEqualTo(needed);
    assertThat(result.unsure().isEmpty()).isTrue();
    assertThat(result.runs()).isLessThanOrEqualTo(5);
  }

  @Test
  void saysOfWhichPiecesNobodyCouldTell() throws InterruptedException {
    Minimiser.Result result =
        Minimiser.minimise(
            3,
            alone(3),
            part ->
                part.get(1) ? new Tried(Answer.fixed, true) : new Tried(Answer.unresolved, false));
    assertThat(result.needed().stream().boxed()).containsExactly(1);
    assertThat(result.unsure().stream().boxed()).containsExactly(1);
  }

  @Test
  void leavesALinkedGroupWholeOrOut() throws InterruptedException {
    Minimiser.Result result =
        Minimiser.minimise(
            4,
            List.of(List.of(0, 2), List.of(1, 3)),
            part -> new Tried(part.get(1) ? Answer.fixed : Answer.broken, true));
    assertThat(result.needed().stream().boxed()).containsExactly(1, 3);
    assertThat(result.runs()).isLessThanOrEqualTo(3);
  }

  private static List<List<Integer>> alone(int pieces) {
    return IntStream.range(0, pieces).mapToObj(List::of).toList();
  }

  private static BitSet some(Random random, int pieces) {
    BitSet some = new BitSet();
    double share = random.nextDouble();
    IntStream.range(0, pieces).filter(_ -> random.nextDouble() < share).forEach(some::set);
    return some;
  }

  private static Answer has(BitSet part, BitSet needed) {
    BitSet missing = (BitSet) needed.clone();
    missing.andNot(part);
    return missing.isEmpty() ? Answer.fixed : Answer.broken;
  }
}
