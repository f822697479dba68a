package dev.suture.ingest;

import dev.suture.capture.CaptureStore;
import dev.suture.capture.PartFiles;
import dev.suture.event.Event;
import dev.suture.issue.IssueStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The worker behind the queue: prepares what arrived on all cores, in order and ahead of itself,
/// and records it in batches that grow with the backlog. Nothing that arrives stops it; trouble
/// with storage makes it wait.
public final class Digest implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Digest.class);
  private static final Duration WAIT = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Queue queue;
  private final BatchWriter writer;
  private final ReadAhead ahead;
  private final Thread worker;
  private volatile boolean closed;

  /// What a batch is recorded in.
  ///
  /// @param counted told of the events of each batch once it is kept; not to be waited for
  public record Stores(
      Ledger ledger,
      IssueStore issues,
      CaptureStore captures,
      PartFiles files,
      Extras extras,
      OutcomeStore outcomes,
      Consumer<List<Event>> counted) {}

  public Digest(Queue queue, Steps steps, Stores stores, Spoilt spoilt) {
    this.queue = queue;
    Preparation preparation = new Preparation(steps, spoilt);
    this.writer = new BatchWriter(stores, preparation);
    this.ahead = new ReadAhead(queue, stores.ledger(), preparation);
    this.worker = Thread.ofPlatform().name("digest").daemon().unstarted(this::run);
  }

  public void start() {
    ahead.start();
    worker.start();
  }

  public boolean running() {
    return worker.isAlive() && ahead.reads();
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    List<Prepared> waiting = List.of();
    while (!closed) {
      try {
        if (waiting.isEmpty()) {
          waiting = ahead.next(WAIT);
        }
        if (!waiting.isEmpty()) {
          writer.keep(waiting);
          queue.digested(waiting.getLast().position());
          ahead.release(waiting);
          waiting = List.of();
        }
        pause = FIRST_PAUSE;
      } catch (InterruptedException stop) {
        return;
      } catch (IOException | RuntimeException trouble) {
        LOG.error("digesting waits {} for storage: {}", pause, trouble.toString());
        pause = sleep(pause);
      }
    }
  }

  private static Duration sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  /// Lets the batch at hand end.
  @Override
  public void close() {
    closed = true;
    ahead.stop();
    try {
      if (!worker.join(Duration.ofSeconds(10))) {
        worker.interrupt();
      }
    } catch (InterruptedException stop) {
      worker.interrupt();
      Thread.currentThread().interrupt();
    }
    ahead.close();
  }
}
