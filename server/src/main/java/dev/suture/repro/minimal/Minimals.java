package dev.suture.repro.minimal;

import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import dev.suture.repro.Recordings.Unfit;
import dev.suture.repro.Reproduction;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproductions;
import dev.suture.repro.Rig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Makes reproductions as short as they can be, each on a thread of its own. What a server that was
/// stopped left unfinished is taken up from the shortest part that was found by then.
public final class Minimals implements AutoCloseable {
  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final ProjectStore projects;
  private final Reproductions reproductions;
  private final Rig rig;
  private final MinimalStore store;
  private final InstantSource clock;
  private final Map<String, Thread> threads = new ConcurrentHashMap<>();

  public Minimals(
      ProjectStore projects,
      Reproductions reproductions,
      Rig rig,
      MinimalStore store,
      InstantSource clock) {
    this.projects = projects;
    this.reproductions = reproductions;
    this.rig = rig;
    this.store = store;
    this.clock = clock;
  }

  /// The newest search in the capture that is run of an issue now.
  public Optional<Minimal> of(Played play) {
    return store.of(play.issue()).filter(each -> each.capture().equals(play.capture()));
  }

  /// The short one where there is one; else the whole.
  public Played shortest(Played play) {
    return of(play).flatMap(each -> each.of(play)).orElse(play);
  }

  /// Begins to search, or leaves a search alone that is under way.
  ///
  /// @return why it cannot be; empty when it has begun
  public Optional<String> begin(Project project, String issue) {
    if (rig.problem().isPresent()) {
      return rig.problem();
    }
    try {
      Reproduction reproduction = reproductions.ofLive(project, issue);
      if (!(reproduction instanceof Played play) || play.base() == null) {
        return Optional.of("A command of suture.yml is run whole: nothing can be left out of it.");
      }
      search(project, play, Minimal.begun(play, play.base(), clock.instant()));
      return Optional.empty();
    } catch (Unfit unfit) {
      return Optional.of(String.valueOf(unfit.getMessage()));
    }
  }

  /// Takes up what was left unfinished.
  public void resume() {
    for (Minimal left : store.running()) {
      String slug = left.issue().substring(0, Math.max(0, left.issue().lastIndexOf('-')));
      Optional<Project> project = projects.bySlug(slug);
      if (project.isEmpty() || rig.problem().isPresent()) {
        store.put(left.stopped(rig.problem().orElse("The project is gone.")));
        continue;
      }
      Thread.ofVirtual().name("minimal-resume").start(() -> resume(project.get(), left));
    }
  }

  private void resume(Project project, Minimal left) {
    try {
      Reproduction reproduction = reproductions.of(project, left.issue(), left.commit());
      if (reproduction instanceof Played play && play.capture().equals(left.capture())) {
        search(project, play, left);
      } else {
        store.put(left.stopped("There is another capture by now: search again."));
      }
    } catch (Unfit unfit) {
      store.put(left.stopped(String.valueOf(unfit.getMessage())));
    }
  }

  private void search(Project project, Played play, Minimal from) {
    Thread running =
        threads.compute(
            play.issue(),
            (_, other) -> {
              if (other != null && other.isAlive()) {
                return other;
              }
              store.put(from);
              return Thread.ofVirtual().name("minimal").unstarted(() -> find(project, play, from));
            });
    if (running.getState() == Thread.State.NEW) {
      running.start();
    }
  }

  private void find(Project project, Played play, Minimal from) {
    Search search =
        new Search(
            new Search.Subject(rig, project, play), Search.Budget.USUAL, clock, store::put, from);
    try {
      store.put(search.find());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      store.put(from.stopped("The search broke off: see the server's log."));
      throw broken;
    }
  }

  @Override
  public void close() {
    threads.values().forEach(Thread::interrupt);
    try {
      for (Thread thread : threads.values()) {
        thread.join(LONGEST_END);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
