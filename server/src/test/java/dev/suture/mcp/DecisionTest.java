package dev.suture.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.ShopServer;
import dev.suture.cause.Bodies;
import dev.suture.issue.trust.Trust;
import dev.suture.json.Json;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The verdict by the policy of a real repository, and what was decided then.
class DecisionTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private ShopServer shop;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    shop = new ShopServer(folder);
  }

  @AfterEach
  void stop() throws Exception {
    shop.close();
  }

  @Test
  void aSwitchThatTheRepositoryNamesIsTheVerdict() throws Exception {
    assertThat(way()).isEqualTo("wait");
    deploy("verdict:\n  users: 1\n");
    assertThat(way()).isEqualTo("hotfix");
    deploy("verdict:\n  users: 1\n  switches:\n    new-checkout: src/Check*\n");
    JsonNode bundle = ask("GET", "/api/v1/issues/shop-1/bundle", null);
    assertThat(bundle.at("/verdict/way").asString()).isEqualTo("switchOff");
    assertThat(bundle.at("/scope/toggle").asString()).isEqualTo("new-checkout");
    Client client = new Client(shop.at("/mcp"));
    String text =
        client
            .modern(
                "tools/call",
                Map.of("name", "suture_get_failure", "arguments", Map.of("id", "shop-1")))
            .result()
            .at("/content/0/text")
            .asString();
    assertThat(text)
        .startsWith("## Verdict\n\nTurn the switch off.")
        .contains("| switch: new-checkout", "Switch off: suture.yml names a switch for what fails");
  }

  @Test
  void whatIsDecidedIsKeptWithItsEvidence() throws Exception {
    deploy("verdict:\n  users: 1\n");
    ask("POST", "/api/v1/issues/shop-1/decisions", "{\"way\":\"rollback\"}");
    JsonNode deed = newest();
    assertThat(deed.path("way").asString()).isEqualTo("rollback");
    assertThat(deed.path("proposed").asString()).isEqualTo("hotfix");
    assertThat(deed.path("because").toString()).contains("1 user met it");
    assertThat(texts(deed.path("evidence")))
        .contains("suture://failure/" + Bodies.EVENT, "live commit " + shop.origin.at("master"));
    assertThat(ask("POST", "/api/v1/issues/shop-1/decisions", "{\"way\":\"guess\"}").toString())
        .contains("rollback, switchOff, hotfix, wait");
  }

  @Test
  void aHotfixIsOpenedByADecision() throws Exception {
    shop.trust.approve("shop-1", new Trust.Approval("account:1", "Ada", Bodies.AT, Bodies.EVENT));
    Client client = new Client(shop.at("/mcp"));
    for (int call = 0; call < 2; call++) {
      client.modern(
          "tools/call", Map.of("name", "suture_open_hotfix", "arguments", Map.of("id", "shop-1")));
    }
    JsonNode page = ask("GET", "/api/v1/issues/shop-1/activity", null);
    List<JsonNode> decided =
        page.path("entries")
            .valueStream()
            .map(each -> each.path("deed"))
            .filter(each -> each.path("kind").asString().equals("decided"))
            .toList();
    assertThat(decided).hasSize(1);
    assertThat(decided.getFirst().path("way").asString()).isEqualTo("hotfix");
    assertThat(decided.getFirst().path("hotfix").asString()).startsWith("hotfix-shop-1");
  }

  private String way() throws Exception {
    return ask("GET", "/api/v1/issues/shop-1/bundle", null).at("/verdict/way").asString();
  }

  private JsonNode newest() throws Exception {
    return ask("GET", "/api/v1/issues/shop-1/activity", null).at("/entries/0/deed");
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  /// A release with this `suture.yml`, live.
  private void deploy(String policy) throws Exception {
    shop.origin.checkout("master");
    shop.origin.commit("suture.yml", policy, "Say when a failure waits");
    shop.origin.push("master");
    shop.fetch();
    String commit = shop.origin.at("master");
    ask(
        "POST",
        "/api/v1/projects/shop/deployments",
        "{\"environment\":\"production\",\"release\":\"%s\",\"commit\":\"%s\"}"
            .formatted(commit.substring(0, 8), commit));
  }

  private JsonNode ask(String method, String path, String body) throws Exception {
    HttpRequest.BodyPublisher sent =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest request =
        HttpRequest.newBuilder(shop.at(path))
            .header("Content-Type", "application/json")
            .method(method, sent)
            .build();
    return Json.MAPPER.readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }
}
