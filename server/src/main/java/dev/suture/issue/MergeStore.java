package dev.suture.issue;

import dev.suture.issue.activity.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts issues together and takes them apart.
public interface MergeStore {
  /// Makes issues part of another of their project. Their hashes, events, counts, captures,
  /// hotfixes and log go over, and their ids lead to the survivor from then on. All or nothing.
  ///
  /// @throws Refused with a sentence that says why not
  void merge(List<String> issues, String into, Actor actor);

  /// Makes a merged issue an issue of its own again, under its old id, with the counts that it had
  /// and what arrived on its hashes since.
  ///
  /// @param issue the survivor
  /// @return the id of the one that is its own again
  /// @throws Refused with a sentence that says why not
  String undo(String issue, long merge, Actor actor);

  /// Makes a hash of an issue an issue of its own.
  ///
  /// @return the id of the new issue
  /// @throws Refused with a sentence that says why not
  String split(String issue, String hash, Actor actor);

  /// What was merged into an issue and taken out of it, newest first.
  List<Entry> history(String issue);

  /// @param merge to undo it by; null for a hash that was taken out
  /// @param issue that came in, or that was made
  /// @param hash that was taken out; null for a merge
  /// @param counted how many events were still kept, by which hours and shares were counted anew
  /// @param undone when the merge was undone; null while it holds
  record Entry(
      @Nullable Long merge,
      String issue,
      String title,
      long events,
      @Nullable String hash,
      @Nullable Long counted,
      Instant at,
      String who,
      @Nullable Instant undone) {}

  /// It cannot be done.
  final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refused(String message) {
      super(message);
    }
  }
}
