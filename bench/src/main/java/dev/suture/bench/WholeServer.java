package dev.suture.bench;

import dev.suture.app.Config;
import dev.suture.app.Suture;
import dev.suture.ingest.Arrival;
import dev.suture.ingest.Queue;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/// The whole product on a free port; prints that and a token of its operator. A line on its
/// standard input is the file of a backlog, whose bodies it puts into its own queue as the door
/// would. Ends when its standard input does.
final class WholeServer {
  private static final int APPENDING = 256;

  private WholeServer() {}

  public static void main(String[] args) throws Exception {
    Child.quiet();
    try (Suture server = Suture.start(Config.of(Map.of("data", args[0], "port", "0")))) {
      System.out.println("port " + server.port() + " " + server.operatorToken());
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String file = in.readLine(); file != null; file = in.readLine()) {
        append(Path.of(file), server.queue());
        System.out.println("appended");
      }
    }
  }

  private static void append(Path file, Queue queue) throws Exception {
    Semaphore room = new Semaphore(APPENDING);
    AtomicReference<Exception> failed = new AtomicReference<>();
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      for (int left = in.readInt(); left > 0; left--) {
        byte[] body = in.readNBytes(in.readInt());
        room.acquire();
        Thread.startVirtualThread(
            () -> {
              try {
                queue.append(
                    new Arrival(
                        1, Instant.now(), Arrival.Wire.sentryEnvelope, "gzip", "127.0.0.1", body));
              } catch (IOException | InterruptedException failure) {
                failed.set(failure);
              } finally {
                room.release();
              }
            });
      }
    }
    room.acquire(APPENDING);
    if (failed.get() != null) {
      throw failed.get();
    }
  }
}
