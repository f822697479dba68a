package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.capture.Capture;
import dev.suture.capture.CaptureStore;
import dev.suture.capture.Part;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class CaptureStoreContract extends StoreContract {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private CaptureStore captures;

  @BeforeEach
  void setUp() {
    captures = new SqlCaptures(database);
    project("shop");
    project("blog");
  }

  private static Capture capture(long project, String id, String issue, int second) {
    return new Capture(
        id,
        project,
        issue,
        "Cannot pay",
        null,
        NOON,
        NOON.plusSeconds(second),
        "suture.extension",
        List.of(new Part("replay.json", "application/json", 12, "captures/1/2026-05-04/x/replay")));
  }

  @Test
  void aCaptureComesBackAsItWasPut() {
    Capture capture = capture(1, "a", "shop-1", 0);
    captures.put(capture);
    assertThat(captures.find("a")).contains(capture);
    assertThat(captures.find("b")).isEmpty();
  }

  @Test
  void puttingAgainReplaces() {
    captures.put(capture(1, "a", "shop-1", 0));
    Capture second = capture(1, "a", "shop-2", 1);
    captures.put(second);
    assertThat(captures.find("a")).contains(second);
    assertThat(captures.ofIssue("shop-1", 10)).isEmpty();
  }

  @Test
  void ofTwoProjectsWithOneIdTheNewestIsFound() {
    Capture newer = capture(2, "a", "blog-1", 5);
    captures.put(newer);
    captures.put(capture(1, "a", "shop-1", 0));
    assertThat(captures.find("a")).contains(newer);
  }

  @Test
  void anIssuesCapturesAreListedNewestFirst() {
    captures.put(capture(1, "a", "shop-1", 1));
    captures.put(capture(1, "b", "shop-1", 3));
    captures.put(capture(1, "c", "shop-1", 2));
    assertThat(captures.ofIssue("shop-1", 2)).extracting(Capture::id).containsExactly("b", "c");
  }
}
