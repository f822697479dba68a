package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.account.Secret;
import dev.suture.json.Json;
import dev.suture.testing.Browser;
import dev.suture.testing.Door;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Signing in, as a browser and as somebody who should not be let in do it.
class SignInTest {
  @TempDir Path folder;

  private Door door;

  @BeforeEach
  void start() throws Exception {
    door = new Door(folder);
  }

  @AfterEach
  void stop() {
    door.close();
  }

  private static int status(Browser browser, String path) throws Exception {
    return browser.send("GET", path, null).statusCode();
  }

  @Test
  void nobodyIsLetInWithoutAnAccountAndTheOneTimeLinkMakesTheFirst() throws Exception {
    Browser stranger = new Browser(door.suture());
    assertThat(status(stranger, "/api/v1/issues")).isEqualTo(401);
    assertThat(stranger.json("GET", "/api/v1/sign-in", null, 200).path("first").asBoolean())
        .isTrue();
    String secret = door.suture().welcome().orElseThrow().replaceFirst(".*#", "");
    JsonNode me =
        stranger.json(
            "POST",
            "/api/v1/links/take",
            Map.of(
                "secret",
                secret,
                "name",
                "Olga",
                "email",
                " Olga@Shop.example ",
                "password",
                Browser.PASSWORD),
            200);
    assertThat(me.path("role").asString()).isEqualTo("owner");
    assertThat(me.path("email").asString()).isEqualTo("olga@shop.example");
    assertThat(status(stranger, "/api/v1/issues")).isEqualTo(200);
    assertThat(door.suture().welcome()).isEmpty();
  }

  @Test
  void aLinkWorksOnceAndANewOneEndsTheOneBefore() throws Exception {
    String first = door.suture().welcome().orElseThrow().replaceFirst(".*#", "");
    String second = door.suture().welcome().orElseThrow().replaceFirst(".*#", "");
    Map<String, String> wish =
        Map.of(
            "secret", first, "name", "A", "email", "a@shop.example", "password", Browser.PASSWORD);
    assertThat(new Browser(door.suture()).send("POST", "/api/v1/links/take", wish).statusCode())
        .isEqualTo(404);
    Map<String, String> again =
        Map.of(
            "secret", second, "name", "A", "email", "a@shop.example", "password", Browser.PASSWORD);
    assertThat(new Browser(door.suture()).send("POST", "/api/v1/links/take", again).statusCode())
        .isEqualTo(200);
    assertThat(new Browser(door.suture()).send("POST", "/api/v1/links/take", again).statusCode())
        .isEqualTo(404);
  }

  @Test
  void anInvitationMakesOneAccountOfItsRoleAndItsAddress() throws Exception {
    Browser owner = Browser.ofOwner(door.suture());
    JsonNode made =
        owner.json(
            "POST",
            "/api/v1/invitations",
            Map.of("email", "max@shop.example", "role", "viewer"),
            201);
    String secret = made.path("url").asString().replaceFirst(".*#", "");
    JsonNode me =
        new Browser(door.suture())
            .json(
                "POST",
                "/api/v1/links/take",
                Map.of(
                    "secret",
                    secret,
                    "name",
                    "Max",
                    "email",
                    "somebody@else.example",
                    "password",
                    Browser.PASSWORD),
                200);
    assertThat(me.path("email").asString()).isEqualTo("max@shop.example");
    assertThat(me.path("role").asString()).isEqualTo("viewer");
    assertThat(owner.json("GET", "/api/v1/invitations", null, 200).path("invitations")).isEmpty();
  }

