package dev.suture.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.ShopServer;
import dev.suture.cause.Bodies;
import dev.suture.json.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String CAPTURE = "/api/v1/captures/" + Bodies.EVENT;

  private ShopServer shop;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    shop = new ShopServer(folder);
  }

  @AfterAll
  void stop() throws Exception {
    shop.close();
  }

  @Test
  void aProjectHasADsnAtTheAddressThatWasAsked() throws Exception {
    JsonNode project = ok("GET", "/api/v1/projects", null, "Projects").path("projects").path(0);
    assertThat(project.path("dsn").asString())
        .matches("http://[0-9a-f]{32}@127\\.0\\.0\\.1:" + shop.at("/").getPort() + "/1");
    assertThat(project.path("issues").asInt()).isEqualTo(1);
    assertThat(project.path("live").path("commit").asString()).isEqualTo(shop.live);
  }

  @Test
  void aProjectIsCreatedChangedAndFoundAgain() throws Exception {
    assertThat(send("POST", "/api/v1/projects", "{\"slug\":\"blog\"}").statusCode()).isEqualTo(201);
    JsonNode changed =
        ok(
            "PATCH",
            "/api/v1/projects/blog",
            "{\"name\":\"Our blog\",\"repository\":\"https://git.example/blog.git\","
                + "\"lines\":{\"production\":\"main\",\"develop\":\"next\"}}",
            "Project");
    assertThat(ok("GET", "/api/v1/projects/blog", null, "Project")).isEqualTo(changed);
    assertThat(changed.path("lines").path("develop").asString()).isEqualTo("next");
    assertThat(ok("PATCH", "/api/v1/projects/blog", "{}", "Project")).isEqualTo(changed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "POST|/api/v1/projects|{\"slug\":\"Shop!\"}|400|invalid",
        "POST|/api/v1/projects|{\"slug\":\"shop\"}|409|conflict",
        "POST|/api/v1/projects|{}|400|invalid",
        "PATCH|/api/v1/projects/shop|{\"repository\":\"--upload-pack=x\"}|400|invalid",
        "PATCH|/api/v1/projects/shop|{\"repository\":\"ext::sh -c x\"}|400|invalid",
        "PATCH|/api/v1/projects/shop|{\"lines\":{\"production\":\"-f\",\"develop\":\"a\"}}|400|invalid",
        "PATCH|/api/v1/projects/shop|{\"lines\":{\"production\":\"a\"}}|400|invalid",
        "GET|/api/v1/projects/nowhere||404|notFound",
        "POST|/api/v1/projects/shop/deployments|{}|400|invalid",
        "POST|/api/v1/projects/shop/deployments|{\"commit\":\"nosuchtag\"}|400|invalid",
        "POST|/api/v1/projects/shop/deployments|{\"release\":\"r\",\"at\":\"+999999999-12-31T23:59:59Z\"}|400|invalid",
        "POST|/api/v1/projects/shop/deployments|{\"release\":\"r\",\"at\":\"2999-01-01T00:00:00Z\"}|400|invalid",
        "POST|/api/v1/projects/shop/deployments|{\"release\":\"\\ud800\"}|400|invalid",
        "PUT|/api/v1/projects/shop/artifacts|{}|400|invalid",
        "PUT|/api/v1/projects/shop/artifacts?debugId=x|{}|400|invalid",
        "GET|/api/v1/projects/shop/artifacts/check?line=1&column=1||400|invalid",
        "GET|/api/v1/projects/shop/artifacts/check?release=a&url=~/a.js&line=0&column=1||400|invalid",
        "GET|/api/v1/issues?state=odd||400|invalid",
        "GET|/api/v1/issues?limit=0||400|invalid",
        "GET|/api/v1/issues?sort=odd||400|invalid",
        "GET|/api/v1/issues?period=1y||400|invalid",
        "GET|/api/v1/issues?q=is:odd||400|invalid",
        "GET|/api/v1/issues?q=assigned:me||400|invalid",
        "GET|/api/v1/issues?before=lastSeen.1.1.0&sort=events||400|invalid",
        "GET|/api/v1/issues/facets?project=nowhere||404|notFound",
        "GET|/api/v1/events?before=x||400|invalid",
        "GET|/api/v1/events?q=is:odd||400|invalid",
        "GET|/api/v1/projects/nowhere/tags||404|notFound",
        "GET|/api/v1/issues?before=x||400|invalid",
        "GET|/api/v1/issues?project=nowhere||404|notFound",
        "GET|/api/v1/issues/shop-99||404|notFound",
        "GET|/api/v1/issues/shop-99/bundle||404|notFound",
        "GET|/api/v1/issues/shop-1/bundle?format=pdf||400|invalid",
        "GET|/api/v1/issues/shop-1/bundle?format=markdown&tokens=10001||400|invalid",
        "GET|/api/v1/issues/shop-1/events/ffffffffffffffffffffffffffffffff||404|notFound",
        "POST|/api/v1/issues/shop-1/state|{\"state\":\"new\"}|400|invalid",
        "POST|/api/v1/issues/shop-99/hotfix|{}|404|notFound",
        "GET|/api/v1/captures/ffffffffffffffffffffffffffffffff||404|notFound",
        "GET|/api/v1/hotfixes/nothing||404|notFound",
        "POST|/api/v1/hotfixes/nothing/check|{}|404|notFound",
      })
  void aWrongRequestIsToldWhatIsWrong(
      String method, String path, String body, int status, String code) throws Exception {
    HttpResponse<String> answer = send(method, path, body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(ApiSchema.problems("Error", answer.body())).isEmpty();
    JsonNode error = Json.MAPPER.readTree(answer.body()).path("error");
    assertThat(error.path("code").asString()).isEqualTo(code);
  }

  @Test
  void aDeploymentMayNameATag() throws Exception {
    JsonNode added =
        Json.MAPPER.readTree(
            send("POST", "/api/v1/projects/shop/deployments", "{\"commit\":\"v1\"}").body());
    assertThat(added.path("commit").asString()).isEqualTo(shop.live);
    assertThat(
            ok("GET", "/api/v1/projects/shop/deployments", null, "Deployments").path("deployments"))
        .hasSize(2);
  }

  @Test
  void aSourceMapIsKeptUnderItsDebugId() throws Exception {
    HttpResponse<String> stored =
        send(
            "PUT",
            "/api/v1/projects/shop/artifacts?debugId=85314830023F4CF1A267535F4E37BB17",
            "{\"version\":3,\"sources\":[\"a.ts\"],\"names\":[],\"mappings\":\"AAAA\"}");
    assertThat(stored.statusCode()).isEqualTo(201);
    assertThat(ApiSchema.problems("Artifact", stored.body())).isEmpty();
    assertThat(stored.body()).contains("85314830-023f-4cf1-a267-535f4e37bb17");
    assertThat(
            send("PUT", "/api/v1/projects/shop/artifacts?release=a&url=~/a.js", "no map")
                .statusCode())
        .isEqualTo(400);
    assertThat(ok("GET", "/api/v1/projects/shop/artifacts", null, "Artifacts").path("artifacts"))
        .hasSize(1);
    String check = "/api/v1/projects/shop/artifacts/check?line=1&column=1";
    JsonNode mapped = ok("GET", check + "&debugId=85314830023F4CF1A267535F4E37BB17", null, "Frame");
    assertThat(mapped.path("file").asString()).isEqualTo("a.ts");
    assertThat(mapped.path("built").path("line").asInt()).isEqualTo(1);
    JsonNode missing = ok("GET", check + "&release=a&url=~/a.js", null, "Frame");
    assertThat(missing.path("unmapped").asString()).contains("in this release");
    JsonNode page = ok("GET", check + "&release=a&url=https://shop.example/a", null, "Frame");
    assertThat(page.path("unmapped").asString()).contains(".js");
  }

  @Test
  void issuesAreSearchedWithTheirTags() throws Exception {
    String query = "?q=is:unresolved%20release:shop@1.*%20events:%3E0&sort=trend&period=14d";
    JsonNode page = ok("GET", "/api/v1/issues" + query, null, "IssuePage");
    assertThat(page.path("total").asInt()).isEqualTo(1);
    assertThat(page.path("issues").path(0).path("perDay")).hasSize(14);
    assertThat(page.path("issues").path(0).path("perDay").path(13).asInt()).isPositive();
    JsonNode facets = ok("GET", "/api/v1/issues/facets" + query, null, "Facets");
    assertThat(facets.path("tags").findValuesAsString("name")).contains("release");
    JsonNode none = ok("GET", "/api/v1/issues?q=release:2.*", null, "IssuePage");
    assertThat(none.path("issues")).isEmpty();
    assertThat(
            ok("GET", "/api/v1/projects/shop/tags?prefix=REL", null, "Tags")
                .path("tags")
                .findValuesAsString("name"))
        .containsExactly("release");
    assertThat(
            ok("GET", "/api/v1/tags/release/values?prefix=shop", null, "TagValues")
                .path("values")
                .findValuesAsString("value"))
        .containsExactly("shop@1.4.0");
    assertThat(ok("GET", "/api/v1/search", null, "SearchLanguage").path("states")).isNotEmpty();
  }

  @Test
  void eventsAreSearchedByWhatTheySay() throws Exception {
    JsonNode page =
        ok("GET", "/api/v1/events?q=release:shop@1.*%20is:unresolved", null, "EventPage");
    assertThat(page.path("events").findValuesAsString("id")).contains(Bodies.EVENT);
    assertThat(page.path("events").path(0).path("issue").asString()).isEqualTo("shop-1");
    assertThat(ok("GET", "/api/v1/events?q=release:2.*", null, "EventPage").path("events"))
        .isEmpty();
  }

  @Test
  void aMistakeInAQueryIsPointedAt() throws Exception {
    HttpResponse<String> refused = send("GET", "/api/v1/issues?q=is:new%20relase:1.0", null);
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode error = Json.MAPPER.readTree(refused.body()).path("error");
    assertThat(ApiSchema.problems("Error", refused.body())).isEmpty();
    assertThat(error.path("at").path("from").asInt()).isEqualTo(7);
    assertThat(error.path("at").path("to").asInt()).isEqualTo(13);
    assertThat(error.path("remedy").asString()).contains("release");
  }

  @Test
  void issuesAreListedShownAndResolved() throws Exception {
    JsonNode page = ok("GET", "/api/v1/issues?project=shop&q=undefined", null, "IssuePage");
    assertThat(page.path("issues").path(0).path("issue").path("id").asString()).isEqualTo("shop-1");
    assertThat(page.path("issues").path(0).path("perHour")).hasSize(24);
    JsonNode detail = ok("GET", "/api/v1/issues/shop-1", null, "IssueDetail");
    assertThat(detail.path("kept").asLong()).isEqualTo(1);
    assertThat(detail.path("captures").path(0).path("id").asString()).isEqualTo(Bodies.EVENT);
    assertThat(detail.path("releases").path(0).path("value").asString()).isEqualTo("shop@1.4.0");
    ok("GET", "/api/v1/issues/shop-1/events/" + Bodies.EVENT, null, "Event");
    JsonNode resolved =
        ok("POST", "/api/v1/issues/shop-1/state", "{\"state\":\"resolved\"}", "Issue");
    assertThat(resolved.path("state").asString()).isEqualTo("resolved");
    assertThat(ok("GET", "/api/v1/issues?state=resolved", null, "IssuePage").path("issues"))
        .hasSize(1);
    ok("POST", "/api/v1/issues/shop-1/state", "{\"state\":\"ongoing\"}", "Issue");
  }

  @Test
  void theBundleHasTheSourceOfTheLiveCommitAndTheExchangeBefore() throws Exception {
    JsonNode bundle = ok("GET", "/api/v1/issues/shop-1/bundle", null, "Bundle");
    JsonNode frame = bundle.path("frames").path(0);
    assertThat(frame.path("path").asString()).isEqualTo("src/Checkout.tsx");
    assertThat(frame.path("commit").asString()).isEqualTo(shop.live);
    assertThat(frame.path("code").path("lines").path(5).asString()).isEqualTo("line 12");
    assertThat(bundle.path("nearest").path("responseBody").asString()).isEqualTo("{\"items\":[]}");
    assertThat(bundle.path("timeline").valueStream().map(each -> each.path("kind").asString()))
        .containsExactly("action", "exchange", "console", "error");
    assertThat(bundle.path("summary").asString()).contains(shop.live);
    assertThat(ok("GET", CAPTURE + "/bundle", null, "Bundle")).isEqualTo(bundle);
  }

  @Test
  void theBundleTellsImpactScopeStepsAndWhatElseCanBeRead() throws Exception {
    JsonNode bundle = ok("GET", "/api/v1/issues/shop-1/bundle", null, "Bundle");
    assertThat(bundle.at("/impact/events").asLong()).isEqualTo(1);
    assertThat(bundle.at("/impact/lastDay").asLong()).isEqualTo(1);
    assertThat(bundle.at("/impact/trend").asString()).isEqualTo("fresh");
    assertThat(bundle.at("/impact/releases/0/value").asString()).isEqualTo("shop@1.4.0");
    assertThat(bundle.at("/scope/base").asString()).isEqualTo(shop.live);
    assertThat(bundle.at("/scope/files/0").asString()).isEqualTo("src/Checkout.tsx");
    assertThat(bundle.at("/scope/guards/0/line").asInt()).isEqualTo(12);
    assertThat(bundle.at("/scope/alternatives").valueStream().map(each -> each.path("way")))
        .extracting(JsonNode::asString)
        .containsExactly("rollback", "switchOff", "nothing");
    assertThat(bundle.at("/reproduce/replayable").asBoolean()).isTrue();
    assertThat(bundle.at("/reproduce/steps")).hasSize(1);
    assertThat(bundle.path("index").valueStream().map(each -> each.path("kind").asString()))
        .startsWith("exchange", "exchanges", "console", "actions")
        .endsWith("source");
    String text =
        send("GET", "/api/v1/issues/shop-1/bundle?format=markdown&full=true", null).body();
    assertThat(text)
        .containsSubsequence(
            "## Impact",
            "1 event by 1 user so far",
            "## Scope of the hotfix",
            "It branches from " + shop.live,
            "guard at line 12",
            "## How to reproduce",
            "## Evidence to read in full");
  }

  @Test
  void theBundleIsMarkdownForWhoAsksForIt() throws Exception {
    HttpResponse<String> asked = send("GET", "/api/v1/issues/shop-1/bundle?format=markdown", null);
    assertThat(asked.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/markdown");
    assertThat(asked.body()).contains("## What to do next", "line 12", "POST /api/cart");
    HttpResponse<String> accepted =
        CLIENT.send(
            HttpRequest.newBuilder(shop.at(CAPTURE + "/bundle"))
                .header("Accept", "text/markdown")
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(accepted.body()).startsWith("## Verdict");
  }

  @Test
  void aPartIsServedSoThatABrowserRunsNothingOfIt() throws Exception {
    HttpResponse<String> image = send("GET", CAPTURE + "/parts/screenshot.png", null);
    assertThat(image.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(image.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(image.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("sandbox");
    HttpResponse<String> page = send("GET", CAPTURE + "/parts/notes.html", null);
    assertThat(page.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(page.headers().firstValue("Content-Disposition")).contains("attachment");
    HttpResponse<String> again =
        CLIENT.send(
            HttpRequest.newBuilder(shop.at(CAPTURE + "/parts/screenshot.png"))
                .header("If-None-Match", image.headers().firstValue("ETag").orElseThrow())
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(send("GET", CAPTURE + "/parts/..%2F..%2Fx", null).statusCode()).isEqualTo(404);
  }

  @Test
  void aHotfixIsStartedOnceAndCheckedAgainstTheOrigin() throws Exception {
    HttpResponse<String> started = send("POST", "/api/v1/issues/shop-1/hotfix", "{}");
    assertThat(started.statusCode()).isEqualTo(201);
    assertThat(ApiSchema.problems("Hotfix", started.body())).isEmpty();
    String id = Json.MAPPER.readTree(started.body()).path("id").asString();
    assertThat(shop.origin.at("refs/heads/" + id)).isEqualTo(shop.live);
    assertThat(send("POST", "/api/v1/issues/shop-1/hotfix", "{}").statusCode()).isEqualTo(200);
    shop.origin.checkout(id);
    shop.origin.edit("src/Checkout.tsx", "line 12\n", "guarded\n", "Guard the empty cart");
    shop.origin.checkout("master");
    shop.origin.git("merge", "-q", "--no-ff", "-m", "Ship", id);
    shop.origin.push("master", id);
    JsonNode checked = ok("POST", "/api/v1/hotfixes/" + id + "/check", "{}", "Hotfix");
    assertThat(checked.path("flagged").asBoolean()).isTrue();
    assertThat(ok("GET", "/api/v1/hotfixes?project=shop", null, "Hotfixes").path("hotfixes"))
        .containsExactly(checked);
    assertThat(
            ok("GET", "/api/v1/issues", null, "IssuePage")
                .path("issues")
                .path(0)
                .path("hotfix")
                .path("flagged")
                .asBoolean())
        .isTrue();
    assertThat(ok("GET", "/api/v1/issues/shop-1/bundle", null, "Bundle").path("next").asString())
        .contains(id, "develop");
  }

  @Test
  void theStatusShowsTheBacklog() throws Exception {
    assertThat(ok("GET", "/api/v1/status", null, "Status").path("version").asString())
        .isEqualTo("0.1.0");
  }

  private JsonNode ok(String method, String path, String body, String definition) throws Exception {
    HttpResponse<String> answer = send(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(ApiSchema.problems(definition, answer.body())).isEmpty();
    return Json.MAPPER.readTree(answer.body());
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    var content =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    return CLIENT.send(
        HttpRequest.newBuilder(shop.at(path)).method(method, content).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
