package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.capture.Part;
import dev.suture.feedback.Feedback;
import dev.suture.feedback.FeedbackStore.Line;
import dev.suture.monitor.CheckIn;
import dev.suture.monitor.CheckIn.Status;
import dev.suture.monitor.Monitor;
import dev.suture.testing.Bodies;
import dev.suture.testing.Door;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every other item of an envelope, from the door to where it is shown.
class ItemArrivalTest {
  private Door door;

  @BeforeEach
  void start(@TempDir Path data) throws Exception {
    door = new Door(data);
  }

  @AfterEach
  void stop() {
    door.close();
  }

  private static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private void send(String header, String... items) throws Exception {
    ByteArrayOutputStream envelope = new ByteArrayOutputStream();
    envelope.writeBytes(bytes(header + "\n"));
    for (int i = 0; i < items.length; i += 2) {
      envelope.writeBytes(bytes(items[i] + "\n" + items[i + 1] + "\n"));
    }
    send(envelope.toByteArray());
  }

  private void send(byte[] envelope) throws Exception {
    assertThat(door.post(door.envelope(), envelope).statusCode()).isEqualTo(200);
    Door.await(() -> door.suture().queue().backlog().arrivals() == 0);
  }

  private String event(String rest) throws Exception {
    String id = newId();
    send(
        "{\"event_id\":\"" + id + "\"}",
        "{\"type\":\"event\"}",
        "{\"message\":\"checkout broke\"" + rest + "}");
    return id;
  }

  private List<Line> feedback() {
    return door.suture().feedback().list(door.project().id(), null, 10).feedback();
  }

  @Test
  void feedbackIsTiedToTheIssueOfItsEvent() throws Exception {
    String about = event("");
    String id = newId();
    String said =
        "{\"event_id\":\""
            + id
            + "\",\"release\":\"shop@1\",\"contexts\":{\"feedback\":{\"message\":\"It <b>broke</b>\","
            + "\"name\":\"Ada\",\"contact_email\":\"ada@example.org\",\"associated_event_id\":\""
            + about
            + "\",\"url\":\"https://shop.example/pay\",\"source\":\"widget\"}}}";
    String header = "{\"event_id\":\"" + id + "\"}";
    send(
        header,
        "{\"type\":\"feedback\"}",
        said,
        "{\"type\":\"attachment\",\"filename\":\"a.txt\",\"length\":5}",
        "hello");
    send(header, "{\"type\":\"feedback\"}", said);
    Line line = feedback().getFirst();
    assertThat(feedback()).hasSize(1);
    assertThat(line.issue()).isEqualTo("shop-1");
    Feedback feedback = line.feedback();
    assertThat(feedback.message()).isEqualTo("It <b>broke</b>");
    assertThat(feedback.email()).isEqualTo("ada@example.org");
    assertThat(feedback.release()).isEqualTo("shop@1");
    assertThat(feedback.files()).extracting(Part::name).containsExactly("a.txt");
    assertThat(door.suture().feedback().ofIssue("shop-1", 10)).containsExactly(feedback);
    assertThat(door.count("feedback", "filtered", "duplicate")).isEqualTo(1);
  }

  @Test
  void aUserReportMayComeBeforeItsEvent() throws Exception {
    String about = newId();
    String report =
        "{\"event_id\":\"" + about + "\",\"name\":\"Bob\",\"email\":\"b@x\",\"comments\":\"why?\"}";
    send("{}", "{\"type\":\"user_report\"}", report, "{\"type\":\"user_report\"}", "{}");
    assertThat(feedback()).singleElement().extracting(Line::issue).isNull();
    send("{\"event_id\":\"" + about + "\"}", "{\"type\":\"event\"}", "{\"message\":\"late\"}");
    assertThat(feedback()).singleElement().extracting(Line::issue).isEqualTo("shop-1");
    assertThat(door.count("user_report", "invalid", "unreadable")).isEqualTo(1);
  }

  @Test
  void theLastWordOfEachMonitorIsKept() throws Exception {
    String job = "{\"check_in_id\":\"" + newId() + "\",\"monitor_slug\":\"nightly\",";
    send("{}", "{\"type\":\"check_in\"}", job + "\"status\":\"in_progress\"}");
    send(
        "{}",
        "{\"type\":\"check_in\"}",
        job + "\"status\":\"ok\",\"duration\":12.5,\"environment\":\"production\"}",
        "{\"type\":\"check_in\"}",
        job + "\"status\":\"error\"}",
        "{\"type\":\"check_in\"}",
        "{\"monitor_slug\":\"../etc\",\"status\":\"ok\"}");
    List<Monitor> monitors = door.suture().monitors().all(door.project().id());
    assertThat(monitors)
        .extracting(one -> one.last().environment())
        .containsExactly("", "production");
    assertThat(monitors.getFirst().last().status()).isEqualTo(Status.error);
    assertThat(monitors.getFirst().failed()).isEqualTo(1);
    CheckIn done = monitors.getLast().last();
    assertThat(done.status()).isEqualTo(Status.ok);
    assertThat(done.took()).hasMillis(12_500);
    assertThat(door.count("check_in", "stored", "")).isEqualTo(3);
    assertThat(door.count("check_in", "invalid", "unreadable")).isEqualTo(1);
  }

