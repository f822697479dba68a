package dev.suture.repro;

import dev.suture.capture.Blobs;
import dev.suture.capture.Capture;
import dev.suture.capture.CaptureStore;
import dev.suture.deploy.DeploymentStore;
import dev.suture.event.Event;
import dev.suture.hotfix.LiveCommit;
import dev.suture.hotfix.Repository;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.issue.IssueStore;
import dev.suture.project.Policy;
import dev.suture.project.Project;
import dev.suture.repro.Recordings.Unfit;
import dev.suture.repro.Reproduction.Command;
import dev.suture.repro.Reproduction.Requested;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Finds or makes the reproduction of an issue, and runs it at any commit.
public final class Reproductions {
  private static final int LOOKED_AT = 10;

  /// What reproductions are made from.
  public record Sources(
      IssueStore issues,
      CaptureStore captures,
      Blobs blobs,
      DeploymentStore deployments,
      Repository repository) {}

  private final Sources sources;
  private final Rig rig;
  private final ProofStore store;
  private final InstantSource clock;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  public Reproductions(Sources sources, Rig rig, ProofStore store, InstantSource clock) {
    this.sources = sources;
    this.rig = rig;
    this.store = store;
    this.clock = clock;
  }

  /// Of the newest capture that can be run; else of the command that the repository names; else of
  /// the request of the newest event.
  ///
  /// @param base full id of the commit that was live
  /// @throws Unfit when nothing of the issue can be run
  public Reproduction of(Project project, String issue, String base) throws Unfit {
    Recordings recordings = new Recordings(sources.blobs());
    Unfit last = null;
    List<Capture> captures = sources.captures().ofIssue(issue, LOOKED_AT);
    for (Capture capture : captures) {
      Optional<Event> event = sources.issues().event(project.id(), capture.id());
      Optional<Failure> failure = event.flatMap(Failure::of);
      if (failure.isPresent()) {
        try {
          return recordings.read(capture, failure.get(), event.get().at(), base);
        } catch (Unfit unfit) {
          last = unfit;
        }
      }
    }
    Optional<ReproPolicy> policy = policy(project, base);
    if (policy.isPresent() && policy.get().command() != null) {
      return new Command(issue);
    }
    Optional<Requested> request =
        sources.issues().events(issue, LOOKED_AT).stream()
            .flatMap(line -> sources.issues().event(project.id(), line.id()).stream())
            .flatMap(event -> Requested.of(issue, event).stream())
            .findFirst();
    if (request.isPresent() && policy.isPresent() && policy.get().start() != null) {
      return request.get();
    }
    throw last != null
        ? last
        : new Unfit(
            captures.isEmpty()
                ? "The issue has no capture, suture.yml names no command under `repro.command`, and"
                    + " no event has a request that can be made again (whole, with its body, to an"
                    + " application with `start`)."
                : "No capture of the issue shows an error.");
  }

  private Optional<ReproPolicy> policy(Project project, String base) {
    try {
      String file = sources.repository().file(project, base, Policy.FILE).orElse("");
      return Optional.of(ReproPolicy.read(file));
    } catch (Unreachable | ReproPolicy.Wrong unusable) {
      return Optional.empty();
    }
  }

  /// Begins to run the reproduction of an issue, unless that is being done.
  ///
  /// @param name of a line, a branch, a tag or a commit; empty for what is live
  /// @return why it cannot be; empty when it has begun
  public Optional<String> begin(Project project, String issue, String name) {
    if (rig.problem().isPresent()) {
      return rig.problem();
    }
    try {
      String live = LiveCommit.of(project, sources.deployments(), sources.repository()).commit();
      Optional<String> commit = name.isEmpty() ? Optional.of(live) : named(project, name);
      if (commit.isEmpty()) {
        return Optional.of("The repository has no commit, branch or tag of this name.");
      }
      Reproduction reproduction = of(project, issue, live);
      if (running.add(issue)) {
        Thread.ofVirtual()
            .name("reproduction")
            .start(
                () -> {
                  try {
                    look(project, reproduction, name, commit.get());
                  } finally {
                    running.remove(issue);
                  }
                });
      }
      return Optional.empty();
    } catch (Unreachable | Unfit unusable) {
      return Optional.of(String.valueOf(unusable.getMessage()));
    }
  }

  /// A branch may have been pushed a moment ago.
  private Optional<String> named(Project project, String name) throws Unreachable {
    if (!name.matches("[0-9a-f]{40,64}")) {
      sources.repository().fetch(project);
    }
    return sources.repository().resolve(project, branch(project, name));
  }

  private static String branch(Project project, String name) {
    return switch (name) {
      case "production" -> project.lines().production();
      case "develop" -> project.lines().develop();
      default -> name;
    };
  }

  public boolean isRunning(String issue) {
    return running.contains(issue);
  }

  /// Runs a reproduction at a commit, and keeps what it showed.
  ///
  /// @param name that the commit was asked for by
  public Sighting look(Project project, Reproduction reproduction, String name, String commit) {
    Trial trial = rig.trial(project, reproduction, commit, Rig.Wish.QUICK);
    Sighting sighting =
        new Sighting(
            reproduction.issue(),
            name,
            commit,
            trial.verdict(),
            trial.verdict().confidence(),
            trial.runs(),
            clock.instant(),
            trial.runs().isEmpty() ? said(trial) : null);
    store.put(sighting);
    return sighting;
  }

  private static @Nullable String said(Trial trial) {
    return trial.exhibits().stream()
        .filter(each -> each.name().equals("log.txt"))
        .findFirst()
        .map(log -> Sighting.end(new String(log.content(), StandardCharsets.UTF_8)))
        .orElse(null);
  }

  /// Newest first.
  public List<Sighting> sightings(String issue) {
    return store.sightings(issue);
  }

  public Optional<String> problem() {
    return rig.problem();
  }

  /// What is run of an issue, at what is live now.
  ///
  /// @throws Unfit when there is nothing to run
  public Reproduction ofLive(Project project, String issue) throws Unfit {
    try {
      return of(
          project,
          issue,
          LiveCommit.of(project, sources.deployments(), sources.repository()).commit());
    } catch (Unreachable unreachable) {
      throw new Unfit(String.valueOf(unreachable.getMessage()));
    }
  }
}
