package dev.suture.diff;

import dev.suture.diff.Trial.Answer;
import dev.suture.diff.Trial.Tried;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.HotfixStore;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Searches the smallest diffs of hotfixes, each on a thread of its own. What a server that was
/// stopped left unfinished is searched anew; commits that were built by then are built no more.
public final class Narrowings implements AutoCloseable {
  /// What they are made from.
  public record Sources(
      ProjectStore projects,
      HotfixStore hotfixes,
      NarrowingStore narrowings,
      Commits commits,
      Oracle oracle) {}

  private static final Duration LONGEST_END = Duration.ofSeconds(5);

  private final Sources sources;
  private final InstantSource clock;
  private final Map<String, Thread> threads = new ConcurrentHashMap<>();

  public Narrowings(Sources sources, InstantSource clock) {
    this.sources = sources;
    this.clock = clock;
  }

  public Optional<Narrowing> of(String hotfix) {
    return sources.narrowings().of(hotfix);
  }

  /// How far the change reaches beyond what its cause names, and beyond what the policy allows.
  public ScopeCheck.Scope scope(Hotfix hotfix, ScopeCheck.Chain cause, ScopePolicy policy)
      throws Unreachable {
    return ScopeCheck.of(
        sources.commits().changed(project(hotfix), hotfix.base(), hotfix.head()), cause, policy);
  }

  /// Begins to search, or leaves a search of the same commit alone that is under way.
  ///
  /// @throws Oracle.Missing when nothing can say whether a part is a fix
  public Narrowing begin(Hotfix hotfix) throws Oracle.Missing {
    Trial<String> trial = sources.oracle().of(project(hotfix), hotfix);
    Narrowing begun = Narrowing.begun(hotfix.id(), hotfix.head(), clock.instant());
    Thread running =
        threads.compute(
            hotfix.id(),
            (_, other) -> {
              if (other != null && other.isAlive()) {
                return other;
              }
              sources.narrowings().put(begun);
              return Thread.ofVirtual()
                  .name("narrowing")
                  .unstarted(() -> search(project(hotfix), hotfix, begun, trial));
            });
    if (running.getState() == Thread.State.NEW) {
      running.start();
    }
    return of(hotfix.id()).orElse(begun);
  }

  /// Takes up what was left unfinished.
  public void resume() {
    for (Narrowing left : sources.narrowings().running()) {
      Optional<Hotfix> hotfix = sources.hotfixes().find(left.hotfix());
      if (hotfix.isEmpty()) {
        continue;
      }
      try {
        begin(hotfix.get());
      } catch (Oracle.Missing missing) {
        sources.narrowings().put(left.stopped(String.valueOf(missing.getMessage())));
      }
    }
  }

  /// Pushes the smallest commit as a branch of its own, for a person to look at.
  ///
  /// @return empty when there is nothing smaller
  public Optional<Narrowing> publish(String hotfix) throws Unreachable {
    Narrowing narrowing = of(hotfix).orElse(null);
    Project project = sources.hotfixes().find(hotfix).map(this::project).orElse(null);
    Smallest found = narrowing == null ? null : narrowing.found();
    if (narrowing == null || project == null || found == null || found.commit() == null) {
      return Optional.empty();
    }
    String branch = hotfix + "-narrow-" + found.commit().substring(0, 8);
    sources.commits().publish(project, branch, found.commit());
    Narrowing published = narrowing.published(branch);
    sources.narrowings().put(published);
    return Optional.of(published);
  }

  private void search(Project project, Hotfix hotfix, Narrowing begun, Trial<String> trial) {
    Counted counted = new Counted(trial, begun, sources.narrowings());
    Narrowing end;
    try {
      if (counted.of(hotfix.head()).answer() != Answer.fixed) {
        end =
            counted.now.stopped(
                "The whole change is not shown to be a fix: only what is proven can be made"
                    + " smaller.");
      } else {
        Smallest smallest =
            new SmallestDiff(project, sources.commits(), counted, hotfix.base(), hotfix.head())
                .find();
        end = counted.now.done(smallest);
      }
    } catch (Unreachable | SmallestDiff.TooLarge problem) {
      end = counted.now.stopped(String.valueOf(problem.getMessage()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return;
    } catch (RuntimeException broken) {
      end = counted.now.stopped("The search broke off: see the server's log.");
      sources.narrowings().put(end);
      throw broken;
    }
    sources.narrowings().put(end);
  }

  /// Tells how far the search is.
  private static final class Counted implements Trial<String> {
    private final Trial<String> trial;
    private final NarrowingStore store;
    private Narrowing now;

    Counted(Trial<String> trial, Narrowing begun, NarrowingStore store) {
      this.trial = trial;
      this.now = begun;
      this.store = store;
    }

    @Override
    public Tried of(String commit) throws InterruptedException {
      Tried tried = trial.of(commit);
      now = now.tried(now.tried() + 1);
      store.put(now);
      return tried;
    }
  }

  private Project project(Hotfix hotfix) {
    return sources
        .projects()
        .bySlug(hotfix.project())
        .orElseThrow(() -> new IllegalStateException("a hotfix of a project that is gone"));
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
