package dev.suture.app;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something again and again, with a pause between.
final class Ticker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

  private final Thread thread;

  private Ticker(Thread thread) {
    this.thread = thread;
  }

  static Ticker every(Duration pause, String name, Runnable work) {
    Thread thread =
        Thread.ofVirtual()
            .name(name)
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    try {
                      Thread.sleep(pause);
                      work.run();
                    } catch (InterruptedException stop) {
                      return;
                    } catch (RuntimeException failure) {
                      LOG.warn("{} failed and comes again", name, failure);
                    }
                  }
                });
    return new Ticker(thread);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
