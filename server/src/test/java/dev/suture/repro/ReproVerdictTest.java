package dev.suture.repro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.repro.Run.Seen;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReproVerdictTest {
  @Test
  void isSureOnlyWhenAllRunsAgree() {
    assertThat(verdict(Seen.failed, Seen.failed)).isEqualTo(new ReproVerdict.Reproduced(2));
    assertThat(verdict(Seen.passed, Seen.passed, Seen.passed))
        .isEqualTo(new ReproVerdict.NotReproduced(3));
    assertThat(verdict(Seen.failed, Seen.passed, Seen.failed))
        .isEqualTo(new ReproVerdict.Flaky(2, 3));
  }

  @Test
  void neverTakesARunWithoutAnEndForSuccess() {
    assertThat(verdict(Seen.unclear, Seen.passed))
        .isEqualTo(new ReproVerdict.CannotTell("unclear"));
    assertThat(ReproVerdict.of(List.of())).isInstanceOf(ReproVerdict.CannotTell.class);
    assertThat(verdict(Seen.unclear, Seen.passed, Seen.passed))
        .isEqualTo(new ReproVerdict.NotReproduced(2));
  }

  @Test
  void growsSurerWithEveryRunThatAgrees() {
    assertThat(new ReproVerdict.Reproduced(5).confidence())
        .isGreaterThan(new ReproVerdict.Reproduced(2).confidence());
    assertThat(new ReproVerdict.Flaky(1, 2).confidence())
        .isLessThan(new ReproVerdict.Reproduced(2).confidence());
    assertThat(new ReproVerdict.CannotTell("why").confidence()).isZero();
  }

  private static ReproVerdict verdict(Seen... seen) {
    return ReproVerdict.of(
        Arrays.stream(seen).map(each -> new Run(each, each.name(), 1, List.of(), 10)).toList());
  }
}
