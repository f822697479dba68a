package dev.suture.http;

import dev.suture.issue.Issue;
import dev.suture.project.Project;
import dev.suture.repro.Recordings;
import dev.suture.repro.Reproduction;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproduction.Step;
import dev.suture.repro.Reproductions;
import dev.suture.repro.Sighting;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reproduction of an issue: what would be run, and what it showed where it was run.
public final class ReproductionApi {
  private static final String PATH = "/issues/{id}/reproduction";

  private final Api.Rooms rooms;
  private final Reproductions reproductions;

  private ReproductionApi(Api.Rooms rooms, Reproductions reproductions) {
    this.rooms = rooms;
    this.reproductions = reproductions;
  }

  public static List<Route> routes(Api.Rooms rooms, Reproductions reproductions) {
    ReproductionApi api = new ReproductionApi(rooms, reproductions);
    return List.of(Api.operator("GET", PATH, api::show), Api.operator("POST", PATH, api::run));
  }

  private Answer show(Call call) {
    return Answer.json(200, view(rooms.issue(call.param("id"))));
  }

  private Answer run(Call call) throws IOException {
    Issue issue = rooms.issue(call.param("id"));
    String commit = call.json(Wanted.class).commit();
    String name = commit == null ? "" : commit.strip();
    if (!name.matches("[A-Za-z0-9._/@-]{0,200}")) {
      throw Refusal.invalid(
          "A commit is named by a line, a branch, a tag or an id.",
          "Send {\"commit\": \"develop\"}.");
    }
    Optional<String> problem = reproductions.begin(project(issue), issue.id(), name);
    if (problem.isPresent()) {
      throw new Refusal(409, "conflict", problem.get(), null);
    }
    return Answer.json(202, view(issue));
  }

  private ReproductionView view(Issue issue) {
    List<Sighting> sightings = reproductions.sightings(issue.id());
    boolean running = reproductions.isRunning(issue.id());
    Optional<String> problem = reproductions.problem();
    try {
      Reproduction reproduction = reproductions.ofLive(project(issue), issue.id());
      return switch (reproduction) {
        case Played played ->
            new ReproductionView(
                "capture",
                played.capture(),
                played.steps().stream().map(ReproductionApi::step).toList(),
                played.exchanges().size(),
                running,
                problem.orElse(null),
                sightings);
        case Reproduction.Command _ ->
            new ReproductionView(
                "command", null, List.of(), 0, running, problem.orElse(null), sightings);
      };
    } catch (Recordings.Unfit unfit) {
      return new ReproductionView(
          "none", null, List.of(), 0, running, problem.orElse(unfit.getMessage()), sightings);
    }
  }

  private Project project(Issue issue) {
    return rooms
        .projects()
        .bySlug(issue.project())
        .orElseThrow(() -> new IllegalStateException("an issue without its project"));
  }

  private static StepView step(Step step) {
    Reproduction.Target target = step.target();
    String on =
        target == null || target.locators().isEmpty() ? null : target.locators().getFirst().value();
    return new StepView(step.kind(), on, step.value());
  }

  /// @param from `capture`, `command` or `none`
  /// @param problem why it cannot be run, in words of ours; null when it can
  /// @param sightings what it showed, newest first
  record ReproductionView(
      String from,
      @Nullable String capture,
      List<StepView> steps,
      int exchanges,
      boolean running,
      @Nullable String problem,
      List<Sighting> sightings) {}

  /// Captured text.
  ///
  /// @param on what it was done to
  record StepView(String kind, @Nullable String on, @Nullable String value) {}

  record Wanted(@Nullable String commit) {}
}
