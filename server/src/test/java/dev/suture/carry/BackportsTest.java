package dev.suture.carry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.carry.Carry.State;
import dev.suture.git.NativeGit;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfixes;
import dev.suture.hotfix.Memory;
import dev.suture.hotfix.Origin;
import dev.suture.hotfix.OutsideFixes;
import dev.suture.project.Lines;
import dev.suture.store.Database;
import dev.suture.store.SqlCarries;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fixes brought to lines of a real origin.
class BackportsTest {
  private static final String FILE = "src/Checkout.tsx";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochSecond(1_790_010_000));

  @TempDir Path folder;

  private Origin origin;
  private Database database;
  private final Memory.Projects projects = new Memory.Projects();
  private final Memory.Issues issues = new Memory.Issues();
  private final Memory.KeptHotfixes kept = new Memory.KeptHotfixes();
  private final Memory.Exemptions exemptions = new Memory.Exemptions();
  private Vetting vetting = Vetting.NONE;
  private final List<Forge.Request> proposed = new ArrayList<>();
  private Hotfixes hotfixes;
  private OutsideFixes outside;
  private Backports backports;

  @BeforeEach
  void shopIsLive() throws Exception {
    origin = Origin.shop(folder);
    projects.create("shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    issues.add("shop", 1, FILE);
    Hotfixes.Sources sources =
        new Hotfixes.Sources(projects, issues, new Memory.Deployments(), kept, exemptions);
    NativeGit git = new NativeGit(folder.resolve("repositories"));
    hotfixes = new Hotfixes(sources, git, CLOCK);
    outside = new OutsideFixes(sources, git, CLOCK);
    database = Database.open(folder.resolve("data"));
    SqlCarries carries = new SqlCarries(database);
    Forge forge =
        (_, request) -> {
          proposed.add(request);
          return Optional.of("https://forge.example/team/shop/pull/" + proposed.size());
        };
    backports =
        new Backports(
            new Backports.Sources(
                projects,
                kept,
                exemptions,
                carries,
                carries,
                git,
                git::workbench,
                forge,
                result -> vetting.of(result)),
            CLOCK);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aCleanFixBecomesABranchOnEachLineWithItsAuthorAndWhereItCameFrom() throws Exception {
    origin.push("develop:release/2.0", "master:support/1.x");
    String fix = origin.edit(FILE, "line 10", "line ten", "Mend the total\n\nReported-by: Ada");
    origin.push("master");
    Hotfix hotfix = found();
    List<String> before = origin.branches();

    assertThat(backports.plan(hotfix, null)).extracting(Carry::state).containsOnly(State.made);
    assertThat(origin.branches()).isEqualTo(before);

    List<Carry> carried = backports.start(hotfix, null);
    assertThat(carried)
        .extracting(Carry::line)
        .containsExactly("develop", "release/2.0", "support/1.x");
    assertThat(carried).extracting(Carry::state).containsOnly(State.proposed);
    assertThat(proposed.getFirst().into()).isEqualTo("develop");
    assertThat(proposed.getFirst().body()).contains("cherry picked from commit " + fix);
    Carry develop = carried.getFirst();
    String made = origin.at("refs/heads/" + develop.plan().branch());
    assertThat(made).isEqualTo(develop.commit());
    assertThat(origin.git("fetch", "-q", "origin")).isEmpty();
    assertThat(origin.git("log", "-1", "--format=%an %ae%n%P%n%B", made).lines())
        .containsExactly(
            "Dev dev@shop.example",
            origin.at("refs/heads/develop"),
            "Mend the total",
            "",
            "Reported-by: Ada",
            "(cherry picked from commit " + fix + ")",
            "Suture-Hotfix: " + hotfix.id());
    assertThat(origin.git("show", made + ":" + FILE)).contains("line ten");
    assertThat(origin.git("show", made + ":src/Cart.ts")).contains("line 1");

    origin.git("push", "-q", "origin", made + ":refs/heads/develop");
    assertThat(hotfixes.check(hotfix.id()).orElseThrow().lines().get(1).presence())
        .isEqualTo(Hotfix.Presence.cherryPicked);
    assertThat(backports.start(hotfix, null)).hasSize(3);
    assertThat(proposed).hasSize(3);
  }

  /// Of three lines one was branched off after the commit that brought what the fix mends.
  @Test
  void planningNamesFirstTheLinesThatHaveWhatBroughtTheFault() throws Exception {
    origin.push("master:support/1.x");
    String fault = origin.edit(FILE, "line 10", "line tn", "Add up anew");
    origin.git("checkout", "-q", "-b", "release/1.0");
    origin.commit("NEWS", "soon\n", "Prepare the release");
    origin.push("master", "release/1.0");
    origin.checkout("master");
    origin.edit(FILE, "line tn", "line ten", "Mend the total");
    origin.push("master");

    List<Carry> plans = backports.plan(found("Mend the total"), null);
    assertThat(plans).extracting(Carry::line).first().isEqualTo("release/1.0");
    assertThat(plans).hasSize(3);
    assertThat(plans.getFirst().notes())
        .contains(
            "The line has every commit that brought what the fix changes ("
                + fault.substring(0, 12)
                + "): the fault is likely there.");
    assertThat(plans.getLast().notes())
        .contains(
            "The line has none of the commits that brought what the fix changes ("
                + fault.substring(0, 12)
                + "): the fault may not be there.");
  }

  @Test
  void mergesWhereTheLineHasWhatTheFixIsMadeOn() throws Exception {
    Hotfix started = hotfixes.start("shop-1").orElseThrow();
    origin.checkout(started.id());
    String fix = origin.edit(FILE, "line 10", "line ten", "Mend the total");
    origin.push(started.id());
    origin.checkout("master");
    origin.git("merge", "-q", "--ff-only", started.id());
    origin.push("master");
    Hotfix shipped = hotfixes.check(started.id()).orElseThrow();

    Carry carry = backports.start(shipped, "develop").getFirst();
    String made = origin.at("refs/heads/" + carry.plan().branch());
    origin.git("fetch", "-q", "origin");
    assertThat(origin.git("log", "-1", "--format=%P", made))
        .isEqualTo(origin.at("refs/heads/develop") + " " + fix);
    origin.git("push", "-q", "origin", made + ":refs/heads/develop");
    assertThat(hotfixes.check(started.id()).orElseThrow().state()).isEqualTo(Hotfix.State.closed);
  }

  @Test
  void whatConflictsForNoReasonIsResolved() throws Exception {
    origin.commit("CHANGELOG.md", "# Changes\n\n- Old entry\n", "Begin a changelog");
    origin.commit("src/A.java", "// Copyright 2020 Shop\nimport a.A;\n\nbody\n", "A");
    origin.push("master");
    origin.checkout("develop");
    origin.commit("CHANGELOG.md", "# Changes\n\n- Of develop\n", "Another changelog");
    origin.commit("src/A.java", "// Copyright 2026 Shop\nimport a.A;\n\nbody\n", "A");
    origin.push("develop");
    origin.checkout("master");
    origin.commit("CHANGELOG.md", "# Changes\n\n- Mend the total\n- Old entry\n", "Note");
    origin.git("reset", "-q", "--soft", "HEAD~1");
    origin.commit("src/A.java", "// Copyright 2025 Shop\nimport a.A;\n\nmended\n", "Mend it");
    origin.push("master");

    Carry carry = backports.start(found("Mend it"), "develop").getFirst();
    assertThat(carry.state()).isEqualTo(State.proposed);
    origin.git("fetch", "-q", "origin");
    String made = "origin/" + carry.plan().branch();
    assertThat(origin.git("show", made + ":CHANGELOG.md"))
        .contains("- Mend the total", "- Of develop")
        .doesNotContain("<<<<<<<");
    assertThat(origin.git("show", made + ":src/A.java")).contains("2026", "mended");
    assertThat(carry.notes()).anyMatch(note -> note.contains("changelog"));
  }

  @Test
  void aConflictIsATaskWithThreeSidesAndIsRememberedOnceItIsResolved() throws Exception {
    String ground = origin.edit(FILE, "line 10\n", "ground\n", "Lay the ground");
    origin.push("master");
    origin.checkout("develop");
    origin.edit(FILE, "line 10\n", "another way\n", "Another way");
    origin.push("develop", "develop:release/2.0");
    origin.checkout("master");
    String fix = origin.edit(FILE, "ground\n", "ground, mended\n", "Mend the total");
    origin.push("master");
    Hotfix hotfix = found("Mend the total");
    List<String> before = origin.branches();

    Carry carry = backports.start(hotfix, "develop").getFirst();
    assertThat(carry.state()).isEqualTo(State.conflicted);
    assertThat(origin.branches()).isEqualTo(before);
    Picked.Hunk hunk = carry.conflicts().getFirst().hunks().getFirst();
    assertThat(hunk.ours()).isEqualTo("another way\n");
    assertThat(hunk.base()).isEqualTo("ground\n");
    assertThat(hunk.theirs()).isEqualTo("ground, mended\n");
    assertThat(hunk.oursBy()).extracting(Hotfix.Commit::subject).containsExactly("Another way");
    assertThat(carry.missing()).extracting(Hotfix.Commit::id).containsExactly(ground);

    origin.checkout("develop");
    String branch = carry.plan().branch();
    origin.git("checkout", "-q", "-b", branch);
    origin.edit(
        FILE,
        "another way\n",
        "another way, mended\n",
        "Mend the total\n\n(cherry picked from commit " + fix + ")");
    origin.push(branch);
    hotfixes.check(hotfix.id());
    backports.resume();
    Carry taken = backports.of(hotfix.id()).getFirst();
    assertThat(taken.state()).isEqualTo(State.proposed);
    assertThat(taken.proposal()).isEqualTo("https://forge.example/team/shop/pull/1");

    Carry next = backports.start(hotfix, "release/2.0").getFirst();
    assertThat(next.state()).isEqualTo(State.proposed);
    assertThat(next.notes()).containsExactly(FILE + ": as it was resolved before");
    origin.git("fetch", "-q", "origin");
    assertThat(origin.git("show", "origin/" + next.plan().branch() + ":" + FILE))
        .contains("another way, mended");
  }

  @Test
  void onlyWhatPassesOnTheLineIsPushedAndProposed() throws Exception {
    origin.push("develop:release/2.0", "master:support/1.x");
    origin.checkout("support/1.x");
    origin.edit(FILE, "line 20\n", "needs the tenth line\n", "Build on it");
    origin.push("support/1.x");
    origin.checkout("release/2.0");
    origin.edit(FILE, "line 30\n", "never fails\n", "Guard it otherwise");
    origin.push("release/2.0");
    origin.checkout("master");
    origin.edit(FILE, "line 10\n", "line ten\n", "Mend the total");
    origin.push("master");
    Hotfix hotfix = found("Mend the total");
    vetting = result -> Optional.of(() -> read(result));
    List<String> before = origin.branches();

    assertThat(backports.start(hotfix, null)).extracting(Carry::state).containsOnly(State.made);
    assertThat(origin.branches()).isEqualTo(before);
    backports.resume();

    List<Carry> ended = backports.of(hotfix.id());
    assertThat(ended)
        .extracting(Carry::line, Carry::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("develop", State.proposed),
            org.assertj.core.groups.Tuple.tuple("release/2.0", State.nothing),
            org.assertj.core.groups.Tuple.tuple("support/1.x", State.refused));
    assertThat(ended.getFirst().ran()).containsExactly("It passes.");
    assertThat(proposed)
        .singleElement()
        .satisfies(request -> assertThat(request.body()).contains("- It passes."));
    assertThat(origin.branches()).hasSize(before.size() + 1);
    assertThat(exemptions.of(hotfix.id()))
        .singleElement()
        .satisfies(each -> assertThat(each.line()).isEqualTo("release/2.0"));
    assertThat(hotfixes.check(hotfix.id()).orElseThrow().lines())
        .extracting(Hotfix.LineStatus::presence)
        .contains(Hotfix.Presence.notAffected);

    origin.checkout("support/1.x");
    origin.edit(FILE, "needs the tenth line\n", "line 20\n", "Stand without it");
    origin.push("support/1.x");
    assertThat(backports.start(hotfix, "support/1.x").getFirst().state()).isEqualTo(State.made);
    backports.resume();
    assertThat(backports.of(hotfix.id()).getLast().state()).isEqualTo(State.proposed);
  }

  /// A check that reads the very commit: a line that needs what the fix takes away fails.
  private Vetting.Report read(Vetting.Result result) {
    Path clone = folder.resolve("repositories/1.git");
    if (origin.git(clone, "show", result.onto() + ":" + FILE).contains("never fails")) {
      return new Vetting.Report(Vetting.Outcome.notAffected, List.of("It does not fail there."));
    }
    String text = origin.git(clone, "show", result.made() + ":" + FILE);
    return text.contains("needs the tenth line") && !text.contains("line 10\n")
        ? new Vetting.Report(Vetting.Outcome.failed, List.of("It fails."))
        : new Vetting.Report(Vetting.Outcome.passed, List.of("It passes."));
  }

  private Hotfix found() throws Exception {
    outside.look();
    return kept.all().getFirst();
  }

  private Hotfix found(String subject) throws Exception {
    outside.look();
    return kept.all().stream()
        .filter(each -> each.commits().getFirst().subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }
}
