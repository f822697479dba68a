package dev.suture.dora;

import dev.suture.deploy.Deployment;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that the figures of one service in one environment are made from; replayed from a file, it
/// gives the same figures.
///
/// @param service slug of the project
/// @param deployments into the environment, oldest first
/// @param words what was said of them, oldest first
/// @param now until when things are known
public record History(
    String service,
    List<Deployment> deployments,
    List<Declared> hotfixes,
    List<WatchEnd> watches,
    List<Word> words,
    List<Change> changes,
    Instant now) {
  public History {
    deployments =
        deployments.stream()
            .sorted(Comparator.comparing(Deployment::at).thenComparing(Deployment::id))
            .toList();
  }

  /// A hotfix that was started because of something live.
  ///
  /// @param hotfix id
  /// @param release the first one that its issue was seen in; null when not known
  /// @param remedy id of the deployment that brought it into the environment; null while none did
  public record Declared(
      String hotfix, @Nullable String release, Instant at, @Nullable Long remedy) {}

  /// What the watch of a deployment has found so far.
  ///
  /// @param verdict healthy, degraded, undecided or silent
  /// @param alarmed when it first alarmed; null while it has not
  /// @param calm when it was first shown that the rate is not doubled; null while it is not
  public record WatchEnd(
      long deployment, String verdict, @Nullable Instant alarmed, @Nullable Instant calm) {}

  /// What somebody said of a deployment. Nothing is taken back: who thinks otherwise says so.
  ///
  /// @param recovered when the service was well again; null when that was not said
  /// @param by as [dev.suture.account.Principal#actor] says it
  public record Word(
      long id,
      long deployment,
      boolean failed,
      @Nullable Instant recovered,
      String reason,
      String by,
      String name,
      Instant at) {
    /// A person's word is above whatever a program found.
    public boolean ofPerson() {
      return by.startsWith("account:") || by.equals("operator");
    }
  }

  /// A commit that a deployment brought into the environment.
  ///
  /// @param at when it was written
  /// @param by the commit that brought it onto the deployed line, a merge or itself; null where it
  ///   is not known
  /// @param landed when that one was made; null where it is not known
  public record Change(
      long deployment, String commit, Instant at, @Nullable String by, @Nullable Instant landed) {}
}
