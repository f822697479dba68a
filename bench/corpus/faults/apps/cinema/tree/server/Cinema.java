import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

/** Serves the page from dist and the API under /api. */
public class Cinema {
  private static final Map<String, String> TYPES =
      Map.of("html", "text/html", "js", "text/javascript", "css", "text/css");

  private final Api api = new Api();

  public static void main(String[] args) throws IOException {
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 4580;
    Cinema cinema = new Cinema();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", cinema::handle);
    server.setExecutor(Executors.newFixedThreadPool(4));
    server.start();
    System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!path.startsWith("/api/")) {
      sendFile(exchange, path);
      return;
    }
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Api.Answer answer = answer(exchange.getRequestMethod(), path.substring(5).split("/"), exchange.getRequestURI().getQuery(), body);
    send(exchange, answer.status(), "application/json", Json.write(answer.body()).getBytes(StandardCharsets.UTF_8));
  }

  private Api.Answer answer(String method, String[] parts, String query, String body) {
    String id = parts.length > 1 ? parts[1] : "";
    return switch (method + " " + parts[0] + (parts.length > 2 ? "/" + parts[2] : "")) {
      case "GET programme" -> api.programme(query == null ? "" : query.replace("day=", ""));
      case "GET films" -> api.film(id);
      case "GET showings" -> api.showing(id);
      case "POST showings/hold" -> api.hold(id);
      case "POST vouchers" -> api.voucher(body);
      case "POST orders" -> api.order();
      case "GET member" -> api.member();
      case "GET visitors" -> api.visitors();
      default -> Api.error(404, "Nothing is here");
    };
  }

  private static void sendFile(HttpExchange exchange, String path) throws IOException {
    boolean page = !path.contains(".");
    Path file = Path.of("dist", page ? "index.html" : path.substring(1)).normalize();
    if (!file.startsWith("dist") || path.endsWith(".map") || !Files.exists(file)) {
      send(exchange, 404, "text/plain", "Not found".getBytes(StandardCharsets.UTF_8));
      return;
    }
    String name = file.toString();
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    send(exchange, 200, type, Files.readAllBytes(file));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }
}
