package dev.suture.carry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.git.NativeGit;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfixes;
import dev.suture.hotfix.Memory;
import dev.suture.hotfix.Origin;
import dev.suture.hotfix.OutsideFixes;
import dev.suture.json.Json;
import dev.suture.project.Lines;
import dev.suture.store.Database;
import dev.suture.store.SqlCarries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed while it brings a fix over; the next one ends in the same state.
class BackportKillTest {
  private static final int KILLS = 3;
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochSecond(1_790_010_000));

  @TempDir Path folder;

  /// What the child process runs.
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      Hotfix hotfix =
          Json.MAPPER.readValue(Files.readString(folder.resolve("hotfix.json")), Hotfix.class);
      System.err.println("begins");
      run(folder, hotfix);
    }
  }

  private static List<Carry> run(Path folder, Hotfix hotfix) throws Exception {
    Memory.Projects projects = projects(folder);
    NativeGit git = new NativeGit(folder.resolve("repositories"));
    try (Database database = Database.open(folder.resolve("data"))) {
      SqlCarries carries = new SqlCarries(database);
      Backports backports =
          new Backports(
              new Backports.Sources(
                  projects,
                  new Memory.KeptHotfixes(),
                  carries,
                  carries,
                  git,
                  git::workbench,
                  (_, _) -> Optional.empty()),
              CLOCK);
      backports.resume();
      return backports.start(hotfix, null);
    }
  }

  private static Memory.Projects projects(Path folder) {
    Memory.Projects projects = new Memory.Projects();
    projects.create("shop", "Shop", folder.resolve("origin.git").toString(), Lines.GIT_FLOW);
    return projects;
  }

  @Test
  void killedAnywhereTheNextRunEndsInTheSameState() throws Exception {
    Origin origin = Origin.shop(folder);
    origin.push("develop:release/2.0", "master:support/1.x");
    origin.edit("src/Checkout.tsx", "line 10", "line ten", "Mend the total");
    origin.push("master");
    Memory.KeptHotfixes kept = new Memory.KeptHotfixes();
    NativeGit git = new NativeGit(folder.resolve("first"));
    Hotfixes.Sources sources =
        new Hotfixes.Sources(
            projects(folder),
            new Memory.Issues(),
            new Memory.Deployments(),
            kept,
            new Memory.Exemptions());
    new OutsideFixes(sources, git, CLOCK).look();
    Hotfix hotfix = kept.all().getFirst();
    Files.writeString(folder.resolve("hotfix.json"), Json.MAPPER.writeValueAsString(hotfix));
    List<String> untouched = origin.branches();

    Random random = new Random(6);
    for (int i = 0; i < KILLS; i++) {
      killed(random.nextInt(400));
      assertThat(origin.branches()).containsAll(untouched);
    }
    List<Carry> ended = run(folder, hotfix);
    assertThat(ended).extracting(Carry::state).containsOnly(Carry.State.proposed);
    assertThat(origin.branches()).hasSize(untouched.size() + 3).containsAll(untouched);
    for (Carry carry : ended) {
      assertThat(origin.at("refs/heads/" + carry.plan().branch())).isEqualTo(carry.commit());
    }
    assertThat(origin.git("status", "--porcelain")).isEmpty();
  }

  private void killed(int millis) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var err = child.errorReader()) {
      for (String line = err.readLine(); line != null; line = err.readLine()) {
        if (line.equals("begins")) {
          break;
        }
      }
      child.waitFor(millis, TimeUnit.MILLISECONDS);
      child.destroyForcibly().waitFor();
    }
  }
}
