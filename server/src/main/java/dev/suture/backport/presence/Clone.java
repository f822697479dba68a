package dev.suture.backport.presence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is read of a clone. All commits are full ids.
public interface Clone {

  /// Commits reachable from `tips` and not from `known`, with their parents.
  void history(Collection<String> tips, Collection<String> known, Consumer<Node> each)
      throws Unreadable;

  /// @param time seconds, when it was committed
  /// @param parents the first one first
  record Node(String commit, long time, List<String> parents) {}

  /// What commits say of themselves, in the order asked for.
  void said(List<String> commits, Consumer<Said> each) throws Unreadable;

  /// What commits change against their first parent, merges and unreadable ones left out.
  void changes(List<String> commits, Consumer<Change> each) throws Unreadable;

  /// What changes between two commits in sum.
  Change between(String base, String head) throws Unreadable;

  /// Git's own stable patch ids; commits that change nothing are left out.
  ///
  /// @param context lines of context that count
  Map<String, String> patchIds(List<String> commits, int context) throws Unreadable;

  /// Git's own stable patch id of what changes between two commits; empty where nothing does.
  String patchId(String base, String head, int context) throws Unreadable;

  /// Files at commits, each null where there is none or it is too large.
  List<byte @Nullable []> files(List<Place> places) throws Unreadable;

  record Place(String commit, String path) {}

  /// Paths of all files at a commit.
  List<String> paths(String commit) throws Unreadable;

  /// The clone cannot be read; the message says what git said.
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    public Unreadable(String message) {
      super(message);
    }

    public Unreadable(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }
}
