package dev.suture.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.ingest.Arrival;
import dev.suture.ingest.Queue;
import dev.suture.ingest.Queue.OverShare;
import dev.suture.store.SegmentLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedQueueTest {
  private static final int MOST = 1_000_000;
  private static final int BODY = 50_000;

  @TempDir Path folder;
  private Queue queue;

  @BeforeEach
  void open() throws Exception {
    SegmentLog.Options options = new SegmentLog.Options(folder, 1 << 22, MOST, 0, 0);
    queue = new SharedQueue(new SegmentLog(options, InstantSource.system()), MOST);
  }

  @AfterEach
  void close() throws Exception {
    queue.close();
  }

  private static Arrival arrival(long project) {
    return new Arrival(
        project,
        Instant.EPOCH,
        Arrival.Wire.sentryEnvelope,
        "identity",
        "127.0.0.1",
        new byte[BODY]);
  }

  private int fill(long project) throws Exception {
    for (int appended = 0; ; appended++) {
      try {
        queue.append(arrival(project));
      } catch (OverShare over) {
        return appended;
      }
    }
  }

  @Test
  void aProjectThatFillsTheQueueLeavesRoomForAnother() throws Exception {
    assertThat(fill(1)).isEqualTo(15);
    queue.append(arrival(2));
    assertThatThrownBy(() -> queue.append(arrival(1))).isInstanceOf(OverShare.class);
    queue.append(arrival(2));
  }

  @Test
  void whatIsDigestedMakesRoomAgain() throws Exception {
    fill(1);
    List<Queue.Queued> taken = queue.take(100, Duration.ofSeconds(1));
    queue.digested(taken.getLast().position());
    assertThat(fill(1)).isEqualTo(15);
  }
}
