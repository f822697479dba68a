package dev.suture.ingest;

import dev.suture.feedback.Feedback;
import dev.suture.health.SessionCounts;
import dev.suture.health.SessionUpdate;
import dev.suture.monitor.CheckIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a body brings besides an event.
public sealed interface Extra {
  /// The item's type, for its outcome.
  String category();

  /// How many things it counts for.
  default long times() {
    return 1;
  }

  /// Where files go that came with it and with no event; null when it takes none.
  default @Nullable String folder(long project) {
    return null;
  }

  record OneSession(SessionUpdate update) implements Extra {
    @Override
    public String category() {
      return "session";
    }
  }

  record ManySessions(SessionCounts counts) implements Extra {
    @Override
    public String category() {
      return "session";
    }

    @Override
    public long times() {
      return counts.tally().sessions();
    }
  }

  record Comment(Feedback feedback) implements Extra {
    @Override
    public String category() {
      return "feedback";
    }

    @Override
    public String folder(long project) {
      return "feedback/" + project + "/" + feedback.id();
    }
  }

  record JobWord(CheckIn checkIn) implements Extra {
    @Override
    public String category() {
      return "check_in";
    }
  }

  /// A piece of a recording that goes on for longer than one event.
  ///
  /// @param replay id of the whole
  /// @param number of the piece, from 0
  /// @param events ids of the events that it shows
  record ReplayPiece(String replay, long number, List<String> events) implements Extra {
    @Override
    public String category() {
      return "replay";
    }

    @Override
    public String folder(long project) {
      return "replays/" + project + "/" + replay + "/" + number;
    }
  }

  /// Files that come after their event.
  record LateFiles(String event) implements Extra {
    @Override
    public String category() {
      return "attachment";
    }

    @Override
    public String folder(long project) {
      return "captures/" + project + "/" + event;
    }
  }
}
