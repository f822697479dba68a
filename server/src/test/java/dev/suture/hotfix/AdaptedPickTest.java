package dev.suture.hotfix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.git.NativeGit;
import dev.suture.hotfix.Hotfix.Presence;
import dev.suture.hotfix.Hotfix.State;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Lines;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cherry-picks whose conflicts were resolved by hand, so that the change is not the same any more.
class AdaptedPickTest {
  private static final String BRANCH = "hotfix-shop-1-checkout";
  private static final String FILE = "src/Checkout.tsx";

  @TempDir Path folder;

  private Origin origin;
  private Hotfixes hotfixes;
  private String fix;

  @BeforeEach
  void aFixIsInProductionAndDevelopHasMovedOn() throws Unreachable {
    origin = Origin.shop(folder);
    Memory.Projects projects = new Memory.Projects();
    Memory.Issues issues = new Memory.Issues();
    Memory.Deployments deployments = new Memory.Deployments();
    projects.create("shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    issues.add("shop", 1, FILE);
    deployments.live("shop", "1.0.0", origin.at("refs/tags/v1^{commit}"));
    hotfixes =
        new Hotfixes(
            new Hotfixes.Sources(
                projects, issues, deployments, new Memory.KeptHotfixes(), new Memory.Exemptions()),
            new NativeGit(folder.resolve("repositories")),
            InstantSource.system());
    hotfixes.start("shop-1");
    origin.checkout(BRANCH);
    fix = origin.edit(FILE, "line 10\n", "line ten\n", "Guard the empty cart");
    origin.checkout("master");
    origin.git("merge", "-q", "--no-edit", "--no-ff", BRANCH);
    origin.push(BRANCH, "master");
    origin.checkout("develop");
    origin.edit(FILE, "line 10\n", "row 10\n", "Rows");
    origin.push("develop");
    assertThat(check().flagged()).isTrue();
  }

  @Test
  void countsByWhatGitWroteIntoTheMessage() {
    String pick = pick("Guard the empty cart\n\n(cherry picked from commit " + fix + ")");
    Hotfix hotfix = check();
    assertThat(hotfix.state()).isEqualTo(State.closed);
    assertThat(hotfix.lines().getLast().presence()).isEqualTo(Presence.cherryPicked);
    assertThat(hotfix.lines().getLast().commit()).isEqualTo(pick);
    assertThat(hotfix.lines().getLast().evidence())
        .contains("names " + fix.substring(0, 12) + " as its source");
  }

  @Test
  void countsWhenTheMergeIntoProductionWasPicked() {
    pick("Guard\n\n(cherry picked from commit " + origin.at("refs/heads/master") + ")");
    assertThat(check().lines().getLast().presence()).isEqualTo(Presence.cherryPicked);
  }

  @Test
  void itsRevertTakesTheFixBack() {
    pick("Guard the empty cart\n\n(cherry picked from commit " + fix + ")");
    origin.git("revert", "--no-edit", "HEAD");
    origin.push("develop");
    Hotfix hotfix = check();
    assertThat(hotfix.lines().getLast().presence()).isEqualTo(Presence.reverted);
    assertThat(hotfix.flagged()).isTrue();
  }

  @Test
  void aMessageThatNamesAnotherCommitLeavesOnlyTheLikeness() {
    pick("Guard\n\n(cherry picked from commit " + origin.at("refs/tags/v1^{commit}") + ")");
    Hotfix hotfix = check();
    assertThat(hotfix.lines().getLast().presence()).isEqualTo(Presence.alike);
    assertThat(hotfix.lines().getLast().evidence()).contains("likely, not known");
    assertThat(hotfix.state()).isEqualTo(State.shipped);
    assertThat(hotfix.flagged()).isTrue();
  }

  private String pick(String message) {
    String pick = origin.edit(FILE, "row 10\n", "row ten\n", message);
    origin.push("develop");
    return pick;
  }

  private Hotfix check() {
    return hotfixes.check(BRANCH).orElseThrow();
  }
}
