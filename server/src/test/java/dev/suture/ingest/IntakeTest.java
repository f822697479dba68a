package dev.suture.ingest;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.ingest.limit.Allowance;
import dev.suture.io.Encoding;
import dev.suture.project.Lines;
import dev.suture.project.ProjectStore;
import dev.suture.sentry.SentryProtocol;
import dev.suture.store.Database;
import dev.suture.store.SqlProjects;
import dev.suture.store.SqlSettings;
import dev.suture.store.SqlUsage;
import dev.suture.testing.Bodies;
import dev.suture.testing.Door;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The door while deliveries pile up behind a disk that does not answer.
class IntakeTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-05-01T10:00:00Z"));
  private static final String ID = "9ec79c33ec9942ab8353589fcb2e04dc";
  private static final int CROWD = 20;

  @TempDir Path folder;
  private final SlowDisk queue = new SlowDisk();
  private final List<Thread> crowd = new ArrayList<>();
  private Database database;
  private Intake intake;
  private String key;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(folder);
    ProjectStore projects = new SqlProjects(database);
    key =
        projects
            .keys(projects.create("shop", "Shop", null, Lines.GIT_FLOW).id())
            .getFirst()
            .value();
    MemoryBudget memory = new MemoryBudget(1 << 24, 1 << 22);
    Allowance allowance =
        new Allowance(new SqlSettings(database, CLOCK), new SqlUsage(database), CLOCK.instant());
    intake =
        new Intake(
            new SentryProtocol(),
            new Intake.Base(
                projects, queue, new Refusals(), CLOCK, memory, new Pressure(), allowance));
  }

  @AfterEach
  void close() throws Exception {
    queue.answer.countDown();
    for (Thread sender : crowd) {
      sender.join();
    }
    database.close();
  }

  @Test
  void looksAtEverythingWhileArrivalsAreFew() throws Exception {
    queue.answer.countDown();
    assertThat(send(Encoding.gzip, cut())).isInstanceOf(Receipt.Broken.class);
    assertThat(send(Encoding.gzip, Bodies.gzip(envelope("{}"))))
        .isEqualTo(new Receipt.Accepted(ID, 0));
  }

  @Test
  void underPressureLeavesWhatIsBehindTheBeginningToTheDigest() throws Exception {
    pileUp();
    assertThat(answerTo(Encoding.gzip, cut())).isEqualTo(new Receipt.Accepted(ID, 0));
  }

  @Test
  void underPressureRefusesWhatItsBeginningBetrays() throws Exception {
    pileUp();
    assertThat(send(Encoding.gzip, bytes("no gzip"))).isInstanceOf(Receipt.Broken.class);
    assertThat(send(Encoding.identity, bytes("no header\n"))).isInstanceOf(Receipt.Broken.class);
    byte[] huge = bytes("{\"event_id\":\"" + ID + "\"}\n{\"type\":\"event\",\"length\":9999999}\n");
    assertThat(send(Encoding.identity, huge)).isEqualTo(new Receipt.TooLarge(1024 * 1024));
    byte[] foreign =
        bytes("{\"event_id\":\"" + ID + "\",\"dsn\":\"https://" + "0".repeat(32) + "@s/1\"}\n");
    assertThat(send(Encoding.identity, foreign)).isInstanceOf(Receipt.Denied.class);
  }

  @Test
  void underPressureStillInspectsWhatCouldUnpackToAnything() throws Exception {
    pileUp();
    byte[] zstd = Bodies.zstd(envelope("x".repeat(2000)));
    assertThat(send(Encoding.zstd, Arrays.copyOf(zstd, zstd.length - 9)))
        .isInstanceOf(Receipt.Broken.class);
    assertThat(send(Encoding.gzip, Bodies.bomb("gzip"))).isInstanceOf(Receipt.TooLarge.class);
    byte[] unnamed = bytes("{}\n{\"type\":\"event\",\"length\":99}\n{}");
    assertThat(send(Encoding.identity, unnamed)).isInstanceOf(Receipt.Broken.class);
  }

  /// Lets deliveries wait for the disk until the door counts as crowded.
  private void pileUp() throws InterruptedException {
    for (int i = 0; i < CROWD; i++) {
      crowd.add(Thread.startVirtualThread(() -> send(Encoding.identity, envelope("{}"))));
    }
    Door.await(() -> queue.waiting.get() == CROWD);
  }

  /// Sends while the disk waits, and lets the disk answer then.
  private Receipt answerTo(Encoding encoding, byte[] body) throws Exception {
    List<Receipt> receipts = new ArrayList<>();
    Thread sender = Thread.startVirtualThread(() -> receipts.add(send(encoding, body)));
    Door.await(() -> queue.waiting.get() == CROWD + 1 || !sender.isAlive());
    queue.answer.countDown();
    sender.join();
    return receipts.getFirst();
  }

  private Receipt send(Encoding encoding, byte[] body) {
    try {
      return intake.accept(
          new Delivery(
              "1",
              List.of("Sentry sentry_key=" + key),
              encoding,
              "192.0.2.1",
              body.length,
              new ByteArrayInputStream(body)));
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static byte[] cut() {
    byte[] whole = Bodies.gzip(envelope("{\"message\":\"never whole\"}"));
    return Arrays.copyOf(whole, whole.length - 9);
  }

  private static byte[] envelope(String event) {
    return bytes("{\"event_id\":\"" + ID + "\"}\n{\"type\":\"event\"}\n" + event);
  }

  /// A queue whose disk answers when the test says so.
  private static final class SlowDisk implements Queue {
    final CountDownLatch answer = new CountDownLatch(1);
    final AtomicInteger waiting = new AtomicInteger();

    @Override
    public long append(Arrival arrival) throws InterruptedException {
      int position = waiting.incrementAndGet();
      answer.await();
      return position;
    }

    @Override
    public List<Queued> take(int most, Duration wait) {
      return List.of();
    }

    @Override
    public void digested(long position) {}

    @Override
    public Backlog backlog() {
      return new Backlog(waiting.get(), 0, Duration.ZERO);
    }

    @Override
    public void close() {}
  }
}
