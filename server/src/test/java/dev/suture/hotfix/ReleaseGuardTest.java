package dev.suture.hotfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.git.NativeGit;
import dev.suture.hotfix.Hotfix.LineStatus;
import dev.suture.hotfix.Hotfix.Presence;
import dev.suture.hotfix.Hotfix.State;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.line.Exemption;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Releases held against what production has, on real repositories.
class ReleaseGuardTest {
  private static final String FILE = "src/Checkout.tsx";
  private static final int PLANTED = 6;

  /// Just after the commits of the origin, whose dates are made.
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochSecond(1_790_010_000));

  @TempDir Path folder;

  private Origin origin;
  private Project project;
  private final Memory.Projects projects = new Memory.Projects();
  private final Memory.Issues issues = new Memory.Issues();
  private final Memory.Deployments deployments = new Memory.Deployments();
  private final Memory.Exemptions exemptions = new Memory.Exemptions();
  private final Memory.KeptHotfixes kept = new Memory.KeptHotfixes();
  private Hotfixes hotfixes;
  private ReleaseGuard guard;
  private OutsideFixes outside;

  @BeforeEach
  void shopIsLive() {
    origin = Origin.shop(folder);
    project = projects.create("shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    Hotfixes.Sources sources =
        new Hotfixes.Sources(projects, issues, deployments, kept, exemptions);
    NativeGit git = new NativeGit(folder.resolve("repositories"));
    hotfixes = new Hotfixes(sources, git, CLOCK);
    guard = new ReleaseGuard(sources, git, CLOCK);
    outside = new OutsideFixes(sources, git, CLOCK);
  }

  @Test
  void blocksEachPlantedFixAndLetsTheReleaseGoOnceAllAreThere() throws Exception {
    origin.commit("src/Many.ts", Origin.numbered(1, 10 * PLANTED), "Many lines");
    origin.push("master");
    origin.checkout("develop");
    origin.git("merge", "-q", "--no-edit", "master");
    origin.push("develop");
    origin.checkout("master");
    for (int i = 1; i <= PLANTED; i++) {
      origin.edit("src/Many.ts", "line " + 10 * i + "\n", "fixed " + i + "\n", "Fix " + i);
    }
    origin.push("master", "develop:release/2.0");

    for (String release : List.of("release/2.0", "develop")) {
      ReleaseGuard.Judged judged = guard.judge(project, release);
      assertThat(judged.owed()).hasSize(PLANTED);
      assertThat(judged.owed())
          .flatExtracting(ReleaseGuard.Owed::commits)
          .extracting(Hotfix.Commit::subject)
          .contains("Fix 1", "Fix 3", "Fix 6");
      assertThat(judged.unknown()).isEmpty();
    }
    assertThat(guard.judge(project, "master").owed()).isEmpty();

    origin.checkout("develop");
    origin.git("cherry-pick", "master~" + PLANTED + "..master~1");
    origin.push("develop");
    assertThat(guard.judge(project, "develop").owed())
        .singleElement()
        .satisfies(owed -> assertThat(owed.commits().getFirst().subject()).isEqualTo("Fix 6"));
    origin.git("cherry-pick", "master");
    origin.push("develop");
    assertThat(guard.judge(project, origin.head()))
        .satisfies(judged -> assertThat(judged.owed()).isEmpty())
        .satisfies(judged -> assertThat(judged.line()).isEqualTo("develop"));
  }

  @Test
  void aFixFromOutsideOwesOnEveryLineUntilItIsThereOrLetOffByName() throws Exception {
    origin.push("develop:release/2.0", "master:support/1.x");
    String fix = origin.edit(FILE, "line 10", "line ten", "Mend the total");
    origin.commit("CHANGELOG.md", "1.0.1\n", "Say so");
    origin.push("master");

    outside.look();
    Hotfix found = kept.all().getFirst();
    assertThat(kept.all()).hasSize(1);
    assertThat(found.id()).isEqualTo("outside-shop-" + fix.substring(0, 12));
    assertThat(found.issue()).isNull();
    assertThat(found.state()).isEqualTo(State.shipped);
    assertThat(found.flagged()).isTrue();
    assertThat(found.lines())
        .extracting(LineStatus::line, LineStatus::presence)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("production", Presence.merged),
            org.assertj.core.groups.Tuple.tuple("develop", Presence.missing),
            org.assertj.core.groups.Tuple.tuple("release/2.0", Presence.missing),
            org.assertj.core.groups.Tuple.tuple("support/1.x", Presence.missing));
    assertThat(found.lines().getLast().since()).isEqualTo(CLOCK.instant());

    for (String branch : List.of("develop", "release/2.0")) {
      origin.checkout(branch);
      origin.git("cherry-pick", "-x", fix);
      origin.push(branch);
    }
    exemptions.put(
        new Exemption(
            found.id(),
            "support/1.x",
            Exemption.Kind.waived,
            "account:1",
            "Ada",
            "ends next week",
            null,
            CLOCK.instant()));
    Hotfix closed = hotfixes.check(found.id()).orElseThrow();
    assertThat(closed.state()).isEqualTo(State.closed);
    assertThat(closed.flagged()).isFalse();
    assertThat(closed.lines().getLast().evidence()).isEqualTo("Waived by Ada: ends next week");
    assertThat(guard.judge(project, "support/1.x").owed()).isEmpty();
    outside.look();
    assertThat(kept.all()).hasSize(1);
  }

  @Test
  void aRevertOnTheReleaseBranchIsOwedAgain() throws Exception {
    String fix = origin.edit(FILE, "line 10", "line ten", "Mend the total");
    origin.push("master", "develop:release/2.0");
    guard.judge(project, "master");
    origin.checkout("release/2.0");
    origin.git("cherry-pick", "-x", fix);
    origin.push("release/2.0");
    assertThat(guard.judge(project, "release/2.0").owed()).isEmpty();
    origin.git("revert", "--no-edit", "HEAD");
    origin.push("release/2.0");
    assertThat(guard.judge(project, "release/2.0").owed()).hasSize(1);
  }

  @Test
  void aReleaseThatNobodyPushedIsNotJudged() {
    assertThatThrownBy(() -> guard.judge(project, "0".repeat(40)))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("push what is to be released");
  }
}
