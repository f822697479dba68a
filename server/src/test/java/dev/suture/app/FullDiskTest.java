package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.testing.Door;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that fills up under the server. As root it is a small file system of its own, filled to
/// the last byte; without that right the queue's own bound stands in for the disk's.
class FullDiskTest {
  private static final int MIB = 1024 * 1024;

  @TempDir Path folder;

  @Test
  void aFullDiskRefusesWhatItCannotKeepAndLosesNothingItTook() throws Exception {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    if (!run("mount", "-t", "tmpfs", "-o", "size=140m", "tmpfs", disk.toString())) {
      refusesAtTheQueuesBound(disk);
      return;
    }
    try {
      fillAndFree(disk);
    } finally {
      assertThat(run("umount", "-l", disk.toString())).isTrue();
    }
  }

  private void fillAndFree(Path disk) throws Exception {
    Path filler = disk.resolve("filler");
    List<String> taken = new ArrayList<>();
    try (Door door = new Door(disk.resolve("data"))) {
      taken.add(accepted(send(door, 100)));
      fill(filler);
      HttpResponse<String> answer = null;
      for (int i = 0; i < 60 && (answer == null || answer.statusCode() == 200); i++) {
        answer = send(door, MIB - 2000);
        if (answer.statusCode() == 200) {
          taken.add(accepted(answer));
        }
      }
      assertThat(answer).isNotNull();
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).contains("60");
      assertThat(answer.headers().firstValue("X-Sentry-Rate-Limits").orElseThrow())
          .startsWith("60::");
      Files.delete(filler);
      Door.await(() -> door.suture().queue().backlog().arrivals() == 0);
      Door.await(() -> statusOf(door) == 200);
      for (String id : taken) {
        assertThat(door.suture().issues().event(door.project().id(), id)).isPresent();
      }
      assertThat(door.count("event", "stored", "")).isGreaterThanOrEqualTo(taken.size());
    }
  }

  private static int statusOf(Door door) {
    try {
      return send(door, 100).statusCode();
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }

  private static void refusesAtTheQueuesBound(Path data) throws Exception {
    Config config = Config.of(Map.of("data", data.toString(), "port", "0", "queue-mib", "0"));
    try (Door door = new Door(config)) {
      HttpResponse<String> answer = send(door, 100);
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).contains("60");
    }
  }

  private static HttpResponse<String> send(Door door, int bytes)
      throws IOException, InterruptedException {
    String id = UUID.randomUUID().toString().replace("-", "");
    String message = UUID.randomUUID().toString().repeat(bytes / 36);
    return door.post(
        door.envelope(),
        bytes(
            "{\"event_id\":\""
                + id
                + "\"}\n{\"type\":\"event\"}\n{\"message\":\""
                + message
                + "\"}"));
  }

  private static String accepted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().replaceAll(".*\"([0-9a-f]{32})\".*", "$1");
  }

  private static void fill(Path file) throws IOException {
    byte[] waste = new byte[64 * 1024];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(waste);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException noSuchProgram) {
      return false;
    }
    process.getInputStream().readAllBytes();
    return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
