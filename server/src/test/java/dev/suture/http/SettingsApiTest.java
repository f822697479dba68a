package dev.suture.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.json.Json;
import dev.suture.project.Lines;
import dev.suture.testing.Bodies;
import dev.suture.testing.Door;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SettingsApiTest {
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

  private HttpResponse<String> call(String method, String path, String body) throws Exception {
    return door.send(
        door.to("/api/v1/projects/" + path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private JsonNode json(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return Json.MAPPER.readTree(response.body());
  }

  @Test
  void aSectionIsChangedAndTheOthersStay() throws Exception {
    JsonNode before = json(call("GET", "shop/settings", ""), 200);
    assertThat(ApiSchema.problems("ProjectSettings", before.toString())).isEmpty();
    assertThat(before.at("/settings/filters/webCrawlers").asBoolean()).isTrue();
    JsonNode after =
        json(
            call(
                "PATCH",
                "shop/settings",
                """
                {"version": 0, "limits": {"project": [{"per": "day", "most": 9}],
                 "spikeProtection": false}}"""),
            200);
    assertThat(after.get("version").asInt()).isEqualTo(1);
    assertThat(after.at("/settings/filters")).isEqualTo(before.at("/settings/filters"));
    assertThat(after.at("/settings/limits/project/0/most").asInt()).isEqualTo(9);
    assertThat(after.at("/changes/0/sections/0").asString()).isEqualTo("limits");
  }

  @Test
  void anUnknownSettingIsRefusedWithTheNearestName() throws Exception {
    JsonNode refusal =
        json(call("PATCH", "shop/settings", "{\"version\": 0, \"filter\": {}}"), 400);
    assertThat(refusal.at("/error/message").asString()).contains("'filter'");
    assertThat(refusal.at("/error/remedy").asString()).contains("'filters'");
  }

  @Test
  void aChangeFromAnOldVersionIsAConflict() throws Exception {
    json(call("PATCH", "shop/settings", "{\"version\": 0, \"platform\": \"java\"}"), 200);
    json(call("PATCH", "shop/settings", "{\"version\": 0, \"platform\": \"go\"}"), 409);
  }

  @Test
  void whatIsOfNoUseIsRefused() throws Exception {
    json(call("PATCH", "shop/settings", "{\"version\": 0, \"platform\": \"A B\"}"), 400);
    json(call("PATCH", "shop/settings", "{\"version\": \"x\"}"), 400);
    json(call("PATCH", "shop/settings", "not json"), 400);
    json(
        call(
            "PATCH",
            "shop/settings",
            """
            {"version": 0, "limits": {"project": [{"per": "day", "most": -1}],
             "spikeProtection": true}}"""),
        400);
  }

  @Test
  void aDisabledKeyOpensNothingAndANewOneDoes() throws Exception {
    JsonNode made = json(call("POST", "shop/keys", "{\"label\": \"Second\"}"), 201);
    String second = made.get("value").asString();
    json(call("PATCH", "shop/keys/" + door.key(), "{\"enabled\": false}"), 200);
    byte[] envelope = Bodies.bytes("{}\n{\"type\":\"event\"}\n{\"message\":\"m\"}\n");
    assertThat(door.post(door.envelope(), envelope).statusCode()).isEqualTo(403);
    var withSecond = door.to("/api/" + door.project().id() + "/envelope/?sentry_key=" + second);
    assertThat(door.post(withSecond, envelope).statusCode()).isEqualTo(200);
    JsonNode project = json(call("GET", "shop", ""), 200);
    assertThat(project.get("dsn").asString()).contains(second);
    assertThat(call("DELETE", "shop/keys/" + door.key(), "").statusCode()).isEqualTo(204);
    json(call("DELETE", "shop/keys/" + second, ""), 409);
  }

  @Test
  void aKeyOfAnotherProjectIsNotFound() throws Exception {
    door.suture().projects().create("blog", "Blog", null, Lines.GIT_FLOW);
    json(call("PATCH", "blog/keys/" + door.key(), "{\"enabled\": false}"), 404);
    json(call("DELETE", "blog/keys/" + door.key(), ""), 404);
  }

  @Test
  void aDeletedProjectLeavesNothingBehind() throws Exception {
    byte[] envelope =
        Bodies.bytes(
            """
            {"event_id":"9ec79c33ec9942ab8353589fcb2e04dc"}
            {"type":"event"}
            {"message":"m"}
            {"type":"attachment","filename":"notes.txt"}
            hello
            """);
    assertThat(door.post(door.envelope(), envelope).statusCode()).isEqualTo(200);
    assertThat(door.count("event", "stored", "")).isEqualTo(1);
    json(call("DELETE", "shop", ""), 400);
    assertThat(call("DELETE", "shop?confirm=shop", "").statusCode()).isEqualTo(204);
    json(call("GET", "shop", ""), 404);
    assertThat(door.post(door.envelope(), envelope).statusCode()).isEqualTo(403);
    Path captures = folder.resolve("blobs/captures/" + door.project().id());
    assertThat(Files.exists(captures)).isFalse();
  }
}
