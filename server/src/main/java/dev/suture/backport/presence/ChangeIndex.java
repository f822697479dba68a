package dev.suture.backport.presence;

import dev.suture.backport.presence.Clone.Unreadable;
import dev.suture.io.LeastRecentlyUsed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The changes of a clone's commits, found by their lines and by the names of their files. A commit
/// is read once, when it is first asked about.
final class ChangeIndex {
  private static final int SLICE = 400;
  private static final int READERS = 2;

  /// More lines than a project has; their trees share their paths.
  private static final int KEPT_TREES = 64;

  /// A small repository's counts say little about which line is rare.
  private static final int LEAST_COMMITS = 500;

  private final Clone clone;
  private final Graph graph = new Graph();
  private final Set<String> tips = new HashSet<>();
  private final BitSet asked = new BitSet();
  private @Nullable Change[] changes = new Change[1024];
  private @Nullable Said[] said = new Said[1024];
  private final Postings byLine = new Postings();
  private final Postings byName = new Postings();
  private final Postings byId = new Postings();
  private final Postings byAuthorship = new Postings();
  private final Postings byPick = new Postings();
  private final Postings byRevert = new Postings();

  /// What messages name as picked or taken back.
  private final Set<String> claimed = new HashSet<>();

  private final Map<String, Set<String>> renames = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, Set<String>> trees = new LeastRecentlyUsed<>(KEPT_TREES);
  private int indexed;

  ChangeIndex(Clone clone) {
    this.clone = clone;
  }

  Graph graph() {
    return graph;
  }

  /// Learns the history behind commits.
  void follow(Collection<String> commits) throws Unreadable {
    List<String> fresh = commits.stream().distinct().filter(tip -> !graph.has(tip)).toList();
    if (fresh.isEmpty()) {
      return;
    }
    List<Clone.Node> nodes = new ArrayList<>();
    clone.history(fresh, tips, nodes::add);
    graph.add(nodes);
    tips.addAll(fresh);
  }

  /// Reads the changes of commits that were not read before.
  void read(BitSet wanted) throws Unreadable {
    BitSet missing = (BitSet) wanted.clone();
    missing.andNot(asked);
    List<String> ids = new ArrayList<>();
    for (int i = missing.nextSetBit(0); i >= 0; i = missing.nextSetBit(i + 1)) {
      ids.add(graph.id(i));
    }
    if (ids.isEmpty()) {
      return;
    }
    List<Callable<Slice>> slices = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += SLICE) {
      List<String> slice = ids.subList(from, Math.min(ids.size(), from + SLICE));
      slices.add(() -> Slice.read(clone, slice));
    }
    try (var readers = Executors.newFixedThreadPool(READERS, Thread.ofVirtual().factory())) {
      for (Future<Slice> slice : slices.stream().map(readers::submit).toList()) {
        add(slice.get());
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Unreadable unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unreadable("Reading was stopped because the server is stopping.");
    }
    asked.or(missing);
  }

  private record Slice(List<Change> changes, List<Said> said) {
    static Slice read(Clone clone, List<String> commits) throws Unreadable {
      Slice slice = new Slice(new ArrayList<>(), new ArrayList<>());
      clone.changes(commits, slice.changes::add);
      clone.said(commits, slice.said::add);
      return slice;
    }
  }

  private void add(Slice slice) {
    if (changes.length < graph.size()) {
      changes = Arrays.copyOf(changes, graph.size() * 2);
      said = Arrays.copyOf(said, graph.size() * 2);
    }
    for (Said one : slice.said()) {
      int commit = graph.of(one.commit());
      said[commit] = one;
      byAuthorship.add(authorship(one), commit);
      one.picks().forEach(named -> byPick.add(beginning(named), commit));
      one.reverts().forEach(named -> byRevert.add(beginning(named), commit));
      claimed.addAll(one.picks());
      claimed.addAll(one.reverts());
    }
    for (Change change : slice.changes()) {
      int commit = graph.of(change.commit());
      changes[commit] = change;
      indexed++;
      byId.add(change.id(), commit);
      for (FileChange file : change.files()) {
        if (!file.path().equals(file.from())) {
          renames.computeIfAbsent(file.path(), _ -> new HashSet<>()).add(file.from());
          renames.computeIfAbsent(file.from(), _ -> new HashSet<>()).add(file.path());
        }
        byName.add(Normal.hash(file.name()), commit);
        byName.add(Normal.hash(FileChange.name(file.from())), commit);
        for (Hunk hunk : file.hunks()) {
          for (int i = 0; i < hunk.size(); i++) {
            byLine.add(key(hunk, i), commit);
          }
        }
      }
    }
  }

