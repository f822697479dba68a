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

/** The desk's server: one page, and what its scripts ask for. */
public class Desk {
  record Answer(int status, Object body) {}

  static final int PER_PAGE = 2;
  static final Stock STOCK = Stock.read(Path.of("server/stock.txt"));
  static int springs = 1;

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(args[List.of(args).indexOf("--port") + 1]);
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.createContext("/", Desk::page);
    server.createContext("/static/", Desk::file);
    server.createContext("/ajax/", exchange -> send(exchange, answer(exchange)));
    server.start();
    System.out.println("The desk is open at http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  static Answer answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath().substring("/ajax".length());
    String query = exchange.getRequestURI().getQuery();
    String value = query == null ? "" : query.substring(query.indexOf('=') + 1);
    String[] words = path.substring(1).split("/");
    return switch (words.length == 3 ? "advance" : path.startsWith("/repairs/") ? "repair" : path) {
      case "repair" -> repair(words[1]);
      case "advance" -> advance(words[1]);
      case "/summary" -> new Answer(200, Map.of("states", states()));
      case "/parts" -> parts(Integer.parseInt(value));
      case "/parts/find" -> find(value);
      case "/parts/reserve" -> reserve();
      case "/pickup" -> new Answer(200, Map.of("slots", STOCK.all("slot")));
      case "/heartbeat" -> new Answer(200, Map.of("waiting", STOCK.all("repair").size()));
      default -> new Answer(404, Map.of("error", "unknown"));
    };
  }

  static Answer repair(String id) {
    Map<String, Object> row = STOCK.one("repair", id);
    if (row == null) {
      return new Answer(404, Map.of("error", "no such repair"));
    }
    Map<String, Object> repair = new LinkedHashMap<>();
    repair.put("id", id);
    repair.put("item", row.get("item"));
    repair.put("customer", customer(row));
    repair.put("notes", notes(row));
    repair.put("quote", quote(row));
    return new Answer(200, Map.of("repair", repair));
  }

  static Object customer(Map<String, Object> row) {
    Map<String, Object> customer = new LinkedHashMap<>();
    customer.put("called", row.get("who"));
    return customer;
  }

  static Object notes(Map<String, Object> row) {
    List<Object> notes = new ArrayList<>();
    if (row.get("note") != null) {
      notes.add(Map.of("text", row.get("note")));
    }
    return notes;
  }

  static Object quote(Map<String, Object> row) {
    return Map.of("parts", row.get("parts"), "work", row.get("work"));
  }

  static Answer advance(String id) {
    Map<String, Object> row = STOCK.one("repair", id);
    if (row == null || row.get("state").equals("done")) {
      return new Answer(409, Map.of("error", "it is done"));
    }
    row.put("state", "done");
    return new Answer(200, Map.of("step", Map.of("label", "Done")));
  }

  static Map<String, Object> states() {
    Map<String, Object> states = new LinkedHashMap<>();
    for (String state : List.of("open", "waiting", "done")) {
      states.put(
          state,
          STOCK.all("repair").stream()
              .filter(row -> state.equals(row.get("state")))
              .map(row -> row.get("id"))
              .toList());
    }
    return states;
  }

  static Answer parts(int page) {
    List<Map<String, Object>> all = STOCK.all("part");
    int from = Math.min(page * PER_PAGE, all.size());
    int to = Math.min(from + PER_PAGE, all.size());
    Map<String, Object> supplier = new LinkedHashMap<>();
    supplier.put("label", "Cog and Sons");
    return new Answer(200, Map.of("rows", all.subList(from, to), "supplier", supplier));
  }

  static Answer find(String text) {
    List<Map<String, Object>> hits = new ArrayList<>();
    for (Map<String, Object> part : STOCK.all("part")) {
      if (part.get("code").toString().toLowerCase().startsWith(text.toLowerCase())) {
        hits.add(Map.of("code", part.get("code"), "exact", part.get("code").equals(text)));
      }
    }
    return new Answer(200, Map.of("hits", hits));
  }

  static Answer reserve() {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("reserved", springs-- > 0 ? Map.of("code", "SPR-10", "shelf", "b7") : null);
    return new Answer(200, answer);
  }

  static void page(HttpExchange exchange) throws IOException {
    StringBuilder rows = new StringBuilder();
    for (Map<String, Object> row : STOCK.all("repair")) {
      rows.append("<li class='repair' data-id='%s'>%s ".formatted(row.get("id"), row.get("item")));
      rows.append("<button class='tell'>Tell about %s</button> ".formatted(row.get("item")));
      rows.append("<button class='advance'>Advance %s</button></li>".formatted(row.get("item")));
    }
    String page = Files.readString(Path.of("server/page.html")).replace("{repairs}", rows);
    write(exchange, 200, "text/html", page.getBytes(StandardCharsets.UTF_8));
  }

  static void file(HttpExchange exchange) throws IOException {
    Path file = Path.of("dist" + exchange.getRequestURI().getPath()).normalize();
    if (!file.startsWith("dist/static") || !Files.isRegularFile(file)) {
      write(exchange, 404, "text/plain", new byte[0]);
      return;
    }
    write(exchange, 200, "text/javascript", Files.readAllBytes(file));
  }

  static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = json(answer.body()).getBytes(StandardCharsets.UTF_8);
    write(exchange, answer.status(), "application/json", body);
  }

  static void write(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  static String json(Object value) {
    if (value instanceof Map<?, ?> map) {
      List<String> members = new ArrayList<>();
      map.forEach((name, each) -> members.add("\"" + name + "\":" + json(each)));
      return "{" + String.join(",", members) + "}";
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(",", list.stream().map(Desk::json).toList()) + "]";
    }
    if (value instanceof String text) {
      return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
    return String.valueOf(value);
  }

  /** Rows of a text file: `kind name=value; name=value`. */
  record Stock(Map<String, List<Map<String, Object>>> rows) {
    static Stock read(Path file) {
      Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
      try {
        for (String line : Files.readAllLines(file)) {
          String[] halves = line.split(" ", 2);
          Map<String, Object> row = new LinkedHashMap<>();
          for (String member : halves[1].split("; ")) {
            String[] pair = member.split("=", 2);
            row.put(pair[0], value(pair[1]));
          }
          rows.computeIfAbsent(halves[0], kind -> new ArrayList<>()).add(row);
        }
      } catch (IOException unreadable) {
        throw new IllegalStateException(unreadable);
      }
      return new Stock(rows);
    }

    static Object value(String text) {
      if (text.matches("-?\\d+")) {
        return Integer.valueOf(text);
      }
      return switch (text) {
        case "null" -> null;
        case "true" -> Boolean.TRUE;
        case "false" -> Boolean.FALSE;
        default -> text;
      };
    }

    List<Map<String, Object>> all(String kind) {
      return rows.getOrDefault(kind, List.of());
    }

    Map<String, Object> one(String kind, String id) {
      return all(kind).stream().filter(row -> row.get("id").equals(id)).findFirst().orElse(null);
    }
  }
}
