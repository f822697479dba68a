package dev.suture.browser;

import dev.suture.repro.Reproduction.Played;
import java.time.InstantSource;

/// When something's turn has come: as soon as what was before it in the recording is done, or,
/// where the failure depends on the time between, not sooner than in the recording.
final class Pace {
  private final Played play;
  private final boolean asRecorded;
  private final InstantSource clock;
  private int done;
  private long stepped;

  Pace(Played play, boolean asRecorded, InstantSource clock) {
    this.play = play;
    this.asRecorded = asRecorded;
    this.clock = clock;
  }

  long now() {
    return clock.millis();
  }

  boolean isAsRecorded() {
    return asRecorded;
  }

  /// Steps that were done.
  int done() {
    return done;
  }

  /// When the last of them was done.
  long stepped() {
    return stepped;
  }

  void step() {
    done++;
    stepped = now();
  }

  /// Whether an answer that came at a moment of the recording may come now: all steps before it are
  /// done.
  boolean isPast(double moment, long since, double ms) {
    boolean stepsDone = done >= play.steps().size() || play.steps().get(done).at() > moment;
    return stepsDone && (!asRecorded || now() - since >= ms);
  }

  /// The beginning of the recording.
  double from() {
    return play.steps().getFirst().at();
  }
}
