package dev.suture.owner;

import dev.suture.event.Event;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import dev.suture.issue.LifeStore;
import dev.suture.issue.LifeStore.Assignment;
import dev.suture.issue.activity.Actor;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Gives new issues to their first suggested owner, where a project wants that. What was ever
/// assigned, and be it to nobody, is left alone.
public final class AutoAssign {
  private static final int MOST = 100;
  private static final int MOST_REMEMBERED = 100_000;

  private final ProjectStore projects;
  private final IssueStore issues;
  private final LifeStore lives;
  private final Owners owners;
  private final InstantSource clock;

  /// Issues for which nobody was found.
  private final Set<String> tried = ConcurrentHashMap.newKeySet();

  public AutoAssign(
      ProjectStore projects,
      IssueStore issues,
      LifeStore lives,
      Owners owners,
      InstantSource clock) {
    this.projects = projects;
    this.issues = issues;
    this.lives = lives;
    this.owners = owners;
    this.clock = clock;
  }

  public void run() {
    if (tried.size() > MOST_REMEMBERED) {
      tried.clear();
    }
    for (Project project : projects.all()) {
      if (owners.assigns(project)) {
        for (String id : lives.unassigned(project.slug(), MOST)) {
          if (!tried.contains(id)) {
            assign(project, id);
          }
        }
      }
    }
  }

  private void assign(Project project, String id) {
    Optional<Event> event =
        issues.find(id).map(Issue::lastEvent).flatMap(last -> issues.event(project.id(), last));
    Optional<Owners.Suggestion> first =
        event.flatMap(found -> owners.of(project, found).stream().findFirst());
    first.ifPresentOrElse(
        suggestion ->
            lives.assign(
                id,
                clock.instant(),
                Actor.SYSTEM,
                new Assignment(suggestion.owner(), suggestion.because())),
        () -> tried.add(id));
  }
}
