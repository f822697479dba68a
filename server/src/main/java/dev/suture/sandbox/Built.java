package dev.suture.sandbox;

import dev.suture.hotfix.Repository;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Policy;
import dev.suture.project.Project;
import dev.suture.repro.Applications.Unservable;
import dev.suture.repro.Checkout;
import dev.suture.repro.ReproPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Commits as folders: checked out, built once, kept while they are among the last that were used.
final class Built {
  private static final int KEPT = 24;
  private static final String READY = "ready";
  private static final String TREE = "tree";

  /// What everything is made from.
  ///
  /// @param folder of all that is built
  record Sources(
      Path folder,
      Repository repository,
      Checkout checkout,
      Builder builder,
      InstantSource clock) {}

  private final Sources sources;
  private final Map<Path, ReentrantLock> locks = new ConcurrentHashMap<>();

  Built(Sources sources) {
    this.sources = sources;
  }

  /// @param policy of the very commit, as far as it says how to build and serve
  record Tree(Path folder, ReproPolicy policy) {}

  Tree of(Project project, String commit) throws Unservable {
    if (!commit.matches("[0-9a-f]{40,64}")) {
      throw new IllegalArgumentException("not a full commit id");
    }
    ReproPolicy policy = policy(project, commit);
    Path home = folder(project).resolve(commit);
    ReentrantLock lock = locks.computeIfAbsent(home, _ -> new ReentrantLock());
    lock.lock();
    try {
      if (!Files.exists(home.resolve(READY))) {
        make(project, commit, home, policy);
      }
      Files.setLastModifiedTime(home, FileTime.from(sources.clock().instant()));
      return new Tree(home.resolve(TREE), policy);
    } catch (IOException failed) {
      throw new Unservable("The folder of built commits cannot be written: see to its disk.");
    } finally {
      lock.unlock();
    }
  }

  private Path folder(Project project) {
    return sources.folder().resolve(Long.toString(project.id()));
  }

  private ReproPolicy policy(Project project, String commit) throws Unservable {
    try {
      return ReproPolicy.read(sources.repository().file(project, commit, Policy.FILE).orElse(""));
    } catch (ReproPolicy.Wrong | Unreachable unusable) {
      throw new Unservable(String.valueOf(unusable.getMessage()));
    }
  }

  private void make(Project project, String commit, Path home, ReproPolicy policy)
      throws IOException, Unservable {
    delete(home);
    makeRoom(folder(project));
    Files.createDirectories(home);
    try {
      sources.checkout().into(project, commit, home.resolve(TREE));
    } catch (Unreachable unreadable) {
      throw new Unservable(String.valueOf(unreadable.getMessage()));
    }
    String build = policy.build();
    if (build != null) {
      sources
          .builder()
          .build(home.resolve(TREE), Files.createDirectories(home.resolveSibling("cache")), build);
    }
    Files.createFile(home.resolve(READY));
  }

  /// Deletes what was used longest ago, so that one more finds room.
  private void makeRoom(Path project) throws IOException {
    Files.createDirectories(project);
    List<Path> made;
    try (Stream<Path> all = Files.list(project)) {
      made =
          all.filter(each -> Files.exists(each.resolve(READY)))
              .sorted(Comparator.comparing(Built::used))
              .toList();
    }
    for (int i = 0; i <= made.size() - KEPT; i++) {
      delete(made.get(i));
    }
  }

  private static FileTime used(Path folder) {
    try {
      return Files.getLastModifiedTime(folder);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  /// Symbolic links are deleted and not followed.
  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
