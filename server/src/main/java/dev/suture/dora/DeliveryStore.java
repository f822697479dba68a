package dev.suture.dora;

import dev.suture.dora.History.Change;
import dev.suture.dora.History.WatchEnd;
import dev.suture.dora.History.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps what was said of deployments and what was found out about them. Projects are slugs.
public interface DeliveryStore {
  /// @param word its id is given by the store
  Word say(String project, Word word);

  /// Oldest first.
  List<Word> words(String project);

  List<Change> changes(String project);

  /// Keeps what a deployment brought; it is not looked for again.
  void putChanges(String project, long deployment, List<Change> changes);

  List<WatchEnd> watches(String project);

  /// @param closed whether this is the last that its watch says
  void putWatch(String project, WatchEnd watch, boolean closed);

  /// Deployments whose changes were read.
  Set<Long> read(String project);

  /// Deployments whose watch was looked at after it closed.
  Set<Long> closed(String project);

  /// What notifications about a project are signed with.
  Optional<HookSecret> secret(String project);

  void putSecret(String project, HookSecret secret);

  void forgetSecret(String project);

  /// @param maker who made it, by name
  record HookSecret(String secret, Instant made, String maker) {}
}
