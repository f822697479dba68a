package dev.suture.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Memory;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveTest {
  private final Memory.Deployments deployments = new Memory.Deployments();
  private final Project project =
      new Project(1, "shop", "Shop", null, new Lines("main", "develop"));

  @Test
  void withoutDeploymentItIsTheTipOfProduction() {
    deployments.live("other", "9", "f".repeat(40));
    assertThat(Live.of(project, deployments))
        .isInstanceOfSatisfying(
            Live.Tip.class,
            tip -> {
              assertThat(tip.branch()).isEqualTo("main");
              assertThat(tip.words()).contains("no deployment into production was recorded");
            });
  }

  @Test
  void theNewestDeploymentIntoProductionCounts() {
    deployments.live("shop", "1", "a".repeat(40));
    deployments.live("shop", "2", "b".repeat(40));
    deployments.add(
        new Deployment(
            0, "shop", "staging", "3", "c".repeat(40), Deployment.Kind.normal, Instant.EPOCH));
    assertCommit("b".repeat(40), "2");
  }

  @Test
  void aRollbackIsWhatIsLive() {
    deployments.live("shop", "1", "a".repeat(40));
    deployments.live("shop", "2", "b".repeat(40));
    deployments.live("shop", "1", null);
    assertCommit("a".repeat(40), "1");
  }

  @Test
  void anEarlierCommitIsTakenWithAWordAboutIt() {
    deployments.live("shop", "1", "a".repeat(40));
    deployments.live("shop", "2", null);
    assertCommit("a".repeat(40), "1");
    assertThat(Live.of(project, deployments).words()).contains("the newest one names none");
  }

  @Test
  void whenNoneNamesACommitItIsTheTipAndItSaysWhy() {
    deployments.live("shop", "1", null);
    assertThat(Live.of(project, deployments).words())
        .contains("tip of main", "no deployment into production names its commit");
  }

  private void assertCommit(String commit, String release) {
    assertThat(Live.of(project, deployments))
        .isInstanceOfSatisfying(
            Live.Deployed.class,
            live -> {
              assertThat(live.commit()).isEqualTo(commit);
              assertThat(live.deployment().release()).isEqualTo(release);
            });
  }
}
