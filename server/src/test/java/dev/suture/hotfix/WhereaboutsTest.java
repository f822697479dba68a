package dev.suture.hotfix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.git.NativeGit;
import dev.suture.hotfix.Hotfix.Presence;
import dev.suture.hotfix.Hotfix.State;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Lines;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fixes that came to a line and what became of them there.
class WhereaboutsTest {
  private static final String FILE = "src/Checkout.tsx";

  @TempDir Path folder;

  private Origin origin;
  private Hotfixes hotfixes;

  @BeforeEach
  void shopIsLive() {
    origin = Origin.shop(folder);
    Memory.Projects projects = new Memory.Projects();
    Memory.Issues issues = new Memory.Issues();
    Memory.Deployments deployments = new Memory.Deployments();
    projects.create("shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    issues.add("shop", 1, "webpack://shop/./src/Checkout.tsx");
    deployments.live("shop", "1.0.0", origin.at("refs/tags/v1^{commit}"));
    hotfixes =
        new Hotfixes(
            new Hotfixes.Sources(
                projects, issues, deployments, new Memory.KeptHotfixes(), new Memory.Exemptions()),
            new NativeGit(folder.resolve("repositories")),
            InstantSource.system());
  }

  @Test
  void aRevertTakesItBackAndTheRevertOfTheRevertBringsItAgain() throws Unreachable {
    fixed();
    merge("master", "--ff-only");
    merge("develop", "--no-ff");
    assertThat(check().state()).isEqualTo(State.closed);

    origin.git("revert", "--no-edit", "-m", "1", "HEAD");
    String revert = origin.head();
    origin.push("develop");
    Hotfix reverted = check();
    assertThat(presence(reverted)).containsExactly(Presence.merged, Presence.reverted);
    assertThat(reverted.flagged()).isTrue();
    assertThat(reverted.state()).isEqualTo(State.shipped);
    assertThat(reverted.lines().getLast().evidence()).contains(revert.substring(0, 12));

    origin.git("revert", "--no-edit", "HEAD");
    origin.push("develop");
    assertThat(presence(check())).containsExactly(Presence.merged, Presence.cherryPicked);
  }

  @Test
  void aRevertOfACherryPickTakesItBack() throws Unreachable {
    String fix = fixed();
    origin.checkout("develop");
    origin.git("cherry-pick", fix);
    origin.git("revert", "--no-edit", "HEAD");
    origin.push("develop");
    assertThat(presence(check())).containsExactly(Presence.missing, Presence.reverted);
  }

  @Test
  void whatWasRevertedBeforeTheMergeIsThereWithIt() throws Unreachable {
    String fix = fixed();
    origin.checkout("develop");
    origin.git("cherry-pick", fix);
    origin.git("revert", "--no-edit", "HEAD");
    origin.push("develop");
    merge("develop", "--no-ff");
    assertThat(presence(check()).getLast()).isEqualTo(Presence.merged);
  }

  @Test
  void aRevertThatPutsSomethingElseInItsPlaceTakesItBackAllTheSame() throws Unreachable {
    String fix = fixed();
    merge("develop", "--no-ff");
    origin.edit(FILE, "line ten", "line X", "Undo\n\nThis reverts commit " + fix + ".");
    origin.push("develop");
    assertThat(presence(check()).getLast()).isEqualTo(Presence.reverted);
  }

  @Test
  void aMessageThatOnlySaysThatItRevertsIsNotBelieved() throws Unreachable {
    String fix = fixed();
    merge("develop", "--no-ff");
    origin.edit(FILE, "line 25", "line X", "Undo\n\nThis reverts commit " + fix + ".");
    origin.push("develop");
    Hotfix hotfix = check();
    assertThat(presence(hotfix).getLast()).isEqualTo(Presence.merged);
    assertThat(hotfix.lines().getLast().steps())
        .anyMatch(step -> !step.found() && step.words().contains("makes another change"));

    origin.edit(FILE, "line ten", "something else", "Write it anew");
    origin.push("develop");
    assertThat(presence(check()).getLast()).isEqualTo(Presence.cannotTell);
    assertThat(check().lines().getLast().evidence()).contains("not the reverse");
  }

  @Test
  void whatWasWrittenAnewSinceIsNeitherOwedNorTakenForThere() throws Unreachable {
    fixed();
    merge("master", "--no-ff");
    merge("develop", "--no-ff");
    origin.edit(FILE, "line ten", "something else", "Write it anew");
    origin.push("develop");
    Hotfix hotfix = check();
    assertThat(presence(hotfix)).containsExactly(Presence.merged, Presence.superseded);
    assertThat(hotfix.state()).isEqualTo(State.closed);
    assertThat(hotfix.lines().getLast().evidence()).contains("run the reproduction");
  }

  /// Starts the hotfix and pushes one commit on its branch.
  private String fixed() throws Unreachable {
    hotfixes.start("shop-1");
    origin.checkout("hotfix-shop-1-checkout");
    String fix = origin.edit(FILE, "line 10", "line ten", "Guard the empty cart");
    origin.push("hotfix-shop-1-checkout");
    return fix;
  }

  private void merge(String line, String how) {
    origin.checkout(line);
    origin.git("merge", "-q", "--no-edit", how, "hotfix-shop-1-checkout");
    origin.push(line);
  }

  private Hotfix check() {
    return hotfixes.check("hotfix-shop-1-checkout").orElseThrow();
  }

  private static List<Presence> presence(Hotfix hotfix) {
    return hotfix.lines().stream().map(Hotfix.LineStatus::presence).toList();
  }
}
