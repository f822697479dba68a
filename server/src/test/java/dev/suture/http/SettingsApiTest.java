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
  void aSourceMapIsDeletedInItsOwnProjectOnly() throws Exception {
    door.suture().projects().create("blog", "Blog", null, Lines.GIT_FLOW);
    String id = "85314830-023f-4cf1-a267-535f4e37bb17";
    String map = "{\"version\":3,\"sources\":[\"a.ts\"],\"names\":[],\"mappings\":\"AAAA\"}";
    json(call("PUT", "shop/artifacts?debugId=" + id, map), 201);
    json(call("DELETE", "blog/artifacts?debugId=" + id, ""), 404);
    assertThat(call("DELETE", "shop/artifacts?debugId=" + id, "").statusCode()).isEqualTo(204);
    assertThat(json(call("GET", "shop/artifacts", ""), 200).get("artifacts")).isEmpty();
    json(call("DELETE", "shop/artifacts?debugId=" + id, ""), 404);
    json(call("DELETE", "shop/artifacts", ""), 400);
  }

  @Test
  void aTextIsTriedOnRulesThatAreNotKept() throws Exception {
    JsonNode tried =
        json(
            call(
                "POST",
                "shop/scrubbing",
                """
                {"path":"extra.note","value":"see ORD-4711, password=hunter2","scrubbing":{
                 "defaults":true,"keepAddresses":false,"sensitiveFields":[],"safeFields":[],
                 "rules":[{"selector":"extra.**","what":"pattern","pattern":"ORD-[0-9]+",
                  "method":"mask","text":""}]}}"""),
            200);
    assertThat(tried.get("value").asString()).isEqualTo("see ***-****, password=[removed: secret]");
    JsonNode settings = json(call("GET", "shop/settings", ""), 200);
    assertThat(settings.at("/settings/scrubbing/rules")).isEmpty();
  }

  /// A pattern that would take a backtracking matcher for ever, one that is none, a selector
  /// without an end, and a glob that cannot be matched in one go.
  @Test
  void hostileRulesAreRefusedOrHarmless() throws Exception {
    String trial =
        "{\"value\":\""
            + "a".repeat(5_000)
            + "!\",\"scrubbing\":{\"defaults\":true,"
            + "\"keepAddresses\":false,\"sensitiveFields\":[],\"safeFields\":[],\"rules\":["
            + "{\"selector\":\"$string\",\"what\":\"pattern\",\"pattern\":\"%s\","
            + "\"method\":\"remove\",\"text\":\"\"}]}}";
    json(call("POST", "shop/scrubbing", trial.formatted("(a+)+$")), 200);
    json(call("POST", "shop/scrubbing", trial.formatted("(a|aa)*b")), 200);
    json(call("POST", "shop/scrubbing", trial.formatted("(a")), 400);
    json(call("POST", "shop/scrubbing", trial.formatted("(?=a)")), 400);
    String selector = trial.formatted("a").replace("$string", "%s");
    json(call("POST", "shop/scrubbing", selector.formatted("(".repeat(400))), 400);
    json(call("POST", "shop/scrubbing", selector.formatted("$usr.**")), 400);
    json(call("POST", "shop/scrubbing", selector.formatted("**.".repeat(60) + "a")), 400);
    String glob = "*" + "a?".repeat(60) + "*";
    json(
        call(
            "PATCH",
            "shop/settings",
            "{\"version\":0,\"filters\":{\"browserExtensions\":false,\"localhost\":false,"
                + "\"webCrawlers\":true,\"healthChecks\":true,\"noise\":false,"
                + "\"legacyBrowsers\":[],\"releases\":[],\"addresses\":[],\"cspOrigins\":[],"
                + "\"messages\":[\""
                + glob
                + "\"]}}"),
        400);
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
