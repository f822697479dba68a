package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.health.HealthStore.ReleaseHealth;
import dev.suture.health.HealthStore.Window;
import dev.suture.health.Tally;
import dev.suture.testing.Door;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sessions from the door into the health of their release.
class SessionArrivalTest {
  private static final String ATTRS =
      "\"attrs\":{\"release\":\"shop@1\",\"environment\":\"production\"}";

  private final Instant now = Instant.now();
  private Door door;

  @BeforeEach
  void start(@TempDir Path data) throws Exception {
    door = new Door(data);
  }

  @AfterEach
  void stop() {
    door.close();
  }

  private void send(String type, String... payloads) throws Exception {
    StringBuilder envelope = new StringBuilder("{}\n");
    for (String payload : payloads) {
      envelope.append("{\"type\":\"").append(type).append("\"}\n").append(payload).append('\n');
    }
    assertThat(door.post(door.envelope(), bytes(envelope.toString())).statusCode()).isEqualTo(200);
  }

  private String session(int id, String rest) {
    return String.format(
        "{\"sid\":\"%032x\",\"did\":\"u%d\",\"started\":\"%s\",%s,%s}", id, id, now, rest, ATTRS);
  }

  private List<ReleaseHealth> health() throws Exception {
    Door.await(() -> door.suture().queue().backlog().arrivals() == 0);
    Window window =
        new Window(door.project().id(), now.minus(Duration.ofDays(6)), now.plusSeconds(3600));
    return door.suture().health().releases(window, null);
  }

  @Test
  void aBrowsersSessionsAreFoldedAcrossEnvelopes() throws Exception {
    send("session", session(1, "\"init\":true,\"status\":\"ok\",\"errors\":0"));
    send("session", session(2, "\"init\":true,\"status\":\"ok\",\"errors\":0"));
    send("session", session(1, "\"init\":false,\"status\":\"crashed\",\"errors\":0"));
    send("session", session(3, "\"init\":true,\"status\":\"exited\",\"errors\":1"));
    assertThat(health())
        .containsExactly(new ReleaseHealth("shop@1", new Tally(3, 1, 0, 1, 0), 3, 1));
    assertThat(door.count("session", "stored", "")).isEqualTo(4);
  }

  @Test
  void aServersCountsAreAdded() throws Exception {
    send(
        "sessions",
        "{\"aggregates\":[{\"started\":\""
            + now
            + "\",\"exited\":90,\"errored\":5,\"unhandled\":2,\"abnormal\":1,\"crashed\":2},"
            + "{\"started\":\""
            + now
            + "\",\"did\":\"ada\",\"exited\":1},{\"exited\":0}],"
            + ATTRS
            + "}");
    assertThat(health())
        .containsExactly(new ReleaseHealth("shop@1", new Tally(101, 5, 2, 2, 1), 1, 0));
    assertThat(door.count("session", "stored", "")).isEqualTo(101);
  }

  @Test
  void whatIsTooOldOrNoSessionIsNamedAndNoError() throws Exception {
    String old =
        session(1, "\"status\":\"ok\"").replace(now.toString(), "" + now.minusSeconds(500_000));
    send("session", old, "{\"status\":\"ok\"}", "no json", session(2, "\"status\":\"odd\""));
    assertThat(health())
        .containsExactly(new ReleaseHealth("shop@1", new Tally(1, 0, 0, 0, 0), 1, 0));
    assertThat(door.count("session", "filtered", "too old")).isEqualTo(1);
    assertThat(door.count("session", "invalid", "unreadable")).isEqualTo(2);
  }

  @Test
  void aHundredSessionsOfOneEnvelopeAreTaken() throws Exception {
    String[] many = new String[103];
    for (int i = 0; i < many.length; i++) {
      many[i] = session(i, "\"init\":true,\"status\":\"exited\"");
    }
    send("session", many);
    assertThat(health()).singleElement().extracting(one -> one.tally().sessions()).isEqualTo(100L);
    assertThat(door.count("session", "limited", "too many sessions")).isEqualTo(3);
  }

  @Test
  void bugsnagsSessionsAndTheReportsThatNameThemMakeOneCount() throws Exception {
    String app = "\"app\":{\"version\":\"shop@1\",\"releaseStage\":\"production\"}";
    String start = "\"startedAt\":\"" + now + "\"";
    bugsnag(
        "/sessions",
        "{\"notifier\":{\"name\":\"Bugsnag JavaScript\"},"
            + app
            + ",\"device\":{\"id\":\"d1\"},\"sessions\":[{\"id\":\"s1\","
            + start
            + ",\"user\":{}},{\"id\":\"s2\","
            + start
            + "}]}");
    bugsnag(
        "/notify",
        "{\"notifier\":{\"name\":\"Bugsnag JavaScript\"},\"events\":[{\"exceptions\":[{\"errorClass\":\"E\"}],"
            + app
            + ",\"device\":{\"id\":\"d1\"},\"session\":{\"id\":\"s1\","
            + start
            + ",\"events\":{\"handled\":0,\"unhandled\":1}}}]}");
    bugsnag(
        "/sessions",
        "{\"notifier\":{\"name\":\"Bugsnag Java\"},"
            + app
            + ",\"sessionCounts\":[{"
            + start
            + ",\"sessionsStarted\":5}]}");
    bugsnag(
        "/notify",
        "{\"notifier\":{\"name\":\"Bugsnag Java\"},\"events\":[{\"exceptions\":[{\"errorClass\":\"E\"}],"
            + app
            + ",\"session\":{\"id\":\"s9\","
            + start
            + ",\"events\":{\"handled\":1,\"unhandled\":0}}}]}");
    assertThat(health())
        .containsExactly(new ReleaseHealth("shop@1", new Tally(7, 1, 0, 1, 0), 1, 1));
    assertThat(door.suture().health().seen(door.project().id(), "production"))
        .singleElement()
        .extracting(seen -> seen.events())
        .isEqualTo(2L);
  }

  private void bugsnag(String path, String body) throws Exception {
    int status =
        door.post(door.to(path).header("Bugsnag-Api-Key", door.key()), bytes(body)).statusCode();
    assertThat(status).isBetween(200, 202);
  }
}
