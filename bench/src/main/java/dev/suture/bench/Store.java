package dev.suture.bench;

import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Level;
import dev.suture.event.Thrown;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.issue.query.BadQuery;
import dev.suture.issue.query.Condition;
import dev.suture.issue.query.IssueSearch;
import dev.suture.issue.query.IssueSearch.Search;
import dev.suture.issue.query.IssueSearch.Sort;
import dev.suture.issue.query.Queries;
import dev.suture.project.Lines;
import dev.suture.store.Database;
import dev.suture.store.FileBlobs;
import dev.suture.store.SqlIssueSearch;
import dev.suture.store.SqlIssues;
import dev.suture.store.SqlProjects;
import dev.suture.store.SqlRetention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Ten million events of 20,000 issues, recorded straight into the store, then read as pages are.
///
/// `-Dsuture.bench.events=1000000` makes it smaller.
final class Store implements Benchmark {
  private static final int ISSUES = 20_000;
  private static final int BATCH = 2_000;
  private static final int READS = 200;
  private static final double GOAL_MILLIS = 50;
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  private final Random random = new Random(4);
  private final int events = Integer.getInteger("suture.bench.events", 10_000_000);

  @Override
  public String name() {
    return "store";
  }

  @Override
  public String about() {
    return "10 million events over 20,000 issues: recorded, then lists, pages, facets and bundles"
        + " read";
  }

  @Override
  public List<Row> run(Path scratch, Progress progress) throws Exception {
    List<Row> rows = new ArrayList<>();
    Instant[] now = {START};
    try (Database database = Database.open(scratch)) {
      long project = new SqlProjects(database).create("bench", "Bench", null, Lines.GIT_FLOW).id();
      SqlIssues issues = new SqlIssues(database, () -> now[0]);
      SqlRetention retention =
          new SqlRetention(database, new FileBlobs(scratch.resolve("blobs")), () -> now[0]);
      progress.say("recording " + events + " events of " + ISSUES + " issues");
      long started = System.nanoTime();
      record(issues, retention, project, now, progress);
      double seconds = (System.nanoTime() - started) / 1e9;
      rows.add(Row.limit("recorded, one writer", events / seconds, "events/s"));
      retention.tick();
      rows.add(Row.limit("disk for each event", (double) size(scratch) / events, "bytes"));
      rows.add(
          Row.limit(
              "events kept with their content",
              100.0 * retention.usage(project).events() / events,
              "%"));
      progress.say("reading lists, pages and facets");
      read(rows, new SqlIssueSearch(database), issues, project, now[0]);
      progress.say("reading bundles");
      new BundleReads(database, scratch, issues, now[0]).measure("bench", rows);
    }
    return rows;
  }

  /// A month of events, most of them of few issues.
  private void record(
      SqlIssues issues, SqlRetention retention, long project, Instant[] now, Progress progress) {
    long step = 30L * 24 * 3_600 * 1_000 / events;
    List<Sighting> batch = new ArrayList<>(BATCH);
    for (int i = 0; i < events; i++) {
      now[0] = START.plusMillis(i * Math.max(1, step));
      batch.add(sighting(project, i, now[0]));
      if (batch.size() == BATCH || i == events - 1) {
        issues.record(batch);
        batch.clear();
      }
      if (i % 100_000 == 99_999) {
        retention.tick();
      }
      if (i % 1_000_000 == 999_999) {
        progress.say((i + 1) / 1_000_000 + " million");
      }
    }
  }

  private Sighting sighting(long project, int number, Instant at) {
    int issue = number < ISSUES ? number : (int) (Math.pow(random.nextDouble(), 3) * ISSUES);
    SortedMap<String, String> tags = new TreeMap<>();
    tags.put("server_name", "web-" + random.nextInt(40));
    tags.put("customer", "c" + random.nextInt(400));
    Frame frame =
        new Frame(
            "call" + issue,
            "src/part" + issue % 300 + ".ts",
            issue % 900,
            3,
            true,
            null,
            null,
            null,
            null);
    Event event =
        new Event(
            String.format("%016x%016x", random.nextLong(), random.nextLong()),
            project,
            at,
            at,
            Level.error,
            "javascript",
            "shop@1." + number / Math.max(1, events / 12),
            random.nextInt(10) == 0 ? "staging" : "production",
            "/page/" + issue % 50,
            null,
            List.of(
                new Thrown(
                    "TypeError" + issue % 40, "value " + issue, false, "onerror", List.of(frame))),
            new Event.User("u" + random.nextInt(100_000), null, null, null),
            null,
            tags,
            List.of(),
            List.of(),
            new Event.Sdk("sentry.javascript.browser", "10.0.0"),
            null,
            Event.Details.NONE);
    String hash = String.format("%032x", issue);
    return new Sighting(event, new Fingerprint("bench", hash, List.of("call" + issue)), false);
  }

  private void read(
      List<Row> rows, IssueSearch search, IssueStore issues, long project, Instant now) {
    for (Sort sort : Sort.values()) {
      Search all = query(project, "", sort, now);
      measure(rows, "issue list by " + sort, () -> list(search, all, now));
    }
    for (String text :
        List.of(
            "is:unresolved environment:staging release:shop@1.3",
            "customer:c7 TypeError12",
            "part77",
            "firstSeen:-7d")) {
      Search some = query(project, text, Sort.lastSeen, now);
      measure(rows, "list " + text, () -> list(search, some, now));
    }
    for (String text : List.of("", "environment:staging")) {
      Search some = query(project, text, Sort.lastSeen, now);
      measure(rows, "facets " + text, () -> search.facets(some, 10));
    }
    measure(rows, "issue page", () -> page(issues, project, 1 + random.nextInt(ISSUES), now));
    measure(rows, "issue page of the busiest", () -> page(issues, project, 1, now));
  }

  private static Search query(long project, String text, Sort sort, Instant now) {
    try {
      Condition where =
          Queries.read(
              text,
              new Queries.Reader(
                  null, now, () -> Set.of("server_name", "customer", "environment", "release")));
      return new Search(List.of(project), where, sort, now);
    } catch (BadQuery wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  /// What the API reads for a page of a list: the issues and their sparklines.
  private static void list(IssueSearch search, Search query, Instant now) {
    List<Issue> found = search.list(query, null, 25).issues();
    search.perHour(found, now, 24);
  }

  /// What the API reads for an issue's page.
  private static void page(IssueStore issues, long project, int number, Instant now) {
    Issue issue = issues.find("bench-" + number).orElseThrow();
    var _ = issues.event(project, issue.lastEvent()).orElseThrow();
    issues.events(issue.id(), 50);
    issues.shares(issue.id(), "release", 10);
    issues.shares(issue.id(), "environment", 10);
    issues.perHour(issue.id(), now, 24);
    issues.perMinute(issue.id(), now, 60);
    issues.people(issue.id(), 10);
    issues.kept(issue.id());
  }

  private static void measure(List<Row> rows, String what, Runnable read) {
    for (int i = 0; i < READS / 4; i++) {
      read.run();
    }
    double[] millis = new double[READS];
    for (int i = 0; i < READS; i++) {
      long started = System.nanoTime();
      read.run();
      millis[i] = (System.nanoTime() - started) / 1e6;
    }
    Arrays.sort(millis);
    String median = String.format("p50 %.1f ms", millis[READS / 2]);
    rows.add(Row.lower(what + ", p95", millis[READS * 95 / 100], "ms", GOAL_MILLIS, median));
  }

  private static long size(Path folder) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