  @Test
  void whatAClientThrewAwayByItselfIsCounted() throws Exception {
    send(
        "{}",
        "{\"type\":\"client_report\"}",
        "{\"timestamp\":1,\"discarded_events\":["
            + "{\"reason\":\"before_send\",\"category\":\"error\",\"quantity\":3},"
            + "{\"reason\":\"<script>\",\"category\":\"<b>\",\"quantity\":2},"
            + "{\"reason\":\"network_error\",\"category\":\"session\",\"quantity\":-1}]}");
    assertThat(door.count("event", "client", "before_send")).isEqualTo(3);
    assertThat(door.count("unknown", "client", "other")).isEqualTo(2);
    assertThat(door.tallies()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"event first", "replay first", "told by the event", "told by the replay"})
  void aReplayIsShownAtTheErrorsInIt(String order) throws Exception {
    String replay = newId();
    boolean byEvent = !order.equals("told by the replay");
    String tags = byEvent ? ",\"tags\":{\"replayId\":\"" + replay + "\"}" : "";
    String id = "";
    if (!order.equals("replay first")) {
      id = event(tags);
    }
    String errors = byEvent ? "" : "\"" + id + "\"";
    sendPiece(replay, 1, errors, "[{\"type\":3,\"timestamp\":20,\"data\":{}}]");
    sendPiece(replay, 0, errors, "[{\"type\":4,\"timestamp\":10,\"data\":{}}]");
    if (order.equals("replay first")) {
      id = event(tags);
    }
    String part = "/api/v1/captures/" + id + "/parts/replay.json";
    assertThat(door.send(door.to(part).GET().build()).body())
        .isEqualTo(
            "[{\"type\":4,\"timestamp\":10,\"data\":{}},{\"type\":3,\"timestamp\":20,\"data\":{}}]");
    assertThat(door.suture().issues().find("shop-1").orElseThrow().captures()).isEqualTo(1);
    assertThat(door.suture().issues().events("shop-1", 5).getFirst().captured()).isTrue();
    assertThat(door.count("replay", "stored", "")).isEqualTo(2);
  }

  private void sendPiece(String replay, int number, String errors, String recording)
      throws Exception {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    piece.writeBytes(bytes("{\"segment_id\":" + number + "}\n"));
    piece.writeBytes(Bodies.zlib(bytes(recording)));
    ByteArrayOutputStream envelope = new ByteArrayOutputStream();
    envelope.writeBytes(
        bytes(
            "{\"event_id\":\""
                + replay
                + "\"}\n{\"type\":\"replay_event\"}\n{\"type\":\"replay_event\",\"replay_id\":\""
                + replay
                + "\",\"segment_id\":"
                + number
                + ",\"error_ids\":["
                + errors
                + "],\"urls\":[\"https://shop.example/\"]}\n{\"type\":\"replay_recording\",\"length\":"
                + piece.size()
                + "}\n"));
    envelope.writeBytes(piece.toByteArray());
    send(envelope.toByteArray());
  }

  @Test
  void aReplayOfAnotherProjectIsNotShown() throws Exception {
    String id = event("");
    var other =
        door.suture().projects().create("blog", "Blog", null, dev.suture.project.Lines.GIT_FLOW);
    String key = door.suture().projects().keys(other.id()).getFirst().value();
    String replay = newId();
    String body =
        "{}\n{\"type\":\"replay_event\"}\n{\"replay_id\":\""
            + replay
            + "\",\"segment_id\":0,\"error_ids\":[\""
            + id
            + "\"]}\n{\"type\":\"replay_recording\"}\n{\"segment_id\":0}\n";
    door.post(door.to("/api/" + other.id() + "/envelope/?sentry_key=" + key), bytes(body));
    Door.await(() -> door.suture().queue().backlog().arrivals() == 0);
    assertThat(door.suture().issues().find("shop-1").orElseThrow().captures()).isZero();
  }

  @Test
  void filesMayComeAfterTheirEvent() throws Exception {
    String id = event("");
    String file = "{\"type\":\"attachment\",\"filename\":\"log.txt\",\"length\":3}";
    send("{\"event_id\":\"" + id + "\"}", file, "abc");
    send("{\"event_id\":\"" + newId() + "\"}", file, "abc");
    String at = "/api/v1/captures/" + id;
    assertThat(door.send(door.to(at + "/parts/log.txt").GET().build()).body()).isEqualTo("abc");
    assertThat(door.suture().issues().find("shop-1").orElseThrow().captures()).isEqualTo(1);
    assertThat(door.count("attachment", "filtered", "no event")).isEqualTo(1);
  }
}
