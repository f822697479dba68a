package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.event.EventSample;
import dev.suture.issue.Fingerprint;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore.Query;
import dev.suture.issue.IssueStore.Sighting;
import dev.suture.project.Lines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path folder;

  private static long count(Database database, String table) {
    return database.read(
        handle -> handle.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one());
  }

  private static List<Sighting> batch(int first, int size) {
    List<Sighting> batch = new ArrayList<>();
    for (int i = first; i < first + size; i++) {
      batch.add(
          new Sighting(
              EventSample.event()
                  .id(i)
                  .at(EventSample.NOON.plusSeconds(i))
                  .release("1." + i % 3)
                  .environment("production")
                  .user("user" + i % 50, null)
                  .thrown(
                      "TypeError",
                      "cart is empty",
                      EventSample.frame("pay", "src/pay.ts", 7, 3),
                      EventSample.frame("submit", "src/form.ts", 20, 3))
                  .build(),
              new Fingerprint("1", "group" + i % 20, List.of("exception: TypeError")),
              false));
    }
    return batch;
  }

  @Test
  void aWriteThatFailsLeavesNothingAndTheNextOneWorks() throws IOException {
    try (Database database = Database.open(folder)) {
      assertThatThrownBy(
              () ->
                  database.write(
                      handle -> {
                        handle.execute("INSERT INTO ledger (position) VALUES (99)");
                        throw new IllegalStateException("interrupted");
                      }))
          .hasMessage("interrupted");
      assertThat(count(database, "ledger")).isEqualTo(1);
      new SqlProjects(database).create("shop", "Shop", null, Lines.GIT_FLOW);
      assertThat(count(database, "project")).isEqualTo(1);
    }
  }

  @Test
  void readersCannotWrite() throws IOException {
    try (Database database = Database.open(folder)) {
      assertThatThrownBy(() -> database.read(handle -> handle.execute("DELETE FROM project")))
          .isInstanceOf(JdbiException.class);
    }
  }

  @Test
  void aDatabaseOfANewerVersionIsRefused() throws IOException {
    try (Database database = Database.open(folder)) {
      database.write(
          handle ->
              handle.execute("INSERT INTO migration (step, checksum) VALUES ('900-later', 'x')"));
    }
    assertThatThrownBy(() -> Database.open(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("newer version")
        .hasMessageContaining("900-later");
  }

  @Test
  void aStepThatWasEditedAfterItWasAppliedIsRefused() throws IOException {
    try (Database database = Database.open(folder)) {
      database.write(handle -> handle.execute("UPDATE migration SET checksum = 'another'"));
    }
    assertThatThrownBy(() -> Database.open(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another build");
  }

  @Test
  void commitsAreSyncedAndForeignKeysHold() throws IOException {
    try (Database database = Database.open(folder)) {
      int full = 2;
      assertThat(database.<Integer>write(handle -> pragma(handle, "synchronous"))).isEqualTo(full);
      assertThat(database.<Integer>write(handle -> pragma(handle, "foreign_keys"))).isEqualTo(1);
    }
  }

  private static int pragma(org.jdbi.v3.core.Handle handle, String name) {
    return handle.createQuery("PRAGMA " + name).mapTo(Integer.class).one();
  }

  @Test
  void aServerKilledWhileItRecordsLosesNothingItReportedAndCountsNothingTwice() throws Exception {
    int reported = 0;
    for (int round = 0; round < 3; round++) {
      reported = Math.max(reported, recordUntilKilled(3 + round));
      try (Database database = Database.open(folder)) {
        List<Issue> issues =
            new SqlIssues(database, () -> EventSample.NOON)
                .list(new Query(null, null, null), null, 100)
                .issues();
        long counted = issues.stream().mapToLong(Issue::events).sum();
        assertThat(count(database, "seen")).isGreaterThanOrEqualTo(reported).isEqualTo(counted);
        assertThat(issues).hasSize(20).allMatch(issue -> issue.number() <= 20);
        assertThat(
                database.<Long>read(
                    handle ->
                        handle
                            .createQuery("SELECT sum(events) FROM issue_hour")
                            .mapTo(Long.class)
                            .one()))
            .isEqualTo(counted);
      }
    }
  }

  /// @return how many events the killed process had reported as recorded
  private int recordUntilKilled(int batches) throws Exception {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Recorder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int reported = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int i = 0; i < batches; i++) {
        reported = Integer.parseInt(lines.readLine());
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return reported;
  }

  /// Records batches without end, each one again with the next, and reports what is recorded.
  static final class Recorder {
    public static void main(String[] arguments) throws IOException {
      Database database = Database.open(Path.of(arguments[0]));
      SqlProjects projects = new SqlProjects(database);
      if (projects.all().isEmpty()) {
        projects.create("shop", "Shop", null, Lines.GIT_FLOW);
      }
      SqlIssues issues = new SqlIssues(database, () -> EventSample.NOON);
      for (int first = 0; ; first += 50) {
        issues.record(batch(first, 100));
        System.out.println(first + 100);
      }
    }
  }

  @Test
  void tenThousandEventsAreCountedOnce(TestReporter reporter) throws IOException {
    try (Database database = Database.open(folder)) {
      new SqlProjects(database).create("shop", "Shop", null, Lines.GIT_FLOW);
      SqlIssues issues = new SqlIssues(database, () -> EventSample.NOON);
      AtomicInteger recorded = new AtomicInteger();
      long start = System.nanoTime();
      for (int first = 0; first < 10_000; first += 200) {
        recorded.addAndGet(issues.record(batch(first, 200)).size());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      reporter.publishEntry("events recorded per second", "%.0f".formatted(10_000 / seconds));
      assertThat(recorded).hasValue(10_000);
      Issue one = issues.find("shop-1").orElseThrow();
      assertThat(one.events()).isEqualTo(500);
      assertThat(one.users()).isEqualTo(5);
    }
  }
}
