package dev.suture.dora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.deploy.Deployment.Kind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private static final double LATER = 1_000;

  private static Outcome.Recovery recovery(Outcome outcome) {
    return Objects.requireNonNull(outcome.recovery());
  }

  private static List<Boolean> failed(List<Outcome> outcomes) {
    return outcomes.stream().map(Outcome::failed).toList();
  }

  @Test
  void aRollbackBlamesTheFirstReleaseAfterItsTargetAndSaysThatItAssumesSo() {
    List<Outcome> outcomes =
        Outcomes.of(
            new Histories()
                .deployed("1", 0, Kind.normal)
                .deployed("2", 24, Kind.normal)
                .deployed("3", 48, Kind.normal)
                .deployed("1", 50, Kind.rollback)
                .until(LATER));
    assertThat(failed(outcomes)).containsExactly(false, true, false, false);
    assertThat(outcomes.get(1).evidence()).singleElement().matches(Evidence::assumed);
    assertThat(recovery(outcomes.get(1)).to()).isEqualTo(Histories.hour(50));
  }

  @Test
  void anAlarmBetweenTellsWhichOneARollbackIsToBlameFor() {
    List<Outcome> outcomes =
        Outcomes.of(
            new Histories()
                .deployed("1", 0, Kind.normal)
                .deployed("2", 24, Kind.normal)
                .deployed("3", 48, Kind.normal)
                .deployed("1", 50, Kind.rollback)
                .watched(3, "degraded", 49.0, null)
                .until(LATER));
    assertThat(failed(outcomes)).containsExactly(false, false, true, false);
    assertThat(outcomes.get(2).evidence())
        .extracting(Evidence::kind)
        .containsExactly(Evidence.Kind.alarm, Evidence.Kind.rolledBack);
    assertThat(outcomes.get(2).evidence()).noneMatch(Evidence::assumed);
  }

  @Test
  void aHotfixBlamesTheReleaseThatItsIssueWasFirstSeenIn() {
    List<Outcome> outcomes =
        Outcomes.of(
            new Histories()
                .deployed("1", 0, Kind.normal)
                .deployed("2", 24, Kind.normal)
                .deployed("2.1", 30, Kind.hotfix)
                .declared("hotfix-shop-1", "1", 28, 3L)
                .until(LATER));
    assertThat(failed(outcomes)).containsExactly(true, false, false);
    assertThat(recovery(outcomes.getFirst()).remedy()).isEqualTo(3);
  }

  @Test
  void whatWasLiveIsBlamedWhereTheReleaseOfAHotfixIsNotKnown() {
    List<Outcome> outcomes =
        Outcomes.of(
            new Histories()
                .deployed("1", 0, Kind.normal)
                .deployed("2", 24, Kind.normal)
                .declared("hotfix-shop-1", null, 25, null)
                .until(LATER));
    assertThat(failed(outcomes)).containsExactly(false, true);
    assertThat(outcomes.get(1).evidence().getFirst().assumed()).isTrue();
    assertThat(recovery(outcomes.get(1)).to()).isNull();
  }

  @Test
  void manyReasonsAreOneFailure() {
    List<Outcome> outcomes =
        Outcomes.of(
            new Histories()
                .deployed("1", 0, Kind.normal)
                .deployed("2", 24, Kind.normal)
                .deployed("1", 26, Kind.rollback)
                .said(2, true, 25, null)
                .watched(2, "degraded", 24.5, null)
                .declared("hotfix-shop-1", "2", 25, null)
                .until(LATER));
    assertThat(failed(outcomes)).containsExactly(false, true, false);
    assertThat(outcomes.get(1).evidence()).hasSize(4);
  }

  @Test
  void thePersonWhoSpokeLastIsRight() {
    Histories alarmed =
        new Histories().deployed("1", 0, Kind.normal).watched(1, "degraded", 1.0, null);
    assertThat(failed(Outcomes.of(alarmed.until(LATER)))).containsExactly(true);
    alarmed.said(1, false, 30, null);
    List<Outcome> corrected = Outcomes.of(alarmed.until(LATER));
    assertThat(failed(corrected)).containsExactly(false);
    assertThat(corrected.getFirst().evidence()).hasSize(1);
    assertThat(corrected.getFirst().words()).hasSize(1);
    alarmed.said(1, true, 31, 3.0);
    List<Outcome> again = Outcomes.of(alarmed.until(LATER));
    assertThat(recovery(again.getFirst()).to()).isEqualTo(Histories.hour(3));
    alarmed.said(1, false, 32, null, "token:4");
    assertThat(failed(Outcomes.of(alarmed.until(LATER)))).containsExactly(true);
  }

  @Test
  void aFailedRemedyIsNoRemedy() {
    List<Outcome> outcomes =
        Outcomes.of(
            new Histories()
                .deployed("1", 0, Kind.normal)
                .deployed("1.1", 2, Kind.hotfix)
                .deployed("1.2", 5, Kind.hotfix)
                .declared("hotfix-shop-1", "1", 1, 2L)
                .declared("hotfix-shop-2", "1.1", 3, 3L)
                .until(LATER));
    assertThat(failed(outcomes)).containsExactly(true, true, false);
    assertThat(recovery(outcomes.get(0)).to()).isEqualTo(Histories.hour(5));
    assertThat(recovery(outcomes.get(0)).remedy()).isEqualTo(3);
    assertThat(recovery(outcomes.get(1)).to()).isEqualTo(Histories.hour(5));
  }

  @Test
  void recoveryIsNotOverBeforeTheRateIsBack() {
    Histories told =
        new Histories()
            .deployed("1", 0, Kind.normal)
            .deployed("1.1", 2, Kind.hotfix)
            .declared("hotfix-shop-1", "1", 1, 2L)
            .watched(2, "undecided", null, null);
    assertThat(recovery(Outcomes.of(told.until(3)).getFirst()).to()).isNull();
    told.watched(2, "healthy", null, 2.5);
    assertThat(recovery(Outcomes.of(told.until(3)).getFirst()).to()).isEqualTo(Histories.hour(2.5));
  }

  @Test
  void anAlarmWithoutARemedyEndsWithTheNextDeploymentThatIsShownToBeWell() {
    List<Outcome> outcomes =
        Outcomes.of(
            new Histories()
                .deployed("1", 0, Kind.normal)
                .deployed("2", 2, Kind.normal)
                .watched(1, "degraded", 1.0, null)
                .watched(2, "healthy", null, 4.0)
                .until(LATER));
    assertThat(recovery(outcomes.getFirst()).to()).isEqualTo(Histories.hour(4));
  }

  @Test
  void stagesOfOneReleaseAreOneDelivery() {
    List<Outcome> outcomes =
        Outcomes.of(
            new Histories()
                .staged("1", 0, Kind.normal, "canary")
                .staged("1", 1, Kind.normal, "half")
                .staged("1", 2, Kind.normal, null)
                .deployed("1", 30, Kind.normal)
                .watched(1, "degraded", 0.5, null)
                .until(LATER));
    assertThat(failed(outcomes)).containsExactly(true, false);
    assertThat(outcomes.getFirst().delivery().ids()).containsExactly(1L, 2L, 3L);
    assertThat(outcomes.getFirst().delivery().at()).isEqualTo(Histories.hour(2));
    assertThat(outcomes.getFirst().delivery().started()).isEqualTo(Histories.hour(0));
  }

  @Test
  void aVerdictIsProvisionalUntilTheWatchCloses() {
    History history = new Histories().deployed("1", 0, Kind.normal).until(23);
    assertThat(Outcomes.of(history).getFirst().provisional()).isTrue();
    History later = new Histories().deployed("1", 0, Kind.normal).until(24);
    assertThat(Outcomes.of(later).getFirst().provisional()).isFalse();
  }
}
