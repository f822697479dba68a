package dev.suture.hotfix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.git.NativeGit;
import dev.suture.hotfix.Hotfix.Presence;
import dev.suture.hotfix.Hotfix.State;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The room driven on real repositories: an origin, a developer's clone, and the clone of Suture.
class HotfixesTest {
  private static final String FILE = "src/Checkout.tsx";

  @TempDir Path folder;

  private Origin origin;
  private final Memory.Projects projects = new Memory.Projects();
  private final Memory.Issues issues = new Memory.Issues();
  private final Memory.Deployments deployments = new Memory.Deployments();
  private final Memory.Exemptions exemptions = new Memory.Exemptions();
  private final Memory.KeptHotfixes kept = new Memory.KeptHotfixes();
  private Hotfixes hotfixes;
  private String live;

  @BeforeEach
  void shopIsLive() {
    origin = Origin.shop(folder);
    live = origin.at("refs/tags/v1^{commit}");
    projects.create("shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    issues.add("shop", 1, "webpack://shop/./src/Checkout.tsx");
    deployments.live("shop", "1.0.0", live);
    hotfixes =
        new Hotfixes(
            new Hotfixes.Sources(projects, issues, deployments, kept, exemptions),
            new NativeGit(folder.resolve("repositories")),
            InstantSource.system());
  }

  @Test
  void branchesAtTheLiveCommitAndNotAtDevelopOrTheTipOfMaster() throws Unreachable {
    origin.commit("NEXT.md", "not released\n", "Next");
    origin.push("master");

    Hotfix hotfix = hotfixes.start("shop-1").orElseThrow();

    assertThat(hotfix.id()).isEqualTo("hotfix-shop-1-checkout");
    assertThat(hotfix.state()).isEqualTo(State.open);
    assertThat(hotfix.base()).isEqualTo(live);
    assertThat(hotfix.baseIs()).isEqualTo("the commit of the newest deployment into production");
    assertThat(origin.at("refs/heads/hotfix-shop-1-checkout")).isEqualTo(live);
    assertThat(presence(hotfix)).containsOnly(Presence.nothingToShip);
    assertThat(hotfix.problem()).isNull();
  }

  @Test
  void startsOnceHoweverOftenItIsAsked() throws Unreachable {
    Hotfix first = hotfixes.start("shop-1").orElseThrow();
    Hotfix second = hotfixes.start("shop-1").orElseThrow();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.started()).isEqualTo(first.started());
    assertThat(kept.all()).hasSize(1);
    assertThat(hotfixes.start("shop-99")).isEmpty();
  }

