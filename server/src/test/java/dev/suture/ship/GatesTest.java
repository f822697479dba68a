package dev.suture.ship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.cause.Bodies;
import dev.suture.hotfix.Hotfix;
import dev.suture.repro.Proof;
import dev.suture.repro.Proofs;
import dev.suture.repro.ReproVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every gate is shown to refuse: a gate that cannot is none.
class GatesTest {
  private static final Instant NOW = Bodies.AT;
  private static final ShipPolicy POLICY =
      new ShipPolicy(
          5, 60, Gate.ALL, "npm test", "validate", ShipPolicy.USUAL_STAGES, 240, "go", "back");

  private static final Proofs.Standing UNPROVEN =
      new Proofs.Standing(null, false, false, "Nothing was run yet.");

  private final Hotfix hotfix = backported(Bodies.hotfix(false));

  /// The same with the fix on every line.
  private static Hotfix backported(Hotfix hotfix) {
    return new Hotfix(
        hotfix.id(),
        hotfix.issue(),
        hotfix.project(),
        hotfix.state(),
        hotfix.base(),
        hotfix.baseIs(),
        hotfix.head(),
        hotfix.commits(),
        List.of(line("develop", Hotfix.Presence.merged)),
        false,
        hotfix.started(),
        null,
        null);
  }

  private static Hotfix.LineStatus line(String name, Hotfix.Presence presence) {
    return new Hotfix.LineStatus(name, name, presence, null, "looked at");
  }

  private Ship good() {
    Ship.Signed signed = Ship.Signed.NOTHING;
    for (Gate gate : List.of(Gate.proof, Gate.checks, Gate.content)) {
      signed = signed.with(check(gate, hotfix.head(), true, "validate"));
    }
    return ship(
        POLICY,
        new Ship.Version("shop@1.3.9", null),
        signed.with(new Ship.Approval("account:2", "Second", hotfix.head(), NOW)));
  }

  private static Ship.Check check(Gate gate, String commit, boolean passed, String command) {
    return new Ship.Check(gate, commit, passed, command, "token:1", "ci", NOW);
  }

  private Ship ship(ShipPolicy policy, Ship.Version previous, Ship.Signed signed) {
    return new Ship(
        hotfix.id(),
        "shop",
        new Ship.Plan("shop@1.4.1", hotfix.head(), "account:1", "First", NOW, policy, previous),
        new Ship.Progress(Ship.State.proposed, 0, NOW, 0, 0, null),
        signed,
        List.of());
  }

  private Ship saying(Ship.Check check) {
    return good().with(good().signed().with(check));
  }

  private Facts facts() {
    return new Facts(hotfix, new Facts.Size(1, 4), List.of(), null, UNPROVEN, Set.of(), NOW);
  }

  private static Gate.State state(Gate gate, Ship ship, Facts facts) {
    return Gates.judge(ship, facts).get(gate.ordinal()).state();
  }

  private void refuses(Gate gate, Ship ship, Facts facts) {
    assertThat(state(gate, ship, facts)).isEqualTo(Gate.State.failed);
    assertThat(Gates.isOpen(Gates.judge(ship, facts))).isFalse();
  }

  @Test
  void allAreOpenWhenAllIsSo() {
    assertThat(Gates.judge(good(), facts())).allMatch(gate -> gate.state() == Gate.State.passed);
  }

  @Test
  void proofRefusesWhatWasProvenOnAnotherCommit() {
    Ship.Signed other =
        Ship.Signed.NOTHING.with(check(Gate.proof, "a".repeat(40), true, "npm test"));
    refuses(Gate.proof, good().with(other), facts());
  }

  @Test
  void proofRefusesWhatThisServerHasSeenFailWhateverWasReported() {
    refuses(Gate.proof, good(), proven(new ReproVerdict.Reproduced(3)));
    refuses(Gate.proof, good(), proven(new ReproVerdict.Flaky(1, 5)));
    Facts gone = proven(new ReproVerdict.NotReproduced(3));
    assertThat(state(Gate.proof, good().with(Ship.Signed.NOTHING), gone))
        .isEqualTo(Gate.State.passed);
  }

