package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.browser.BrowserRig;
import dev.suture.carry.Backports;
import dev.suture.carry.Carry;
import dev.suture.carry.Carry.State;
import dev.suture.git.NativeGit;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfixes;
import dev.suture.hotfix.Memory;
import dev.suture.hotfix.Origin;
import dev.suture.hotfix.OutsideFixes;
import dev.suture.project.Lines;
import dev.suture.repro.Reproductions;
import dev.suture.sandbox.Sandbox;
import dev.suture.sandbox.SandboxedApplications;
import dev.suture.sourcemap.BuiltStacks;
import dev.suture.store.Database;
import dev.suture.store.FileBlobs;
import dev.suture.store.SqlCaptures;
import dev.suture.store.SqlCarries;
import dev.suture.store.SqlProofs;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands of a repository, run on what was brought to the lines of a real origin.
class ResultVettingTest {
  private static final String FILE = "src/Checkout.tsx";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochSecond(1_790_010_000));

  @TempDir Path folder;

  private Origin origin;
  private Database database;
  private Hotfixes.Sources sources;
  private NativeGit git;
  private final Memory.Projects projects = new Memory.Projects();
  private final Memory.Issues issues = new Memory.Issues();
  private final Memory.KeptHotfixes kept = new Memory.KeptHotfixes();
  private final Memory.Exemptions exemptions = new Memory.Exemptions();
  private final List<String> proposed = new ArrayList<>();

  @BeforeEach
  void shopIsLive() throws Exception {
    origin = Origin.shop(folder);
    projects.create("shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    issues.add("shop", 1, FILE);
    sources = new Hotfixes.Sources(projects, issues, new Memory.Deployments(), kept, exemptions);
    git = new NativeGit(folder.resolve("repositories"));
    database = Database.open(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatFailsTheChecksOfItsLineIsNotProposedAndSaysWhy() throws Exception {
    // The fix takes away what one line has begun to need; another one fails whatever it has.
    policy(
        "checks: sh check.sh",
        "check.sh",
        "! grep -q broken %1$s && { ! grep -q needs %1$s || grep -q 10 %1$s; }".formatted(FILE));
    line("support/1.x", "line 20\n", "needs the tenth line\n");
    line("release/2.0", "line 20\n", "broken before\n");
    origin.checkout("master");
    origin.edit(FILE, "line 10\n", "line ten\n", "Mend the total");
    origin.push("master");
    new OutsideFixes(sources, git, CLOCK).look();

    Map<String, Carry> ended = carried(named("Mend the total"), Sandbox.Mode.unconfined);
    assertThat(ended.get("develop").state()).isEqualTo(State.proposed);
    assertThat(ended.get("develop").ran()).containsExactly("The project's checks pass.");
    assertThat(ended.get("support/1.x").state()).isEqualTo(State.refused);
    assertThat(ended.get("support/1.x").ran())
        .containsExactly("The project's checks do not pass with the fix, and do without it.");
    assertThat(ended.get("support/1.x").says()).isNotBlank();
    assertThat(ended.get("release/2.0").state()).isEqualTo(State.proposed);
    assertThat(ended.get("release/2.0").ran())
        .containsExactly(
            "The project's checks do not pass on release/2.0 without the fix either: they tell"
                + " nothing of it.");
    assertThat(proposed).containsExactly("develop", "release/2.0");
    assertThat(origin.branches())
        .noneMatch(branch -> branch.contains(ended.get("support/1.x").plan().branch()))
        .anyMatch(branch -> branch.contains(ended.get("develop").plan().branch()));
  }

  @Test
  void checksThatCannotBeRunAreToldAndStopNothing() throws Exception {
    policy("checks: sh check.sh", "check.sh", "exit 1");
    origin.edit(FILE, "line 10\n", "line ten\n", "Mend the total");
    origin.push("master");
    new OutsideFixes(sources, git, CLOCK).look();

    Carry carry = carried(named("Mend the total"), Sandbox.Mode.off).get("develop");
    assertThat(carry.state()).isEqualTo(State.proposed);
    assertThat(carry.ran())
        .containsExactly(
            "The project's checks could not be run: Running the code of repositories is switched"
                + " off on this server.");
  }

  @Test
  void theReproductionHasTheLastWord() throws Exception {
    policy(
        "repro:\n  command: sh repro.sh",
        "repro.sh",
        "! grep -q 'fails still' " + FILE + " && grep -qE 'line ten|cannot fail' " + FILE);
    line("support/1.x", "line 20\n", "fails still\n");
    line("release/2.0", "line 20\n", "cannot fail\n");
    origin.checkout("master");
    Hotfixes hotfixes = new Hotfixes(sources, git, CLOCK);
    Hotfix started = hotfixes.start("shop-1").orElseThrow();
    origin.checkout(started.id());
    origin.edit(FILE, "line 10\n", "line ten\n", "Mend the total");
    origin.push(started.id());
    origin.checkout("master");
    origin.git("merge", "-q", "--ff-only", started.id());
    origin.push("master");

    Hotfix shipped = hotfixes.check(started.id()).orElseThrow();
    Map<String, Carry> ended = carried(shipped, Sandbox.Mode.unconfined);
    assertThat(ended.get("develop").state()).isEqualTo(State.proposed);
    assertThat(ended.get("develop").ran())
        .containsExactly(
            "Without the fix, on develop: the reproduction fails, in 2 of 2 runs.",
            "With the fix brought over: the reproduction does not fail, in 2 runs.");
    assertThat(ended.get("support/1.x").state()).isEqualTo(State.refused);
    assertThat(ended.get("support/1.x").ran())
        .last()
        .isEqualTo("With the fix brought over: the reproduction fails, in 2 of 2 runs.");
    assertThat(ended.get("release/2.0").state()).isEqualTo(State.nothing);
    assertThat(exemptions.of(shipped.id()))
        .singleElement()
        .satisfies(each -> assertThat(each.line()).isEqualTo("release/2.0"));
    assertThat(proposed).containsExactly("develop");
  }

  /// Both long-lived lines say in the same words what is run, and with what script.
  private void policy(String text, String script, String command) {
    origin.commit("suture.yml", text + "\n", "Say what is run");
    origin.commit(script, command + "\n", "Write what is run");
    origin.push("master");
    origin.checkout("develop");
    origin.git("merge", "-q", "--no-edit", "master");
    origin.push("develop");
    origin.checkout("master");
  }

  /// A line that leaves master here and goes its own way.
  private void line(String name, String from, String to) {
    origin.git("checkout", "-q", "-b", name, "master");
    origin.edit(FILE, from, to, "Go another way on " + name);
    origin.push(name);
  }

  private Hotfix named(String subject) {
    return kept.all().stream()
        .filter(each -> each.commits().getFirst().subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  /// Brings a fix to every line that lacks it, with what a server wires together.
  private Map<String, Carry> carried(Hotfix hotfix, Sandbox.Mode mode) throws Exception {
    Sandbox sandbox = new Sandbox(mode, false);
    SandboxedApplications applications =
        new SandboxedApplications(folder.resolve("builds"), git, sandbox, CLOCK);
    BrowserRig rig =
        new BrowserRig(
            applications,
            new BuiltStacks(),
            folder.resolve("browser"),
            System.getenv(),
            InstantSource.system());
    SqlCarries carries = new SqlCarries(database);
    try (rig) {
      Reproductions reproductions =
          new Reproductions(
              new Reproductions.Sources(
                  issues,
                  new SqlCaptures(database),
                  new FileBlobs(folder.resolve("blobs")),
                  sources.deployments(),
                  git),
              rig,
              new SqlProofs(database),
              CLOCK);
      Backports backports =
          new Backports(
              new Backports.Sources(
                  projects,
                  kept,
                  exemptions,
                  carries,
                  carries,
                  git,
                  git::workbench,
                  (_, request) -> {
                    proposed.add(request.into());
                    return Optional.empty();
                  },
                  new ResultVetting(git, reproductions, rig, applications)),
              CLOCK);
      backports.start(hotfix, null);
      backports.resume();
      return backports.of(hotfix.id()).stream()
          .collect(Collectors.toMap(Carry::line, carry -> carry));
    }
  }
}
