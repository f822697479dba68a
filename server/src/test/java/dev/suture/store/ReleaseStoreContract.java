package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.Release;
import dev.suture.deploy.ReleaseStore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ReleaseStoreContract extends StoreContract {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private ReleaseStore releases;

  @BeforeEach
  void setUp() {
    releases = new SqlReleases(database);
  }

  private Release put(String project, String version, @Nullable String commit, int hour) {
    Release release = new Release(project, version, commit, NOON.plusSeconds(hour * 3600L), null);
    releases.put(release);
    return release;
  }

  @Test
  void aReleaseIsFoundInItsOwnProjectOnly() {
    Release ours = put("shop", "1.0", null, 0);
    Release theirs = put("blog", "1.0", "b".repeat(40), 1);
    assertThat(releases.of("shop", "1.0")).contains(ours);
    assertThat(releases.of("till", "1.0")).isEmpty();
    assertThat(releases.named("1.0")).containsExactly(theirs, ours);
  }

  @Test
  void aChangedReleaseStaysAsOldAsItWas() {
    Release first = put("shop", "1.0", null, 0);
    Instant finalized = NOON.plusSeconds(9);
    releases.put(
        new Release("shop", "1.0", "c".repeat(40), NOON.plusSeconds(5), null).released(finalized));
    assertThat(releases.of("shop", "1.0"))
        .contains(first.withCommit("c".repeat(40)).released(finalized));
  }

  @Test
  void theReleaseBeforeIsTheNewestOlderOneWithACommit() {
    Release with = put("shop", "1.0", "a".repeat(40), 1);
    put("blog", "1.1", "b".repeat(40), 2);
    put("shop", "1.1", null, 2);
    Release newest = put("shop", "1.2", "c".repeat(40), 3);
    assertThat(releases.before(newest)).contains(with);
    assertThat(releases.before(with)).isEmpty();
    assertThat(releases.all("shop", 2)).extracting(Release::version).containsExactly("1.2", "1.1");
  }

  @Test
  void aDeploymentThatNamesNoCommitHasThatOfItsRelease() {
    SqlDeployments deployments = new SqlDeployments(database);
    deployments.add(
        new Deployment(0, "shop", "production", "1.0", null, Deployment.Kind.normal, NOON));
    put("shop", "1.0", "a".repeat(40), 1);
    put("blog", "2.0", "b".repeat(40), 1);
    assertThat(deployments.commitOf("shop", "1.0")).contains("a".repeat(40));
    assertThat(deployments.commitOf("shop", "2.0")).isEmpty();
  }
}
