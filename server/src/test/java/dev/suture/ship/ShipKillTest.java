package dev.suture.ship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.deploy.Deployment;
import dev.suture.hotfix.Hotfix;
import dev.suture.io.Outbound;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.Proofs;
import dev.suture.rollout.Rollout;
import dev.suture.rollout.SignedWebhook;
import dev.suture.store.Database;
import dev.suture.store.SqlDeployments;
import dev.suture.store.SqlHotfixes;
import dev.suture.store.SqlProjects;
import dev.suture.store.SqlShips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed while its deploy program runs; the next one goes on from the store.
class ShipKillTest {
  private static final String ID = "hotfix-shop-1-checkout";
  private static final String HEAD = "c".repeat(40);
  private static final Ships.Who FIRST = new Ships.Who("account:1", "First");

  /// What the child process runs: ends in the middle of the first stage.
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws IOException {
      Path folder = Path.of(arguments[0]);
      try (Database database = Database.open(folder)) {
        ships(database, folder).resume(ID);
      }
    }
  }

  private record Fixed() implements Ships.Change {
    @Override
    public ShipPolicy policy(Project project, Hotfix hotfix) {
      return new ShipPolicy(
          5,
          60,
          Gate.ALL,
          null,
          "validate",
          List.of(new Stage("canary", 10, 1), new Stage("everyone", 100, 1)),
          60,
          "go",
          "go");
    }

    @Override
    public Optional<Facts.Size> size(Project project, Hotfix hotfix) {
      return Optional.of(new Facts.Size(1, 3));
    }
  }

  private static Ships ships(Database database, Path folder) {
    SignedWebhook none = new SignedWebhook(new Outbound(Set.of(), Duration.ofSeconds(1)), "secret");
    return new Ships(
        new Ships.Sources(
            new SqlProjects(database),
            new SqlHotfixes(database),
            new SqlDeployments(database),
            new SqlShips(database),
            new Fixed(),
            _ -> new Proofs.Standing(null, false, false, "Nothing was run yet."),
            _ -> Set.of()),
        new Rollout(folder.resolve("deploy"), Duration.ofSeconds(20), none),
        (_, _, _) -> new Lookout.Seen(Lookout.Word.hold, "Not shown."),
        InstantSource.system());
  }

  @Test
  void goesOnWithTheStepThatItWasKilledIn(@TempDir Path folder) throws Exception {
    Path programs = Files.createDirectories(folder.resolve("deploy"));
    Path program = programs.resolve("go");
    Files.writeString(
        program,
        """
        #!/bin/sh
        echo "$SUTURE_ACTION $SUTURE_STAGE $SUTURE_RELEASE" >> done
        [ -e killed ] || { touch killed; kill -9 $PPID; }
        """);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    begin(folder);

    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("child.log").toFile())
            .start();
    assertThat(child.waitFor()).as(Files.readString(folder.resolve("child.log"))).isEqualTo(137);

    try (Database database = Database.open(folder)) {
      Ships ships = ships(database, folder);
      assertThat(ships.of(ID).orElseThrow().progress().state()).isEqualTo(Ship.State.deploying);
      assertThat(ships.resume(ID).progress().state()).isEqualTo(Ship.State.baking);
      assertThat(Files.readAllLines(programs.resolve("done")))
          .containsOnly("deploy canary shop@1.4.1");
      assertThat(new SqlDeployments(database).all("shop", 9)).hasSize(2);
    }
  }

  private static void begin(Path folder) throws IOException {
    try (Database database = Database.open(folder)) {
      new SqlProjects(database).create("shop", "Shop", null, Lines.GIT_FLOW);
      Instant now = Instant.now();
      new SqlDeployments(database)
          .add(
              new Deployment(
                  0,
                  "shop",
                  "production",
                  "shop@1.4.0",
                  null,
                  Deployment.Kind.normal,
                  now.minusSeconds(60)));
      new SqlHotfixes(database).put(hotfix(now));
      Ships ships = ships(database, folder);
      ships.propose(ID, "shop@1.4.1", FIRST);
      for (Gate gate : List.of(Gate.proof, Gate.checks, Gate.content)) {
        ships.report(ID, new Ship.Check(gate, HEAD, true, "validate", "token:1", "ci", now));
      }
      ships.approve(ID, new Ships.Who("account:2", "Second"));
      ships.begin(ID, FIRST);
    }
  }

  private static Hotfix hotfix(Instant at) {
    return new Hotfix(
        ID,
        "shop-1",
        "shop",
        Hotfix.State.open,
        "a".repeat(40),
        "live",
        HEAD,
        List.of(),
        List.of(
            new Hotfix.LineStatus("develop", "develop", Hotfix.Presence.merged, null, "looked at")),
        false,
        at,
        null,
        null);
  }
}