  @Test
  void whoGuessesIsHeldUpAndTheRightPasswordTooFromThere() throws Exception {
    Browser.ofOwner(door.suture());
    Browser guesser = new Browser(door.suture());
    HttpResponse<String> last = null;
    int wrong = 0;
    for (int i = 0; i < 12; i++) {
      last = guesser.signIn("olga@shop.example", "wrong password " + i);
      wrong += last.statusCode() == 403 ? 1 : 0;
    }
    assertThat(wrong).isLessThanOrEqualTo(6);
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValue("Retry-After").map(Long::parseLong).orElseThrow())
        .isPositive();
    assertThat(guesser.signIn("olga@shop.example", Browser.PASSWORD).statusCode()).isEqualTo(429);
  }

  @Test
  void anUnknownAddressIsAnsweredAsAWrongPasswordIs() throws Exception {
    Browser.ofOwner(door.suture());
    Browser guesser = new Browser(door.suture());
    HttpResponse<String> wrong = guesser.signIn("olga@shop.example", "not this one at all");
    HttpResponse<String> unknown = guesser.signIn("nobody@shop.example", "not this one at all");
    assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(403);
    assertThat(unknown.body()).isEqualTo(wrong.body());
  }

  @Test
  void aSessionIsNewWithEverySignInAndTheOldOneEnds() throws Exception {
    Browser owner = Browser.ofOwner(door.suture());
    String before = owner.cookie();
    assertThat(owner.signIn("olga@shop.example", Browser.PASSWORD).statusCode()).isEqualTo(200);
    assertThat(owner.cookie()).isNotEqualTo(before);
    Browser thief = new Browser(door.suture());
    thief.setCookie(before);
    assertThat(status(thief, "/api/v1/me")).isEqualTo(401);
    String fixed = owner.cookie().replaceFirst("=.*", "=" + "0".repeat(64));
    Browser victim = new Browser(door.suture());
    victim.setCookie(fixed);
    assertThat(victim.signIn("olga@shop.example", Browser.PASSWORD).statusCode()).isEqualTo(200);
    assertThat(victim.cookie()).isNotEqualTo(fixed);
  }

  @Test
  void theCookieIsForTheServerAloneAndEndsWithTheSignOut() throws Exception {
    Browser owner = Browser.ofOwner(door.suture());
    HttpResponse<String> in = owner.signIn("olga@shop.example", Browser.PASSWORD);
    assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain("Domain");
    String cookie = owner.cookie();
    assertThat(owner.send("POST", "/api/v1/sign-out", null).statusCode()).isEqualTo(204);
    owner.setCookie(cookie);
    assertThat(status(owner, "/api/v1/me")).isEqualTo(401);
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() throws Exception {
    Browser owner = Browser.ofOwner(door.suture());
    Browser other = new Browser(door.suture());
    other.signIn("olga@shop.example", Browser.PASSWORD);
    Map<String, String> wrong = Map.of("current", "x", "password", "another till entirely");
    assertThat(owner.send("POST", "/api/v1/me/password", wrong).statusCode()).isEqualTo(403);
    Map<String, String> shorter = Map.of("current", Browser.PASSWORD, "password", "short");
    assertThat(owner.send("POST", "/api/v1/me/password", shorter).statusCode()).isEqualTo(400);
    Map<String, String> right =
        Map.of("current", Browser.PASSWORD, "password", "another till entirely");
    assertThat(owner.send("POST", "/api/v1/me/password", right).statusCode()).isEqualTo(204);
    assertThat(status(owner, "/api/v1/me")).isEqualTo(200);
    assertThat(status(other, "/api/v1/me")).isEqualTo(401);
    assertThat(other.signIn("olga@shop.example", Browser.PASSWORD).statusCode()).isEqualTo(403);
    assertThat(other.signIn("olga@shop.example", "another till entirely").statusCode())
        .isEqualTo(200);
  }

  @Test
  void sessionsAreListedAndEndedFromAnotherBrowser() throws Exception {
    Browser owner = Browser.ofOwner(door.suture());
    Browser other = new Browser(door.suture());
    other.signIn("olga@shop.example", Browser.PASSWORD);
    JsonNode sessions = owner.json("GET", "/api/v1/me/sessions", null, 200).path("sessions");
    assertThat(sessions).hasSize(2);
    for (JsonNode session : sessions) {
      if (!session.path("current").asBoolean()) {
        owner.json("DELETE", "/api/v1/me/sessions/" + session.path("id"), null, 204);
      }
    }
    assertThat(status(other, "/api/v1/me")).isEqualTo(401);
    assertThat(status(owner, "/api/v1/me")).isEqualTo(200);
  }

  @Test
  void aRequestOfAnotherSiteOrOfNoPageChangesNothing() throws Exception {
    Browser owner = Browser.ofOwner(door.suture());
    for (String origin : new String[] {"https://elsewhere.example", "null", ""}) {
      var request =
          door.to("/sign")
              .header("Cookie", owner.cookie())
              .method("POST", body("{\"slug\":\"x\"}"));
      if (!origin.isEmpty()) {
        request.header("Origin", origin);
      }
      var asked =
          request
              .uri(
                  java.net.URI.create(
                      "http://127.0.0.1:" + door.suture().port() + "/api/v1/projects"))
              .build();
      assertThat(door.send(asked).statusCode()).as(origin).isEqualTo(403);
    }
  }

  private static java.net.http.HttpRequest.BodyPublisher body(String text) {
    return java.net.http.HttpRequest.BodyPublishers.ofString(text);
  }

  @Test
  void whatTheDatabaseKeepsLetsNobodyIn() throws Exception {
    Browser owner = Browser.ofOwner(door.suture());
    String token =
        owner
            .json(
                "POST",
                "/api/v1/me/tokens",
                Map.of("name", "Laptop", "scopes", java.util.List.of("failure:read")),
                201)
            .path("secret")
            .asString();
    assertThat(token).matches("suture_pat_[0-9a-f]{64}");
    String secret = owner.cookie().replaceFirst(".*=", "");
    String kept = everything();
    assertThat(kept)
        .doesNotContain(secret, token.replaceFirst(".*_", ""), Browser.PASSWORD)
        .contains(Secret.hash(secret), Secret.hash(token), "$argon2id$v=19$m=19456,t=2,p=1$");
    Browser thief = new Browser(door.suture());
    thief.setCookie(owner.cookie().replaceFirst("=.*", "=" + Secret.hash(secret)));
    assertThat(status(thief, "/api/v1/me")).isEqualTo(401);
    var asked =
        java.net.http.HttpRequest.newBuilder(
                java.net.URI.create("http://127.0.0.1:" + door.suture().port() + "/api/v1/me"))
            .header("Authorization", "Bearer suture_pat_" + Secret.hash(token))
            .build();
    assertThat(door.send(asked).statusCode()).isEqualTo(401);
  }

  /// All text of the tables of this room.
  private String everything() throws Exception {
    StringBuilder all = new StringBuilder();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("suture.db"));
        var statement = connection.createStatement()) {
      for (String table :
          new String[] {"account", "account_session", "access_token", "account_link"}) {
        try (var rows = statement.executeQuery("SELECT * FROM " + table)) {
          while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
              all.append(rows.getString(i)).append('\n');
            }
          }
        }
      }
    }
    return all.toString();
  }

  @Test
  void theOperatorsTokenIsInAFileOfItsOwnerAndMakesTheLinks() throws Exception {
    Path file = folder.resolve("operator.token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file).strip()).isEqualTo(door.suture().operatorToken());
    HttpResponse<String> link = door.post(door.to("/api/v1/account-link"), "{}".getBytes());
    assertThat(link.statusCode()).isEqualTo(201);
    Browser owner = Browser.ofOwner(door.suture());
    assertThat(door.post(door.to("/api/v1/account-link"), "{}".getBytes()).statusCode())
        .isEqualTo(409);
    assertThat(owner.send("POST", "/api/v1/account-link", Map.of()).statusCode()).isEqualTo(403);
    HttpResponse<String> reset =
        door.post(door.to("/api/v1/account-link"), "{\"email\":\"Olga@shop.example\"}".getBytes());
    String secret =
        Json.MAPPER.readTree(reset.body()).path("url").asString().replaceFirst(".*#", "");
    Browser back = new Browser(door.suture());
    back.json(
        "POST",
        "/api/v1/links/take",
        Map.of("secret", secret, "password", "the password I remember"),
        200);
    assertThat(status(back, "/api/v1/me")).isEqualTo(200);
    assertThat(status(owner, "/api/v1/me")).isEqualTo(401);
  }

  @Test
  void aTokenFileThatOthersCanReadIsReplaced() throws Exception {
    String before = door.suture().operatorToken();
    door.close();
    Files.setPosixFilePermissions(
        folder.resolve("operator.token"), PosixFilePermissions.fromString("rw-r--r--"));
    door = new Door(folder);
    assertThat(door.suture().operatorToken()).isNotEqualTo(before);
  }
}
