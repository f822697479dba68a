package dev.suture.store;

import static dev.suture.event.EventSample.NOON;
import static dev.suture.event.EventSample.event;
import static dev.suture.event.EventSample.frame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.capture.Capture;
import dev.suture.capture.Part;
import dev.suture.event.Event;
import dev.suture.event.EventSample;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore.EventLine;
import dev.suture.issue.IssueStore.Query;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.project.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is kept of events over time, and within which part of the disk.
abstract class RetentionContract extends StoreContract {
  private static final String LOST = "The content of this event is lost";

  private Instant now = NOON;
  private SqlIssues issues;
  private SqlRetention retention;
  private FileBlobs blobs;
  private final Random random = new Random(1);

  @BeforeEach
  void setUp() throws IOException {
    project("shop");
    begin();
  }

  private void begin() throws IOException {
    issues = new SqlIssues(database, () -> now);
    blobs = new FileBlobs(folder.resolve("blobs"));
    retention = new SqlRetention(database, blobs, () -> now);
  }

  /// With text that no compression makes much smaller.
  private Event bulky(long id, Instant at) {
    StringBuilder text = new StringBuilder();
    while (text.length() < 3_000) {
      text.append(Long.toString(random.nextLong(), 36));
    }
    EventSample sample = event().id(id).at(at).extra("blob", text.toString());
    return sample.thrown("TypeError", "empty", frame("pay", "src/pay.ts", 7, 3)).build();
  }

  private static Sighting sighting(Event event, long issue) {
    return new Sighting(event, new Fingerprint("1", "hash" + issue, List.of("type")), false);
  }

