package dev.suture.ingest;

import dev.suture.ingest.Queue.Queued;
import java.util.List;

/// An arrival behind its steps, to be recorded.
///
/// @param drafts at least one
/// @param bytes about how much memory its sender's text takes
record Prepared(Queued queued, List<Draft> drafts, long bytes) {
  long position() {
    return queued.position();
  }
}
