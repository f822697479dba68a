package dev.suture.ingest.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.ingest.limit.Allowance.Verdict;
import dev.suture.project.Category;
import dev.suture.project.Limit;
import dev.suture.project.Limit.Per;
import dev.suture.project.Lines;
import dev.suture.project.ProjectKey;
import dev.suture.project.ProjectStore;
import dev.suture.project.Settings;
import dev.suture.store.Database;
import dev.suture.store.SqlProjects;
import dev.suture.store.SqlSettings;
import dev.suture.store.SqlUsage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllowanceTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Map<Category, Integer> ERROR = Map.of(Category.error, 1);
  private static final Map<Category, Integer> SESSION = Map.of(Category.session, 1);

  @TempDir Path folder;
  private Database database;
  private SqlSettings settings;
  private ProjectKey key;
  private Allowance allowance;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(folder);
    settings = new SqlSettings(database, () -> NOON);
    ProjectStore projects = new SqlProjects(database);
    long project = projects.create("shop", "Shop", null, Lines.GIT_FLOW).id();
    key = projects.keys(project).getFirst();
    allowance = new Allowance(settings, new SqlUsage(database), NOON);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void limit(Limit... limits) {
    Settings now = Settings.DEFAULT;
    settings.change(
        key.project(),
        settings.version(key.project()),
        new Settings(
            "", now.filters(), now.scrubbing(), new Settings.Limits(List.of(limits), true)),
        "ana");
  }

  @Test
  void withoutALimitEverythingComesIn() {
    assertThat(allowance.asks(key)).isFalse();
    assertThat(allowance.ask(key, ERROR, NOON).over()).isEmpty();
  }

  @Test
  void aRateRefillsEvenlyAndSaysHowLongToWait() {
    limit(new Limit(Category.error, Per.minute, 2));
    assertThat(allowance.ask(key, ERROR, NOON).over()).isEmpty();
    assertThat(allowance.ask(key, ERROR, NOON).over()).isEmpty();
    Verdict third = allowance.ask(key, ERROR, NOON);
    assertThat(third.over()).containsExactly(Category.error);
    assertThat(Backoff.header(third.backoffs())).isEqualTo("30:error:project:rate_limit");
    assertThat(allowance.ask(key, SESSION, NOON).over()).as("sessions go on").isEmpty();
    assertThat(allowance.ask(key, ERROR, NOON.plusSeconds(30)).over()).isEmpty();
    assertThat(allowance.ask(key, ERROR, NOON.plusSeconds(31)).over()).isNotEmpty();
  }

  @Test
  void ofAMixedDeliveryOnlyWhatIsLimitedIsOver() {
    limit(new Limit(Category.attachment, Per.hour, 0));
    Verdict verdict = allowance.ask(key, Map.of(Category.error, 1, Category.attachment, 2), NOON);
    assertThat(verdict.over()).containsExactly(Category.attachment);
    assertThat(Backoff.header(verdict.backoffs())).isEqualTo("3600:attachment:project:quota_hour");
  }

  @Test
  void aLimitWithoutACategoryHoldsEverything() {
    limit(new Limit(null, Per.day, 2));
    assertThat(allowance.ask(key, ERROR, NOON).over()).isEmpty();
    assertThat(allowance.ask(key, SESSION, NOON).over()).isEmpty();
    Verdict verdict = allowance.ask(key, Map.of(Category.error, 1, Category.session, 1), NOON);
    assertThat(verdict.over()).containsExactlyInAnyOrder(Category.error, Category.session);
    assertThat(Backoff.header(verdict.backoffs())).isEqualTo("43200::project:quota_day");
    assertThat(allowance.ask(key, ERROR, NOON.plus(Duration.ofHours(13))).over()).isEmpty();
  }

  @Test
  void whatAnSdkSaysOfItselfIsNeverLimited() {
    limit(new Limit(null, Per.day, 0));
    Verdict verdict = allowance.ask(key, Map.of(Category.error, 1, Category.internal, 1), NOON);
    assertThat(verdict.over()).containsExactly(Category.error);
    assertThat(allowance.ask(key, Map.of(Category.internal, 1), NOON).over()).isEmpty();
  }

  @Test
  void aQuotaGoesOnAfterARestart() {
    limit(new Limit(Category.error, Per.month, 3));
    allowance.ask(key, Map.of(Category.error, 3), NOON);
    allowance.flush(NOON);
    Allowance again = new Allowance(settings, new SqlUsage(database), NOON.plusSeconds(60));
    assertThat(again.ask(key, ERROR, NOON.plusSeconds(60)).over()).contains(Category.error);
    Instant december = Instant.parse("2026-12-01T00:00:00Z");
    again.flush(december);
    assertThat(again.ask(key, ERROR, december).over()).isEmpty();
  }

  @Test
  void aKeysOwnLimitLeavesOtherKeysAlone() {
    ProjectKey limited =
        new ProjectKey(
            "1".repeat(32),
            key.project(),
            "Web",
            true,
            NOON,
            List.of(new Limit(Category.error, Per.second, 1)));
    assertThat(allowance.ask(limited, ERROR, NOON).over()).isEmpty();
    Verdict verdict = allowance.ask(limited, ERROR, NOON);
    assertThat(Backoff.header(verdict.backoffs())).isEqualTo("1:error:key:rate_limit");
    assertThat(allowance.ask(key, ERROR, NOON).over()).isEmpty();
  }
}
