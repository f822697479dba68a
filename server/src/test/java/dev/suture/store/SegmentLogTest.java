package dev.suture.store;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.ingest.Arrival;
import dev.suture.ingest.Queue.QueueFull;
import dev.suture.ingest.Queue.Queued;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentLogTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW.plusSeconds(90));
  private static final int SEGMENT = 64 * 1024;
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration NOT_AT_ALL = Duration.ZERO;

  @TempDir Path folder;

  private SegmentLog open() throws IOException {
    return open(10_000_000);
  }

  private SegmentLog open(long maxBytes) throws IOException {
    return new SegmentLog(new SegmentLog.Options(folder, SEGMENT, maxBytes, 0, 0), CLOCK);
  }

  private static Arrival arrival(String body) {
    return new Arrival(7, NOW, Arrival.Wire.sentryEnvelope, "gzip", "192.0.2.1", bytes(body));
  }

  private static List<String> bodies(List<Queued> taken) {
    return taken.stream().map(queued -> new String(queued.arrival().body())).toList();
  }

  @Test
  void givesBackWhatWasAppendedInOrder() throws Exception {
    try (SegmentLog log = open()) {
      long first = log.append(arrival("a"));
      assertThat(log.append(arrival("b"))).isEqualTo(first + 1);
      List<Queued> taken = log.take(10, SOON);
      assertThat(bodies(taken)).containsExactly("a", "b");
      assertThat(taken.getFirst().position()).isEqualTo(first);
      assertThat(taken.getFirst().arrival()).usingRecursiveComparison().isEqualTo(arrival("a"));
      assertThat(log.take(10, NOT_AT_ALL)).isEmpty();
      log.append(arrival("c"));
      assertThat(bodies(log.take(10, SOON))).containsExactly("c");
    }
  }

  @Test
  void goesOnBehindTheCheckpointAfterARestart() throws Exception {
    long last;
    try (SegmentLog log = open()) {
      log.append(arrival("a"));
      log.append(arrival("b"));
      last = log.append(arrival("c"));
      log.digested(log.take(1, SOON).getFirst().position());
    }
    try (SegmentLog log = open()) {
      assertThat(log.backlog().arrivals()).isEqualTo(2);
      assertThat(log.append(arrival("d"))).isGreaterThan(last);
      assertThat(bodies(log.take(10, SOON))).containsExactly("b", "c", "d");
    }
  }

  @Test
  void crossesSegmentsAndDropsTheDigestedOnes() throws Exception {
    String body = "x".repeat(10_000);
    try (SegmentLog log = open()) {
      List<String> sent = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        sent.add(i + body);
        log.append(arrival(i + body));
      }
      List<Queued> taken = log.take(100, SOON);
      assertThat(bodies(taken)).isEqualTo(sent);
      assertThat(segments()).hasSizeGreaterThan(5);
      log.digested(taken.getLast().position());
      assertThat(segments()).hasSizeLessThanOrEqualTo(1);
      assertThat(log.backlog().bytes()).isZero();
      for (int i = 0; i < 40; i++) {
        log.append(arrival("again" + i + body));
      }
      assertThat(bodies(log.take(100, SOON))).hasSize(40).first().isEqualTo("again0" + body);
    }
  }

  @Test
  void takesARecordThatIsLargerThanASegment() throws Exception {
    String large = "y".repeat(5 * SEGMENT);
    try (SegmentLog log = open()) {
      log.append(arrival("a"));
      log.append(arrival(large));
      log.append(arrival("b"));
    }
    try (SegmentLog log = open()) {
      assertThat(bodies(log.take(10, SOON))).containsExactly("a", large, "b");
    }
  }

  @Test
  void readsUpToATornRecordAndNoFurther() throws Exception {
    try (SegmentLog log = open()) {
      log.append(arrival("whole"));
      log.append(arrival("torn"));
      log.append(arrival("behind"));
    }
    Path segment = segments().getLast();
    byte[] content = Files.readAllBytes(segment);
    int at = new String(content, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("torn");
    try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
      file.seek(at + 2);
      file.write(0);
    }
    try (SegmentLog log = open()) {
      log.append(arrival("after the crash"));
      assertThat(bodies(log.take(10, SOON))).containsExactly("whole", "after the crash");
    }
    try (SegmentLog log = open()) {
      assertThat(bodies(log.take(10, SOON))).containsExactly("whole", "after the crash");
    }
  }

  @Test
  void readsASegmentThatWasCutAnywhere() throws Exception {
    try (SegmentLog log = open()) {
      for (String body : List.of("one", "two", "three")) {
        log.append(arrival(body));
      }
    }
    Path segment = segments().getLast();
    byte[] content = Files.readAllBytes(segment);
    for (int cut = 0; cut < 160; cut += 4) {
      Files.write(segment, java.util.Arrays.copyOf(content, cut));
      try (SegmentLog log = open()) {
        List<String> read = bodies(log.take(10, NOT_AT_ALL));
        assertThat(read).isEqualTo(List.of("one", "two", "three").subList(0, read.size()));
      }
      Files.write(segment, content);
    }
  }

  @Test
  void readsEverythingAgainWhenTheCheckpointIsSpoilt() throws Exception {
    try (SegmentLog log = open()) {
      log.append(arrival("a"));
      log.digested(log.take(1, SOON).getFirst().position());
      log.append(arrival("b"));
    }
    Files.write(folder.resolve("checkpoint"), new byte[] {1, 2, 3});
    try (SegmentLog log = open()) {
      assertThat(bodies(log.take(10, SOON))).containsExactly("a", "b");
    }
  }

  @Test
  void neverUsesAPositionAgainEvenWhenItsFilesAreLost() throws Exception {
    long known = Long.MAX_VALUE / 2;
    var options = new SegmentLog.Options(folder, SEGMENT, 10_000_000, 0, known);
    try (SegmentLog log = new SegmentLog(options, CLOCK)) {
      assertThat(log.append(arrival("a"))).isEqualTo(known + 1);
      assertThat(bodies(log.take(1, SOON))).containsExactly("a");
    }
  }

  @Test
  void refusesWhatGoesOverItsBoundAndTakesAgainAfterDigesting() throws Exception {
    try (SegmentLog log = open(1000)) {
      log.append(arrival("x".repeat(800)));
      assertThatThrownBy(() -> log.append(arrival("x".repeat(300))))
          .isInstanceOf(QueueFull.class)
          .hasMessageContaining("1000 bytes");
      log.digested(log.take(1, SOON).getFirst().position());
      log.append(arrival("x".repeat(300)));
      assertThat(log.take(1, SOON)).hasSize(1);
    }
  }

  @Test
  void leavesRoomOnTheDiskForOthers() throws Exception {
    var greedy = new SegmentLog.Options(folder, SEGMENT, 10_000_000, Long.MAX_VALUE / 2, 0);
    try (SegmentLog log = new SegmentLog(greedy, CLOCK)) {
      assertThatThrownBy(() -> log.append(arrival("a")))
          .isInstanceOf(QueueFull.class)
          .hasMessageContaining("free some space");
    }
  }

  @Test
  void keepsNothingOfAGroupThatFailedAndGoesOn() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    SegmentFile.Opener failing =
        path -> {
          SegmentFile file = SegmentFile.onDisk(path);
          return path.toString().endsWith(".seg") ? new Failing(file, failures) : file;
        };
    var options = new SegmentLog.Options(folder, SEGMENT, 10_000_000, 0, 0);
    try (SegmentLog log = new SegmentLog(options, CLOCK, failing)) {
      log.append(arrival("before"));
      failures.set(1);
      assertThatThrownBy(() -> log.append(arrival("lost")))
          .isInstanceOf(QueueFull.class)
          .hasMessageContaining("No space left");
      log.append(arrival("after"));
      assertThat(bodies(log.take(10, SOON))).containsExactly("before", "after");
    }
    try (SegmentLog log = open()) {
      assertThat(bodies(log.take(10, SOON))).containsExactly("before", "after");
    }
  }

  /// A segment whose flush fails as that of a full disk does. The spare file, which is made beside
  /// the log's work, is none.
  private record Failing(SegmentFile file, AtomicInteger failures) implements SegmentFile {
    @Override
    public void write(ByteBuffer bytes, long offset) throws IOException {
      file.write(bytes, offset);
    }

    @Override
    public void force() throws IOException {
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IOException("No space left on device");
      }
      file.force();
    }

    @Override
    public void read(ByteBuffer target, long offset) throws IOException {
      file.read(target, offset);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  @Test
  void givesEveryConcurrentAppendAPositionOfItsOwn() throws Exception {
    Set<Long> positions = ConcurrentHashMap.newKeySet();
    try (SegmentLog log = open()) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 2000; i++) {
          String body = "body " + i;
          threads.submit(() -> positions.add(log.append(arrival(body))));
        }
      }
      assertThat(positions).hasSize(2000);
      List<String> read = new ArrayList<>();
      while (read.size() < 2000) {
        List<Queued> taken = log.take(300, SOON);
        read.addAll(bodies(taken));
        log.digested(taken.getLast().position());
      }
      assertThat(read).doesNotHaveDuplicates().hasSize(2000);
    }
  }

  @Test
  void tellsTheAgeOfItsOldest() throws Exception {
    try (SegmentLog log = open()) {
      assertThat(log.backlog().oldest()).isZero();
      log.append(arrival("a"));
      assertThat(log.backlog().oldest()).isEqualTo(Duration.ofSeconds(90));
      log.digested(log.take(1, SOON).getFirst().position());
      assertThat(log.backlog().oldest()).isZero();
    }
  }

  private List<Path> segments() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".seg")).sorted().toList();
    }
  }
}
