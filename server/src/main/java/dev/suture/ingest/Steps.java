package dev.suture.ingest;

import dev.suture.ingest.Decoder.Malformed;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// What is done with an arrival before it is recorded: decoded, then one step after the other.
public final class Steps {
  private final Map<Arrival.Wire, Decoder> decoders;
  private final List<Step> steps;

  /// An arrival that a step could not take.
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    Failed(String step, Throwable cause) {
      super("failed in " + step, cause);
    }
  }

  /// @param decoders one for every wire that a door takes
  /// @param steps in the order in which they are done
  public Steps(Map<Arrival.Wire, Decoder> decoders, List<Step> steps) {
    this.decoders = Map.copyOf(decoders);
    this.steps = List.copyOf(steps);
  }

  /// A draft for each event in the arrival; one for what has none.
  List<Draft> decode(Draft arrived) throws Malformed, Failed {
    Arrival arrival = arrived.queued().arrival();
    Decoder decoder = decoders.get(arrival.wire());
    if (decoder == null) {
      throw new Malformed("nothing reads this protocol");
    }
    try {
      return decoder.decodeAll(arrival).stream().map(arrived::withDecoded).toList();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      throw new Failed("decode", failure);
    }
  }

  Draft run(Draft draft) throws IOException, Failed {
    Draft done = draft;
    for (Step step : steps) {
      try {
        done = step.on(done);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
        throw new Failed(step.name(), failure);
      }
    }
    return done.withoutFiles();
  }
}
