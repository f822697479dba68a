package dev.suture.repro;

import dev.suture.capture.Blobs;
import dev.suture.hotfix.Hotfix;
import dev.suture.project.Project;
import dev.suture.project.ProjectStore;
import dev.suture.repro.Applications.Ended;
import dev.suture.repro.Applications.Stopped;
import dev.suture.repro.Applications.Task;
import dev.suture.repro.Applications.Unnamed;
import dev.suture.repro.Applications.Unservable;
import dev.suture.repro.Proof.Checks;
import dev.suture.repro.Proof.Shown;
import dev.suture.repro.Proof.Side;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Trial.Exhibit;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Proves hotfixes: one at a time each, on a thread of its own, for it takes as long as two builds.
public final class Proofs {
  /// What a proof is made from.
  public record Sources(ProjectStore projects, Reproductions reproductions, Blobs blobs) {}

  private final Sources sources;
  private final Rig rig;
  private final Applications applications;
  private final ProofStore store;
  private final Seal seal;
  private final InstantSource clock;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  /// What it is done with.
  public record Means(Rig rig, Applications applications, ProofStore store, Seal seal) {}

  public Proofs(Sources sources, Means means, InstantSource clock) {
    this.sources = sources;
    this.rig = means.rig();
    this.applications = means.applications();
    this.store = means.store();
    this.seal = means.seal();
    this.clock = clock;
  }

  /// How a hotfix stands.
  ///
  /// @param proof the newest one; null when there is none, or it was changed after it was signed
  /// @param current whether it is of the commits that the hotfix has now
  /// @param running whether one is being made
  /// @param says in one sentence, in words of ours
  public record Standing(@Nullable Proof proof, boolean current, boolean running, String says) {
    /// Shown on the very commits that the hotfix has now.
    public boolean isProven() {
      return proof != null && current && proof.standing() == Proof.Standing.proven;
    }
  }

  public Standing of(Hotfix hotfix) {
    boolean now = running.contains(hotfix.id());
    Optional<Proof> found = store.of(hotfix.id());
    if (found.isEmpty()) {
      return new Standing(null, false, now, none(now));
    }
    Proof proof = found.get();
    if (!seal.isWhole(proof)) {
      return new Standing(
          null, false, now, "The proof was changed after it was signed, and counts for nothing.");
    }
    boolean current =
        proof.fix().commit().equals(hotfix.head()) && proof.live().commit().equals(hotfix.base());
    return new Standing(
        proof,
        current,
        now,
        current ? proof.says() : "The branch has other commits than those that were proven.");
  }

  private String none(boolean now) {
    if (now) {
      return "It is being proven.";
    }
    return rig.problem().orElse("This hotfix has no proof: nothing was run yet.");
  }

  /// Begins to prove a hotfix, unless that is being done.
  ///
  /// @return why it cannot be; empty when it has begun
  public Optional<String> begin(Hotfix hotfix) {
    if (rig.problem().isPresent()) {
      return rig.problem();
    }
    if (hotfix.issue() == null) {
      return Optional.of("This hotfix belongs to no issue: there is no failure to run again.");
    }
    if (hotfix.head().equals(hotfix.base())) {
      return Optional.of("The branch has no commit yet: there is nothing to prove.");
    }
    if (running.add(hotfix.id())) {
      Thread.ofVirtual()
          .name("proof")
          .start(
              () -> {
                try {
                  prove(hotfix);
                } finally {
                  running.remove(hotfix.id());
                }
              });
    }
    return Optional.empty();
  }

  /// Proves a hotfix as it is now, and keeps the proof.
  public Proof prove(Hotfix hotfix) {
    Project project =
        sources
            .projects()
            .bySlug(hotfix.project())
            .orElseThrow(() -> new IllegalStateException("a hotfix without its project"));
    String issue = Objects.requireNonNull(hotfix.issue(), "an issue to prove it for");
    Reproduction play = null;
    Trial live;
    Trial fix;
    Checks checks = null;
    Checks content = null;
    try {
      play = sources.reproductions().of(project, issue, hotfix.base());
      live = rig.trial(project, play, hotfix.base(), Rig.Wish.PROOF);
      fix = rig.trial(project, play, hotfix.head(), Rig.Wish.PROOF);
      checks = run(project, hotfix.head(), Task.checks);
      content = run(project, hotfix.head(), Task.content);
    } catch (Recordings.Unfit unfit) {
      live = Trial.untold(hotfix.base(), String.valueOf(unfit.getMessage()));
      fix = Trial.untold(hotfix.head(), "Nothing is there to run.");
    }
    Proof proof =
        seal.sign(
            new Proof(
                hotfix.id(),
                hotfix.project(),
                issue,
                play instanceof Played played ? played.capture() : null,
                side(hotfix, "live", live),
                side(hotfix, "fix", fix),
                checks,
                content,
                clock.instant(),
                ""));
    store.put(proof);
    return proof;
  }

  private @Nullable Checks run(Project project, String commit, Task task) {
    try {
      return switch (applications.run(project, commit, task)) {
        case Ended(String line, int exit, String _) -> new Checks(line, exit == 0, null);
        case Stopped(String line, String says, String _) -> new Checks(line, false, says);
        case Unnamed _ -> null;
      };
    } catch (Unservable problem) {
      return new Checks(task.name(), false, String.valueOf(problem.getMessage()));
    }
  }

  private Side side(Hotfix hotfix, String which, Trial trial) {
    List<Shown> shown = new ArrayList<>();
    for (Exhibit each : trial.exhibits()) {
      String name = which + "-" + each.name();
      try {
        sources.blobs().put(key(hotfix.id(), name), each.content());
        shown.add(new Shown(name, each.content().length, Seal.sha256(each.content())));
      } catch (IOException full) {
        continue;
      }
    }
    return new Side(
        trial.commit(),
        trial.verdict(),
        trial.verdict().confidence(),
        trial.runs(),
        List.copyOf(shown));
  }

  /// What was kept to look at, as it was when the proof was signed.
  public Optional<byte[]> exhibit(Proof proof, String name) {
    Optional<Shown> shown = proof.exhibit(name);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] content = sources.blobs().get(key(proof.hotfix(), shown.get().name()));
      return Seal.sha256(content).equals(shown.get().sha256())
          ? Optional.of(content)
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static String key(String hotfix, String name) {
    return "proofs/" + hotfix + "/" + name;
  }
}
