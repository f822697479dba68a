package dev.suture.app;

import dev.suture.account.Secret;
import dev.suture.json.Json;
import dev.suture.testing.Browser;
import dev.suture.testing.Door;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A whole server, and a program that asks to be let in as real ones do.
final class OAuthDoor implements AutoCloseable {
  static final String REDIRECT = "http://127.0.0.1:7777/callback";
  static final String VERIFIER = "v".repeat(20) + "-._~" + "0123456789abcdefghijklmnop";

  final Door door;
  final Browser owner;
  final String origin;
  final String resource;

  OAuthDoor(Path folder) throws Exception {
    door =
        new Door(
            Config.of(
                Map.of("data", folder.toString(), "port", "0", "private-hosts", "127.0.0.1")));
    owner = Browser.ofOwner(door.suture());
    origin = "http://127.0.0.1:" + door.suture().port();
    resource = origin + "/mcp";
  }

  String register(String... redirects) throws Exception {
    HttpResponse<String> answer =
        post(
            "/oauth/register",
            "application/json",
            Json.MAPPER.writeValueAsString(
                Map.of("client_name", "Test agent", "redirect_uris", List.of(redirects))));
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.body());
    }
    return Json.MAPPER.readTree(answer.body()).path("client_id").asString();
  }

  /// What the page of the consent is opened with.
  Map<String, Object> wanted(String client) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("responseType", "code");
    wanted.put("clientId", client);
    wanted.put("redirectUri", REDIRECT);
    wanted.put("scope", "failure:read hotfix:write");
    wanted.put("state", "s t&te");
    wanted.put("codeChallenge", Secret.challenge(VERIFIER));
    wanted.put("codeChallengeMethod", "S256");
    wanted.put("resource", resource);
    return wanted;
  }

  URI allow(Browser who, Map<String, Object> wanted, String... scopes) throws Exception {
    Map<String, Object> yes = Map.of("request", wanted, "allow", true, "scopes", List.of(scopes));
    return URI.create(who.json("POST", "/api/v1/me/consent", yes, 200).path("location").asString());
  }

  static Map<String, String> query(URI address) {
    return List.of(address.getRawQuery().split("&")).stream()
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> java.net.URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  Map<String, String> claim(String client, String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", client);
    form.put("code", code);
    form.put("redirect_uri", REDIRECT);
    form.put("code_verifier", VERIFIER);
    form.put("resource", resource);
    return form;
  }

  HttpResponse<String> form(String path, Map<String, String> values) throws Exception {
    String body =
        values.entrySet().stream()
            .map(
                each ->
                    each.getKey()
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return post(path, "application/x-www-form-urlencoded", body);
  }

  /// All the way from a registration to the first tokens.
  JsonNode tokens(Browser who, String client, String... scopes) throws Exception {
    String code = query(allow(who, wanted(client), scopes)).get("code");
    HttpResponse<String> answer = form("/oauth/token", claim(client, code));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.body());
    }
    return Json.MAPPER.readTree(answer.body());
  }

  HttpResponse<String> refresh(String client, String token) throws Exception {
    return form(
        "/oauth/token",
        Map.of("grant_type", "refresh_token", "refresh_token", token, "client_id", client));
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return door.send(
        HttpRequest.newBuilder(URI.create(origin + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> get(String path) throws Exception {
    return door.send(HttpRequest.newBuilder(URI.create(origin + path)).build());
  }

  HttpResponse<String> tool(String token, String name, String arguments) throws Exception {
    String message =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
            .formatted(name, arguments);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(resource))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(message));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return door.send(request.build());
  }

  int status(String token) throws Exception {
    return tool(token, "suture_find_failures", "{}").statusCode();
  }

  @Override
  public void close() {
    door.close();
  }
}
