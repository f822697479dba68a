package dev.suture.git;

import dev.suture.hotfix.Repository.Landing;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds by which commit of a line's first parents each other one came onto it.
final class Landings {
  static final String FORMAT = "--format=%H %at %ct %P%n%s";

  private Landings() {}

  private record Entry(String id, Instant written, Instant made, List<String> parents) {
    static Entry of(String record) {
      String[] words = record.lines().findFirst().orElseThrow().strip().split(" ");
      return new Entry(
          words[0],
          Instant.ofEpochSecond(Long.parseLong(words[1])),
          Instant.ofEpochSecond(Long.parseLong(words[2])),
          Arrays.asList(words).subList(3, words.length));
    }
  }

  /// @param records in [#FORMAT], the tip first
  /// @return those that are no merges, as they came, oldest first
  static List<Landing> of(List<String> records) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String record : records) {
      Entry entry = Entry.of(record);
      entries.put(entry.id(), entry);
    }
    List<Landing> landings = new ArrayList<>();
    for (Entry bringing : line(entries).reversed()) {
      List<Entry> brought = new ArrayList<>();
      Deque<String> open = new ArrayDeque<>(List.of(bringing.id()));
      while (!open.isEmpty()) {
        Entry entry = entries.remove(open.pop());
        if (entry != null) {
          brought.add(entry);
          open.addAll(entry.parents());
        }
      }
      for (Entry entry : brought.reversed()) {
        if (entry.parents().size() < 2) {
          landings.add(new Landing(entry.id(), entry.written(), bringing.id(), bringing.made()));
        }
      }
    }
    return landings;
  }

  /// From the tip back by first parents, as far as the range goes.
  private static List<Entry> line(Map<String, Entry> entries) {
    List<Entry> line = new ArrayList<>();
    Entry next = entries.values().stream().findFirst().orElse(null);
    while (next != null) {
      line.add(next);
      next = next.parents().isEmpty() ? null : entries.get(next.parents().getFirst());
    }
    return line;
  }
}
