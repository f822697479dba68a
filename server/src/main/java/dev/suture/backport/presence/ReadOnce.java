package dev.suture.backport.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A clone as one question about a fix reads it: nothing is asked of git twice, and what all lines
/// will ask for can be read ahead at once. Each asking of git starts a process, which takes longer
/// than what it answers.
final class ReadOnce implements Clone {
  private final Clone clone;
  private final Map<Place, Text> files = new HashMap<>();
  private final Map<Integer, Map<String, String>> patchIds = new HashMap<>();
  private final Map<Sum, String> sums = new HashMap<>();
  private final Map<String, List<String>> paths = new HashMap<>();

  /// @param bytes null where there is no such file
  private record Text(byte @Nullable [] bytes) {}

  private record Sum(String base, String head, int context) {}

  ReadOnce(Clone clone) {
    this.clone = clone;
  }

  @Override
  public void history(Collection<String> tips, Collection<String> known, Consumer<Node> each)
      throws Unreadable {
    clone.history(tips, known, each);
  }

  @Override
  public void said(List<String> commits, Consumer<Said> each) throws Unreadable {
    clone.said(commits, each);
  }

  @Override
  public void changes(List<String> commits, Consumer<Change> each) throws Unreadable {
    clone.changes(commits, each);
  }

  @Override
  public Change between(String base, String head) throws Unreadable {
    return clone.between(base, head);
  }

  @Override
  public Map<String, String> patchIds(List<String> commits, int context) throws Unreadable {
    Map<String, String> known = patchIds.computeIfAbsent(context, _ -> new HashMap<>());
    List<String> missing = commits.stream().filter(id -> !known.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      missing.forEach(id -> known.put(id, ""));
      known.putAll(clone.patchIds(missing, context));
    }
    Map<String, String> found = new HashMap<>();
    for (String commit : commits) {
      String id = known.getOrDefault(commit, "");
      if (!id.isEmpty()) {
        found.put(commit, id);
      }
    }
    return found;
  }

  @Override
  public String patchId(String base, String head, int context) throws Unreadable {
    Sum sum = new Sum(base, head, context);
    String known = sums.get(sum);
    if (known == null) {
      known = clone.patchId(base, head, context);
      sums.put(sum, known);
    }
    return known;
  }

  @Override
  public List<byte @Nullable []> files(List<Place> places) throws Unreadable {
    List<Place> missing =
        places.stream().filter(place -> !files.containsKey(place)).distinct().toList();
    if (!missing.isEmpty()) {
      List<byte @Nullable []> read = clone.files(missing);
      for (int i = 0; i < read.size(); i++) {
        files.put(missing.get(i), new Text(read.get(i)));
      }
    }
    List<byte @Nullable []> found = new ArrayList<>();
    for (Place place : places) {
      Text text = files.get(place);
      found.add(text == null ? null : text.bytes());
    }
    return found;
  }

  @Override
  public List<String> paths(String commit) throws Unreadable {
    List<String> known = paths.get(commit);
    if (known == null) {
      known = clone.paths(commit);
      paths.put(commit, known);
    }
    return known;
  }
}
