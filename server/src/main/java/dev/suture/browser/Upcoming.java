package dev.suture.browser;

import dev.suture.repro.Applications.Asked;
import dev.suture.repro.Applications.Reply;
import dev.suture.repro.Applications.Served;
import dev.suture.repro.Applications.Unservable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/// An application that is started meanwhile.
final class Upcoming implements Served {
  private static final long SLOW_MS = 1_500;

  private final FutureTask<Served> start;
  private final Map<String, Integer> given = new ConcurrentHashMap<>();
  private volatile long ms;

  /// Starts one.
  interface Start {
    Served begin() throws Unservable;
  }

  Upcoming(Start how) {
    long begun = System.nanoTime();
    this.start =
        new FutureTask<>(
            () -> {
              Served served = how.begin();
              ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
              return served;
            });
    Thread.ofVirtual().name("application-start").start(start);
  }

  /// Whether it took so long to start that another one cannot be begun soon enough.
  boolean isSlow() {
    return ms > SLOW_MS;
  }

  /// Whether a run has asked it for anything.
  boolean isUsed() {
    return !given.isEmpty();
  }

  /// Notes what it gave in a run.
  ///
  /// @param now by what it was asked for, as a hash
  /// @return false when it gave something else before
  boolean note(Map<String, Integer> now) {
    boolean same =
        now.entrySet().stream()
            .allMatch(
                each -> each.getValue().equals(given.getOrDefault(each.getKey(), each.getValue())));
    given.putAll(now);
    return same;
  }

  /// Comes back when it answers.
  ///
  /// @throws Unservable when it did not start
  Served await() throws Unservable {
    try {
      return start.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Unservable unservable) {
        throw unservable;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unservable("The server is stopping.");
    }
  }

  private Served there() {
    try {
      return await();
    } catch (Unservable none) {
      throw new IllegalStateException("it was asked before anybody waited for it", none);
    }
  }

  @Override
  public Reply ask(Asked asked) {
    return there().ask(asked);
  }

  @Override
  public Optional<byte[]> map(String target) {
    return there().map(target);
  }

  /// One that is still starting is let come to its end first, so that nothing of it is left.
  @Override
  public void close() {
    try {
      await().close();
    } catch (Unservable none) {
      return;
    }
  }
}
