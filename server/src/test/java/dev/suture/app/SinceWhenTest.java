package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Origin;
import dev.suture.json.Json;
import dev.suture.testing.Door;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
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
  private String release;
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
  void namesTheCommitThatTookTheElementAwayWhichTheCodeLooksFor() throws Exception {
    origin.commit(
        PATH,
        """
        export function show(text: string) {
          document.querySelector('#sum')!.textContent = text;
        }
        """,
        "Show the sum");
    origin.commit("index.html", "<p>Sum: <b id=\"sum\"></b></p>\n", "Make a place for it");
    release("shop@1.0.1");
    String guilty = origin.edit("index.html", "<b id=\"sum\">", "<b class=\"sum\">", "Style it");
    origin.edit("index.html", "Sum:", "In sum:", "Word it");
    release("shop@1.1.0");

    sends("TypeError", "Cannot set properties of null (setting 'textContent')", at(2, 36));
    JsonNode cause = cause();
    assertThat(cause.path("commits").path(0).path("commit").asString()).isEqualTo(guilty);
    assertThat(cause.path("commits").path(0).path("path").asString()).isEqualTo("index.html");
    assertThat(cause.path("file").asString()).isEqualTo(PATH);
  }

  @Test
  void aChunkThatIsGoneIsFoundWithoutAStack() throws Exception {
    String guilty =
        origin.commit(
            "src/main.ts",
            "export const archive = () => import('./archive');\n",
            "Load the archive when it is asked for");
    origin.commit("src/archive.ts", "export const all = [];\n", "Keep an archive");
    release("shop@1.1.0");

    sends(
        "TypeError",
        "Failed to fetch dynamically imported module: https://shop.example/js/archive-Bq3.js",
        List.of());
    JsonNode cause = cause();
    assertThat(cause.path("file").asString()).isEqualTo("src/main.ts");
    assertThat(cause.path("source").asString()).isEqualTo("chunk");
    assertThat(cause.path("commits").path(0).path("commit").asString()).isEqualTo(guilty);
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

  @Test
  void aRenamedPropertyIsMendedWhereItIsReadByItsNewName() throws Exception {
    origin.edit(PATH, "return first?.price ?? 0;", "return first.price;", "Say it shorter");
    origin.edit(
        PATH,
        "export function total",
        "export const cartOf = (rows: Row[]) => ({ items: rows });\n\nexport function total",
        "Make carts");
    release("shop@1.0.1");
    String guilty = origin.edit(PATH, "items: rows", "lines: rows", "Call them lines");
    release("shop@1.1.0");
    origin.git("checkout", "-q", "-b", "develop");
    origin.commit("src/other.ts", "export const lines = 1;\n", "Count lines");
    String fix = origin.edit(PATH, "cart.items[0]", "cart.lines[0]", "Read the lines of a cart");
    origin.commit("src/other.ts", "export const lines = 2;\n", "Count them again");
    origin.push("develop");

    send("shop@1.1.0", 9, 16);
    JsonNode cause = cause();
    assertThat(cause.path("commits").findValuesAsString("commit")).contains(guilty);
    assertThat(cause.path("fixedOn").findValuesAsString("commit")).containsExactly(fix);
  }

  private void release(String name) throws Exception {
    release = name;
    origin.push("master");
    byte[] deployment =
        Json.MAPPER.writeValueAsBytes(
            Map.of("environment", "production", "release", name, "commit", origin.head()));
    HttpRequest.Builder request =
        door.to("/api/v1/projects/shop/deployments").header("Content-Type", "application/json");
    assertThat(door.post(request, deployment).statusCode()).isEqualTo(201);
  }

  private void send(String release, int line, int column) throws Exception {
    this.release = release;
    sends("TypeError", "Cannot read properties of undefined (reading 'price')", at(line, column));
  }

  private static List<Map<String, Object>> at(int line, int column) {
    return List.of(
        Map.of(
            "filename",
            PATH,
            "function",
            "total",
            "lineno",
            line,
            "colno",
            column,
            "in_app",
            true));
  }

  private void sends(String type, String value, List<Map<String, Object>> frames) throws Exception {
    Map<String, Object> error = new HashMap<>(Map.of("type", type, "value", value));
    if (!frames.isEmpty()) {
      error.put("stacktrace", Map.of("frames", frames));
    }
    Map<String, Object> event = new HashMap<>();
    event.put("event_id", "%032x".formatted(++sent));
    event.put("timestamp", Instant.now().toString());
    event.put("platform", "javascript");
    event.put("environment", "production");
    event.put("release", release);
    event.put("exception", Map.of("values", List.of(error)));
    byte[] envelope =
        bytes("{}\n{\"type\":\"event\"}\n" + Json.MAPPER.writeValueAsString(event) + "\n");
    assertThat(door.post(door.envelope(), envelope).statusCode()).isEqualTo(200);
    Door.await(() -> door.suture().queue().backlog().arrivals() == 0);
  }

  private JsonNode suspects(String release, int line, int column) throws Exception {
    send(release, line, column);
    return cause().path("commits");
  }

  private JsonNode cause() throws Exception {
    JsonNode rows = door.json("/api/v1/issues").path("issues");
    assertThat(rows).hasSize(1);
    JsonNode row = rows.path(0);
    String issue = row.path("issue").path("id").asString(row.path("id").asString());
    return door.json("/api/v1/issues/" + issue + "/cause");
  }
}
