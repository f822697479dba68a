package dev.suture.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.deploy.Deployment;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Memory;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.repro.Proofs;
import dev.suture.ship.Ship.State;
import dev.suture.watch.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The rollout driven with a watch and a deployer of this test's own.
class ShipsTest {
  private static final String ID = "hotfix-shop-1-checkout";
  private static final String HEAD = "c".repeat(40);
  private static final Ships.Who FIRST = new Ships.Who("account:1", "First");
  private static final Ships.Who SECOND = new Ships.Who("account:2", "Second");

  private final Memory.Projects projects = new Memory.Projects();
  private final Memory.Deployments deployments = new Memory.Deployments();
  private final Memory.KeptHotfixes hotfixes = new Memory.KeptHotfixes();
  private final Kept kept = new Kept();
  private final List<String> done = new ArrayList<>();
  private Lookout.Word word = Lookout.Word.hold;
  private boolean broken;
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");
  private Ships ships;

  private static final class Kept implements ShipStore {
    private final Map<String, Ship> all = new HashMap<>();

    @Override
    public void put(Ship ship) {
      all.put(ship.hotfix(), ship);
    }

    @Override
    public Optional<Ship> of(String hotfix) {
      return Optional.ofNullable(all.get(hotfix));
    }

    @Override
    public List<Ship> all(String project) {
      return List.copyOf(all.values());
    }

    @Override
    public List<Ship> inFlight() {
      return all.values().stream().filter(s -> s.progress().state().isInFlight()).toList();
    }
  }

  private final class Recorder implements Deployer {
    @Override
    public void run(String target, Order order) throws Failed {
      if (broken) {
        throw new Failed("It is broken.");
      }
      done.add(order.verb() + " " + order.stage().name() + " " + order.version().release());
    }

    @Override
    public void check(String target) {}
  }

  /// A hundred sessions a minute, of which one fails.
  private final class Window implements Lookout {
    @Override
    public Seen look(Project project, Deployment deployment, Instant at) {
      return new Seen(word, "As this test says.");
    }

    @Override
    public Optional<Outlook> before(Project project, Instant at) {
      return Optional.of(new Outlook("session", .01, Collections.nCopies(24, 6_000.0)));
    }
  }

  private static final class Small implements Ships.Change {
    @Override
    public ShipPolicy policy(Project project, Hotfix hotfix) {
      return new ShipPolicy(
          5,
          60,
          Gate.ALL,
          null,
          "validate",
          List.of(new Stage("canary", 10, 10), new Stage("everyone", 100, 10)),
          60,
          "go",
          "back");
    }

    @Override
    public Optional<Facts.Size> size(Project project, Hotfix hotfix) {
      return Optional.of(new Facts.Size(1, 3));
    }
  }

  @BeforeEach
  void aFixIsReady() {
    projects.create("shop", "Shop", null, Lines.GIT_FLOW);
    deployments.live("shop", "shop@1.4.0", "a".repeat(40));
    hotfixes.put(hotfix());
    ships =
        new Ships(
            new Ships.Sources(
                projects,
                hotfixes,
                deployments,
                kept,
                new Small(),
                _ -> new Proofs.Standing(null, false, false, "Nothing was run yet."),
                _ -> Set.of()),
            new Recorder(),
            new Window(),
            () -> now);
  }

  private Hotfix hotfix() {
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
        now,
        null,
        null);
  }

  private void ready() {
    ships.propose(ID, "shop@1.4.1", FIRST);
    for (Gate gate : List.of(Gate.proof, Gate.checks, Gate.content)) {
      ships.report(ID, new Ship.Check(gate, HEAD, true, "validate", "token:1", "ci", now));
    }
    ships.approve(ID, SECOND);
  }

  private void begun() {
    ready();
    ships.begin(ID, FIRST);
    ships.resume(ID);
  }

  private State state() {
    return ships.of(ID).orElseThrow().progress().state();
  }

  private void after(int minutes) {
    now = now.plus(Duration.ofMinutes(minutes));
    ships.resume(ID);
  }

  @Test
  void isShippedStageByStageOnceTheWatchShowsThatItIsSafe() {
    begun();
    word = Lookout.Word.promote;
    after(5);
    assertThat(done).containsExactly("deploy canary shop@1.4.1");
    after(6);
    assertThat(done).containsExactly("deploy canary shop@1.4.1", "deploy everyone shop@1.4.1");
    after(10);
    assertThat(state()).isEqualTo(State.shipped);
    assertThat(deployments.all("shop", 10))
        .extracting(Deployment::kind)
        .containsOnlyOnce(Deployment.Kind.hotfix);
  }

  @Test
  void saysBeforeItBeginsHowLongEachStageTakesToShowHarm() {
    Ship proposed = ships.propose(ID, "shop@1.4.1", FIRST);
    Forecast forecast = ships.forecast(proposed).orElseThrow();
    assertThat(forecast.stages())
        .extracting(Forecast.AtStage::name)
        .containsExactly("canary", "everyone");
    assertThat(forecast.words(forecast.stages().getFirst()))
        .isEqualTo(
            "A doubling would take about 31 more failed sessions to be noticed, about 3 h at"
                + " today's traffic.");
    begun();
    assertThat(ships.forecast(ships.of(ID).orElseThrow())).isEmpty();
  }

  @Test
  void doesNotBeginWhileAGateIsClosed() {
    ships.propose(ID, "shop@1.4.1", FIRST);
    assertThatThrownBy(() -> ships.begin(ID, FIRST)).isInstanceOf(Refused.class);
    assertThat(done).isEmpty();
  }

  @Test
  void whoProposedItCannotApproveIt() {
    ships.propose(ID, "shop@1.4.1", FIRST);
    assertThatThrownBy(() -> ships.approve(ID, FIRST)).isInstanceOf(Refused.class);
  }

  @Test
  void noAlarmYetNeverPromotesAndAfterTheLongestAPersonDecides() {
    begun();
    after(30);
    assertThat(state()).isEqualTo(State.baking);
    after(31);
    assertThat(state()).isEqualTo(State.held);
    assertThat(done).hasSize(1);
    ships.promote(ID, "looked at the logs", SECOND);
    ships.resume(ID);
    assertThat(done).hasSize(2);
  }

  @Test
  void haltsByItselfAndGoesBackToWhatRanBefore() {
    begun();
    word = Lookout.Word.halt;
    after(1);
    assertThat(state()).isEqualTo(State.rolledBack);
    assertThat(done).containsExactly("deploy canary shop@1.4.1", "rollback canary shop@1.4.0");
    assertThat(deployments.live("shop", "production").orElseThrow().kind())
        .isEqualTo(Deployment.Kind.rollback);
  }

  @Test
  void aRollbackThatDoesNotSucceedIsTriedAgain() {
    begun();
    ships.halt(ID, "customers call", SECOND);
    broken = true;
    ships.resume(ID);
    assertThat(state()).isEqualTo(State.rollingBack);
    broken = false;
    after(5);
    assertThat(state()).isEqualTo(State.rolledBack);
  }

  @Test
  void aDeploymentThatFailsIsTakenBack() {
    ready();
    ships.begin(ID, FIRST);
    broken = true;
    ships.resume(ID);
    assertThat(state()).isEqualTo(State.rollingBack);
    assertThat(ships.of(ID).orElseThrow().progress().says()).contains("tried again");
  }
}
