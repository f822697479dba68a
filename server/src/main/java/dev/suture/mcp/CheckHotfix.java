package dev.suture.mcp;

import dev.suture.account.Scope;
import dev.suture.cause.Briefing;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfixes;
import dev.suture.repro.Proof;
import dev.suture.repro.Proofs;
import java.util.Map;
import java.util.Optional;

/// Proves a hotfix: the failure on the live commit, its absence on the branch, the checks.
public final class CheckHotfix implements Tool {
  private final Hotfixes hotfixes;
  private final Proofs proofs;

  public CheckHotfix(Hotfixes hotfixes, Proofs proofs) {
    this.hotfixes = hotfixes;
    this.proofs = proofs;
  }

  @Override
  public Definition definition() {
    return new Definition(
        "suture_check_hotfix",
        "Check hotfix",
        "Proves a hotfix by running the captured failure on the live commit and on the branch, and"
            + " the project's checks. Call again while `running`.",
        Schemas.tree(Schemas.object(Map.of("id", Schemas.text("hotfix id")), "id")),
        Schemas.tree(
            Schemas.record(
                Map.of(
                    "standing",
                    Schemas.text("proven, disproven, open or running"),
                    "told",
                    ToolResult.toldSchema()),
                "standing",
                "told")),
        Annotations.LOOKS);
  }

  @Override
  public Scope needs() {
    return Scope.hotfixWrite;
  }

  @Override
  public ToolResult call(Arguments arguments) throws ToolProblem {
    Hotfix hotfix =
        hotfixes
            .find(arguments.required("id"))
            .filter(each -> arguments.reach().has(each.project()))
            .flatMap(each -> hotfixes.check(each.id()))
            .orElseThrow(() -> new ToolProblem("There is no hotfix with this id."));
    Proofs.Standing standing = proofs.of(hotfix);
    if (!standing.current() && !standing.running()) {
      Optional<String> problem = proofs.begin(hotfix);
      if (problem.isPresent()) {
        throw new ToolProblem(problem.get());
      }
      standing = proofs.of(hotfix);
    }
    Briefing.Builder told = Briefing.builder();
    told.say("Proof", standing.says());
    Proof proof = standing.proof();
    if (proof != null && standing.current()) {
      told.say("Live commit", Proof.words(proof.live().verdict()));
      told.say("Hotfix", Proof.words(proof.fix().verdict()));
    }
    return ToolResult.of(new Shown(word(standing)), told.build());
  }

  private static String word(Proofs.Standing standing) {
    if (standing.running()) {
      return "running";
    }
    Proof proof = standing.proof();
    return proof == null || !standing.current()
        ? Proof.Standing.open.name()
        : proof.standing().name();
  }

  record Shown(String standing) {}
}
