package dev.suture.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.suture.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/// What messages are sent to: a real server that keeps what it is sent and answers as it is told,
/// `200 ok` when it is told nothing.
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Deque<Answering> answers = new ConcurrentLinkedDeque<>();

  /// @param body as sent
  public record Request(String path, com.sun.net.httpserver.Headers headers, String body) {
    public JsonNode json() {
      return Json.MAPPER.readTree(body);
    }
  }

  /// Answers one request.
  @FunctionalInterface
  public interface Answering {
    void to(HttpExchange exchange) throws IOException;
  }

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        new Request(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
    Answering next = answers.poll();
    if (next == null) {
      answer(exchange, 200, "ok");
    } else {
      next.to(exchange);
    }
    exchange.close();
  }

  public static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /// The next request is answered so.
  public void then(Answering answering) {
    answers.add(answering);
  }

  public void then(int status) {
    then(exchange -> answer(exchange, status, "status " + status));
  }

  public String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  public List<Request> requests() {
    return requests;
  }

  /// Waits for so many requests.
  public List<Request> await(int many) throws InterruptedException {
    Door.await(() -> requests.size() >= many);
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
