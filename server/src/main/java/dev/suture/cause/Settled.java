package dev.suture.cause;

import dev.suture.hotfix.CommitNames;
import dev.suture.hotfix.Repository;
import dev.suture.io.LeastRecentlyUsed;
import dev.suture.project.Project;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a repository has at commits, asked once: a commit never changes. Names that can move are
/// asked each time.
public final class Settled implements CommitNames {
  private static final int MOST_TREES = 16;
  private static final int MOST_TEXTS = 256;
  private static final int LONGEST = 1 << 18;
  private static final int MOST_IDS = 4096;

  private final Repository repository;
  private final Map<String, String> ids = new LeastRecentlyUsed<>(MOST_IDS);
  private final Map<String, List<String>> trees = new LeastRecentlyUsed<>(MOST_TREES);
  private final Map<String, Optional<String>> texts = new LeastRecentlyUsed<>(MOST_TEXTS);

  public Settled(Repository repository) {
    this.repository = repository;
  }

  @Override
  public Optional<String> resolve(Project project, String name) throws Repository.Unreachable {
    boolean full = name.matches("[0-9a-f]{40}");
    String key = key(project, name);
    String known = full ? read(ids, key) : null;
    if (known != null) {
      return Optional.of(known);
    }
    Optional<String> found = repository.resolve(project, name);
    if (full && found.isPresent()) {
      keep(ids, key, found.get());
    }
    return found;
  }

  /// @param commit full id
  List<String> files(Project project, String commit) throws Repository.Unreachable {
    String key = key(project, commit);
    List<String> known = read(trees, key);
    if (known == null) {
      known = repository.files(project, commit);
      keep(trees, key, known);
    }
    return known;
  }

  /// @param commit full id
  Optional<String> file(Project project, String commit, String path) throws Repository.Unreachable {
    String key = key(project, commit) + " " + path;
    Optional<String> known = read(texts, key);
    if (known == null) {
      known = repository.file(project, commit, path);
      if (known.orElse("").length() <= LONGEST) {
        keep(texts, key, known);
      }
    }
    return known;
  }

  /// Another address is another repository.
  private static String key(Project project, String commit) {
    return project.id() + " " + project.repository() + " " + commit;
  }

  private static <V> @Nullable V read(Map<String, V> map, String key) {
    synchronized (map) {
      return map.get(key);
    }
  }

  private static <V> void keep(Map<String, V> map, String key, V value) {
    synchronized (map) {
      map.put(key, value);
    }
  }
}
