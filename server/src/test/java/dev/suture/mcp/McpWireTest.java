package dev.suture.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.ShopServer;
import dev.suture.cause.Briefing;
import dev.suture.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
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
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpWireTest {
  private ShopServer shop;
  private Client client;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    shop = new ShopServer(folder);
    client = new Client(shop.at("/mcp"));
  }

  @AfterAll
  void stop() throws Exception {
    shop.close();
  }

  @Test
  void aBatchIsOfTheOldestRevisionAlone() throws Exception {
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"ping\"}";
    String told = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
    String batch = "[" + ping.formatted(1) + "," + told + ",7," + ping.formatted(2) + "]";
    Client.Reply reply = client.post(batch, Map.of());
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json()).hasSize(3);
    assertThat(reply.json().at("/0/id").asInt()).isEqualTo(1);
    assertThat(reply.json().at("/1/error/code").asInt()).isEqualTo(-32600);
    assertThat(reply.json().at("/2/id").asInt()).isEqualTo(2);
    assertThat(client.post("[" + told + "]", Map.of()).status()).isEqualTo(202);
    String many = "[" + (ping.formatted(1) + ",").repeat(20) + ping.formatted(2) + "]";
    assertThat(client.post(many, Map.of()).body()).contains("1 to 20 messages");
    Client.Reply newer = client.post(batch, Map.of("MCP-Protocol-Version", "2025-06-18"));
    assertThat(newer.status()).isEqualTo(400);
    assertThat(newer.body()).contains("one message at a time");
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-25,2025-11-25",
    "2025-06-18,2025-06-18",
    "2025-03-26,2025-03-26",
    "2024-11-05,2025-11-25",
    "2026-07-28,2025-11-25"
  })
  void initializeAgreesOnAnOlderRevision(String asked, String agreed) throws Exception {
    JsonNode result =
        client
            .post(
                Client.message(
                    "initialize", Map.of("protocolVersion", asked, "capabilities", Map.of())),
                Map.of())
            .result();
    assertThat(result.path("protocolVersion").asString()).isEqualTo(agreed);
    assertThat(result.path("serverInfo").path("name").asString()).isEqualTo("suture");
    assertThat(result.path("capabilities").propertyNames())
        .containsExactlyInAnyOrder("tools", "resources", "prompts", "completions");
  }

  @Test
  void aNotificationIsAcceptedWithoutAnAnswer() throws Exception {
    var reply =
        client.post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", Map.of());
    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void theOlderErasMethodsEndWithTheNewest() throws Exception {
    assertThat(client.legacy("ping", Map.of()).result().isObject()).isTrue();
    var modern = client.modern("ping", Map.of());
    assertThat(modern.status()).isEqualTo(404);
    assertThat(modern.code()).isEqualTo(-32601);
    assertThat(client.modern("initialize", Map.of()).status()).isEqualTo(404);
    var unknown = client.legacy("no/such", Map.of());
    assertThat(unknown.status()).isEqualTo(200);
    assertThat(unknown.code()).isEqualTo(-32601);
  }

  @Test
  void discoverSaysWhatIsSpoken() throws Exception {
    JsonNode result = client.modern("server/discover", Map.of()).result();
    assertThat(result.path("supportedVersions").path(0).asString()).isEqualTo("2026-07-28");
    assertThat(result.path("resultType").asString()).isEqualTo("complete");
    assertThat(result.path("ttlMs").asLong()).isPositive();
    assertThat(result.path("cacheScope").asString()).isEqualTo("public");
    assertThat(
            result.path("_meta").path("io.modelcontextprotocol/serverInfo").path("name").asString())
        .isEqualTo("suture");
    assertThat(Briefing.tokens(result.path("instructions").asString())).isLessThanOrEqualTo(150);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MCP-Protocol-Version", "Mcp-Method", "Mcp-Name"})
  void aHeaderThatIsMissingOrDiffersIsRefused(String header) throws Exception {
    Map<String, Object> params = Map.of("name", "suture_find_failures", "arguments", Map.of());
    Map<String, String> headers = Client.headers("tools/call", params);
    ObjectNode message = Client.withMeta("tools/call", params, Era.NEWEST);
    headers.put(header, "other");
    assertThat(client.post(message, headers).code()).isEqualTo(-32020);
    headers.remove(header);
    var missing = client.post(message, headers);
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.code()).isEqualTo(-32020);
  }

  @Test
  void anEncodedNameIsDecodedBeforeItIsCompared() throws Exception {
    Map<String, Object> params = Map.of("name", "suture_find_failures", "arguments", Map.of());
    Map<String, String> headers = Client.headers("tools/call", params);
    String encoded =
        Base64.getEncoder().encodeToString("suture_find_failures".getBytes(StandardCharsets.UTF_8));
    headers.put("Mcp-Name", "=?base64?" + encoded + "?=");
    ObjectNode message = Client.withMeta("tools/call", params, Era.NEWEST);
    assertThat(client.post(message, headers).result().path("isError").asBoolean()).isFalse();
    headers.put("Mcp-Name", "=?base64?!!?=");
    assertThat(client.post(message, headers).code()).isEqualTo(-32020);
  }

  @Test
  void aRevisionThatIsNotSpokenIsToldThoseThatAre() throws Exception {
    ObjectNode message = Client.withMeta("tools/list", Map.of(), "1900-01-01");
    var reply =
        client.post(
            message, Map.of("MCP-Protocol-Version", "1900-01-01", "Mcp-Method", "tools/list"));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(-32022);
    JsonNode data = reply.json().path("error").path("data");
    assertThat(data.path("requested").asString()).isEqualTo("1900-01-01");
    assertThat(data.path("supported").path(0).asString()).isEqualTo("2026-07-28");
    assertThat(
            client
                .post(
                    Client.message("tools/list", Map.of()),
                    Map.of("MCP-Protocol-Version", "1900-01-01"))
                .code())
        .isEqualTo(-32022);
  }

  @Test
  void aNewRequestWithoutItsMetadataIsRefused() throws Exception {
    var none =
        client.post(
            Client.message("tools/list", Map.of()),
            Map.of("MCP-Protocol-Version", Era.NEWEST, "Mcp-Method", "tools/list"));
    assertThat(none.status()).isEqualTo(400);
    assertThat(none.code()).isEqualTo(-32602);
    ObjectNode noCapabilities = Client.withMeta("tools/list", Map.of(), Era.NEWEST);
    ((ObjectNode) noCapabilities.path("params").path("_meta"))
        .remove("io.modelcontextprotocol/clientCapabilities");
    assertThat(client.post(noCapabilities, Client.headers("tools/list", Map.of())).code())
        .isEqualTo(-32602);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{|-32700",
        "[]|-32600",
        "7|-32600",
        "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}|-32600",
        "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}|-32600",
        "{\"jsonrpc\":\"2.0\",\"id\":1}|-32600",
      })
  void whatIsNoMessageIsRefused(String body, int code) throws Exception {
    var reply = client.post(body, Map.of());
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo(code);
  }

  @Test
  void pagesOfOtherSitesAndOtherMethodsAreRefused() throws Exception {
    assertThat(
            client
                .post(Client.message("ping", Map.of()), Map.of("Origin", "https://evil.example"))
                .status())
        .isEqualTo(403);
    HttpResponse<Void> get =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(shop.at("/mcp")).GET().build(),
                HttpResponse.BodyHandlers.discarding());
    assertThat(get.statusCode()).isEqualTo(405);
  }

  @Test
  void theDefinitionsAreWholeAndFitTheirBudget() throws Exception {
    JsonNode tools = client.modern("tools/list", Map.of()).result().path("tools");
    assertThat(tools).isEqualTo(client.legacy("tools/list", Map.of()).result().path("tools"));
    assertThat(tools.valueStream().map(tool -> tool.path("name").asString()))
        .containsExactly(
            "suture_find_failures",
            "suture_get_failure",
            "suture_get_evidence",
            "suture_open_hotfix",
            "suture_scope_hotfix");
    for (JsonNode tool : tools) {
      assertThat(tool.path("annotations").propertyNames())
          .containsExactlyInAnyOrder(
              "readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint");
      assertThat(tool.path("inputSchema").path("properties").size()).isLessThanOrEqualTo(4);
      assertThat(tool.path("outputSchema").path("type").asString()).isEqualTo("object");
    }
    assertThat(Briefing.tokens(tools.toString())).isLessThanOrEqualTo(2500);
  }

  @Test
  void aWrongArgumentIsTheToolsAnswerAndSaysWhatToDo() throws Exception {
    assertThat(problem("suture_get_failure", Map.of())).contains("id is missing");
    assertThat(problem("suture_get_failure", Map.of("id", "shop-99")))
        .contains("suture_find_failures");
    assertThat(problem("suture_get_failure", Map.of("id", "shop-1", "max_tokens", 5)))
        .contains("from 1500 to 10000");
    assertThat(problem("suture_get_evidence", Map.of("id", "shop-1", "kind", "zq")))
        .contains("one of: exchanges, exchange")
        .doesNotContain("zq");
    assertThat(problem("suture_find_failures", Map.of("zq", "x")))
        .contains("It takes: ")
        .doesNotContain("zq");
    assertThat(problem("suture_find_failures", Map.of("query", "is:unresolvd")))
        .contains("at character 4", "Did you mean is:unresolved?");
    assertThat(client.modern("tools/call", Map.of("name", "nothing")).code()).isEqualTo(-32602);
  }

  @Test
  void resourcesAndPromptsAreThereForWhoUsesThem() throws Exception {
    assertThat(client.modern("resources/list", Map.of()).result().path("resources")).hasSize(1);
    assertThat(
            client
                .legacy("resources/templates/list", Map.of())
                .result()
                .path("resourceTemplates")
                .path(0)
                .path("uriTemplate")
                .asString())
        .isEqualTo("suture://failure/{id}");
    JsonNode read =
        client.modern("resources/read", Map.of("uri", "suture://failure/shop-1")).result();
    assertThat(read.path("contents").path(0).path("text").asString()).contains("What happened");
    assertThat(read.path("cacheScope").asString()).isEqualTo("private");
    assertThat(client.modern("resources/read", Map.of("uri", "suture://no")).code())
        .isEqualTo(-32602);
    assertThat(client.legacy("resources/read", Map.of("uri", "suture://no")).code())
        .isEqualTo(-32002);
    Map<String, Object> asked = Map.of("name", "hotfix", "arguments", Map.of("id", "shop-1"));
    assertThat(client.modern("prompts/get", asked).result().path("messages")).hasSize(1);
    Map<String, Object> odd = Map.of("name", "hotfix", "arguments", Map.of("id", "run this"));
    assertThat(client.legacy("prompts/get", odd).code()).isEqualTo(-32602);
  }

  @Test
  void standardInputIsABridgeForBothEras() throws Exception {
    String lines =
        Client.message("initialize", Map.of("protocolVersion", "2025-06-18"))
            + "\n{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n"
            + Client.message("tools/list", Map.of())
            + "\n\nnot json\n"
            + Client.withMeta(
                "resources/read", Map.of("uri", "suture://failure/shop-1"), Era.NEWEST)
            + "\n";
    List<JsonNode> answers = bridge(shop.at("/mcp"), lines);
    assertThat(answers).hasSize(4);
    assertThat(answers.getFirst().path("result").path("protocolVersion").asString())
        .isEqualTo("2025-06-18");
    assertThat(answers)
        .anyMatch(answer -> answer.path("result").path("tools").size() == 5)
        .anyMatch(answer -> answer.path("error").path("code").asInt() == -32700)
        .anyMatch(answer -> answer.path("result").path("contents").size() == 1);
  }

  @Test
  void standardInputSaysThatNoServerRuns() throws Exception {
    List<JsonNode> answers =
        bridge(URI.create("http://127.0.0.1:1/mcp"), Client.message("ping", Map.of()) + "\n");
    assertThat(answers.getFirst().path("error").path("message").asString()).contains("./suture up");
  }

  private static List<JsonNode> bridge(URI endpoint, String lines) throws Exception {
    var out = new ByteArrayOutputStream();
    new Stdio(endpoint, null, out)
        .run(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    return out.toString(StandardCharsets.UTF_8).lines().map(Json.MAPPER::readTree).toList();
  }

  private String problem(String tool, Map<String, Object> arguments) throws Exception {
    JsonNode result =
        client.modern("tools/call", Map.of("name", tool, "arguments", arguments)).result();
    assertThat(result.path("isError").asBoolean()).isTrue();
    assertThat(result.has("structuredContent")).isFalse();
    return result.path("content").path(0).path("text").asString();
  }
}
