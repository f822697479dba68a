package dev.suture.ingest;

import dev.suture.health.SessionCounts;
import dev.suture.health.SessionUpdate;

/// What a body brings besides an event.
public sealed interface Extra {
  /// The item's type, for its outcome.
  String category();

  /// How many things it counts for.
  default long times() {
    return 1;
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
}
