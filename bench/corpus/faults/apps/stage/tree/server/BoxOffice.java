import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

public class BoxOffice {
  private static final int PAGE = 2;
  private static final AtomicInteger SOLD = new AtomicInteger(212);
  private static final AtomicInteger NEXT_ORDER = new AtomicInteger(105);

  record Answer(int status, Object body) {}

  public static void main(String[] args) throws IOException {
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 4550;
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/api/", BoxOffice::api);
    server.createContext("/", BoxOffice::file);
    server.start();
    System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private static void api(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring("/api/".length()).split("/");
    String query = exchange.getRequestURI().getQuery();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean post = exchange.getRequestMethod().equals("POST");
    Answer answer =
        switch (path[0]) {
          case "shows" -> path.length == 1 ? shows() : seats(path[1]);
          case "orders" -> post ? order(body) : orders(query == null ? 1 : Integer.parseInt(query.replace("page=", "")));
          case "coupons" -> coupon(body);
          case "sales" -> new Answer(200, Map.of("sold", SOLD.getAndIncrement()));
          case "views" -> new Answer(202, Map.of());
          default -> missing("route");
        };
    byte[] bytes = Json.of(answer.body()).getBytes(StandardCharsets.UTF_8);
    send(exchange, answer.status(), "application/json", bytes);
  }

  private static Answer shows() {
    return new Answer(200, Map.of("shows", Programme.SHOWS.stream().map(BoxOffice::show).toList()));
  }

  private static Map<String, Object> show(Programme.Show show) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", show.id());
    told.put("title", show.title());
    told.put("director", show.director() == null ? null : Map.of("name", show.director()));
    told.put("startsAt", show.startsAt());
    told.put("prices", show.prices());
    return told;
  }

  private static Answer seats(String id) {
    List<Programme.Seat> seats = Programme.SEATS.get(id);
    if (seats == null) return missing("show");
    return new Answer(200, Map.of("showId", id, "seats", seats.stream().map(BoxOffice::seat).toList()));
  }

  private static Map<String, Object> seat(Programme.Seat seat) {
    return Map.of("row", seat.row(), "number", seat.number(), "state", seat.state());
  }

  private static Answer orders(int page) {
    List<Map<String, Object>> found =
        Programme.ORDERS.stream().skip((page - 1L) * PAGE).limit(PAGE).map(BoxOffice::told).toList();
    return new Answer(200, Map.of("page", page, "orders", found, "more", found.size() == PAGE));
  }

  private static Map<String, Object> told(Programme.Order order) {
    return Map.of("number", order.number(), "show", order.show(), "seats", order.seats(), "total", order.total());
  }

  private static Answer order(String body) {
    if (!body.contains("\"row\"")) return new Answer(422, Map.of("error", "no_seats"));
    return new Answer(201, Map.of("order", Map.of("number", "T-" + NEXT_ORDER.getAndIncrement())));
  }

  private static Answer coupon(String body) {
    String code = body.replaceAll(".*\"code\":\"(\\w*)\".*", "$1");
    Integer percent = Programme.COUPONS.get(code);
    return percent == null ? missing("coupon") : new Answer(200, Map.of("code", code, "percent", percent));
  }

  private static Answer missing(String what) {
    return new Answer(404, Map.of("error", "no_" + what));
  }

  private static void file(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Path file = Path.of("dist", (path.equals("/") ? "/index.html" : path).replace("..", ""));
    if (!Files.isRegularFile(file) || path.endsWith(".map")) {
      send(exchange, 404, "text/plain", "Not found".getBytes(StandardCharsets.UTF_8));
      return;
    }
    send(exchange, 200, path.endsWith(".js") ? "text/javascript" : "text/html", Files.readAllBytes(file));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
