package dev.suture.issue.grouping;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where an error lies in the files that a build wrote: what a minified stack and the same stack
/// mapped to its source have in common. It holds for one build only, which is named with it, since
/// a place of another build is other code.
///
/// @param build which build wrote the topmost file
/// @param place the topmost positions; null when one of them is not known
/// @param names the topmost functions as the build calls them; null when one has no name
/// @param mapped whether the topmost frame was mapped
record BuiltV2(String build, @Nullable String place, @Nullable String names, boolean mapped) {
  private static final int FRAMES = 4;
  private static final int FRAMES_NAMED = 2;

  static @Nullable BuiltV2 of(Event event) {
    List<Frame> stack = stack(event.thrown());
    if (stack.isEmpty()) {
      return null;
    }
    Map<String, String> debugIds = new HashMap<>();
    event.debugFiles().forEach(each -> debugIds.put(each.file(), each.debugId()));
    StringBuilder place = new StringBuilder();
    StringBuilder names = new StringBuilder();
    boolean placed = true;
    boolean named = true;
    String first = null;
    for (int i = 0; i < stack.size(); i++) {
      Frame frame = stack.get(i);
      Frame.Built built = frame.built();
      String file = built == null ? frame.file() : built.file();
      int line = built == null ? frame.line() : built.line();
      int column = built == null ? frame.column() : built.column();
      String build = build(file, debugIds, event);
      if (i == 0 && build == null) {
        return null;
      }
      first = i == 0 ? build : first;
      placed &= build != null && line > 0 && column > 0;
      place.append(build).append(' ').append(line).append(':').append(column).append('\n');
      if (i < FRAMES_NAMED) {
        String name = NameV2.script(FrameV2.bounded(FrameV2.builtName(frame)));
        named &= !name.isEmpty();
        names.append(name).append('\n');
      }
    }
    return new BuiltV2(
        first == null ? "" : first,
        placed ? place.toString() : null,
        named ? names.toString() : null,
        stack.getFirst().built() != null);
  }

  /// The topmost frames of the innermost exception that has any.
  private static List<Frame> stack(List<Thrown> chain) {
    for (Thrown thrown : chain.reversed()) {
      List<Frame> top = new ArrayList<>(FRAMES);
      for (Frame frame : thrown.frames()) {
        if (top.size() == FRAMES || (!top.isEmpty() && FrameV2.isBehindAwait(frame))) {
          break;
        }
        if (!FrameV2.isNoise(frame)) {
          top.add(frame);
        }
      }
      if (!top.isEmpty()) {
        return top;
      }
    }
    return List.of();
  }

  /// The debug id of a file, else its name where that holds a hash, else release and name.
  private static @Nullable String build(String file, Map<String, String> debugIds, Event event) {
    String id = debugIds.get(file);
    if (id != null) {
      return id;
    }
    String bounded = FrameV2.bounded(file);
    if (PathV2.hasHash(bounded)) {
      int query = bounded.indexOf('?');
      String path = query < 0 ? bounded : bounded.substring(0, query);
      return path.substring(path.lastIndexOf('/') + 1);
    }
    if (event.release() == null) {
      return null;
    }
    String dist = event.details().dist();
    return PathV2.of(bounded) + " of " + event.release() + (dist == null ? "" : " " + dist);
  }
}
