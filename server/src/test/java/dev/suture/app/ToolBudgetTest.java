package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.cause.Briefing;
import dev.suture.json.Json;
import dev.suture.testing.Door;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What an agent reads before it has asked anything: every tool of the whole server, as it is
/// wired.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToolBudgetTest {
  private static final int TOKENS = 2_500;
  private static final int INSTRUCTION_TOKENS = 150;

  private Door door;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    door = new Door(folder);
  }

  @AfterAll
  void stop() {
    door.close();
  }

  @Test
  void allDefinitionsTogetherFitTheirBudget() throws Exception {
    JsonNode tools = ask("tools/list", "{}").path("tools");
    int sum = 0;
    StringBuilder each = new StringBuilder();
    for (JsonNode tool : tools) {
      int tokens = Briefing.tokens(Json.MAPPER.writeValueAsString(tool));
      each.append(tool.path("name").asString()).append(' ').append(tokens).append('\n');
      sum += tokens;
    }
    assertThat(sum).as(each.toString()).isLessThanOrEqualTo(TOKENS);
  }

  @Test
  void everyToolSaysWhatItAnswersAndWhatItDoes() throws Exception {
    Set<String> names = new HashSet<>();
    for (JsonNode tool : ask("tools/list", "{}").path("tools")) {
      String name = tool.path("name").asString();
      assertThat(names.add(name)).as(name).isTrue();
      assertThat(name).startsWith("suture_");
      assertThat(tool.path("title").asString()).as(name).isNotBlank();
      assertThat(tool.path("annotations").propertyNames())
          .as(name)
          .containsExactlyInAnyOrder(
              "readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint");
      assertThat(tool.path("inputSchema").path("type").asString()).as(name).isEqualTo("object");
      assertThat(tool.path("outputSchema").path("type").asString()).as(name).isEqualTo("object");
      assertThat(tool.path("outputSchema").path("required").toString())
          .as(name)
          .contains("\"told\"");
      assertThat(tool.path("description").asString()).as(name).endsWith(".");
    }
    assertThat(names).hasSizeBetween(11, 13);
  }

  /// A ship is approved and begun by people, and so is a failure's evidence vouched for.
  @Test
  void noToolApprovesOrBegins() throws Exception {
    Set<String> offered = new HashSet<>();
    for (JsonNode tool : ask("tools/list", "{}").path("tools")) {
      offered.add(tool.path("name").asString());
      for (var property : tool.at("/inputSchema/properties").properties()) {
        offered.add(property.getKey());
        property.getValue().path("enum").forEach(each -> offered.add(each.asString()));
      }
    }
    assertThat(offered).contains("suture_ship_hotfix", "release", "take", "console");
    assertThat(offered)
        .noneMatch(each -> each.matches("(?i).*(approv|trust|vouch|begin|deploy|override).*"));
    for (String argument : Set.of("approve", "begin", "override")) {
      JsonNode answer =
          ask(
              "tools/call",
              "{\"name\":\"suture_ship_hotfix\",\"arguments\":{\"id\":\"x\",\"%s\":\"yes\"}}"
                  .formatted(argument));
      assertThat(answer.path("isError").asBoolean()).isTrue();
      assertThat(answer.at("/content/0/text").asString())
          .contains("an argument that this tool does not have");
    }
  }

  @Test
  void theInstructionsAreShort() throws Exception {
    String said =
        ask("initialize", "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{}}")
            .path("instructions")
            .asString();
    assertThat(said).contains("suture_find_failures", "suture_get_failure");
    assertThat(Briefing.tokens(said)).isLessThanOrEqualTo(INSTRUCTION_TOKENS);
  }

  private JsonNode ask(String method, String params) throws Exception {
    String message =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, params);
    HttpRequest request =
        door.to("/mcp")
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(message))
            .build();
    return Json.MAPPER.readTree(door.send(request).body()).path("result");
  }
}
