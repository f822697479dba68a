package dev.suture.hotfix;

import dev.suture.backport.presence.Clone.Unreadable;
import dev.suture.backport.presence.Evidence;
import dev.suture.backport.presence.Evidence.Step;
import dev.suture.backport.presence.Fix;
import dev.suture.backport.presence.Verdict;
import dev.suture.hotfix.Hotfix.LineStatus;
import dev.suture.hotfix.Hotfix.Presence;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.line.Line;
import dev.suture.line.LineGraph;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a fix is: the verdicts of presence, in the words of a hotfix. All lines are asked at once,
/// since picks go from line to line.
final class Whereabouts {
  private static final int MOST_STEPS = 16;

  private final Project project;
  private final Repository repository;
  private final Fix fix;

  /// @param commits from base to head, oldest first, merges left out
  Whereabouts(
      Project project,
      Repository repository,
      String base,
      String head,
      List<Hotfix.Commit> commits) {
    this.project = project;
    this.repository = repository;
    this.fix = new Fix(base, head, commits.stream().map(Hotfix.Commit::id).toList());
  }

  /// The lines of a project, none of which can be told about.
  static List<LineStatus> unknown(Lines lines, String why) {
    return List.of(
        new LineStatus(Line.PRODUCTION, lines.production(), Presence.cannotTell, null, why),
        new LineStatus(Line.DEVELOP, lines.develop(), Presence.cannotTell, null, why));
  }

  /// @param branch or a commit that may become a release of the line
  record Place(String line, String branch) {}

  List<LineStatus> on(LineGraph graph) throws Unreachable {
    return on(graph.lines().stream().map(line -> new Place(line.name(), line.branch())).toList());
  }

  /// What is to be released, which is asked about together with the lines.
  LineStatus on(LineGraph graph, Place release) throws Unreachable {
    List<Place> all = new ArrayList<>(List.of(release));
    graph.lines().forEach(line -> all.add(new Place(line.name(), line.branch())));
    return on(all).getFirst();
  }

  /// In the order of the places.
  private List<LineStatus> on(List<Place> places) throws Unreachable {
    List<dev.suture.backport.presence.Line> asked = new ArrayList<>();
    for (Place place : places) {
      Optional<String> tip = fix.commits().isEmpty() ? Optional.empty() : tip(place);
      tip.ifPresent(id -> asked.add(new dev.suture.backport.presence.Line(place.branch(), id)));
    }
    List<Verdict> verdicts = asked.isEmpty() ? List.of() : verdicts(asked);
    List<LineStatus> found = new ArrayList<>();
    int next = 0;
    for (Place place : places) {
      if (next < asked.size() && asked.get(next).name().equals(place.branch())) {
        found.add(told(place, verdicts.get(next++)));
      } else {
        found.add(unasked(place));
      }
    }
    return found;
  }

  private Optional<String> tip(Place place) throws Unreachable {
    return repository.resolve(project, place.branch());
  }

  private List<Verdict> verdicts(List<dev.suture.backport.presence.Line> lines) throws Unreachable {
    try {
      return repository.presence(project).of(fix, lines);
    } catch (Unreadable failed) {
      throw new Unreachable(String.valueOf(failed.getMessage()));
    }
  }

  private LineStatus unasked(Place place) throws Unreachable {
    return tip(place).isPresent()
        ? new LineStatus(
            place.line(),
            place.branch(),
            Presence.nothingToShip,
            null,
            "Nothing is committed on the hotfix yet.")
        : new LineStatus(
            place.line(),
            place.branch(),
            Presence.cannotTell,
            null,
            "The origin has no branch "
                + place.branch()
                + ": push it, or name the right one for this line in the project or in"
                + " suture.yml.");
  }

  private LineStatus told(Place place, Verdict verdict) {
    LineStatus status =
        switch (verdict) {
          case Verdict.Present there -> present(place, there);
          case Verdict.Partial part ->
              status(place, Presence.partial, part.carriers(), partial(place, part));
          case Verdict.Missing missing ->
              status(place, Presence.missing, List.of(), missing(place, missing));
          case Verdict.Reverted reverted ->
              status(
                  place,
                  Presence.reverted,
                  reverted.by().isEmpty() ? reverted.carriers() : reverted.by(),
                  reverted(place, reverted));
          case Verdict.Superseded gone ->
              status(
                  place,
                  Presence.superseded,
                  gone.carriers(),
                  "It came to "
                      + place.branch()
                      + ", and its lines were written anew since: run the reproduction on this"
                      + " line, or waive it.");
          case Verdict.CannotTell unknown ->
              status(place, Presence.cannotTell, List.of(), unknown.why());
        };
    return status.seenBy(steps(verdict));
  }

  private LineStatus present(Place place, Verdict.Present there) {
    if (there.how() == Step.ancestry) {
      return new LineStatus(
          place.line(),
          place.branch(),
          Presence.merged,
          null,
          "The tip of the hotfix, "
              + abbreviated(fix.head())
              + ", is part of "
              + place.branch()
              + ".");
    }
    String how = words(there, there.how(), true);
    if (!there.isGreen()) {
      return status(
          place,
          Presence.alike,
          there.carriers(),
          how + " That is likely, not known: run the reproduction on this line, or waive it.");
    }
    boolean sum = fix.commits().size() > 1 && there.carriers().size() == 1;
    return status(
        place,
        Presence.cherryPicked,
        there.carriers(),
        sum ? how + " It makes the change of the whole hotfix." : how);
  }

  private String partial(Place place, Verdict.Partial part) {
    if (part.lacking().isEmpty()) {
      return place.branch() + " has " + Math.round(100 * part.share()) + " % of the fix.";
    }
    int all = fix.commits().size();
    return place.branch()
        + " has "
        + (all - part.lacking().size())
        + " of "
        + all
        + " commits; it lacks "
        + String.join(", ", part.lacking().stream().map(Whereabouts::abbreviated).toList())
        + ".";
  }

  private static String missing(Place place, Verdict.Missing missing) {
    return "No commit on "
        + place.branch()
        + " brings this change. "
        + words(missing, Step.tip, false);
  }

  private static String reverted(Place place, Verdict.Reverted reverted) {
    return reverted.by().isEmpty()
        ? "It came to " + place.branch() + ", and what stood there before is back at its tip."
        : "Commit "
            + abbreviated(reverted.by().getLast())
            + " on "
            + place.branch()
            + " took it back.";
  }

  /// What a step found, as the last evidence of it says.
  private static String words(Verdict verdict, Step step, boolean found) {
    return verdict.evidence().stream()
        .filter(each -> each.step() == step && each.found() == found)
        .reduce((_, last) -> last)
        .map(Evidence::words)
        .orElse("");
  }

  private static List<Hotfix.Step> steps(Verdict verdict) {
    return verdict.evidence().stream()
        .limit(MOST_STEPS)
        .map(each -> new Hotfix.Step(each.step().name(), each.found(), each.words()))
        .toList();
  }

  private static LineStatus status(
      Place place, Presence presence, List<String> commits, String evidence) {
    return new LineStatus(
        place.line(),
        place.branch(),
        presence,
        commits.isEmpty() ? null : commits.getLast(),
        evidence);
  }

  static String abbreviated(String id) {
    return id.substring(0, Math.min(12, id.length()));
  }
}
