package dev.suture.http;

import dev.suture.issue.Issue;
import dev.suture.project.Project;
import dev.suture.repro.Recordings;
import dev.suture.repro.Reproduction;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproduction.Step;
import dev.suture.repro.Reproductions;
import dev.suture.repro.Sighting;
import dev.suture.repro.export.Exported;
import dev.suture.repro.export.Exports;
import dev.suture.repro.minimal.Minimal;
import dev.suture.repro.minimal.Minimals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// The reproduction of an issue: what would be run, and what it showed where it was run.
public final class ReproductionApi {
  private static final String PATH = "/issues/{id}/reproduction";

  private final Api.Rooms rooms;
  private final Reproductions reproductions;

  private final Minimals minimals;
  private final Exports exports;

  private ReproductionApi(
      Api.Rooms rooms, Reproductions reproductions, Minimals minimals, Exports exports) {
    this.rooms = rooms;
    this.reproductions = reproductions;
    this.minimals = minimals;
    this.exports = exports;
  }

  public static List<Route> routes(
      Api.Rooms rooms, Reproductions reproductions, Minimals minimals, Exports exports) {
    ReproductionApi api = new ReproductionApi(rooms, reproductions, minimals, exports);
    return List.of(
        Api.operator("GET", PATH, api::show),
        Api.operator("POST", PATH, api::run),
        Api.operator("POST", PATH + "/minimal", api::minimise),
        Api.operator("GET", PATH + "/test", api::test),
        Api.operator("GET", PATH + "/test.zip", api::zipped));
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

  private Answer minimise(Call call) {
    Issue issue = rooms.issue(call.param("id"));
    Optional<String> problem = minimals.begin(project(issue), issue.id());
    if (problem.isPresent()) {
      throw new Refusal(409, "conflict", problem.get(), null);
    }
    return Answer.json(202, view(issue));
  }

  private Answer test(Call call) {
    return Answer.json(200, exported(rooms.issue(call.param("id"))));
  }

  private Answer zipped(Call call) throws IOException {
    Issue issue = rooms.issue(call.param("id"));
    Exported exported = exported(issue);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Exported.File file : exported.files()) {
        String folder = exported.folder().isEmpty() ? "" : exported.folder() + "/";
        zip.putNextEntry(new ZipEntry(folder + file.name()));
        zip.write(file.text().getBytes(StandardCharsets.UTF_8));
      }
    }
    return Answer.bytes(200, "application/zip", out.toByteArray())
        .with("Content-Disposition", "attachment; filename=\"" + issue.id() + "-test.zip\"");
  }

  private Exported exported(Issue issue) {
    try {
      return exports.of(project(issue), issue.id());
    } catch (Exports.Unexportable none) {
      throw new Refusal(409, "conflict", String.valueOf(none.getMessage()), null);
    }
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
                minimals.of(played).map(each -> minimal(each, played)).orElse(null),
                running,
                problem.orElse(null),
                sightings);
        case Reproduction.Command _ ->
            new ReproductionView(
                "command", null, List.of(), 0, null, running, problem.orElse(null), sightings);
        case Reproduction.Requested request ->
            new ReproductionView(
                "request",
                null,
                List.of(new StepView("request", request.method(), request.target())),
                0,
                null,
                running,
                problem.orElse(null),
                sightings);
      };
    } catch (Recordings.Unfit unfit) {
      return new ReproductionView(
          "none", null, List.of(), 0, null, running, problem.orElse(unfit.getMessage()), sightings);
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
    String on = target == null || target.locators().isEmpty() ? null : target.name();
    return new StepView(step.kind(), on, step.value());
  }

  private static MinimalView minimal(Minimal minimal, Played whole) {
    Optional<Played> found = minimal.of(whole);
    return new MinimalView(
        minimal.state(),
        minimal.runs(),
        found.map(Played::steps).orElse(List.of()).stream().map(ReproductionApi::step).toList(),
        found.map(Played::exchanges).orElse(List.of()).stream()
            .map(
                each ->
                    new ExchangeView(
                        each.method(),
                        each.url(),
                        each.status(),
                        minimal.kept().needed().contains(each.id())))
            .toList(),
        minimal.whole(),
        minimal.problem());
  }

  /// The shortest part of a reproduction that still shows the failure.
  ///
  /// @param runs that the search has taken so far
  /// @param steps empty until it is found
  /// @param exchanges that the page still asks for
  /// @param whole whether nothing more can be left out
  /// @param problem why there is none, in words of ours
  record MinimalView(
      Minimal.State state,
      int runs,
      List<StepView> steps,
      List<ExchangeView> exchanges,
      boolean whole,
      @Nullable String problem) {}

  /// Captured text.
  ///
  /// @param needed whether the failure does not come without its recorded answer
  record ExchangeView(String method, String url, int status, boolean needed) {}

  /// @param from `capture`, `command` or `none`
  /// @param minimal null while nobody has searched
  /// @param problem why it cannot be run, in words of ours; null when it can
  /// @param sightings what it showed, newest first
  record ReproductionView(
      String from,
      @Nullable String capture,
      List<StepView> steps,
      int exchanges,
      @Nullable MinimalView minimal,
      boolean running,
      @Nullable String problem,
      List<Sighting> sightings) {}

  /// Captured text.
  ///
  /// @param on what it was done to
  record StepView(String kind, @Nullable String on, @Nullable String value) {}

  record Wanted(@Nullable String commit) {}
}
