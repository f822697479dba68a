import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Serves what stands in the tables of the waterworks. */
public class Waterworks {
    private static final Pattern VALUE = Pattern.compile("\"value\":\\s*(-?[0-9.]+)");
    private static final Pattern DAY = Pattern.compile("\"at\":\\s*\"([0-9-]+)\"");
    private static final List<String[]> added = new ArrayList<>();
    private static int minute = 0;

    static class Reply {
        final int status;
        final String body;

        Reply(int status, String body) {
            this.status = status;
            this.body = body;
        }
    }

    public static void main(String[] args) throws IOException {
        int port = args.length > 1 ? Integer.parseInt(args[1]) : 4500;
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/ws/", Waterworks::service);
        server.createContext("/", Waterworks::file);
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    static void service(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String[] path = exchange.getRequestURI().getPath().split("/");
        Reply reply;
        if (path[2].equals("households") && path.length > 4) {
            reply = ofHousehold(exchange.getRequestMethod(), path[3], path[4], body);
        } else if (path[2].equals("households")) {
            reply = new Reply(200, "{\"households\":" + list(table("households"), Waterworks::household) + "}");
        } else if (path[2].equals("search")) {
            reply = new Reply(200, search(exchange.getRequestURI().getRawQuery()));
        } else if (path[2].equals("tariff")) {
            reply = new Reply(200, "{\"base\":1250,\"steps\":" + list(table("steps"), Waterworks::step) + "}");
        } else if (path[2].equals("outages")) {
            reply = new Reply(200, "{\"outages\":[],\"checked\":" + (minute++) + "}");
        } else if (path[2].equals("trail")) {
            reply = new Reply(202, "{}");
        } else {
            reply = new Reply(404, "{\"problem\":\"unknown\"}");
        }
        send(exchange, reply.status, "application/json", reply.body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply ofHousehold(String method, String id, String part, String body) throws IOException {
        if (part.equals("bills")) {
            return new Reply(200, list(of(id, 1, table("bills")), Waterworks::bill));
        }
        List<String[]> rows = of(id, 0, table("readings"));
        rows.addAll(of(id, 0, added));
        if (method.equals("POST")) {
            return read(id, rows, body);
        }
        return new Reply(200, "{\"rows\":" + list(rows, Waterworks::reading) + "}");
    }

    /** Meters never run backwards. */
    static Reply read(String id, List<String[]> rows, String body) {
        Matcher value = VALUE.matcher(body);
        Matcher day = DAY.matcher(body);
        if (!value.find() || !day.find()) {
            return new Reply(422, "{\"problem\":\"incomplete\"}");
        }
        double last = rows.isEmpty() ? 0 : Double.parseDouble(rows.get(rows.size() - 1)[2]);
        if (Double.parseDouble(value.group(1)) < last) {
            return new Reply(422, "{\"problem\":\"below\",\"last\":" + last + "}");
        }
        String[] row = {id, day.group(1), value.group(1), "web"};
        added.add(row);
        return new Reply(201, "{\"row\":" + reading(row) + "}");
    }

    static String household(String[] row) {
        String meter = row[4].isEmpty() ? "null" : "{\"serial\":" + text(row[4]) + "}";
        return String.format(
            "{\"id\":%s,\"street\":%s,\"owner\":%s,\"zone\":%s,\"meter\":%s}",
            text(row[0]), text(row[1]), text(row[2]), text(row[3]), meter);
    }

    static String reading(String[] row) {
        return String.format("{\"at\":%s,\"value\":%s,\"source\":%s}", text(row[1]), row[2], text(row[3]));
    }

    static String bill(String[] row) {
        return String.format(
            "{\"id\":%s,\"due\":%s,\"cents\":%s,\"state\":%s}", text(row[0]), text(row[2]), row[3], text(row[4]));
    }

    static String step(String[] row) {
        return String.format("{\"upTo\":%s,\"cents\":%s}", row[0], row[1]);
    }

    static String search(String query) throws IOException {
        String word = URLDecoder.decode(query.substring(query.indexOf('=') + 1), StandardCharsets.UTF_8);
        List<String[]> hits = table("households").stream()
            .filter(row -> row[1].toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT)))
            .collect(Collectors.toList());
        return list(hits, row -> String.format("{\"id\":%s,\"street\":%s}", text(row[0]), text(row[1])));
    }

    static List<String[]> of(String household, int column, List<String[]> rows) {
        return rows.stream().filter(row -> row[column].equals(household)).collect(Collectors.toCollection(ArrayList::new));
    }

    static List<String[]> table(String name) throws IOException {
        return Files.readAllLines(Path.of("server", "data", name + ".txt")).stream()
            .map(line -> line.split("\\|", -1))
            .collect(Collectors.toList());
    }

    static String list(List<String[]> rows, Function<String[], String> one) {
        return rows.stream().map(one).collect(Collectors.joining(",", "[", "]"));
    }

    static String text(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replace("..", "");
        Path file = Path.of("dist", path.equals("/") ? "index.html" : path.substring(1));
        if (!Files.isRegularFile(file) || path.endsWith(".map")) {
            send(exchange, 404, "text/plain", "Not found".getBytes(StandardCharsets.UTF_8));
            return;
        }
        String type = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html";
        send(exchange, 200, type, Files.readAllBytes(file));
    }

    static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