  private Facts proven(ReproVerdict onTheFix) {
    return proven(onTheFix, null, null);
  }

  private Facts proven(
      ReproVerdict onTheFix, Proof.@Nullable Checks checks, Proof.@Nullable Checks content) {
    Proof proof =
        new Proof(
            hotfix.id(),
            "shop",
            hotfix.issue(),
            null,
            side(hotfix.base(), new ReproVerdict.Reproduced(3)),
            side(hotfix.head(), onTheFix),
            checks,
            content,
            NOW,
            "");
    Proofs.Standing standing = new Proofs.Standing(proof, true, false, proof.says());
    return new Facts(hotfix, new Facts.Size(1, 4), List.of(), null, standing, Set.of(), NOW);
  }

  private static Proof.Side side(String commit, ReproVerdict verdict) {
    return new Proof.Side(commit, verdict, verdict.confidence(), List.of(), List.of());
  }

  /// What was only reported is told as that, with who did.
  @Test
  void aProofThatWasReportedSaysByWhom() {
    Gate.Told reported = Gates.judge(good(), facts()).get(Gate.proof.ordinal());
    assertThat(reported.reporter()).isEqualTo("ci");
    assertThat(reported.says()).startsWith("Reported as passed");
    Facts seen = proven(new ReproVerdict.NotReproduced(3));
    assertThat(Gates.judge(good(), seen).get(Gate.proof.ordinal()).reporter()).isNull();
  }

  @Test
  void checksRefuseWhatFailedAfterItHadPassed() {
    refuses(Gate.checks, saying(check(Gate.checks, hotfix.head(), false, "make")), facts());
  }

  /// What was run here counts before what was reported, on the command that is live only.
  @Test
  void checksAndContentThatWereRunHereNeedNoReport() {
    Ship unreported = good().with(Ship.Signed.NOTHING);
    ReproVerdict gone = new ReproVerdict.NotReproduced(3);
    Facts passed = proven(gone, ran("npm test", true), ran("validate", true));
    assertThat(state(Gate.checks, unreported, passed)).isEqualTo(Gate.State.passed);
    assertThat(state(Gate.content, unreported, passed)).isEqualTo(Gate.State.passed);
    Facts failed = proven(gone, ran("npm test", false), ran("validate", false));
    refuses(Gate.checks, good(), failed);
    refuses(Gate.content, good(), failed);
  }

  @Test
  void aFixDoesNotChooseTheCommandsThatItIsHeldTo() {
    Ship unreported = good().with(Ship.Signed.NOTHING);
    Facts changed = proven(new ReproVerdict.NotReproduced(3), ran("true", true), ran("true", true));
    refuses(Gate.checks, unreported, changed);
    refuses(Gate.content, unreported, changed);
  }

  private static Proof.Checks ran(String command, boolean passed) {
    return new Proof.Checks(command, passed, null);
  }

  @Test
  void aGateThatThePolicyLeavesOutIsNotAsked() throws Exception {
    ShipPolicy policy = ShipPolicy.read("ship: {gates: [proof, scope]}");
    Ship ship = ship(policy, null, Ship.Signed.NOTHING);
    assertThat(Gates.judge(ship, facts()))
        .extracting(Gate.Told::gate)
        .containsExactly(Gate.proof, Gate.scope, Gate.alone);
  }

  @Test
  void scopeRefusesTooMuchAndNothingAndWhatCannotBeMeasured() {
    Facts.Size many = new Facts.Size(1, 61);
    refuses(Gate.scope, good(), new Facts(hotfix, many, List.of(), null, UNPROVEN, Set.of(), NOW));
    refuses(
        Gate.scope,
        good(),
        new Facts(hotfix, new Facts.Size(6, 6), List.of(), null, UNPROVEN, Set.of(), NOW));
    refuses(
        Gate.scope,
        good(),
        new Facts(hotfix, new Facts.Size(0, 0), List.of(), null, UNPROVEN, Set.of(), NOW));
    refuses(Gate.scope, good(), new Facts(hotfix, null, List.of(), null, UNPROVEN, Set.of(), NOW));
  }

