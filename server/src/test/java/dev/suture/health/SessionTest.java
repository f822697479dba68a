package dev.suture.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.health.SessionUpdate.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {
  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Place PLACE = Place.of("shop@1", "production");

  private static SessionUpdate update(String text) {
    String[] words = text.split(":");
    return new SessionUpdate(
        "1".repeat(32),
        "ada",
        Long.parseLong(words[0]),
        NOON,
        Status.valueOf(words[1]),
        Long.parseLong(words[2]),
        PLACE);
  }

  private static Tally folded(List<SessionUpdate> updates) {
    Session session = null;
    Tally sum = Tally.NONE;
    for (SessionUpdate update : updates) {
      Session next = Session.fold(session, update);
      sum = sum.plus(next.since(session, update));
      session = next;
    }
    assertThat(session).isNotNull();
    assertThat(sum).isEqualTo(session.tally());
    return sum;
  }

  @ParameterizedTest
  @CsvSource({
    "a healthy one, 0:ok:0 1:exited:0, 0, 0, 0, 0",
    "errors while it runs, 0:ok:0 1:ok:2 2:exited:2, 1, 0, 0, 0",
    "a crash, 0:ok:0 1:crashed:1, 0, 0, 1, 0",
    "a crash after errors counts once, 0:ok:3 1:crashed:4, 0, 0, 1, 0",
    "out of order, 1:crashed:1 0:ok:0, 0, 0, 1, 0",
    "an old word after the end, 2:exited:0 1:ok:1, 1, 0, 0, 0",
    "the same number again, 0:ok:0 0:ok:0 1:exited:0 1:exited:0, 0, 0, 0, 0",
    "two words under one number, 0:ok:0 0:crashed:1, 0, 0, 1, 0",
    "the beginning comes last, 2:exited:1 1:ok:1 0:ok:0, 1, 0, 0, 0",
    "a crash after its exit is no news, 0:ok:0 1:exited:0 2:crashed:1, 1, 0, 0, 0",
    "ends without a word, 0:ok:0 1:abnormal:0, 0, 0, 0, 1",
    "an unhandled error that it survived, 0:ok:0 1:unhandled:1, 0, 1, 0, 0",
    "it crashed after all, 0:ok:0 1:unhandled:1 2:crashed:2, 0, 0, 1, 0",
  })
  void aSessionIsCountedOnceAndByHowItWent(
      String name, String updates, long errored, long unhandled, long crashed, long abnormal) {
    Tally expected = new Tally(1, errored, unhandled, crashed, abnormal);
    List<SessionUpdate> list = Arrays.stream(updates.split(" ")).map(SessionTest::update).toList();
    assertThat(folded(list)).isEqualTo(expected);
  }

  @Test
  void theOrderOfArrivalMakesNoDifference() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      List<SessionUpdate> updates = new ArrayList<>();
      for (int n = 0; n < 6; n++) {
        Status status = Status.values()[random.nextInt(Status.values().length)];
        updates.add(update(random.nextInt(4) + ":" + status + ":" + random.nextInt(2)));
      }
      Tally first = folded(updates);
      Collections.shuffle(updates, random);
      assertThat(folded(updates)).isEqualTo(first);
    }
  }

  @Test
  void aSessionThatItsSenderCountsApartAddsOnlyHowItWent() {
    SessionUpdate crash =
        new SessionUpdate("2".repeat(32), null, 1, NOON, Status.crashed, 1, PLACE, true);
    assertThat(Session.fold(null, crash).since(null, crash)).isEqualTo(new Tally(0, 0, 0, 1, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1.0",
    "10, 0, 1.0",
    "10, 1, 0.9",
    "10, 10, 0.0",
    "10, 25, 0.0",
    "0, 3, 1.0",
    "-1, 3, 1.0",
    "10, -5, 1.0",
  })
  void aRateStaysBetweenNothingAndAllWhateverTheNumbersSay(
      long sessions, long crashed, double rate) {
    assertThat(new Tally(sessions, 0, 0, crashed, 0).crashFree()).isEqualTo(rate);
    assertThat(new HealthStore.ReleaseHealth("r", Tally.NONE, sessions, crashed).crashFreeUsers())
        .isEqualTo(rate);
    assertThat(new Tally(sessions, 0, 0, crashed, 0).healthy()).isNotNegative();
  }
}
