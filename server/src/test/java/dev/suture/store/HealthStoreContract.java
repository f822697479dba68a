package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.health.HealthStore;
import dev.suture.health.HealthStore.Bucket;
import dev.suture.health.HealthStore.ReleaseHealth;
import dev.suture.health.HealthStore.Seen;
import dev.suture.health.HealthStore.Window;
import dev.suture.health.Place;
import dev.suture.health.SessionCounts;
import dev.suture.health.SessionUpdate;
import dev.suture.health.SessionUpdate.Status;
import dev.suture.health.Tally;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class HealthStoreContract extends StoreContract {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Place LIVE = Place.of("shop@1", "production");
  private static final Place STAGED = Place.of("shop@1", "staging");

  private HealthStore health;
  private long project;
  private Window day;

  @BeforeEach
  void setUp() {
    health = new SqlHealth(database);
    project = project("shop").id();
    day = new Window(project, NOON.minus(Duration.ofHours(23)), NOON.plus(Duration.ofHours(1)));
  }

  private static SessionUpdate update(
      int session, String user, Status status, Instant started, Place place) {
    String id = String.format("%032x", session);
    int errors = status == Status.crashed ? 1 : 0;
    return new SessionUpdate(id, user, status.ordinal(), started, status, errors, place);
  }

  private void record(SessionUpdate... updates) {
    health.record(project, List.of(updates), List.of(), NOON);
  }

  @Test
  void aSessionMovesFromHealthyToCrashedAcrossBatchesAndRestarts() throws IOException {
    record(update(1, "ada", Status.ok, NOON, LIVE), update(2, "bob", Status.ok, NOON, LIVE));
    assertThat(health.releases(day, null))
        .containsExactly(new ReleaseHealth("shop@1", new Tally(2, 0, 0, 0, 0), 2, 0));
    reopen();
    health = new SqlHealth(database);
    record(update(1, "ada", Status.crashed, NOON, LIVE));
    record(update(1, "ada", Status.crashed, NOON, LIVE));
    assertThat(health.releases(day, null))
        .containsExactly(new ReleaseHealth("shop@1", new Tally(2, 0, 0, 1, 0), 2, 1));
    assertThat(health.minutes(day, "shop@1", null))
        .containsExactly(new Bucket(NOON, new Tally(2, 0, 0, 1, 0), 0, 0));
  }

  @Test
  void hoursReleasesAndEnvironmentsStayApartAndAddUp() {
    Instant before = NOON.minus(Duration.ofHours(2));
    record(
        update(1, "ada", Status.exited, before, LIVE),
        update(2, "ada", Status.exited, NOON, LIVE),
        update(3, "ada", Status.exited, NOON, STAGED),
        update(4, "bob", Status.crashed, NOON, Place.of("shop@2", "production")));
    assertThat(health.releases(day, null))
        .containsExactly(
            new ReleaseHealth("shop@1", new Tally(3, 0, 0, 0, 0), 1, 0),
            new ReleaseHealth("shop@2", new Tally(1, 0, 0, 1, 0), 1, 1));
    assertThat(health.releases(day, "staging"))
        .containsExactly(new ReleaseHealth("shop@1", new Tally(1, 0, 0, 0, 0), 1, 0));
    assertThat(health.series(day, null, "production"))
        .containsExactly(
            new Bucket(before, new Tally(1, 0, 0, 0, 0), 1, 0),
            new Bucket(NOON, new Tally(2, 0, 0, 1, 0), 2, 1));
    assertThat(health.series(day, "shop@2", "staging")).isEmpty();
    assertThat(health.environments(project)).containsExactly("production", "staging");
    assertThat(health.seen(project, "staging")).containsExactly(new Seen(STAGED, NOON, NOON, 0));
  }

  @Test
  void countsOfAServerAddUpWithSingleSessions() {
    health.record(
        project,
        List.of(update(1, "ada", Status.exited, NOON, LIVE)),
        List.of(
            new SessionCounts(NOON, null, new Tally(10, 2, 1, 3, 0), LIVE),
            new SessionCounts(NOON, "bob", new Tally(4, 0, 0, 1, 1), LIVE)),
        NOON);
    assertThat(health.releases(day, null))
        .containsExactly(new ReleaseHealth("shop@1", new Tally(15, 2, 1, 4, 1), 2, 1));
  }

  @Test
  void anotherProjectSeesNothingOfIt() {
    record(update(1, "ada", Status.ok, NOON, LIVE));
    long other = project("blog").id();
    assertThat(health.releases(new Window(other, day.from(), day.to()), null)).isEmpty();
    assertThat(health.environments(other)).isEmpty();
    assertThat(health.seen(other, null)).isEmpty();
  }

  @Test
  void inventedReleasesFillOneHourAndNotTheDisk() {
    List<SessionUpdate> updates = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) {
      updates.add(update(i, null, Status.ok, NOON, Place.of("invented-" + i, null)));
    }
    assertThat(health.record(project, updates, List.of(), NOON)).isEqualTo(200);
    assertThat(health.releases(day, null)).hasSize(1_000);
    assertThat(health.record(project, updates, List.of(), NOON)).isEqualTo(200);
    record(update(5_000, null, Status.ok, NOON.minusSeconds(7200), LIVE));
    assertThat(health.releases(day, "production")).hasSize(1);
  }

  @Test
  void minutesAreKeptForADay() {
    record(update(1, "ada", Status.ok, NOON, LIVE));
    Instant later = NOON.plus(Duration.ofHours(30));
    health.record(project, List.of(update(2, "ada", Status.ok, later, LIVE)), List.of(), later);
    Window all = new Window(project, NOON.minusSeconds(60), later.plusSeconds(60));
    assertThat(health.minutes(all, null, null)).extracting(Bucket::from).containsExactly(later);
    assertThat(health.series(all, null, null)).hasSize(2);
  }

  @Test
  void aReleaseIsKnownByItsEventsToo() {
    health.note(project, List.of(new Seen(LIVE, NOON, NOON, 1), new Seen(STAGED, NOON, NOON, 1)));
    health.note(project, List.of(new Seen(LIVE, NOON.minusSeconds(9), NOON.plusSeconds(9), 2)));
    assertThat(health.seen(project, null))
        .containsExactly(
            new Seen(Place.of("shop@1", null), NOON.minusSeconds(9), NOON.plusSeconds(9), 4));
  }
}
