package dev.suture.ship;

import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfix.LineStatus;
import dev.suture.repro.Proof;
import dev.suture.ship.Gate.State;
import dev.suture.ship.Gate.Told;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rule of the gates: pure, so that each can be shown to refuse.
public final class Gates {
  private final Ship ship;
  private final Facts facts;

  private Gates(Ship ship, Facts facts) {
    this.ship = ship;
    this.facts = facts;
  }

  /// Every gate that the policy asks for, in order.
  public static List<Told> judge(Ship ship, Facts facts) {
    Gates gates = new Gates(ship, facts);
    return ship.plan().policy().gates().stream().sorted().map(gates::told).toList();
  }

  public static boolean isOpen(List<Told> gates) {
    return gates.stream().allMatch(each -> each.state() != State.failed);
  }

  private record Finding(boolean passed, String says, @Nullable String reporter) {
    Finding(boolean passed, String says) {
      this(passed, says, null);
    }
  }

  private Told told(Gate gate) {
    Finding found = found(gate);
    if (found.passed()) {
      return new Told(gate, State.passed, found.says(), found.reporter(), null);
    }
    Optional<Gate.Waiver> waiver =
        ship.signed().waivers().stream()
            .filter(each -> each.gate() == gate && gate.isWaivable())
            .filter(each -> facts.now().isBefore(each.until()))
            .reduce((_, newer) -> newer);
    return new Told(
        gate,
        waiver.isPresent() ? State.waived : State.failed,
        found.says(),
        found.reporter(),
        waiver.orElse(null));
  }

  private Finding found(Gate gate) {
    return switch (gate) {
      case proof -> proof();
      case checks -> checks();
      case scope -> scope();
      case approval -> approval();
      case content -> content();
      case backport -> backport();
      case alone -> alone();
      case rollback -> rollback();
    };
  }

  private Optional<Ship.Check> said(Gate gate) {
    return ship.signed().checks().stream()
        .filter(each -> each.gate() == gate && each.commit().equals(ship.plan().commit()))
        .findFirst();
  }

  private Finding check(Gate gate, String what) {
    Optional<Ship.Check> said = said(gate);
    if (said.isEmpty()) {
      return new Finding(false, "Nobody has reported " + what + " for this commit.");
    }
    return new Finding(
        said.get().passed(),
        said.get().passed()
            ? "Reported as passed on this very commit: " + what + "."
            : "Reported as failed on this commit: " + what + ".",
        said.get().reporter());
  }

  /// What this server has run itself counts before what was reported to it.
  private Finding proof() {
    return isOfThisCommit()
        ? new Finding(facts.proof().isProven(), facts.proof().says())
        : check(Gate.proof, "the reproduction");
  }

  private boolean isOfThisCommit() {
    return facts.proof().current() && facts.hotfix().head().equals(ship.plan().commit());
  }

  private Finding checks() {
    Proof proof = facts.proof().proof();
    return ran(ship.plan().policy().checks(), proof == null ? null : proof.checks())
        .map(passed -> seen(passed, "the project's checks"))
        .orElseGet(() -> check(Gate.checks, "the project's checks"));
  }

  /// What came of a command that this server has run on this very commit. A fix that names another
  /// command than what is live does not count: it would choose what it is held to.
  private Optional<Boolean> ran(@Nullable String named, Proof.@Nullable Checks command) {
    return named != null
            && command != null
            && command.problem() == null
            && command.command().equals(named)
            && isOfThisCommit()
        ? Optional.of(command.passed())
        : Optional.empty();
  }

  private static Finding seen(boolean passed, String what) {
    return new Finding(
        passed,
        "Run here on this very commit, and " + (passed ? "passed: " : "failed: ") + what + ".");
  }

  private Finding scope() {
    Facts.Size size = facts.size();
    if (size == null) {
      return new Finding(false, "The repository could not be read to measure the change.");
    }
    ShipPolicy policy = ship.plan().policy();
    boolean small = size.files() <= policy.files() && size.lines() <= policy.lines();
    return new Finding(
        small && size.files() > 0,
        size.files() == 0
            ? "Nothing is changed on the branch."
            : "It changes %s and %s; the policy allows %d and %d."
                .formatted(
                    counted(size.files(), "file"),
                    counted(size.lines(), "line"),
                    policy.files(),
                    policy.lines()));
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private Finding approval() {
    return ship.signed().approvals().stream()
        .filter(each -> each.commit().equals(ship.plan().commit()))
        .filter(each -> !each.by().equals(ship.plan().author()))
        .findFirst()
        .map(each -> new Finding(true, "Approved by " + each.name() + "."))
        .orElseGet(
            () ->
                new Finding(
                    false,
                    "A person other than "
                        + ship.plan().authorName()
                        + " has to"
                        + " approve it."));
  }

  private Finding content() {
    String named = ship.plan().policy().content();
    if (named == null) {
      return new Finding(
          false,
          "suture.yml names no command under ship.content that validates configuration, nor"
              + " does it leave this gate out under ship.gates.");
    }
    String what = "the validation of content and configuration";
    Proof proof = facts.proof().proof();
    Optional<Boolean> passed = ran(named, proof == null ? null : proof.content());
    if (passed.isPresent()) {
      return seen(passed.get(), what);
    }
    Optional<Ship.Check> said = said(Gate.content);
    if (said.isPresent() && !said.get().command().equals(named)) {
      return new Finding(false, "Another command was reported than the one that is named.");
    }
    return check(Gate.content, what);
  }

  private Finding backport() {
    List<String> lacking =
        facts.hotfix().lines().stream()
            .filter(line -> !line.line().equals("production") && !isSettled(line.presence()))
            .map(LineStatus::line)
            .toList();
    List<String> unopened =
        lacking.stream().filter(line -> !facts.opened().contains(line)).toList();
    if (unopened.isEmpty() && !facts.hotfix().lines().isEmpty()) {
      return new Finding(
          true,
          lacking.isEmpty()
              ? "Every other line has the fix or needs none."
              : "A backport waits to be merged on " + String.join(", ", lacking) + ".");
    }
    Optional<Ship.Check> opened = said(Gate.backport).filter(Ship.Check::passed);
    if (opened.isPresent()) {
      return new Finding(true, "The backport was reported as opened.", opened.get().reporter());
    }
    return new Finding(false, "A line does not have the fix, and no backport of it is opened.");
  }

  private static boolean isSettled(Hotfix.Presence presence) {
    return switch (presence) {
      case merged, cherryPicked, notAffected, waived -> true;
      case alike, partial, missing, reverted, superseded, nothingToShip, cannotTell -> false;
    };
  }

  private Finding alone() {
    return facts.others().isEmpty()
        ? new Finding(true, "No other ship is on the way.")
        : new Finding(false, "On the way already: " + facts.others().getFirst().hotfix() + ".");
  }

  private Finding rollback() {
    Ship.Version previous = ship.plan().previous();
    if (previous == null) {
      return new Finding(false, "No deployment says what runs in production now.");
    }
    String problem = facts.wayBack();
    return problem == null
        ? new Finding(true, "A way back to what runs now is set up.")
        : new Finding(false, problem);
  }
}
