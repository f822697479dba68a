package dev.suture.backport.presence;

import dev.suture.backport.presence.Clone.Place;
import dev.suture.backport.presence.Clone.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the tip of a line holds of a change that was made on it.
///
/// @param held share of the lines that it added and that are still there; -1 where it added none
/// @param back share of the lines that it removed and that are there again; -1 where it removed
///   none
/// @param gone files of it that the tip does not have
/// @param read whether any file could be compared
record Tip(double held, double back, int gone, boolean read) {

  boolean holds() {
    return held < 0 ? back < .5 : held >= .5 && !isTorn();
  }

  /// Whether a good part of it was taken back: some of its lines are gone, and as many of those
  /// before it are there again.
  boolean isTorn() {
    return held >= .3 && held < .8 && back > .4;
  }

  /// Whether nearly all of it stands.
  boolean isWhole() {
    return read && (held < 0 ? back < .1 : held >= .9);
  }

  /// Whether what stands there is what stood there before the change.
  boolean isBefore() {
    return held < 0 ? back >= .5 : held < .3 && back >= .6;
  }

  /// @param after the commit on the line that has the change
  /// @param files what it changed, sources only where there are any
  static Tip look(Clone clone, ChangeIndex index, String after, String tip, List<FileChange> files)
      throws Unreadable {
    List<Place> places = new ArrayList<>();
    for (FileChange file : files) {
      places.add(new Place(after, file.path()));
      places.add(new Place(tip, file.path()));
    }
    List<byte @Nullable []> texts = new ArrayList<>(clone.files(places));
    moved(clone, tip, files, texts);
    Count count = new Count(index);
    for (int i = 0; i < files.size(); i++) {
      count.file(files.get(i), texts.get(2 * i), texts.get(2 * i + 1));
    }
    return count.tip();
  }

  /// Looks for files that the tip has elsewhere, by their names.
  private static void moved(
      Clone clone, String tip, List<FileChange> files, List<byte @Nullable []> texts)
      throws Unreadable {
    List<Integer> lost = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (texts.get(2 * i) != null && texts.get(2 * i + 1) == null) {
        lost.add(i);
      }
    }
    if (lost.isEmpty()) {
      return;
    }
    Map<String, List<String>> byName = new HashMap<>();
    for (String path : clone.paths(tip)) {
      byName.computeIfAbsent(FileChange.name(path), _ -> new ArrayList<>()).add(path);
    }
    List<Place> places = new ArrayList<>();
    List<Integer> whose = new ArrayList<>();
    for (int i : lost) {
      String path = files.get(i).path();
      byName.getOrDefault(FileChange.name(path), List.of()).stream()
          .max((a, b) -> Double.compare(Paths.nearness(path, a), Paths.nearness(path, b)))
          .ifPresent(
              there -> {
                places.add(new Place(tip, there));
                whose.add(i);
              });
    }
    List<byte @Nullable []> found = clone.files(places);
    for (int i = 0; i < found.size(); i++) {
      texts.set(2 * whose.get(i) + 1, found.get(i));
    }
  }

  private static final class Count {
    private final ChangeIndex index;
    private double added;
    private double held;
    private double removed;
    private double back;
    private int gone;
    private boolean read;

    Count(ChangeIndex index) {
      this.index = index;
    }

    void file(FileChange file, byte @Nullable [] after, byte @Nullable [] tip) {
      if (after == null && tip == null) {
        return;
      }
      read = true;
      gone += tip == null ? 1 : 0;
      Set<Long> had = lines(after);
      Set<Long> has = lines(tip);
      for (Hunk hunk : file.hunks()) {
        for (int i = 0; i < hunk.size(); i++) {
          double weight = index.weight(hunk, i);
          long line = hunk.lines()[i];
          if (hunk.isAdded(i)) {
            added += weight;
            held += has.contains(line) ? weight : 0;
          } else if (!had.contains(line)) {
            removed += weight;
            back += has.contains(line) ? weight : 0;
          }
        }
      }
    }

    Tip tip() {
      return new Tip(
          added == 0 ? -1 : held / added, removed == 0 ? -1 : back / removed, gone, read);
    }
  }

  static Set<Long> lines(byte @Nullable [] text) {
    Set<Long> lines = new HashSet<>();
    if (text == null) {
      return lines;
    }
    int start = 0;
    for (int i = 0; i <= text.length; i++) {
      if (i == text.length || text[i] == '\n') {
        lines.add(Normal.line(text, start, i));
        start = i + 1;
      }
    }
    return lines;
  }
}
