package dev.suture.forge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.suture.carry.ForgeSite.Kind;
import dev.suture.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// A server that opens pull requests as the three forges document it: their paths, headers, names,
/// filters, pages and refusals. What it has open it keeps.
final class DocumentedForge implements AutoCloseable {
  static final String TOKEN = "t0ken-of-the-forge";

  private record Open(int number, String branch, String into) {}

  final List<JsonNode> asked = new ArrayList<>();
  private final HttpServer server;
  private final Kind kind;
  private final List<Open> open = new ArrayList<>();
  private int next = 40;
  private int status;
  private String retryAfter = "";

  DocumentedForge(Kind kind) throws IOException {
    this.kind = kind;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Open already, from other hands.
  int opened(String branch, String into) {
    open.add(new Open(++next, branch, into));
    return next;
  }

  /// The next call is refused so.
  void refuses(int with, String after) {
    status = with;
    retryAfter = after;
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      byte[] body = call.getRequestBody().readAllBytes();
      if (status != 0) {
        if (!retryAfter.isEmpty()) {
          call.getResponseHeaders().set("Retry-After", retryAfter);
        }
        int now = status;
        status = 0;
        send(call, now, Map.of("message", "no"));
      } else if (!isSigned(call)) {
        send(call, 401, Map.of("message", "Bad credentials"));
      } else if (!path().equals(call.getRequestURI().getRawPath())
          && !(kind == Kind.gitea && call.getRequestURI().getRawPath().startsWith(path() + "/"))) {
        send(call, 404, Map.of("message", "Not Found"));
      } else if (call.getRequestMethod().equals("POST")) {
        create(call, Json.MAPPER.readTree(body));
      } else {
        find(call);
      }
    }
  }

  private String path() {
    return switch (kind) {
      case github -> "/api/v3/repos/team/shop/pulls";
      case gitlab -> "/api/v4/projects/team%2Fshop/merge_requests";
      case gitea -> "/api/v1/repos/team/shop/pulls";
    };
  }

  private boolean isSigned(HttpExchange call) {
    return switch (kind) {
      case github ->
          is(call, "Authorization", "Bearer " + TOKEN)
              && is(call, "Accept", "application/vnd.github+json")
              && is(call, "X-GitHub-Api-Version", "2022-11-28")
              && call.getRequestHeaders().containsKey("User-Agent");
      case gitlab -> is(call, "PRIVATE-TOKEN", TOKEN);
      case gitea -> is(call, "Authorization", "token " + TOKEN);
    };
  }

  private static boolean is(HttpExchange call, String header, String value) {
    return value.equals(call.getRequestHeaders().getFirst(header));
  }

  private void create(HttpExchange call, JsonNode wish) throws IOException {
    asked.add(wish);
    boolean lab = kind == Kind.gitlab;
    String branch = wish.path(lab ? "source_branch" : "head").asString("");
    String into = wish.path(lab ? "target_branch" : "base").asString("");
    if (branch.isEmpty() || into.isEmpty() || wish.path("title").asString("").isEmpty()) {
      send(call, lab ? 400 : 422, Map.of("message", "a field is missing"));
    } else if (branch.contains("nothing-new")) {
      send(call, 422, Map.of("message", "Validation Failed: No commits between"));
    } else if (open.stream().anyMatch(each -> isOf(each, branch, into))) {
      send(call, kind == Kind.github ? 422 : 409, Map.of("message", "already exists"));
    } else {
      opened(branch, into);
      send(call, 201, told(open.getLast()));
    }
  }

  private static boolean isOf(Open each, String branch, String into) {
    return each.branch().equals(branch) && each.into().equals(into);
  }

  private void find(HttpExchange call) throws IOException {
    if (kind == Kind.gitea) {
      String[] names =
          call.getRequestURI().getRawPath().substring(path().length() + 1).split("/", 2);
      for (Open each : open) {
        if (isOf(each, decoded(names[1]), decoded(names[0]))) {
          send(call, 200, told(each));
          return;
        }
      }
      send(call, 404, Map.of("message", "Not Found"));
      return;
    }
    Map<String, String> query = new HashMap<>();
    for (String pair : call.getRequestURI().getRawQuery().split("&")) {
      String[] both = pair.split("=", 2);
      query.put(both[0], decoded(both[1]));
    }
    boolean hub = kind == Kind.github;
    String branch = query.get(hub ? "head" : "source_branch");
    String into = query.get(hub ? "base" : "target_branch");
    List<Map<String, Object>> found =
        open.stream()
            .filter(
                each ->
                    isOf(
                        each,
                        hub ? branch.replaceFirst("^team:", "") : String.valueOf(branch),
                        String.valueOf(into)))
            .map(this::told)
            .toList();
    int page = Integer.parseInt(query.getOrDefault("per_page", "30"));
    send(call, 200, found.subList(0, Math.min(page, found.size())));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private Map<String, Object> told(Open each) {
    return switch (kind) {
      case github ->
          Map.of(
              "number",
              each.number(),
              "head",
              Map.of("label", "team:" + each.branch(), "ref", each.branch()));
      case gitlab -> Map.of("iid", each.number(), "source_branch", each.branch());
      case gitea -> Map.of("number", each.number(), "head", Map.of("ref", each.branch()));
    };
  }

  private static void send(HttpExchange call, int code, Object body) throws IOException {
    byte[] bytes = Json.MAPPER.writeValueAsBytes(body);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(code, bytes.length);
    call.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
