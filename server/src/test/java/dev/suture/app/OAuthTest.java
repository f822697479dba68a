package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.json.Json;
import dev.suture.testing.Browser;
import dev.suture.testing.Receiver;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Programs that people let act for them, and those that try it without.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OAuthTest {
  private OAuthDoor door;
  private String client;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    door = new OAuthDoor(folder);
    client = door.register(OAuthDoor.REDIRECT);
  }

  @AfterAll
  void stop() {
    door.close();
  }

  @Test
  void aProgramFindsItsWayFromTheFirstRefusal() throws Exception {
    HttpResponse<String> refused = door.tool("", "suture_find_failures", "{}");
    assertThat(refused.statusCode()).isEqualTo(401);
    String challenge = refused.headers().firstValue("WWW-Authenticate").orElseThrow();
    assertThat(challenge).startsWith("Bearer ").contains("scope=\"failure:read\"");
    String metadata = challenge.replaceFirst(".*resource_metadata=\"([^\"]+)\".*", "$1");
    JsonNode resource = Json.MAPPER.readTree(door.get(URI.create(metadata).getPath()).body());
    assertThat(resource.path("resource").asString()).isEqualTo(door.resource);
    String issuer = resource.path("authorization_servers").path(0).asString();
    assertThat(issuer).isEqualTo(door.origin);
    JsonNode server =
        Json.MAPPER.readTree(door.get("/.well-known/oauth-authorization-server").body());
    assertThat(server.path("issuer").asString()).isEqualTo(issuer);
    assertThat(server.path("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
    assertThat(server.path("client_id_metadata_document_supported").asBoolean()).isTrue();

    Map<String, Object> wanted = door.wanted(client);
    JsonNode shown = door.owner.json("POST", "/api/v1/me/consent/look", wanted, 200);
    assertThat(shown.path("client").asString()).isEqualTo("Test agent");
    assertThat(shown.path("redirect").asString()).isEqualTo("127.0.0.1");
    Map<String, String> back =
        OAuthDoor.query(door.allow(door.owner, wanted, "failure:read", "hotfix:write"));
    assertThat(back).containsEntry("state", "s t&te").containsEntry("iss", door.origin);
    HttpResponse<String> answer = door.form("/oauth/token", door.claim(client, back.get("code")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    JsonNode tokens = Json.MAPPER.readTree(answer.body());
    assertThat(tokens.path("scope").asString()).isEqualTo("failure:read hotfix:write");
    assertThat(door.status(tokens.path("access_token").asString())).isEqualTo(200);
    assertThat(door.owner.json("GET", "/api/v1/me/grants", null, 200).toString())
        .contains("Test agent", "hotfix:write");
    assertThat(door.owner.json("GET", "/api/v1/audit", null, 200).toString())
        .contains("program let in");
  }

  @Test
  void whatWasNotTickedIsAskedForWithAChallenge() throws Exception {
    String token = door.tokens(door.owner, client).path("access_token").asString();
    HttpResponse<String> refused = door.tool(token, "suture_open_hotfix", "{\"id\":\"shop-1\"}");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains(
            "error=\"insufficient_scope\"",
            "scope=\"failure:read hotfix:write\"",
            "resource_metadata=\"" + door.origin + "/.well-known/oauth-protected-resource/mcp\"");
    assertThat(door.status(token)).isEqualTo(200);
  }

  @Test
  void nobodyGetsMoreThanThePersonHas() throws Exception {
    Browser viewer = door.owner.invite("vic@shop.example", "viewer");
    JsonNode tokens = door.tokens(viewer, client, "failure:read", "hotfix:write", "project:admin");
    assertThat(tokens.path("scope").asString()).isEqualTo("failure:read");
  }

  @Test
  void aCodeIsGoodOnceAndUsedTwiceItEndsWhatCameOfIt() throws Exception {
    String code = OAuthDoor.query(door.allow(door.owner, door.wanted(client))).get("code");
    JsonNode tokens =
        Json.MAPPER.readTree(door.form("/oauth/token", door.claim(client, code)).body());
    String access = tokens.path("access_token").asString();
    assertThat(door.status(access)).isEqualTo(200);
    assertError(door.form("/oauth/token", door.claim(client, code)), "invalid_grant");
    assertThat(door.status(access)).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier,wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww,invalid_grant",
    "code_verifier,short,invalid_grant",
    "code_verifier,'',invalid_grant",
    "redirect_uri,http://127.0.0.1:7778/callback,invalid_grant",
    "redirect_uri,https://evil.example/callback,invalid_grant",
    "client_id,suture_client_0000,invalid_grant",
    "resource,https://other.example/mcp,invalid_target",
    "grant_type,password,unsupported_grant_type",
  })
  void aCodeWithTheWrongClaimGivesNothing(String name, String value, String error)
      throws Exception {
    String code = OAuthDoor.query(door.allow(door.owner, door.wanted(client))).get("code");
    Map<String, String> claim = door.claim(client, code);
    claim.put(name, value);
    assertError(door.form("/oauth/token", claim), error);
  }

  @Test
  void aCodeOfOneClientIsNoneOfAnother() throws Exception {
    String other = door.register(OAuthDoor.REDIRECT);
    String code = OAuthDoor.query(door.allow(door.owner, door.wanted(client))).get("code");
    assertError(door.form("/oauth/token", door.claim(other, code)), "invalid_grant");
    JsonNode tokens = door.tokens(door.owner, client);
    String refresh = tokens.path("refresh_token").asString();
    assertError(door.refresh(other, refresh), "invalid_grant");
    assertThat(door.refresh(client, refresh).statusCode()).isEqualTo(200);
  }

  @Test
  void aRefreshTokenThatIsUsedTwiceEndsTheGrant() throws Exception {
    JsonNode first = door.tokens(door.owner, client);
    String stolen = first.path("refresh_token").asString();
    HttpResponse<String> renewed = door.refresh(client, stolen);
    assertThat(renewed.statusCode()).isEqualTo(200);
    JsonNode second = Json.MAPPER.readTree(renewed.body());
    assertThat(door.status(first.path("access_token").asString())).isEqualTo(401);
    assertThat(door.status(second.path("access_token").asString())).isEqualTo(200);
    assertError(door.refresh(client, stolen), "invalid_grant");
    assertThat(door.status(second.path("access_token").asString())).isEqualTo(401);
    assertError(door.refresh(client, second.path("refresh_token").asString()), "invalid_grant");
    assertThat(door.owner.json("GET", "/api/v1/audit", null, 200).toString())
        .contains("refresh token used twice");
  }

  @Test
  void aTokenIsForTheEndpointOfAgentsAndForNothingElse() throws Exception {
    String token = door.tokens(door.owner, client, "hotfix:write").path("access_token").asString();
    for (String path : List.of("/api/v1/issues", "/api/v1/me", "/api/v1/me/tokens")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(door.origin + path))
              .header("Authorization", "Bearer " + token)
              .build();
      assertThat(door.door.send(request).statusCode()).as(path).isEqualTo(401);
    }
    HttpRequest elsewhere =
        HttpRequest.newBuilder(URI.create(door.resource.replace("127.0.0.1", "localhost")))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    HttpResponse<String> other = door.door.send(elsewhere);
    assertThat(other.statusCode()).as("another audience").isEqualTo(401);
    assertThat(other.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"invalid_token\"");
  }

  @Test
  void aTokenSeesTheProjectsOfItsPersonOnly() throws Exception {
    Browser member = door.owner.invite("mia@shop.example", "member");
    Map<String, Object> hidden =
        Map.of("slug", "hidden", "name", "Hidden", "repository", "https://git.example/x.git");
    door.owner.json("POST", "/api/v1/projects", hidden, 201);
    door.owner.json("PUT", "/api/v1/projects/hidden/access", Map.of("open", false), 200);
    String token = door.tokens(member, client).path("access_token").asString();
    String asked = "{\"project\":\"hidden\"}";
    assertThat(door.tool(token, "suture_find_failures", asked).body())
        .contains("There is no such project");
    String owners = door.tokens(door.owner, client).path("access_token").asString();
    assertThat(door.tool(owners, "suture_find_failures", asked).body()).contains("None match");
  }

  @ParameterizedTest
  @CsvSource({
    "redirectUri,https://evil.example/callback",
    "redirectUri,http://127.0.0.1:7777/callback/more",
    "redirectUri,http://127.0.0.1:7777/callback?x=1",
    "redirectUri,http://127.0.0.1.evil.example:7777/callback",
    "redirectUri,http://localhost:7777/callback",
    "redirectUri,javascript:alert(1)",
    "clientId,suture_client_00000000000000000000000000000000",
    "clientId,not an address",
    "clientId,https://example.org/",
    "codeChallengeMethod,plain",
    "codeChallenge,short",
    "responseType,token",
    "resource,https://other.example/mcp",
    "scope,member:admin",
  })
  void nobodyIsSentAnywhereByARequestThatIsWrong(String name, String value) throws Exception {
    Map<String, Object> wanted = door.wanted(client);
    wanted.put(name, value);
    HttpResponse<String> looked = door.owner.send("POST", "/api/v1/me/consent/look", wanted);
    assertThat(looked.statusCode()).as(looked.body()).isEqualTo(400);
    Map<String, Object> yes = Map.of("request", wanted, "allow", true, "scopes", List.of());
    HttpResponse<String> decided = door.owner.send("POST", "/api/v1/me/consent", yes);
    assertThat(decided.statusCode()).isEqualTo(400);
    assertThat(decided.body()).doesNotContain("location", "evil.example");
    assertThat(decided.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void theLoopbackPortIsFree() throws Exception {
    Map<String, Object> wanted = door.wanted(client);
    wanted.put("redirectUri", "http://127.0.0.1:50123/callback");
    URI back = door.allow(door.owner, wanted);
    assertThat(back.getPort()).isEqualTo(50123);
    Map<String, String> claim = door.claim(client, OAuthDoor.query(back).get("code"));
    assertError(door.form("/oauth/token", new HashMap<>(claim)), "invalid_grant");
  }

  @Test
  void aPersonSaysNo() throws Exception {
    Map<String, Object> no = Map.of("request", door.wanted(client), "allow", false);
    String location =
        door.owner.json("POST", "/api/v1/me/consent", no, 200).path("location").asString();
    assertThat(location).startsWith(OAuthDoor.REDIRECT + "?error=access_denied&state=");
  }

  @Test
  void noOtherSiteSaysYesForAPerson() throws Exception {
    String yes =
        Json.MAPPER.writeValueAsString(
            Map.of("request", door.wanted(client), "allow", true, "scopes", List.of()));
    for (String[] headers :
        new String[][] {
          {"Origin", "https://evil.example"},
          {"Origin", "null"},
          {"Sec-Fetch-Site", "cross-site"},
          {"Sec-Fetch-Site", "same-site"},
          {"X-Nothing", "at all"},
        }) {
      HttpRequest forged =
          HttpRequest.newBuilder(URI.create(door.origin + "/api/v1/me/consent"))
              .header("Cookie", door.owner.cookie())
              .header("Content-Type", "text/plain")
              .header(headers[0], headers[1])
              .POST(HttpRequest.BodyPublishers.ofString(yes))
              .build();
      assertThat(door.door.send(forged).statusCode()).as(headers[1]).isEqualTo(403);
    }
    HttpRequest byToken =
        HttpRequest.newBuilder(URI.create(door.origin + "/api/v1/me/consent"))
            .header("Authorization", "Bearer " + door.door.suture().operatorToken())
            .POST(HttpRequest.BodyPublishers.ofString(yes))
            .build();
    assertThat(door.door.send(byToken).statusCode()).isEqualTo(403);
  }

  @Test
  void theConsentPageIsShownInNoFrame() throws Exception {
    HttpResponse<String> page = door.get("/oauth/authorize?client_id=x");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors 'none'");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
  }

  @Test
  void aRevokedGrantIsOver() throws Exception {
    JsonNode tokens = door.tokens(door.owner, client);
    String access = tokens.path("access_token").asString();
    assertThat(
            door.form("/oauth/revoke", Map.of("token", "unknown", "client_id", client))
                .statusCode())
        .isEqualTo(200);
    assertThat(
            door.form(
                    "/oauth/revoke",
                    Map.of("token", tokens.path("refresh_token").asString(), "client_id", client))
                .statusCode())
        .isEqualTo(200);
    assertThat(door.status(access)).isEqualTo(401);

    String second = door.tokens(door.owner, client).path("access_token").asString();
    long id =
        door.owner
            .json("GET", "/api/v1/me/grants", null, 200)
            .path("grants")
            .path(0)
            .path("id")
            .asLong();
    Browser other = door.owner.invite("tom@shop.example", "admin");
    assertThat(other.send("DELETE", "/api/v1/me/grants/" + id, null).statusCode()).isEqualTo(404);
    door.owner.json("DELETE", "/api/v1/me/grants/" + id, null, 204);
    assertThat(door.status(second)).isEqualTo(401);
  }

  @Test
  void whoMayNotSignInAnyMoreIsNotActedFor() throws Exception {
    Browser member = door.owner.invite("gone@shop.example", "member");
    long id = member.json("GET", "/api/v1/me", null, 200).path("id").asLong();
    String token = door.tokens(member, client).path("access_token").asString();
    assertThat(door.status(token)).isEqualTo(200);
    door.owner.json("PATCH", "/api/v1/members/" + id, Map.of("active", false), 200);
    assertThat(door.status(token)).isEqualTo(401);
  }

  @Test
  void aClientIsKnownByTheDocumentAtItsId() throws Exception {
    try (Receiver site = new Receiver()) {
      String id = site.address("/client.json");
      String document =
          Json.MAPPER.writeValueAsString(
              Map.of(
                  "client_id",
                  id,
                  "client_name",
                  "By document",
                  "redirect_uris",
                  List.of(OAuthDoor.REDIRECT)));
      site.then(exchange -> Receiver.answer(exchange, 200, document));
      JsonNode shown = door.owner.json("POST", "/api/v1/me/consent/look", door.wanted(id), 200);
      assertThat(shown.path("client").asString()).isEqualTo("By document");
      assertThat(shown.path("host").asString()).isEqualTo("127.0.0.1");
      assertThat(door.tokens(door.owner, id).path("access_token").asString()).isNotEmpty();

      String liar = site.address("/liar.json");
      site.then(exchange -> Receiver.answer(exchange, 200, document));
      assertThat(look(liar)).contains("of another client");
      String gone = site.address("/gone.json");
      site.then(exchange -> Receiver.answer(exchange, 404, document));
      assertThat(look(gone)).contains("cannot be read");
      String long_ = site.address("/long.json");
      site.then(exchange -> Receiver.answer(exchange, 200, document + " ".repeat(20_000)));
      assertThat(look(long_)).contains("cannot be read");
    }
    for (String inside :
        List.of(
            "https://localhost/client.json",
            "https://10.0.0.1/client.json",
            "https://169.254.169.254/latest/meta-data",
            "https://[::1]/client.json")) {
      assertThat(look(inside)).contains("cannot be read");
    }
    assertThat(look("http://example.org/client.json")).contains("https address");
  }

  private String look(String id) throws Exception {
    HttpResponse<String> looked =
        door.owner.send("POST", "/api/v1/me/consent/look", door.wanted(id));
    assertThat(looked.statusCode()).isEqualTo(400);
    return looked.body();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "nothing",
        "{\"redirect_uris\":[]}",
        "{\"redirect_uris\":[\"http://evil.example/x\"]}",
        "{\"redirect_uris\":[\"javascript:alert(1)\"]}",
        "{\"redirect_uris\":[\"https://x.example/a#b\"]}",
        "{\"redirect_uris\":[\"https://user@x.example/a\"]}",
        "{\"redirect_uris\":[\"/relative\"]}",
      })
  void aRegistrationThatIsUnfitIsRefused(String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(door.origin + "/oauth/register"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = door.door.send(request);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).containsAnyOf("invalid_redirect_uri", "invalid_client_metadata");
  }

  private static void assertError(HttpResponse<String> answer, String error) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Json.MAPPER.readTree(answer.body()).path("error").asString()).isEqualTo(error);
    assertThat(answer.body()).doesNotContain("access_token");
  }
}
