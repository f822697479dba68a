package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Origin;
import dev.suture.json.Json;
import dev.suture.testing.Door;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Which commit is said to have brought a fault in, of a real repository with releases.
class SinceWhenTest {
  private static final String PATH = "src/total.ts";
  private static final String BEFORE =
      """
      export function greet(name: string) {
        return `Hello ${name}`;
      }

      export function total(cart: Cart) {
        const first = cart.items[0];
        return first?.price ?? 0;
      }
      """;

  private Door door;
  private Origin origin;
  private int sent;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    origin = new Origin(folder);
    door = new Door(folder.resolve("data"));
    String repository = Json.MAPPER.writeValueAsString(origin.bare.toUri().toString());
    door.call("PATCH", "/projects/shop", "{\"repository\":" + repository + "}");
    origin.commit(PATH, BEFORE, "Sum up");
    release("shop@1.0.0");
  }

  @AfterEach
  void stop() {
    door.close();
  }

  @Test
  void namesTheCommitThatWroteTheLineThroughLaterEditsAndTheRequestThatBroughtIt()
      throws Exception {
    origin.git("checkout", "-q", "-b", "topic");
    String guilty =
        origin.edit(PATH, "return first?.price ?? 0;", "return first.price;", "Say it shorter");
    origin.git("checkout", "-q", "master");
    origin.git("merge", "-q", "--no-ff", "-m", "Merge pull request #7 from team/topic", "topic");
    origin.edit(PATH, "export function greet", "// Says hello.\nexport function greet", "Explain");
    origin.edit(PATH, "  return first.price;", "    return first.price;", "Indent");
    origin.commit("README.md", "Sums up price\n", "Describe the price");
    release("shop@1.1.0");

    JsonNode first = suspects("shop@1.1.0", 8, 18).path(0);
    assertThat(first.path("commit").asString()).isEqualTo(guilty);
    assertThat(first.path("pull").asString()).isEqualTo("#7");
    assertThat(first.path("words").asString()).isEqualTo("It wrote the line that threw.");
  }

  @Test
  void namesTheCommitThatTookAGuardOutOfTheFunctionThatThrew() throws Exception {
    origin.edit(
        PATH,
        "  return first?.price ?? 0;",
        "  if (!first) return 0;\n  return first.price;",
        "Guard it");
    release("shop@1.0.1");
    origin.edit(PATH, "export function greet", "// Says hello.\nexport function greet", "Explain");
    String guilty = origin.edit(PATH, "  if (!first) return 0;\n", "", "Trust the cart");
    origin.commit("src/other.ts", "export const price = 1;\n", "Another price");
    release("shop@1.1.0");

    JsonNode first = suspects("shop@1.1.0", 8, 16).path(0);
    assertThat(first.path("commit").asString()).isEqualTo(guilty);
    assertThat(first.path("words").asString()).isEqualTo("It changed the function that threw.");
  }

  @Test
  void looksBeforeTheFirstReleaseThatHadTheFaultNotBeforeTheLast() throws Exception {
    String guilty =
        origin.edit(PATH, "return first?.price ?? 0;", "return first.price;", "Say it shorter");
    release("shop@1.1.0");
    send("shop@1.1.0", 7, 16);
    origin.edit(PATH, "const first = cart", "const  first = cart", "Blanks");
    release("shop@1.2.0");

    JsonNode told = suspects("shop@1.2.0", 7, 16);
    assertThat(told).hasSize(1);
    assertThat(told.path(0).path("commit").asString()).isEqualTo(guilty);
  }

  private void release(String name) throws Exception {
    origin.push("master");
    byte[] deployment =
        Json.MAPPER.writeValueAsBytes(
            Map.of("environment", "production", "release", name, "commit", origin.head()));
    HttpRequest.Builder request =
        door.to("/api/v1/projects/shop/deployments").header("Content-Type", "application/json");
    assertThat(door.post(request, deployment).statusCode()).isEqualTo(201);
  }

  private void send(String release, int line, int column) throws Exception {
    Map<String, Object> frame =
        Map.of(
            "filename", PATH, "function", "total", "lineno", line, "colno", column, "in_app", true);
    Map<String, Object> error =
        Map.of(
            "type",
            "TypeError",
            "value",
            "Cannot read properties of undefined (reading 'price')",
            "stacktrace",
            Map.of("frames", List.of(frame)));
    String event =
        Json.MAPPER.writeValueAsString(
            Map.of(
                "event_id",
                "%032x".formatted(++sent),
                "timestamp",
                Instant.now().toString(),
                "platform",
                "javascript",
                "environment",
                "production",
                "release",
                release,
                "exception",
                Map.of("values", List.of(error))));
    byte[] envelope = bytes("{}\n{\"type\":\"event\"}\n" + event + "\n");
    assertThat(door.post(door.envelope(), envelope).statusCode()).isEqualTo(200);
    Door.await(() -> door.suture().queue().backlog().arrivals() == 0);
  }

  private JsonNode suspects(String release, int line, int column) throws Exception {
    send(release, line, column);
    JsonNode rows = door.json("/api/v1/issues").path("issues");
    assertThat(rows).hasSize(1);
    String issue =
        rows.path(0).path("issue").path("id").asString(rows.path(0).path("id").asString());
    return door.json("/api/v1/issues/" + issue + "/cause").path("commits");
  }
}
