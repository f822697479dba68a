package dev.suture.ingest;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.bugsnag.BugsnagDecoder;
import dev.suture.capture.PartFiles;
import dev.suture.event.FrameMapper;
import dev.suture.ingest.OutcomeStore.Tally;
import dev.suture.issue.rules.RuledGrouping;
import dev.suture.issue.rules.Rules;
import dev.suture.project.Lines;
import dev.suture.sentry.SentryDecoder;
import dev.suture.store.Database;
import dev.suture.store.FileBlobs;
import dev.suture.store.SegmentLog;
import dev.suture.store.SpoiltFolder;
import dev.suture.store.SqlCaptures;
import dev.suture.store.SqlFeedback;
import dev.suture.store.SqlHealth;
import dev.suture.store.SqlIssues;
import dev.suture.store.SqlLedger;
import dev.suture.store.SqlMonitors;
import dev.suture.store.SqlOutcomes;
import dev.suture.store.SqlProjects;
import dev.suture.store.SqlReplays;
import dev.suture.testing.Door;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The worker on real stores, with steps that fail on demand.
class DigestTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-05-01T10:00:00Z"));

  @TempDir Path folder;
  private Database database;
  private SegmentLog queue;
  private SqlIssues issues;
  private SqlOutcomes outcomes;

  @BeforeEach
  void open() throws IOException {
    database = Database.open(folder);
    new SqlProjects(database).create("shop", "Shop", null, Lines.GIT_FLOW);
    queue =
        new SegmentLog(
            new SegmentLog.Options(folder.resolve("queue"), 1 << 20, 1 << 24, 0, 0), CLOCK);
    issues = new SqlIssues(database, CLOCK);
    outcomes = new SqlOutcomes(database, InstantSource.system());
  }

  @AfterEach
  void close() throws IOException {
    queue.close();
    database.close();
  }

  @Test
  void aPoisonousArrivalIsKeptAsideAndTheOthersGoOn() throws Exception {
    append("a", "fine");
    append("b", "poison");
    append("c", "fine too");
    FrameMapper mapper =
        event -> {
          if ("poison".equals(event.message())) {
            throw new IllegalStateException("no mapper foresaw this");
          }
          return event;
        };
    digestAll(mapper, new SqlLedger(database));
    assertThat(issues.event(1, id("a"))).isPresent();
    assertThat(issues.event(1, id("b"))).isEmpty();
    assertThat(issues.event(1, id("c"))).isPresent();
    assertThat(outcomes.tallies())
        .containsExactlyInAnyOrder(
            new Tally(1, "event", "stored", "", 2),
            new Tally(1, "envelope", "invalid", "failed in map", 1));
    try (Stream<Path> files = Files.list(folder.resolve("spoilt"))) {
      assertThat(files)
          .singleElement()
          .satisfies(file -> assertThat(file).content().contains("poison"));
    }
  }

  @Test
  void anEventThatTheStoresCannotTakeDoesNotHoldUpItsBatch() throws Exception {
    append("a", "fine");
    queue.append(arrival(99, "b", "of a project that is gone"));
    append("c", "fine too");
    digestAll(event -> event, new SqlLedger(database));
    assertThat(issues.event(1, id("a"))).isPresent();
    assertThat(issues.event(1, id("c"))).isPresent();
    assertThat(outcomes.tallies())
        .containsExactlyInAnyOrder(
            new Tally(1, "event", "stored", "", 2),
            new Tally(99, "envelope", "invalid", "failed in record", 1));
  }

  /// A real ledger that does something else before it keeps anything.
  private Ledger before(Runnable first) {
    SqlLedger real = new SqlLedger(database);
    return new Ledger() {
      @Override
      public long position() {
        return real.position();
      }

      @Override
      public void keep(long position, Runnable writing) {
        first.run();
        real.keep(position, writing);
      }
    };
  }

  @Test
  void storageThatIsAwayForAWhileCostsNothingButTime() throws Exception {
    append("a", "patient");
    AtomicInteger failures = new AtomicInteger(3);
    Ledger failing =
        before(
            () -> {
              if (failures.getAndDecrement() > 0) {
                throw new Ledger.Unavailable(new IOException("disk full"));
              }
            });
    digestAll(event -> event, failing);
    assertThat(issues.event(1, id("a"))).isPresent();
    assertThat(outcomes.tallies()).containsExactly(new Tally(1, "event", "stored", "", 1));
  }

  @Test
  void whatIsPreparedAlreadyIsWrittenAtOnceWhenNothingFollows() throws Exception {
    int many = 512;
    for (int i = 0; i < many; i++) {
      append(Integer.toHexString(i + 0x1000), "one of many");
    }
    CountDownLatch prepared = new CountDownLatch(many);
    AtomicInteger batches = new AtomicInteger();
    Ledger waiting =
        before(
            () -> {
              batches.incrementAndGet();
              try {
                assertThat(prepared.await(1, TimeUnit.MINUTES)).isTrue();
              } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
              }
            });
    digestAll(
        event -> {
          prepared.countDown();
          return event;
        },
        waiting);
    assertThat(outcomes.tallies()).containsExactly(new Tally(1, "event", "stored", "", many));
    // Halves of halves would be five; the last slice may be on its way when the second is cut.
    assertThat(batches).hasValueLessThanOrEqualTo(3);
  }

  @Test
  void whatComesWhileABatchIsWrittenIsPreparedMeanwhileAndInTheNextOne() throws Exception {
    int many = 100;
    CountDownLatch prepared = new CountDownLatch(1 + many);
    AtomicInteger batches = new AtomicInteger();
    Ledger slow =
        before(
            () -> {
              if (batches.incrementAndGet() > 1) {
                return;
              }
              try {
                for (int i = 0; i < many; i++) {
                  append(Integer.toHexString(i + 0x1000), "one of many");
                }
                assertThat(prepared.await(1, TimeUnit.MINUTES)).isTrue();
              } catch (Exception failure) {
                throw new IllegalStateException(failure);
              }
            });
    append("a", "the first");
    digestAll(
        event -> {
          prepared.countDown();
          return event;
        },
        slow);
    assertThat(outcomes.tallies()).containsExactly(new Tally(1, "event", "stored", "", 1 + many));
    // The last slice may be on its way when the second batch is cut.
    assertThat(batches).hasValueLessThanOrEqualTo(3);
  }

  @Test
  void whatWasDigestedBeforeACrashIsNotCountedAgain() throws Exception {
    append("a", "once");
    append("b", "once");
    digestAll(event -> event, new SqlLedger(database));
    queue.close();
    Files.delete(folder.resolve("queue").resolve("checkpoint"));
    queue =
        new SegmentLog(
            new SegmentLog.Options(folder.resolve("queue"), 1 << 20, 1 << 24, 0, 0), CLOCK);
    append("c", "new");
    digestAll(event -> event, new SqlLedger(database));
    assertThat(outcomes.tallies()).containsExactly(new Tally(1, "event", "stored", "", 3));
    assertThat(issues.event(1, id("c"))).isPresent();
  }

  @Test
  void anArrivalOfSeveralEventsIsBehindUsWithItsLastOneOnly() throws Exception {
    append("a", "before");
    byte[] three = bytes("{\"events\":[{},{},{}]}");
    long position =
        queue.append(
            new Arrival(1, CLOCK.instant(), Arrival.Wire.bugsnagEvents, "identity", "", three));
    List<Long> kept = new ArrayList<>();
    SqlLedger real = new SqlLedger(database);
    Ledger failingOnce =
        new Ledger() {
          @Override
          public long position() {
            return real.position();
          }

          @Override
          public void keep(long at, Runnable writing) {
            kept.add(at);
            if (kept.size() == 1) {
              throw new IllegalStateException("not in one piece");
            }
            real.keep(at, writing);
          }
        };
    digestAll(event -> event, failingOnce);
    assertThat(kept).containsExactly(position, position - 1, position - 1, position - 1, position);
    assertThat(outcomes.tallies()).containsExactly(new Tally(1, "event", "stored", "", 4));
  }

  private void digestAll(FrameMapper mapper, Ledger ledger) throws Exception {
    PartFiles files = new PartFiles(new FileBlobs(folder.resolve("blobs")));
    Steps steps =
        new Steps(
            Map.of(
                Arrival.Wire.sentryEnvelope,
                new SentryDecoder(),
                Arrival.Wire.bugsnagEvents,
                new BugsnagDecoder()),
            List.of(
                Step.map(mapper),
                Step.group(new RuledGrouping(_ -> Rules.NONE, null)),
                Step.keepParts(files)));
    Extras extras =
        new Extras(
            new Extras.Stores(
                new SqlHealth(database),
                new SqlFeedback(database),
                new SqlMonitors(database),
                new SqlReplays(database),
                new SqlCaptures(database),
                issues));
    Digest.Stores stores =
        new Digest.Stores(
            ledger, issues, new SqlCaptures(database), files, extras, outcomes, _ -> {});
    try (Digest digest =
        new Digest(queue, steps, stores, new SpoiltFolder(folder.resolve("spoilt")))) {
      digest.start();
      Door.await(() -> queue.backlog().arrivals() == 0);
      assertThat(digest.running()).isTrue();
    }
  }

  private void append(String letter, String message) throws Exception {
    queue.append(arrival(1, letter, message));
  }

  private static Arrival arrival(long project, String letter, String message) {
    byte[] body =
        bytes(
            "{\"event_id\":\""
                + id(letter)
                + "\"}\n{\"type\":\"event\"}\n{\"message\":\""
                + message
                + "\"}");
    return new Arrival(project, CLOCK.instant(), Arrival.Wire.sentryEnvelope, "identity", "", body);
  }

  private static String id(String letter) {
    return letter.repeat(32 / letter.length());
  }
}
