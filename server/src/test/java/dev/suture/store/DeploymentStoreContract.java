package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.DeploymentStore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class DeploymentStoreContract extends StoreContract {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private DeploymentStore deployments;

  @BeforeEach
  void setUp() {
    deployments = new SqlDeployments(database);
  }

  private Deployment deploy(String environment, String release, @Nullable String commit, int hour) {
    return deployments.add(
        new Deployment(
            0,
            "shop",
            environment,
            release,
            commit,
            Deployment.Kind.normal,
            NOON.plusSeconds(hour * 3600L)));
  }

  @Test
  void theNewestDeploymentOfAnEnvironmentIsLive() {
    Deployment newest = deploy("production", "1.1", "b".repeat(40), 2);
    deploy("production", "1.0", "a".repeat(40), 1);
    deploy("staging", "2.0", "c".repeat(40), 3);
    assertThat(deployments.live("shop", "production")).contains(newest);
    assertThat(deployments.live("shop", "nowhere")).isEmpty();
    assertThat(deployments.live("blog", "production")).isEmpty();
  }

  @Test
  void ofTwoAtOneInstantTheOneAddedLastIsLive() {
    deploy("production", "1.0", null, 0);
    Deployment second = deploy("production", "1.1", null, 0);
    assertThat(deployments.live("shop", "production")).contains(second);
  }

  @Test
  void theCommitOfAReleaseComesFromTheNewestDeploymentThatNamesOne() {
    deploy("staging", "1.0", "a".repeat(40), 1);
    deploy("production", "1.0", "b".repeat(40), 2);
    deploy("production", "1.0", null, 3);
    assertThat(deployments.commitOf("shop", "1.0")).contains("b".repeat(40));
    assertThat(deployments.commitOf("shop", "9.9")).isEmpty();
  }

  @Test
  void allAreListedNewestFirst() {
    deploy("production", "1.0", null, 1);
    deploy("production", "1.2", null, 3);
    deploy("production", "1.1", null, 2);
    assertThat(deployments.all("shop", 2))
        .extracting(Deployment::release)
        .containsExactly("1.2", "1.1");
  }
}
