package dev.suture.stacktext;

import dev.suture.event.Thrown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The exceptions of one text in the order in which they stand there.
final class Chain {
  private static final int EXCEPTIONS = 50;

  /// Of all exceptions together: a short text can name the same calls for each of them.
  private static final int FRAMES = 1000;

  private final List<Draft> drafts = new ArrayList<>();
  private @Nullable Draft last;

  /// Makes a draft the one that is being read; beyond the bound it is read and not kept.
  Draft begin(Draft draft) {
    if (drafts.size() < EXCEPTIONS) {
      drafts.add(draft);
    }
    last = draft;
    return draft;
  }

  boolean isEmpty() {
    return last == null;
  }

  /// The draft that is being read; one without type and message when the text began with a frame.
  Draft last() {
    return last == null ? begin(new Draft("", "")) : last;
  }

  /// For texts that print the exception that reached the top first.
  List<Thrown> topFirst() {
    return thrown(drafts);
  }

  /// For texts that print it last.
  List<Thrown> topLast() {
    return thrown(drafts.reversed());
  }

  private static List<Thrown> thrown(List<Draft> topFirst) {
    List<Thrown> all = new ArrayList<>();
    int room = FRAMES;
    for (Draft draft : topFirst) {
      Thrown thrown = draft.thrown();
      if (thrown.frames().size() > room) {
        thrown = thrown.withFrames(thrown.frames().subList(0, room));
      }
      room -= thrown.frames().size();
      all.add(thrown);
    }
    return List.copyOf(all);
  }
}
