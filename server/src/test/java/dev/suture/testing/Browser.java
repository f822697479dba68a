package dev.suture.testing;

import dev.suture.app.Suture;
import dev.suture.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a browser does at the operator's side: keeps the one cookie, says where it comes from.
public final class Browser {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public static final String PASSWORD = "a till that never rings";

  private final URI server;
  private String cookie = "";

  public Browser(Suture suture) {
    server = URI.create("http://127.0.0.1:" + suture.port());
  }

  /// A browser of the first account, which it makes.
  public static Browser ofOwner(Suture suture) throws Exception {
    String secret = suture.welcome().orElseThrow().replaceFirst(".*#", "");
    Browser browser = new Browser(suture);
    browser.took(secret, "Olga Owner", "olga@shop.example");
    return browser;
  }

  /// A browser of somebody whom this one invites.
  public Browser invite(String email, String role) throws Exception {
    JsonNode made = json("POST", "/api/v1/invitations", Map.of("email", email, "role", role), 201);
    Browser invited = new Browser(server);
    invited.took(made.path("url").asString().replaceFirst(".*#", ""), "Max " + role, email);
    return invited;
  }

  private Browser(URI server) {
    this.server = server;
  }

  private void took(String secret, String name, String email) throws Exception {
    json(
        "POST",
        "/api/v1/links/take",
        Map.of("secret", secret, "name", name, "email", email, "password", PASSWORD),
        200);
  }

  public HttpResponse<String> signIn(String email, String password) throws Exception {
    return send("POST", "/api/v1/sign-in", Map.of("email", email, "password", password));
  }

  /// @param body null for none
  public HttpResponse<String> send(String method, String path, Map<String, ?> body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("Origin", server.toString())
            .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    HttpResponse<String> answer =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> cookie = set.contains("Max-Age=0") ? "" : set.split(";")[0]);
    return answer;
  }

  public JsonNode json(String method, String path, Map<String, ?> body, int status)
      throws Exception {
    HttpResponse<String> answer = send(method, path, body);
    if (answer.statusCode() != status) {
      throw new AssertionError(
          method + " " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body().isEmpty()
        ? Json.MAPPER.createObjectNode()
        : Json.MAPPER.readTree(answer.body());
  }

  /// `name=secret`, as it is sent.
  public String cookie() {
    return cookie;
  }

  public void setCookie(String other) {
    cookie = other;
  }
}
