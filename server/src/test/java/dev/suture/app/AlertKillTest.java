package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.testing.Door;
import dev.suture.testing.DoorProcess;
import dev.suture.testing.Receiver;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the server while a message is on its way.
class AlertKillTest {
  private static final String EVENT =
      """
      {"event_id":"9ec79c33ec9942ab8353589fcb2e04dc"}
      {"type":"event"}
      {"event_id":"9ec79c33ec9942ab8353589fcb2e04dc","platform":"node","message":"it broke"}
      """;

  @Test
  void aMessageIsSentAgainUnderTheSameKeyAndTheAlertIsThereOnce(@TempDir Path data)
      throws Exception {
    CountDownLatch killed = new CountDownLatch(1);
    try (AlertDoor first = new AlertDoor(data, Map.of());
        Receiver receiver = new Receiver()) {
      first.ok(
          "POST",
          "alert-channels",
          "{\"name\":\"Hook\",\"kind\":\"webhook\",\"address\":\"%s\",\"secret\":\"%s\"}"
              .formatted(receiver.address("/hook"), AlertDoor.SECRET),
          "AlertChannel");
      first.door.close();
      receiver.then(exchange -> hold(killed));
      DoorProcess server = DoorProcess.start(data, "private-hosts=127.0.0.1");
      HttpRequest event =
          HttpRequest.newBuilder(URI.create(server.address()))
              .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(EVENT)))
              .build();
      try (HttpClient client = HttpClient.newHttpClient()) {
        assertThat(client.send(event, HttpResponse.BodyHandlers.discarding()).statusCode())
            .isEqualTo(200);
      }
      receiver.await(1);
      server.kill();
      killed.countDown();
      try (AlertDoor again = new AlertDoor(data, Map.of())) {
        List<Receiver.Request> told = receiver.await(2);
        assertThat(told.getFirst().json().path("repeat").asBoolean(true)).isFalse();
        assertThat(told.get(1).json().path("repeat").asBoolean(false)).isTrue();
        assertThat(told.get(1).headers().getFirst("Idempotency-Key"))
            .isEqualTo(told.getFirst().headers().getFirst("Idempotency-Key"));
        assertThat(again.newest("delivered").path("attempts").size()).isEqualTo(2);
        assertThat(again.open()).hasSize(1);
        Door.await(() -> again.door.suture().queue().backlog().arrivals() == 0);
        assertThat(again.deliveries()).hasSize(1);
      }
    }
  }

  private static void hold(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