  private List<Event> record(int first, int count, int ofIssues, Instant at) {
    List<Event> events = new ArrayList<>();
    List<Sighting> batch = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      Event event = bulky(i, at.plusMillis(i));
      events.add(event);
      batch.add(sighting(event, i % ofIssues));
    }
    issues.record(batch);
    return events;
  }

  private void packNow() {
    now = now.plus(Duration.ofMinutes(20));
    retention.tick();
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("bodies"))) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }

  private long bytesOnDisk() throws IOException {
    long bytes = 0;
    for (Path file : files("")) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private void assertNewestOfEachIssueIsThere() {
    for (Issue issue : issues.list(new Query(null, null, null), null, 100).issues()) {
      Event newest = issues.event(1, issue.lastEvent()).orElseThrow();
      assertThat(newest.id()).isEqualTo(issue.lastEvent());
      assertThat(newest.message()).isNull();
    }
  }

  @Test
  void bodiesMoveToPacksAndComeBackAsTheyWere() throws IOException {
    List<Event> events = record(0, 400, 40, NOON);
    packNow();
    assertThat(files(".pack")).isNotEmpty();
    assertThat(files(".dictionary")).isNotEmpty();
    long waiting =
        database.read(
            handle ->
                handle.createQuery("SELECT count(*) FROM event_body").mapTo(Long.class).one());
    assertThat(waiting).isZero();
    reopen();
    begin();
    for (Event event : events) {
      assertThat(issues.event(1, event.id())).contains(event);
    }
    List<Event> later = record(1_000, 10, 10, NOON);
    assertThat(issues.event(1, later.getFirst().id())).contains(later.getFirst());
    packNow();
    assertThat(issues.event(1, later.getLast().id())).contains(later.getLast());
  }

  @Test
  void aTinyBudgetHoldsUnderLoadAndCountersStay() throws IOException {
    retention.set(1, new Retention(Retention.LEAST_BYTES, 90));
    for (int round = 0; round < 8; round++) {
      record(round * 400, 400, 20, now);
      packNow();
      assertThat(retention.usage(1).all()).isLessThanOrEqualTo(Retention.LEAST_BYTES);
      assertThat(bytesOnDisk()).isLessThan(Retention.LEAST_BYTES + (128 << 10));
    }
    List<Issue> all = issues.list(new Query(null, null, null), null, 100).issues();
    assertThat(all).hasSize(20).allMatch(issue -> issue.events() == 160);
    assertThat(retention.usage(1).events()).isGreaterThan(100);
    assertNewestOfEachIssueIsThere();
  }

  @Test
  void whatIsWorthLeastGoesFirst() {
    Event first = bulky(0, NOON);
    Event told = event().id(1).at(NOON).report("Broken", null).extra("blob", "x").build();
    issues.record(List.of(sighting(first, 1), sighting(told, 1)));
    record(1_000, 1_500, 1, NOON);
    record(3_000, 600, 40, NOON);
    retention.set(1, new Retention(Retention.LEAST_BYTES, 90));
    packNow();
    assertThat(issues.event(1, first.id())).contains(first);
    assertThat(issues.event(1, told.id())).contains(told);
    assertThat(retention.usage(1).all()).isLessThanOrEqualTo(Retention.LEAST_BYTES);
  }

  @Test
  void daysEndTheContentOfOldEventsButNotOfTheNewest() {
    record(0, 100, 5, NOON);
    packNow();
    now = NOON.plus(Duration.ofDays(91));
    record(200, 1, 1, now);
    packNow();
    assertThat(retention.usage(1).events()).isEqualTo(5);
    assertThat(issues.events("shop-1", 10)).extracting(EventLine::at).hasSize(1);
    assertNewestOfEachIssueIsThere();
  }

  @Test
  void capturesCountAndGoLastTheOldestFirst() throws IOException {
    SqlCaptures captures = new SqlCaptures(database);
    byte[] part = new byte[400 << 10];
    random.nextBytes(part);
    for (int i = 0; i < 4; i++) {
      Event event = bulky(i, NOON.plusSeconds(i));
      issues.record(List.of(new Sighting(event, new Fingerprint("1", "h", List.of()), true)));
      blobs.put("captures/" + i, part);
      Part file = new Part("page.json", "application/json", part.length, "captures/" + i);
      Instant at = event.received();
      captures.put(new Capture(event.id(), 1, "shop-1", null, null, at, at, "sdk", List.of(file)));
    }
    retention.set(1, new Retention(Retention.LEAST_BYTES, 90));
    packNow();
    assertThat(retention.usage(1).all()).isLessThanOrEqualTo(Retention.LEAST_BYTES);
    assertThat(captures.ofIssue("shop-1", 10)).hasSize(2);
    assertThat(blobs.get("captures/3")).isEqualTo(part);
    assertThatThrownBy(() -> blobs.get("captures/0")).isInstanceOf(IOException.class);
    assertNewestOfEachIssueIsThere();
  }

  @Test
  void aMissingPackCostsItsBodiesAndNothingElse() throws IOException {
    Event event = record(0, 40, 4, NOON).getFirst();
    packNow();
    for (Path pack : files(".pack")) {
      Files.delete(pack);
    }
    assertThat(issues.event(1, event.id()).orElseThrow().message()).startsWith(LOST);
    assertThat(issues.find("shop-1")).isPresent();
    packNow();
    Event later = record(100, 1, 1, now).getFirst();
    packNow();
    assertThat(issues.event(1, later.id())).contains(later);
  }

  @Test
  void aDamagedOrTornPackCostsTheFramesThatItHits() throws IOException {
    List<Event> events = record(0, 40, 4, NOON);
    packNow();
    Path pack = files(".pack").getFirst();
    byte[] bytes = Files.readAllBytes(pack);
    bytes[60] ^= 0x55;
    Files.write(pack, java.util.Arrays.copyOf(bytes, bytes.length - 10));
    assertThat(issues.event(1, events.getFirst().id()).orElseThrow().message()).startsWith(LOST);
    assertThat(issues.event(1, events.getLast().id()).orElseThrow().message()).startsWith(LOST);
    assertThat(issues.event(1, events.get(20).id())).contains(events.get(20));
  }

  @Test
  void aMissingDictionaryCostsWhatNamesItAndNothingElse() throws IOException {
    Event event = record(0, 400, 40, NOON).getFirst();
    packNow();
    for (Path dictionary : files(".dictionary")) {
      Files.delete(dictionary);
    }
    reopen();
    begin();
    assertThat(issues.event(1, event.id()).orElseThrow().message()).startsWith(LOST);
    Event later = record(1_000, 1, 1, now).getFirst();
    assertThat(issues.event(1, later.id())).contains(later);
    packNow();
    assertThat(issues.event(1, later.id())).contains(later);
  }

  @Test
  void whatACrashLeftBehindGoesAtTheNextStart() throws IOException {
    List<Event> events = record(0, 40, 4, NOON);
    packNow();
    Files.write(folder.resolve("bodies").resolve("1-orphan.pack"), new byte[100]);
    Files.write(folder.resolve("bodies").resolve("1-orphan.pack.unfinished"), new byte[100]);
    reopen();
    begin();
    assertThat(files("orphan.pack")).isEmpty();
    assertThat(files(".unfinished")).isEmpty();
    assertThat(issues.event(1, events.getFirst().id())).contains(events.getFirst());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else {
          Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private Set<String> packs() throws IOException {
    return files(".pack").stream()
        .map(pack -> pack.getFileName().toString())
        .collect(Collectors.toSet());
  }

  /// Seven small packs of one day; the eighth has all of them joined.
  private List<Event> sevenPacks() throws IOException {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      events.addAll(record(40 * i, 40, 4, NOON));
      packNow();
    }
    assertThat(packs()).hasSize(7);
    return events;
  }

  /// @param pointed whether the rows name the joined pack already when the server ends
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCrashWhilePacksAreJoinedLosesNoContentAndLeavesNoFile(boolean pointed, @TempDir Path before)
      throws IOException {
    List<Event> events = sevenPacks();
    events.addAll(record(280, 40, 4, NOON));
    List<EventLine> lines = new ArrayList<>();
    for (int issue = 1; issue <= 4; issue++) {
      lines.addAll(issues.events("shop-" + issue, 1_000));
    }
    assertThat(lines).isNotEmpty();
    database.close();
    copy(folder, before);
    reopen();
    begin();
    packNow();
    Set<String> joined = packs();
    assertThat(joined).hasSize(1);
    database.close();
    // The old packs go behind the transaction, the joined one is there before it.
    copy(pointed ? before.resolve("bodies") : before, pointed ? folder.resolve("bodies") : folder);
    reopen();
    begin();
    assertThat(packs()).hasSize(pointed ? 1 : 7);
    assertThat(packs().containsAll(joined)).isEqualTo(pointed);
    for (EventLine line : lines) {
      Event kept = issues.event(1, line.id()).orElseThrow();
      assertThat(events).contains(kept);
    }
  }

  @Test
  void aProjectThatIsGoneLeavesNoBodies() throws IOException {
    record(0, 40, 4, NOON);
    packNow();
    assertThat(files(".pack")).isNotEmpty();
    new SqlProjects(database).delete(1);
    packNow();
    assertThat(files(".pack")).isEmpty();
  }
}
