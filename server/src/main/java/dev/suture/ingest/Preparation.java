package dev.suture.ingest;

import dev.suture.ingest.Decoder.Decoded;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Queue.Queued;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes arrivals through the steps. What a step cannot take ends there and is kept aside; nothing
/// but trouble with storage comes out of it.
final class Preparation {
  private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

  private final Steps steps;
  private final Spoilt spoilt;

  Preparation(Steps steps, Spoilt spoilt) {
    this.steps = steps;
    this.spoilt = spoilt;
  }

  Prepared prepare(Queued queued) throws IOException {
    Draft arrived = Draft.of(queued);
    List<Draft> drafts = new ArrayList<>(1);
    long bytes = queued.arrival().body().length;
    try {
      for (Draft draft : steps.decode(arrived)) {
        Decoded decoded = draft.decoded();
        drafts.add(run(draft));
        if (decoded != null) {
          bytes += decoded.text().bytes();
          decoded.text().letGo().run();
        }
      }
    } catch (Malformed malformed) {
      LOG.info("arrival {} is malformed: {}", queued.position(), malformed.getMessage());
      drafts.add(arrived.spoilt(new Outcome.Invalid("malformed")));
    } catch (Steps.Failed failed) {
      drafts.add(spoil(arrived, String.valueOf(failed.getMessage()), failed));
    }
    return new Prepared(queued, drafts, bytes);
  }

  private Draft run(Draft draft) throws IOException {
    try {
      return steps.run(draft);
    } catch (Steps.Failed failed) {
      return spoil(draft, String.valueOf(failed.getMessage()), failed);
    }
  }

  /// Keeps an arrival aside and logs why.
  Draft spoil(Draft draft, String reason, Exception failure) {
    String id = Integer.toHexString(ThreadLocalRandom.current().nextInt() | 0x10000000);
    LOG.error("error {}: arrival {} {}", id, draft.queued().position(), reason, failure);
    spoilt.keep(draft.queued(), id);
    return draft.spoilt(new Outcome.Invalid(reason));
  }
}
