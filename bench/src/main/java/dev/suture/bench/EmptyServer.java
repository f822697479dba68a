package dev.suture.bench;

import dev.suture.http.Answer;
import dev.suture.http.JettyServer;
import dev.suture.http.Route;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The same HTTP server with a handler that reads the body and answers: what accepting is compared
/// with. Ends when its standard input does.
final class EmptyServer {
  private static final byte[] ANSWER =
      "{\"id\":\"00000000000000000000000000000000\"}".getBytes(StandardCharsets.US_ASCII);

  private EmptyServer() {}

  public static void main(String[] args) throws Exception {
    Child.quiet();
    Route route =
        new Route(
            "POST",
            "/api/{project}/envelope/",
            Route.Access.anyone,
            call -> {
              call.body().transferTo(OutputStream.nullOutputStream());
              return Answer.bytes(200, "application/json", ANSWER);
            });
    try (JettyServer server =
        new JettyServer(new JettyServer.Binding("127.0.0.1", 0, List.of()), List.of(route))) {
      server.start();
      System.out.println("port " + server.port());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
