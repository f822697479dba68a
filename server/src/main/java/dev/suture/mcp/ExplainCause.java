package dev.suture.mcp;

import dev.suture.account.Scope;
import dev.suture.cause.Briefing;
import dev.suture.cause.Briefing.Provenance;
import dev.suture.cause.chain.Cause;
import dev.suture.cause.chain.Causes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a failure happens, each link of the chain with its evidence.
public final class ExplainCause implements Tool {
  private final Causes causes;

  public ExplainCause(Causes causes) {
    this.causes = causes;
  }

  @Override
  public Definition definition() {
    return new Definition(
        "suture_explain_cause",
        "Explain the cause",
        "The causal chain of a failure: action, exchange, field, expression, commit.",
        Schemas.tree(Schemas.object(Map.of("id", Schemas.text("issue id")), "id")),
        Schemas.tree(
            Schemas.record(
                Map.of("confident", Map.of("type", "boolean"), "told", ToolResult.toldSchema()),
                "confident",
                "told")),
        Annotations.READS);
  }

  @Override
  public Scope needs() {
    return Scope.failureRead;
  }

  @Override
  public ToolResult call(Arguments arguments) throws ToolProblem {
    Cause cause =
        causes
            .ofIssue(arguments.required("id"))
            .orElseThrow(
                () ->
                    new ToolProblem(
                        "There is no issue with this id: find one with suture_find_failures."));
    Briefing.Builder told = Briefing.builder().say("Cause", cause.summary());
    for (Cause.Fact fact : cause.facts()) {
      told.say("Fact: " + fact.link(), fact.words());
      data(told, fact);
    }
    for (Cause.Suspect suspect : cause.commits()) {
      told.say("Commit " + suspect.commit(), suspect.words());
      told.data(
          "What the repository says of it",
          Provenance.repository,
          "%s%nby %s, %s%s%nin %s"
              .formatted(
                  suspect.subject(),
                  suspect.author(),
                  suspect.at(),
                  suspect.pull() == null ? "" : ", merged by " + suspect.pull(),
                  suspect.path()));
    }
    for (Cause.Fixed fixed : cause.fixedOn()) {
      told.say(
          "Perhaps fixed already",
          "On the line " + fixed.line() + ", by commit " + fixed.commit() + ": compare first.");
    }
    return ToolResult.of(new Shown(cause.confident()), told.build());
  }

  private static void data(Briefing.Builder told, Cause.Fact fact) {
    @Nullable String data = fact.data();
    if (data != null) {
      Provenance from = fact.link().equals("expression") ? Provenance.repository : Provenance.page;
      told.data("To it", from, data);
    }
  }

  record Shown(boolean confident) {}
}
