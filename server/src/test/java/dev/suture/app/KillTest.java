package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.json.Json;
import dev.suture.testing.Bodies;
import dev.suture.testing.Door;
import dev.suture.testing.DoorProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the server under load, again and again: what it acknowledged is there afterwards, once.
class KillTest {
  private static final int KILLS = Integer.getInteger("suture.kills", 5);
  private static final int SENDERS = 8;

  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  @Test
  void noAcknowledgedEventIsLostAndNoneIsCountedTwice(@TempDir Path data) throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    calm(data);
    for (int kill = 0; kill < KILLS; kill++) {
      int before = acknowledged.size();
      DoorProcess server = DoorProcess.start(data);
      List<Thread> senders = new ArrayList<>();
      for (int i = 0; i < SENDERS; i++) {
        senders.add(Thread.startVirtualThread(() -> sendUntilDead(server.address())));
      }
      int enough = before + 1 + random.nextInt(400);
      Door.await(() -> acknowledged.size() >= enough);
      server.kill();
      for (Thread sender : senders) {
        sender.join();
      }
    }
    try (Door door = new Door(data)) {
      long stored = door.count("event", "stored", "");
      assertThat(door.suture().issues().find("shop-1").orElseThrow().events())
          .as("count of the issue, seed %d", seed)
          .isEqualTo(stored);
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS);

      again(door, acknowledged);
      assertThat(door.count("event", "stored", ""))
          .as("what was acknowledged is known, seed %d", seed)
          .isEqualTo(stored);

      List<String> unanswered = sent.stream().filter(id -> !acknowledged.contains(id)).toList();
      again(door, unanswered);
      assertThat(door.count("event", "stored", ""))
          .as("each id is counted once, seed %d", seed)
          .isEqualTo(sent.size());
    }
  }

  /// All events of this test are one fault's, which over ten thousand an hour is a spike, and what
  /// is beyond is limited by intent.
  private static void calm(Path data) throws Exception {
    try (Door door = new Door(data)) {
      String settings = "/api/v1/projects/" + door.project().slug() + "/settings";
      long version =
          Json.MAPPER
              .readTree(door.send(door.to(settings).build()).body())
              .path("version")
              .asLong();
      String off =
          "{\"version\":" + version + ",\"limits\":{\"project\":[],\"spikeProtection\":false}}";
      HttpRequest.Builder change =
          door.to(settings).method("PATCH", HttpRequest.BodyPublishers.ofString(off));
      assertThat(door.send(change.build()).statusCode()).isEqualTo(200);
    }
  }

  /// Sends the same events once more, as a client does that had no answer.
  private static void again(Door door, Collection<String> ids) throws Exception {
    for (String id : ids) {
      HttpRequest.Builder request = door.envelope().header("Content-Encoding", "gzip");
      assertThat(door.post(request, envelope(id)).statusCode()).isEqualTo(200);
    }
  }

  private void sendUntilDead(String address) {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      while (true) {
        String id = UUID.randomUUID().toString().replace("-", "");
        sent.add(id);
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(envelope(id)))
                .build();
        if (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
          acknowledged.add(id);
        }
      }
    } catch (IOException killed) {
      assertThat(killed).isNotNull();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] envelope(String id) {
    return Bodies.gzip(
        bytes(
            "{\"event_id\":\""
                + id
                + "\"}\n{\"type\":\"event\"}\n{\"exception\":{\"values\":[{\"type\":\"Killed\","
                + "\"value\":\"once\"}]}}\n"));
  }
}
