import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The club's server: what stands in its tables, as JSON, and the pages. */
public class Regatta {
  static final int PAGE = 2;
  static int gusts = 0;

  record Answer(int status, String body) {}

  public static void main(String[] args) throws IOException {
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 4470;
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/rest/", Regatta::rest);
    server.createContext("/", Regatta::page);
    server.start();
    System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  static void rest(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring("/rest/".length()).split("/");
    String query = exchange.getRequestURI().getQuery();
    exchange.getRequestBody().readAllBytes();
    Answer answer =
        switch (path[0]) {
          case "fleet" -> new Answer(200, fleet());
          case "races" -> path.length < 3 ? new Answer(200, races()) : ofRace(path[1], path[2]);
          case "protests" -> new Answer(200, protests(Integer.parseInt(query.substring("after=".length()))));
          case "wind" -> new Answer(200, "{\"knots\":%d.5,\"from\":\"SW\"}".formatted(9 + gusts++ % 4));
          case "log" -> new Answer(202, "{}");
          default -> new Answer(404, "{\"reason\":\"unknown\"}");
        };
    send(exchange, answer.status(), "application/json", answer.body().getBytes(StandardCharsets.UTF_8));
  }

  static String fleet() throws IOException {
    return table("fleet").stream()
        .map(
            boat ->
                "{\"sail\":%s,\"kind\":%s,\"skipper\":{\"name\":%s},\"rating\":%s}"
                    .formatted(json(boat[0]), json(boat[1]), json(boat[2]), json(boat[3])))
        .collect(Collectors.joining(",", "{\"boats\":[", "]}"));
  }

  static String races() throws IOException {
    return table("races").stream()
        .map(
            race ->
                "%s:{\"name\":%s,\"start\":%s,\"status\":%s}"
                    .formatted(json(race[0]), json(race[1]), json(race[2]), json(race[3])))
        .collect(Collectors.joining(",", "{", "}"));
  }

  static Answer ofRace(String id, String part) throws IOException {
    return switch (part) {
      case "finishes" -> new Answer(200, finishes(id));
      case "course" -> new Answer(200, course(id));
      default -> new Answer(404, "{\"reason\":\"unknown\"}");
    };
  }

  static String finishes(String race) throws IOException {
    return table("finishes").stream()
        .filter(finish -> finish[0].equals(race))
        .map(
            finish ->
                "{\"sail\":%s,\"elapsed\":%s,\"penalty\":%s}"
                    .formatted(json(finish[1]), json(finish[2]), json(finish[3])))
        .collect(Collectors.joining(",", "{\"finishes\":[", "]}"));
  }

  static String course(String race) throws IOException {
    return table("marks").stream()
        .filter(mark -> mark[0].equals(race))
        .map(mark -> "{\"name\":%s,\"lat\":%s,\"lon\":%s}".formatted(json(mark[1]), json(mark[2]), json(mark[3])))
        .collect(Collectors.joining(",", "{\"marks\":[", "]}"));
  }

  static String protests(int after) throws IOException {
    List<String[]> rest = table("protests").stream().skip(after).toList();
    String page =
        rest.stream()
            .limit(PAGE)
            .map(
                one ->
                    "{\"no\":%s,\"by\":%s,\"against\":%s,\"why\":%s}"
                        .formatted(json(one[0]), json(one[1]), json(one[2]), json(one[3])))
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"protests\":%s,\"more\":%b}".formatted(page, rest.size() >= PAGE);
  }

  static List<String[]> table(String name) throws IOException {
    return Files.readAllLines(Path.of("server", name + ".csv")).stream().map(line -> line.split(";", -1)).toList();
  }

  /** A cell of a table: a number, a text, or nothing. */
  static String json(String cell) {
    if (cell.isEmpty()) return "null";
    if (cell.matches("-?\\d+(\\.\\d+)?")) return cell;
    return "\"" + cell.replace("\"", "\\\"") + "\"";
  }

  static void page(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Path file = Path.of("dist", (path.equals("/") ? "/index.html" : path).replace("..", ""));
    if (!Files.isRegularFile(file) || path.endsWith(".map")) {
      send(exchange, 404, "text/plain", "Not found".getBytes(StandardCharsets.UTF_8));
      return;
    }
    String name = file.toString();
    String type = name.endsWith(".js") ? "text/javascript" : name.endsWith(".css") ? "text/css" : "text/html";
    send(exchange, 200, type, Files.readAllBytes(file));
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
