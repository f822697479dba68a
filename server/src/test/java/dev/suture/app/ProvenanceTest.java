package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.json.Json;
import dev.suture.testing.Browser;
import dev.suture.testing.Door;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// How events come in, followed from the door to what a program may do because of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvenanceTest {
  private Door door;
  private Browser owner;
  private String token;
  private int events;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    door = new Door(folder);
    owner = Browser.ofOwner(door.suture());
    token =
        owner
            .json(
                "POST",
                "/api/v1/me/tokens",
                Map.of(
                    "name",
                    "Extension",
                    "scopes",
                    List.of("failure:read", "failure:write", "hotfix:write")),
                201)
            .path("secret")
            .asString();
  }

  @AfterAll
  void stop() {
    door.close();
  }

  @Test
  void anEventThroughTheKeyAloneNeedsAPersonBeforeAProgramWrites() throws Exception {
    String issue = send("anonymous", door.envelope());
    assertThat(sender(issue)).isEqualTo("anonymousKey");
    assertThat(refusal(issue)).contains("anonymous key", "/issues/" + issue);
    assertThat(opened(issue)).contains("Ask a person to approve it on its page, /issues/" + issue);
    assertThat(byToken("PUT", "/api/v1/issues/" + issue + "/trust").statusCode()).isEqualTo(403);

    owner.json("PUT", "/api/v1/issues/" + issue + "/trust", Map.of(), 200);
    assertThat(byToken("POST", "/api/v1/issues/" + issue + "/hotfix").statusCode()).isEqualTo(503);
    assertThat(opened(issue)).contains("mend what the data block says");
    assertThat(owner.json("GET", "/api/v1/audit", null, 200).toString())
        .contains("evidence approved", issue);

    owner.json("DELETE", "/api/v1/issues/" + issue + "/trust", null, 200);
    assertThat(refusal(issue)).contains("anonymous key");
  }

  /// Who has looked at one event has looked at no other: what comes in after it is shown to no
  /// program as approved.
  @Test
  void aPersonsWordIsForTheEventThatHeSaw() throws Exception {
    String issue = send("seen", door.envelope());
    JsonNode before = door.json("/api/v1/issues/" + issue + "/trust");
    String seen = before.path("event").asString();
    assertThat(before.path("writes").asBoolean()).isFalse();
    assertThat(send("seen", door.envelope())).isEqualTo(issue);
    String newer = door.json("/api/v1/issues/" + issue + "/trust").path("event").asString();
    assertThat(newer).isNotEqualTo(seen);

    owner.json("PUT", "/api/v1/issues/" + issue + "/trust", Map.of("event", "f".repeat(32)), 404);
    assertThat(refusal(issue)).contains("anonymous key");
    owner.json("PUT", "/api/v1/issues/" + issue + "/trust", Map.of("event", seen), 200);
    assertThat(byToken("POST", "/api/v1/issues/" + issue + "/hotfix").statusCode()).isEqualTo(503);
    assertThat(door.json("/api/v1/issues/" + issue + "/bundle").path("event").asString())
        .isEqualTo(seen);
    assertThat(bundle(issue)).contains("A person has looked at this event");

    owner.json("DELETE", "/api/v1/issues/" + issue + "/trust", null, 200);
    assertThat(refusal(issue)).contains("anonymous key");
    assertThat(door.json("/api/v1/issues/" + issue + "/bundle").path("event").asString())
        .isEqualTo(newer);
  }

  /// One event of staff does not let through what strangers send into the same issue after it.
  @Test
  void anEventOfStaffVouchesForNoOther() throws Exception {
    String issue = send("mixed", door.envelope().header("Authorization", "Bearer " + token));
    assertThat(byToken("POST", "/api/v1/issues/" + issue + "/hotfix").statusCode()).isEqualTo(503);
    assertThat(send("mixed", door.envelope())).isEqualTo(issue);
    assertThat(refusal(issue)).contains("anonymous key");
    assertThat(opened(issue)).contains("The failure shown of " + issue);
  }

  @Test
  void anEventWithATokenOfStaffCounts() throws Exception {
    String issue = send("staff", door.envelope().header("Authorization", "Bearer " + token));
    assertThat(sender(issue)).isEqualTo("staffToken");
    assertThat(byToken("POST", "/api/v1/issues/" + issue + "/hotfix").statusCode()).isEqualTo(503);
    assertThat(bundle(issue)).contains("came in through a token of staff");
  }

  @Test
  void anEventFromAPageOfThisServerIsOfItsUser() throws Exception {
    String issue =
        send(
            "signed",
            door.envelope()
                .header("Cookie", owner.cookie())
                .header("Sec-Fetch-Site", "same-origin"));
    assertThat(sender(issue)).isEqualTo("signedUser");
  }

  @Test
  void aPageOfAnotherSiteDoesNotBorrowItsVisitorsSession() throws Exception {
    String issue =
        send(
            "borrowed",
            door.envelope().header("Cookie", owner.cookie()).header("Sec-Fetch-Site", "same-site"));
    assertThat(sender(issue)).isEqualTo("anonymousKey");
  }

  @Test
  void aTokenThatMayOnlyReadVouchesForNothing() throws Exception {
    String reader =
        owner
            .json(
                "POST",
                "/api/v1/me/tokens",
                Map.of("name", "Reader", "scopes", List.of("failure:read")),
                201)
            .path("secret")
            .asString();
    String issue = send("reader", door.envelope().header("Authorization", "Bearer " + reader));
    assertThat(sender(issue)).isEqualTo("anonymousKey");
    String wrong = send("wrong", door.envelope().header("Authorization", "Bearer suture_x"));
    assertThat(sender(wrong)).isEqualTo("anonymousKey");
  }

  /// @return the id of its issue
  private String send(String type, HttpRequest.Builder request) throws Exception {
    String event =
        "{\"exception\":{\"values\":[{\"type\":\"%s\",\"value\":\"broke\"}]}}".formatted(type);
    byte[] body =
        bytes("{}\n{\"type\":\"event\",\"length\":%d}\n%s\n".formatted(event.length(), event));
    assertThat(door.post(request, body).statusCode()).isEqualTo(200);
    events++;
    assertThat(door.count("event", "stored", "")).isEqualTo(events);
    for (JsonNode row : door.json("/api/v1/issues").path("issues")) {
      if (row.toString().contains("\"" + type)) {
        return row.path("issue").path("id").asString(row.path("id").asString());
      }
    }
    throw new AssertionError("no issue of type " + type);
  }

  private String sender(String issue) throws Exception {
    JsonNode trust = door.json("/api/v1/issues/" + issue + "/trust");
    String came = trust.path("came").path(0).path("sender").asString();
    assertThat(
            door.json("/api/v1/issues/" + issue)
                .path("event")
                .path("details")
                .path("sender")
                .asString())
        .isEqualTo(came);
    return came;
  }

  private String bundle(String issue) throws Exception {
    return door.get("/api/v1/issues/" + issue + "/bundle?format=markdown").body();
  }

  private String refusal(String issue) throws Exception {
    HttpResponse<String> refused = byToken("POST", "/api/v1/issues/" + issue + "/hotfix");
    assertThat(refused.statusCode()).isEqualTo(403);
    return refused.body();
  }

  private HttpResponse<String> byToken(String method, String path) throws Exception {
    return door.send(
        HttpRequest.newBuilder(door.to(path).build().uri())
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString("{}"))
            .build());
  }

  private String opened(String issue) throws Exception {
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
            + "{\"name\":\"suture_open_hotfix\",\"arguments\":{\"id\":\"%s\"}}}".formatted(issue);
    JsonNode answer = Json.MAPPER.readTree(door.post(door.to("/mcp"), bytes(call)).body());
    return answer.at("/result/content/0/text").asString();
  }
}