  @Test
  void manyWhoStartAtOnceGetTheSame() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Hotfix>> all =
          threads.invokeAll(Collections.nCopies(8, () -> hotfixes.start("shop-1").orElseThrow()));
      for (Future<Hotfix> one : all) {
        assertThat(one.get().state()).isEqualTo(State.open);
        assertThat(one.get().problem()).isNull();
      }
    }
    assertThat(kept.all()).hasSize(1);
  }

  @Test
  void withoutDeploymentTakesTheTipOfProductionAndSaysSo() throws Unreachable {
    projects.create("other", "Other", origin.bare.toString(), Lines.GIT_FLOW);
    issues.add("other", 1, null);
    Hotfix hotfix = hotfixes.start("other-1").orElseThrow();
    assertThat(hotfix.base()).isEqualTo(origin.at("refs/heads/master"));
    assertThat(hotfix.baseIs()).contains("tip of master", "no deployment");
    assertThat(hotfix.id()).isEqualTo("hotfix-other-1-fix");
  }

  @Test
  void mergeIsSeenOnEachLineAndTheFlagIsUpInBetween() throws Unreachable {
    fixed();
    assertThat(presence(check())).containsExactly(Presence.missing, Presence.missing);

    merge("master", "--ff-only");
    Hotfix shipped = check();
    assertThat(presence(shipped)).containsExactly(Presence.merged, Presence.missing);
    assertThat(shipped.state()).isEqualTo(State.shipped);
    assertThat(shipped.flagged()).isTrue();

    merge("develop", "--no-ff");
    Hotfix closed = check();
    assertThat(presence(closed)).containsExactly(Presence.merged, Presence.merged);
    assertThat(closed.state()).isEqualTo(State.closed);
    assertThat(closed.flagged()).isFalse();
  }

  @Test
  void squashOfSeveralCommitsIsSeenByTheirSum() throws Unreachable {
    fixed();
    origin.edit(FILE, "line 20", "line twenty", "More");
    origin.push("hotfix-shop-1-checkout");
    origin.checkout("master");
    origin.git("merge", "-q", "--squash", "hotfix-shop-1-checkout");
    origin.git("commit", "-q", "-m", "Fix the checkout");
    origin.push("master");

    Hotfix hotfix = check();
    assertThat(presence(hotfix)).containsExactly(Presence.cherryPicked, Presence.missing);
    assertThat(hotfix.lines().getFirst().commit()).isEqualTo(origin.head());
    assertThat(hotfix.lines().getFirst().evidence()).contains("whole hotfix");
    assertThat(hotfix.flagged()).isTrue();
  }

  @Test
  void cherryPickIsSeenAlsoWhereTheSurroundingsMoved() throws Unreachable {
    fixed();
    origin.checkout("develop");
    origin.edit(FILE, "line 1\n", "line 0\nline 1\n", "Move it down");
    origin.edit(FILE, "line 8\n", "line eight\n", "Change what is near");
    origin.git("cherry-pick", "-x", "hotfix-shop-1-checkout");
    origin.push("develop");

    Hotfix hotfix = check();
    assertThat(presence(hotfix)).containsExactly(Presence.missing, Presence.cherryPicked);
    assertThat(hotfix.lines().getLast().commit()).isEqualTo(origin.head());
    assertThat(hotfix.state()).isEqualTo(State.open);
    assertThat(hotfix.flagged()).isFalse();
  }

  @Test
  void someOfTheCommitsArePartial() throws Unreachable {
    String first = fixed();
    String second = origin.edit(FILE, "line 20", "line twenty", "More");
    origin.push("hotfix-shop-1-checkout");
    origin.checkout("develop");
    origin.git("cherry-pick", first);
    origin.push("develop");
    merge("master", "--no-ff");

    Hotfix hotfix = check();
    assertThat(presence(hotfix)).containsExactly(Presence.merged, Presence.partial);
    assertThat(hotfix.lines().getLast().evidence())
        .contains("1 of 2 commits", second.substring(0, 12));
    assertThat(hotfix.flagged()).isTrue();
  }

  @Test
  void aCommitThatTheBranchItselfTakesBackIsNotLookedFor() throws Unreachable {
    fixed();
    origin.edit(FILE, "line 20", "debug", "Try something");
    origin.git("revert", "--no-edit", "HEAD");
    origin.push("hotfix-shop-1-checkout");
    origin.checkout("develop");
    origin.git("cherry-pick", "hotfix-shop-1-checkout~2");
    origin.push("develop");
    assertThat(presence(check()).getLast()).isEqualTo(Presence.cherryPicked);
  }

  @Test
  void branchThatIsGoneAfterItsMergeKeepsItsLastHead() throws Unreachable {
    String fix = fixed();
    check();
    merge("master", "--no-ff");
    origin.git("push", "-q", "origin", "--delete", "hotfix-shop-1-checkout");
    Hotfix hotfix = check();
    assertThat(hotfix.head()).isEqualTo(fix);
    assertThat(presence(hotfix)).containsExactly(Presence.merged, Presence.missing);
    assertThat(hotfix.problem()).isNull();
  }

  @Test
  void anOriginThatIsGoneIsSaidAndTheFlagStaysUp() throws IOException, Unreachable {
    fixed();
    merge("master", "--no-ff");
    assertThat(check().flagged()).isTrue();
    Files.move(origin.bare, folder.resolve("away.git"));

    Hotfix unread = check();
    assertThat(presence(unread)).containsOnly(Presence.cannotTell);
    assertThat(unread.flagged()).isTrue();
    assertThat(unread.state()).isEqualTo(State.shipped);
    assertThat(unread.problem()).contains("Fetching from the origin failed", "repository address");
    assertThat(unread.lines().getLast().evidence()).contains("When it last could: No commit");

    Files.move(folder.resolve("away.git"), origin.bare);
    assertThat(presence(check())).containsExactly(Presence.merged, Presence.missing);
  }

  @Test
  void anOriginThatRefusesThePushLeavesItPlannedAndTheNextStartGoesOn()
      throws IOException, Unreachable {
    Path hook = origin.bare.resolve("hooks/pre-receive");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\necho branches are frozen >&2\nexit 1\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    Hotfix refused = hotfixes.start("shop-1").orElseThrow();
    assertThat(refused.state()).isEqualTo(State.planned);
    assertThat(refused.problem()).contains("branches are frozen", "allow its user");

    Files.delete(hook);
    Hotfix started = hotfixes.start("shop-1").orElseThrow();
    assertThat(started.state()).isEqualTo(State.open);
    assertThat(started.problem()).isNull();
    assertThat(started.started()).isEqualTo(refused.started());
  }

  @Test
  void anEmptyRepositoryIsRefusedWithWhatToDo() throws IOException {
    Origin empty = new Origin(Files.createDirectory(folder.resolve("empty")));
    projects.create("void", "Void", empty.bare.toString(), Lines.GIT_FLOW);
    issues.add("void", 1, null);
    assertThatThrownBy(() -> hotfixes.start("void-1"))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("no branch master")
        .hasMessageContaining("record a deployment");
    assertThat(kept.all()).isEmpty();
  }

  @Test
  void aForeignBranchOfThatNameIsNotTouched() throws Unreachable {
    origin.git("push", "-q", "origin", "master~1:refs/heads/hotfix-shop-1-checkout");
    Hotfix hotfix = hotfixes.start("shop-1").orElseThrow();
    assertThat(hotfix.state()).isEqualTo(State.planned);
    assertThat(hotfix.problem()).contains("rename or delete it");
    assertThat(origin.at("refs/heads/hotfix-shop-1-checkout"))
        .isEqualTo(origin.git("rev-parse", "master~1"));
  }

  @Test
  void linesComeFromThePolicyOfTheLiveCommit() throws Unreachable {
    origin.commit("suture.yml", "lines:\n  develop: next\n", "Policy");
    deployments.live("shop", "1.0.1", origin.head());
    origin.push("master", "develop:next");
    Hotfix hotfix = hotfixes.start("shop-1").orElseThrow();
    assertThat(hotfix.lines())
        .extracting(Hotfix.LineStatus::branch)
        .containsExactly("master", "next");

    origin.commit("suture.yml", "lines:\n  develp: next\n", "Mistake");
    deployments.live("shop", "1.0.2", origin.head());
    origin.push("master");
    Hotfix wrong = check();
    assertThat(wrong.problem()).contains("`develp`", "`develop`");
    assertThat(presence(wrong)).containsOnly(Presence.cannotTell);
  }

  @Test
  void aMissingLineIsNamed() throws Unreachable {
    origin.git("push", "-q", "origin", "--delete", "develop");
    Hotfix hotfix = hotfixes.start("shop-1").orElseThrow();
    assertThat(presence(hotfix)).containsExactly(Presence.nothingToShip, Presence.cannotTell);
    assertThat(hotfix.lines().getLast().evidence()).contains("no branch develop");
  }

  @Test
  void aRewrittenBranchIsNotJudged() throws Unreachable {
    fixed();
    check();
    origin.checkout("develop");
    origin.git("push", "-q", "--force", "origin", "master~1:refs/heads/hotfix-shop-1-checkout");
    Hotfix hotfix = check();
    assertThat(hotfix.problem()).contains("was rewritten");
    assertThat(presence(hotfix)).containsOnly(Presence.cannotTell);
  }

  @Test
  void aHotfixAfterAClosedOneIsANewBranch() throws Unreachable {
    fixed();
    merge("master", "--ff-only");
    merge("develop", "--no-ff");
    assertThat(check().state()).isEqualTo(State.closed);
    Hotfix again = hotfixes.start("shop-1").orElseThrow();
    assertThat(again.id()).isEqualTo("hotfix-shop-1-checkout-2");
  }

  @Test
  void refreshSeesWhatHappened() throws Unreachable {
    fixed();
    merge("master", "--no-ff");
    hotfixes.refresh();
    assertThat(kept.find("hotfix-shop-1-checkout").orElseThrow().flagged()).isTrue();
  }

  @Test
  void aProjectWithoutRepositoryIsRefusedWithWhatToDo() {
    projects.update(new Project(1, "shop", "Shop", null, Lines.GIT_FLOW));
    assertThatThrownBy(() -> hotfixes.start("shop-1"))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("suture project add shop --repository");
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
