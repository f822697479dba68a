package dev.suture.repro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.json.Json;
import dev.suture.repro.Proof.Checks;
import dev.suture.repro.Proof.Side;
import dev.suture.repro.Proof.Standing;
import dev.suture.repro.ReproVerdict.CannotTell;
import dev.suture.repro.ReproVerdict.Flaky;
import dev.suture.repro.ReproVerdict.NotReproduced;
import dev.suture.repro.ReproVerdict.Reproduced;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ProofTest {
  private static final Checks PASSED = new Checks("npm test", true, null);

  @Test
  void provesOnlyWhatWasThereAndIsGoneWithTheChecksPassed() {
    assertThat(standing(new Reproduced(3), new NotReproduced(3), PASSED))
        .isEqualTo(Standing.proven);
    assertThat(standing(new Reproduced(3), new NotReproduced(3), null)).isEqualTo(Standing.proven);
    assertThat(
            standing(new Reproduced(3), new NotReproduced(3), new Checks("npm test", false, null)))
        .isEqualTo(Standing.disproven);
    assertThat(standing(new Reproduced(3), new Reproduced(3), PASSED))
        .isEqualTo(Standing.disproven);
  }

  @Test
  void leavesOpenWhatIsNotSure() {
    assertThat(standing(new NotReproduced(3), new NotReproduced(3), PASSED))
        .isEqualTo(Standing.open);
    assertThat(standing(new Flaky(1, 5), new NotReproduced(3), PASSED)).isEqualTo(Standing.open);
    assertThat(standing(new Reproduced(3), new Flaky(1, 5), PASSED)).isEqualTo(Standing.open);
    assertThat(standing(new Reproduced(3), new CannotTell("It was not built."), PASSED))
        .isEqualTo(Standing.open);
  }

  @Test
  void takesChecksThatWereStoppedForNoneThatPassed() {
    Checks stopped = new Checks("npm test", false, "The command took longer than 600 s.");
    Proof proof = proof(new Reproduced(3), new NotReproduced(3), stopped);
    assertThat(proof.standing()).isEqualTo(Standing.open);
    assertThat(proof.says()).contains("cannot be told", "longer than 600 s");
  }

  @Test
  void isTiedToItsCommitsByItsSignature() {
    Seal seal = new Seal("a secret of the server");
    Proof proof = seal.sign(proof(new Reproduced(3), new NotReproduced(3), PASSED));
    String json = Json.MAPPER.writeValueAsString(proof);
    assertThat(seal.isWhole(Json.MAPPER.readValue(json, Proof.class))).isTrue();
    String other = json.replace("f".repeat(40), "e".repeat(40));
    assertThat(other).isNotEqualTo(json);
    assertThat(seal.isWhole(Json.MAPPER.readValue(other, Proof.class))).isFalse();
    assertThat(new Seal("another secret").isWhole(proof)).isFalse();
  }

  private static Standing standing(ReproVerdict live, ReproVerdict fix, @Nullable Checks checks) {
    return proof(live, fix, checks).standing();
  }

  private static Proof proof(ReproVerdict live, ReproVerdict fix, @Nullable Checks checks) {
    return new Proof(
        "hotfix-shop-1",
        "shop",
        "shop-1",
        "c".repeat(32),
        side("a", live),
        side("f", fix),
        checks,
        null,
        Instant.ofEpochSecond(1_790_000_000),
        "");
  }

  private static Side side(String digit, ReproVerdict verdict) {
    return new Side(digit.repeat(40), verdict, verdict.confidence(), List.of(), List.of());
  }
}
