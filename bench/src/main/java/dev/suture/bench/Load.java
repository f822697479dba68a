package dev.suture.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Sends bodies to a server on loopback, each once, over kept-alive connections. Plain sockets: a
/// client that costs little leaves the machine to the server.
final class Load {
  private final int port;
  private final String target;
  private final int connections;

  Load(int port, String target, int connections) {
    this.port = port;
    this.target = target;
    this.connections = connections;
  }

  /// @param nanos from the first byte sent to the answer, of each body, sorted
  record Sent(double perSecond, long[] nanos) {
    /// @param share of the bodies that were answered within it
    double millis(double share) {
      return nanos[Math.min(nanos.length - 1, (int) (nanos.length * share))] / 1e6;
    }
  }

  /// Bodies by number; the same number may be asked for by one connection only.
  @FunctionalInterface
  interface Bodies {
    byte[] get(int number);
  }

  /// As fast as the server answers.
  ///
  /// @throws IOException when an answer has another status than 200
  Sent send(List<Payloads.Body> bodies) throws Exception {
    return send(bodies.size(), number -> bodies.get(number).gzip(), Double.MAX_VALUE);
  }

  /// @param perSecond of all connections together, at the most
  Sent send(int count, Bodies bodies, double perSecond) throws Exception {
    AtomicInteger next = new AtomicInteger();
    long[] nanos = new long[count];
    long started = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        running.add(
            threads.submit(
                () -> {
                  connection(bodies, next, nanos, new Pace(started, perSecond));
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    Arrays.sort(nanos);
    return new Sent(count / seconds, nanos);
  }

  private record Pace(long started, double perSecond) {
    void await(int number) {
      long due = started + (long) (number / perSecond * 1e9);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }

  private void connection(Bodies bodies, AtomicInteger next, long[] nanos, Pace pace)
      throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 8_192);
      for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
        byte[] body = bodies.get(i);
        pace.await(i);
        long started = System.nanoTime();
        out.write(request(body));
        answer(in);
        nanos[i] = System.nanoTime() - started;
      }
    }
  }

  private byte[] request(byte[] body) {
    byte[] head =
        ("POST "
                + target
                + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + port
                + "\r\nContent-Type: application/x-sentry-envelope\r\nContent-Encoding: gzip\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] whole = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }

  private static void answer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.startsWith("HTTP/1.1 200")) {
      throw new IOException("the server answered " + status);
    }
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).trim());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder(80);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server closed the connection");
      }
      if (c != '\r') {
        text.append((char) c);
      }
    }
    return text.toString();
  }
}
