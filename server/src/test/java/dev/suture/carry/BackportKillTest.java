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

/// A process that is killed while it brings a fix over; the next one ends in the same state as one
/// that nobody killed. Each kill begins from nothing, at a step of its own; `-Dsuture.kills=200`
/// makes more of them.
class BackportKillTest {
  private static final int KILLS = Integer.getInteger("suture.kills", 2);

  /// Steps that a child tells of, from the first to the last.
  private static final int STEPS = 14;

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
      run(folder, Path.of(arguments[1]), hotfix, () -> System.err.println("step"));
    }
  }

  /// Tells before and after each step is stored.
  private record Telling(CarryStore real, Runnable tell) implements CarryStore {
    @Override
    public void put(Carry carry) {
      tell.run();
      real.put(carry);
      tell.run();
    }

    @Override
    public Optional<Carry> find(String hotfix, String line) {
      return real.find(hotfix, line);
    }

    @Override
    public List<Carry> of(String hotfix) {
      return real.of(hotfix);
    }

    @Override
    public List<Carry> ofProject(String project) {
      return real.ofProject(project);
    }

    @Override
    public List<Carry> open() {
      return real.open();
    }
  }

  private static List<Carry> run(Path folder, Path data, Hotfix hotfix, Runnable tell)
      throws Exception {
    Memory.KeptHotfixes kept = new Memory.KeptHotfixes();
    kept.put(hotfix);
    NativeGit git = new NativeGit(folder.resolve("repositories"));
    try (Database database = Database.open(data)) {
      SqlCarries carries = new SqlCarries(database);
      Backports backports =
          new Backports(
              new Backports.Sources(
                  projects(folder),
                  kept,
                  new Memory.Exemptions(),
                  new Telling(carries, tell),
                  carries,
                  git,
                  git::workbench,
                  (_, _) -> Optional.empty(),
                  Vetting.NONE),
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
    origin.push("develop:release/2.0");
    origin.edit("src/Checkout.tsx", "line 10", "line ten", "Mend the total");
    origin.push("master");
    Hotfix hotfix = found();
    Files.writeString(folder.resolve("hotfix.json"), Json.MAPPER.writeValueAsString(hotfix));
    List<String> untouched = origin.branches();
    List<Carry> wanted = run(folder, folder.resolve("whole"), hotfix, () -> {});
    assertThat(wanted).extracting(Carry::state).containsOnly(Carry.State.proposed);
    List<String> ended = origin.branches();
    assertThat(ended).hasSize(untouched.size() + 2).containsAll(untouched);

    Random random = new Random(6);
    for (int i = 0; i < KILLS; i++) {
      for (Carry carry : wanted) {
        origin.git(origin.bare, "update-ref", "-d", "refs/heads/" + carry.plan().branch());
      }
      Path data = folder.resolve("data" + i);
      killed(data, 1 + i * STEPS / KILLS + random.nextInt(3), random.nextInt(40));
      assertThat(origin.branches()).containsAll(untouched);
      assertThat(ended).containsAll(origin.branches());
      assertThat(run(folder, data, hotfix, () -> {})).isEqualTo(wanted);
      assertThat(origin.branches()).isEqualTo(ended);
    }
    assertThat(origin.git("status", "--porcelain")).isEmpty();
  }

  private Hotfix found() throws Exception {
    Memory.KeptHotfixes kept = new Memory.KeptHotfixes();
    Hotfixes.Sources sources =
        new Hotfixes.Sources(
            projects(folder),
            new Memory.Issues(),
            new Memory.Deployments(),
            kept,
            new Memory.Exemptions());
    new OutsideFixes(sources, new NativeGit(folder.resolve("repositories")), CLOCK).look();
    return kept.all().getFirst();
  }

  /// @param steps that it may tell of
  /// @param millis that it has after the last of them
  private void killed(Path data, int steps, int millis) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString(),
                data.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var err = child.errorReader()) {
      int told = 0;
      for (String line = err.readLine(); line != null && told < steps; line = err.readLine()) {
        told += line.equals("step") ? 1 : 0;
      }
      child.waitFor(millis, TimeUnit.MILLISECONDS);
      child.destroyForcibly().waitFor();
    }
  }
}
