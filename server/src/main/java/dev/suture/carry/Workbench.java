package dev.suture.carry;

import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Repository.Unreachable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Merges in a bare clone: trees and commits are written, refs never, and no work tree is touched.
public interface Workbench {
  /// The change of one commit brought onto another tree.
  ///
  /// @param commit full id; not a merge
  /// @param onto id of a commit or a tree
  Merged pick(String commit, String onto) throws Unreachable;

  /// Two histories joined, from where they parted.
  Merged merge(String head, String onto) throws Unreachable;

  /// @param tree with git's own marks where there is a clash
  /// @param clashes empty when it is clean
  record Merged(String tree, List<Clash> clashes) {}

  /// What git cannot decide about one path; a side is null where the file is not there.
  record Clash(String path, @Nullable Side base, @Nullable Side ours, @Nullable Side theirs) {}

  record Side(String mode, String blob) {
    boolean isFile() {
      return mode.equals("100644") || mode.equals("100755");
    }
  }

  /// The three sides of a text, piece by piece; empty when one is no text.
  Optional<List<Piece>> pieces(@Nullable Side base, Side ours, Side theirs) throws Unreachable;

  /// A part of a merged text: agreed, or with three sides.
  sealed interface Piece {
    record Agreed(String text) implements Piece {}

    record Disputed(String ours, String base, String theirs) implements Piece {}
  }

  /// The same tree with another text at a path, or, with null, without that path.
  String replace(String tree, String path, String mode, @Nullable String text) throws Unreachable;

  /// Writes a commit that has the author and the message of another. The same arguments give the
  /// same id.
  ///
  /// @param trailers lines for the end of the message
  String commit(Draft draft) throws Unreachable;

  record Draft(String tree, List<String> parents, String like, List<String> trailers, Instant at) {}

  /// A merge commit with a message of ours.
  String commit(String tree, List<String> parents, String message, Instant at) throws Unreachable;

  String tree(String commit) throws Unreachable;

  /// The commits that last touched some lines of a file, as a commit has it.
  ///
  /// @param from first line, from 1
  List<Hotfix.Commit> touched(String commit, String path, int from, int to) throws Unreachable;

  /// A text file in a commit or tree; null when it is not there.
  @Nullable String text(String commit, String path) throws Unreachable;
}
