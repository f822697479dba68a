package dev.suture.mcp;

import dev.suture.account.Scope;
import dev.suture.cause.Briefing;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import dev.suture.repro.Proof;
import dev.suture.repro.Recordings;
import dev.suture.repro.Reproduction;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproduction.Requested;
import dev.suture.repro.Reproduction.Step;
import dev.suture.repro.Reproductions;
import dev.suture.repro.Sighting;
import dev.suture.repro.minimal.Minimal;
import dev.suture.repro.minimal.Minimals;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The steps that make a captured failure happen again, and what they showed where they were run.
public final class GetReproduction implements Tool {
  private final IssueStore issues;
  private final ProjectStore projects;
  private final Reproductions reproductions;
  private final Minimals minimals;

  public GetReproduction(
      IssueStore issues, ProjectStore projects, Reproductions reproductions, Minimals minimals) {
    this.issues = issues;
    this.projects = projects;
    this.reproductions = reproductions;
    this.minimals = minimals;
  }

  @Override
  public Definition definition() {
    return new Definition(
        "suture_get_reproduction",
        "Get reproduction",
        "The steps that reproduce an issue, and the verdicts of their runs by commit.",
        Schemas.tree(Schemas.object(Map.of("id", Schemas.text("issue id")), "id")),
        Schemas.tree(
            Schemas.record(
                Map.of(
                    "from",
                    Schemas.text("capture, command or none"),
                    "told",
                    ToolResult.toldSchema()),
                "from",
                "told")),
        Annotations.READS);
  }

  @Override
  public Scope needs() {
    return Scope.failureRead;
  }

  @Override
  public ToolResult call(Arguments arguments) throws ToolProblem {
    Issue issue =
        issues
            .find(arguments.required("id"))
            .filter(each -> arguments.reach().has(each.project()))
            .orElseThrow(() -> new ToolProblem("There is no issue with this id."));
    Project project =
        projects
            .bySlug(issue.project())
            .orElseThrow(() -> new ToolProblem("There is no issue with this id."));
    Briefing.Builder told = Briefing.builder();
    String from = tell(project, issue, told);
    reproductions.problem().ifPresent(problem -> told.say("Runs", problem));
    for (Sighting sighting : reproductions.sightings(issue.id())) {
      told.say("At commit " + sighting.commit(), Proof.words(sighting.verdict()));
    }
    return ToolResult.of(new Shown(from), told.build());
  }

  private String tell(Project project, Issue issue, Briefing.Builder told) {
    try {
      Reproduction reproduction = reproductions.ofLive(project, issue.id());
      if (reproduction instanceof Played played) {
        Optional<Played> minimal = minimals.of(played).flatMap(each -> each.of(played));
        Played shown = minimal.orElse(played);
        told.data("Steps", Briefing.Provenance.page, lines(shown));
        told.say("Which steps", which(played, minimal.isPresent() ? shown : null));
        minimals
            .of(played)
            .filter(_ -> minimal.isPresent())
            .ifPresent(each -> answers(shown, each, told));
        return "capture";
      }
      if (reproduction instanceof Requested request) {
        told.data("Steps", Briefing.Provenance.page, request.method() + " " + request.target());
        return "request";
      }
      told.say("Steps", "The command under repro.command of suture.yml fails where the bug is.");
      return "command";
    } catch (Recordings.Unfit unfit) {
      told.say("Steps", String.valueOf(unfit.getMessage()));
      return "none";
    }
  }

  private static String lines(Played played) {
    return played.steps().stream().map(Step::text).collect(Collectors.joining("\n"));
  }

  private static String which(Played whole, @Nullable Played minimal) {
    if (minimal == null) {
      return "All that the capture holds; `suture repro minimise` leaves out what is not needed.";
    }
    return "%d of the %d steps of the capture: the failure comes without the others."
        .formatted(minimal.steps().size(), whole.steps().size());
  }

  private static void answers(Played shown, Minimal minimal, Briefing.Builder told) {
    String needed =
        shown.exchanges().stream()
            .filter(each -> minimal.kept().needed().contains(each.id()))
            .map(each -> each.method() + " " + each.url() + " " + each.status())
            .collect(Collectors.joining("\n"));
    if (!needed.isEmpty()) {
      told.data("Answers that the failure needs", Briefing.Provenance.page, needed);
    }
  }

  record Shown(String from) {}
}