  @Test
  void approvalRefusesTheAuthorAndWhoeverSawAnotherCommit() {
    Ship.Approval own = new Ship.Approval("account:1", "First", hotfix.head(), NOW);
    refuses(Gate.approval, good().with(Ship.Signed.NOTHING.with(own)), facts());
    Ship.Approval stale = new Ship.Approval("account:2", "Second", "b".repeat(40), NOW);
    refuses(Gate.approval, good().with(Ship.Signed.NOTHING.with(stale)), facts());
  }

  @Test
  void contentRefusesAnotherCommandAndAPolicyThatNamesNone() {
    refuses(Gate.content, saying(check(Gate.content, hotfix.head(), true, "true")), facts());
    refuses(
        Gate.content,
        ship(ShipPolicy.USUAL, new Ship.Version("shop@1.3.9", null), good().signed()),
        facts());
  }

  @Test
  void backportRefusesALineThatLacksTheFixUntilItIsOpened() {
    Hotfix lacking = hotfixWith(line("develop", Hotfix.Presence.missing));
    Facts facts =
        new Facts(lacking, new Facts.Size(1, 4), List.of(), null, UNPROVEN, Set.of(), NOW);
    refuses(Gate.backport, good(), facts);
    assertThat(state(Gate.backport, saying(check(Gate.backport, hotfix.head(), true, "")), facts))
        .isEqualTo(Gate.State.passed);
    assertThat(state(Gate.backport, good(), opened(lacking, "develop")))
        .isEqualTo(Gate.State.passed);
    refuses(Gate.backport, good(), opened(lacking, "release/1"));
  }

  @Test
  void backportAsksNothingOfALineThatIsWaivedOrNotAffected() {
    for (Hotfix.Presence settled :
        List.of(Hotfix.Presence.waived, Hotfix.Presence.notAffected, Hotfix.Presence.merged)) {
      Facts facts = opened(hotfixWith(line("develop", settled)), "");
      assertThat(state(Gate.backport, good(), facts)).isEqualTo(Gate.State.passed);
    }
  }

  private static Facts opened(Hotfix hotfix, String line) {
    return new Facts(hotfix, new Facts.Size(1, 4), List.of(), null, UNPROVEN, Set.of(line), NOW);
  }

  private Hotfix hotfixWith(Hotfix.LineStatus line) {
    return new Hotfix(
        hotfix.id(),
        hotfix.issue(),
        hotfix.project(),
        hotfix.state(),
        hotfix.base(),
        hotfix.baseIs(),
        hotfix.head(),
        hotfix.commits(),
        List.of(line),
        false,
        hotfix.started(),
        null,
        null);
  }

  @Test
  void aloneRefusesWhileAnotherIsOnTheWay() {
    Facts facts =
        new Facts(hotfix, new Facts.Size(1, 4), List.of(good()), null, UNPROVEN, Set.of(), NOW);
    refuses(Gate.alone, good(), facts);
  }

  @Test
  void rollbackRefusesWhereNothingIsKnownToGoBackToOrByWhat() {
    refuses(Gate.rollback, ship(POLICY, null, good().signed()), facts());
    refuses(
        Gate.rollback,
        good(),
        new Facts(hotfix, new Facts.Size(1, 4), List.of(), "none", UNPROVEN, Set.of(), NOW));
  }

  @Test
  void aWaiverHasANameAndEndsAndNeverStandsForASecondPerson() {
    Gate.Waiver waiver =
        new Gate.Waiver(Gate.proof, "First", "no device", NOW, NOW.plus(Duration.ofHours(1)));
    Ship unproven = good().with(Ship.Signed.NOTHING.with(waiver));
    assertThat(state(Gate.proof, unproven, facts())).isEqualTo(Gate.State.waived);
    Facts later =
        new Facts(
            hotfix,
            new Facts.Size(1, 4),
            List.of(),
            null,
            UNPROVEN,
            Set.of(),
            NOW.plus(Duration.ofHours(1)));
    refuses(Gate.proof, unproven, later);
    Gate.Waiver forged =
        new Gate.Waiver(Gate.approval, "First", "alone", NOW, NOW.plus(Duration.ofHours(1)));
    refuses(Gate.approval, good().with(Ship.Signed.NOTHING.with(forged)), facts());
  }
}