  /// A line as it is looked up: what is added in one change is another thing removed.
  static long key(Hunk hunk, int line) {
    return hunk.isAdded(line) ? hunk.lines()[line] : ~hunk.lines()[line];
  }

  static long authorship(Said one) {
    return Normal.mixed(one.author() * 31 + one.authored());
  }

  /// Whether a fix is one commit that was read, and no merge.
  boolean isOne(Fix fix) {
    int commit = graph.of(fix.head());
    return fix.commits().size() == 1
        && graph.parents(commit).length == 1
        && graph.id(graph.parents(commit)[0]).equals(fix.base())
        && change(commit) != null;
  }

  /// What a fix changes in sum.
  Change of(Fix fix) throws Unreadable {
    Change read = isOne(fix) ? change(graph.of(fix.head())) : null;
    return read == null ? clone.between(fix.base(), fix.head()) : read;
  }

  /// Paths of all files at a commit; kept for the lines that were asked about last.
  Set<String> paths(String commit) throws Unreadable {
    Set<String> known = trees.get(commit);
    if (known == null) {
      known = new HashSet<>();
      for (String path : clone.paths(commit)) {
        String same = paths.putIfAbsent(path, path);
        known.add(same == null ? path : same);
      }
      trees.put(commit, known);
    }
    return known;
  }

  @Nullable Change change(int commit) {
    return commit < changes.length ? changes[commit] : null;
  }

  @Nullable Said said(int commit) {
    return commit >= 0 && commit < said.length ? said[commit] : null;
  }

  /// How near two changed files are to being the same one.
  double nearness(FileChange one, FileChange other) {
    double near = Paths.nearness(one, other);
    return near < .95 && isRenamed(one, other) ? .95 : near;
  }

  private boolean isRenamed(FileChange one, FileChange other) {
    Set<String> names = otherNames(one);
    return names.contains(other.path()) || names.contains(other.from());
  }

  /// The paths that a file had before or got later, as far as commits that were read say.
  Set<String> otherNames(FileChange file) {
    Set<String> names = new HashSet<>(renames.getOrDefault(file.path(), Set.of()));
    names.addAll(renames.getOrDefault(file.from(), Set.of()));
    for (String name : List.copyOf(names)) {
      names.addAll(renames.getOrDefault(name, Set.of()));
    }
    return names;
  }

  Postings byLine() {
    return byLine;
  }

  Postings byName() {
    return byName;
  }

  Postings byId() {
    return byId;
  }

  Postings byAuthorship() {
    return byAuthorship;
  }

  /// Commits whose message says that they were picked from a commit.
  List<Integer> picksOf(String id) {
    return saying(byPick, id, Said::picks);
  }

  /// Commits whose message says that they take a commit back.
  List<Integer> revertsOf(String id) {
    return saying(byRevert, id, Said::reverts);
  }

  /// The merges that brought a commit to where they were made, of those that messages name.
  List<String> mergesOf(int commit) {
    BitSet below = graph.descendants(commit);
    List<String> merges = new ArrayList<>();
    for (String id : claimed) {
      int named = graph.of(id);
      if (named >= 0
          && graph.isMerge(named)
          && below.get(named)
          && !below.get(graph.parents(named)[0])) {
        merges.add(id);
      }
    }
    return merges;
  }

  private List<Integer> saying(Postings postings, String id, Function<Said, List<String>> claims) {
    List<Integer> found = new ArrayList<>();
    postings.each(
        beginning(id),
        commit -> {
          Said one = said[commit];
          if (one != null && claims.apply(one).stream().anyMatch(id::startsWith)) {
            found.add(commit);
          }
        });
    return found;
  }

  private static long beginning(String id) {
    return Normal.hash(id.substring(0, 7));
  }

  /// How much a line tells: a rare one with several words more than a brace.
  double weight(Hunk hunk, int line) {
    double commits = Math.max(indexed, LEAST_COMMITS);
    double rare =
        Math.log((commits + 1) / (Math.max(1, byLine.count(key(hunk, line)))))
            / Math.log(commits + 1);
    int words = hunk.words(line);
    double telling = words == 0 ? .1 : words == 1 ? .5 : 1;
    return Math.max(.02, rare) * telling;
  }
}
