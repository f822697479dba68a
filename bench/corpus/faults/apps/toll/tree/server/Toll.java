import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers for the gates of a toll road. */
public class Toll {
  static final int PAGE = 2;
  static final Map<String, String> TYPES =
      Map.of("html", "text/html", "js", "text/javascript", "css", "text/css");

  interface Handler {
    Answer answer(Matcher path, String query) throws IOException;
  }

  record Answer(int status, String body) {
    static Answer ok(String body) {
      return new Answer(200, body);
    }
  }

  record Lane(String id, int number, String mode, int cars, int lorries, boolean locked) {
    Lane in(String next) {
      return new Lane(id, number, next, cars, lorries, locked);
    }

    String json() {
      return "{\"id\":\"%s\",\"number\":%d,\"mode\":\"%s\",\"counters\":{\"cars\":%d,\"lorries\":%d}}"
          .formatted(id, number, mode, cars, lorries);
    }
  }

  static final Map<String, Lane> LANES = new LinkedHashMap<>();
  static final Map<String, Handler> ROUTES = new LinkedHashMap<>();
  static final AtomicInteger ASKED = new AtomicInteger();

  static void add(Lane lane) {
    LANES.put(lane.id(), lane);
  }

  static {
    add(new Lane("l1", 1, "open", 812, 64, false));
    add(new Lane("l2", 2, "open", 640, 12, true));
    add(new Lane("l3", 3, "closed", 0, 0, false));
    ROUTES.put("GET /api/lanes", (path, query) -> Answer.ok(lanes()));
    ROUTES.put("POST /api/lanes/(\\w+)/mode", (path, query) -> change(path.group(1)));
    ROUTES.put("GET /api/gates/(\\w+)", (path, query) -> gate(path.group(1)));
    ROUTES.put("GET /api/traffic", (path, query) -> Answer.ok(traffic(query.replace("gate=", ""))));
    ROUTES.put("GET /api/passages", (path, query) -> Answer.ok(passages(query)));
    ROUTES.put("GET /api/incidents", (path, query) -> Answer.ok(read("incidents.json")));
    ROUTES.put("GET /api/shifts", (path, query) -> Answer.ok(read("shifts.json")));
    ROUTES.put("GET /api/revenue", (path, query) -> Answer.ok(revenue()));
    ROUTES.put("GET /api/passes/summary", (path, query) -> Answer.ok("{\"active\":2140,\"expiring\":37}"));
    ROUTES.put("GET /api/queues", (path, query) -> Answer.ok(queues()));
    ROUTES.put("POST /api/log", (path, query) -> new Answer(202, "{}"));
  }

  static String read(String name) throws IOException {
    return Files.readString(Path.of("server/data", name));
  }

  static String lanes() {
    return LANES.values().stream().map(Lane::json).toList().toString();
  }

  static Answer change(String id) {
    Lane lane = LANES.get(id);
    if (lane == null) return new Answer(404, "{\"reason\":\"no such lane\"}");
    if (lane.locked()) return new Answer(409, "{\"reason\":\"the lane is locked by the gate\"}");
    Lane next = lane.in(lane.mode().equals("open") ? "closed" : "open");
    add(next);
    return Answer.ok("{\"lane\":%s}".formatted(next.json()));
  }

  static Answer gate(String id) throws IOException {
    Matcher found = Pattern.compile("\"%s\": (\\{.*\\})".formatted(id)).matcher(read("gates.json"));
    return found.find() ? Answer.ok(found.group(1)) : new Answer(404, "{\"reason\":\"no such gate\"}");
  }

  static String traffic(String gate) throws IOException {
    List<String> hours = new ArrayList<>();
    for (String line : read("traffic.csv").lines().toList()) {
      String[] cells = line.split(";");
      if (cells[0].equals(gate)) hours.add("{\"from\":\"%s\",\"cars\":%s}".formatted(cells[1], cells[2]));
    }
    return "{\"gate\":\"%s\",\"hours\":%s}".formatted(gate, hours);
  }

  static String passages(String query) throws IOException {
    int page = query.startsWith("page=") ? Integer.parseInt(query.substring(5)) : 1;
    List<String> lines = read("passages.csv").lines().toList();
    int end = Math.min(page * PAGE, lines.size());
    List<String> some = lines.subList((page - 1) * PAGE, end).stream().map(Toll::passage).toList();
    String links = end < lines.size() ? "{\"next\":\"/passages?page=%d\"}".formatted(page + 1) : "{}";
    return "{\"passages\":%s,\"links\":%s}".formatted(some, links);
  }

  static String passage(String line) {
    String[] cells = line.split(";");
    String plate = cells[0].isEmpty() ? null : "\"" + cells[0] + "\"";
    return "{\"plate\":%s,\"lane\":%s,\"cents\":%s}".formatted(plate, cells[1], cells[2]);
  }

  static String revenue() {
    return "{\"total\":{\"cents\":322760},\"byClass\":{\"cars\":241260,\"lorries\":81500}}";
  }

  static String queues() {
    return "{\"queues\":{\"North\":%d,\"Tunnel\":3}}".formatted(4 + ASKED.incrementAndGet() % 5);
  }

  static Answer answer(String asked, String query) throws IOException {
    for (var route : ROUTES.entrySet()) {
      Matcher path = Pattern.compile(route.getKey()).matcher(asked);
      if (path.matches()) return route.getValue().answer(path, query);
    }
    return new Answer(404, "{\"reason\":\"no such route\"}");
  }

  static void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      if (!path.startsWith("/api/")) {
        file(exchange, path.equals("/") ? "/index.html" : path.replace("..", ""));
        return;
      }
      String query = exchange.getRequestURI().getQuery();
      Answer answer = answer(exchange.getRequestMethod() + " " + path, query == null ? "" : query);
      send(exchange, answer.status(), "application/json", answer.body().getBytes(StandardCharsets.UTF_8));
    }
  }

  static void file(HttpExchange exchange, String path) throws IOException {
    Path file = Path.of("dist" + path);
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type == null || !Files.isRegularFile(file)) send(exchange, 404, "text/plain", new byte[0]);
    else send(exchange, 200, type, Files.readAllBytes(file));
  }

  static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("content-type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  public static void main(String[] args) throws IOException {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[1])), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", Toll::handle);
    server.start();
    System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }
}
