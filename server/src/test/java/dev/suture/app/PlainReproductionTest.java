package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.hotfix.Origin;
import dev.suture.http.ApiSchema;
import dev.suture.json.Json;
import dev.suture.testing.Door;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Bugs without a browser, over HTTP: a command of the repository, and a request that is made
/// again.
class PlainReproductionTest {
  private static final String SERVER =
      """
      require('node:http').createServer((asked, answer) => {
        const stock = { socks: 3 };
        if (!asked.url.startsWith('/stock/')) return answer.writeHead(404).end();
        const [name, kind] = asked.url.slice('/stock/'.length).split('?');
        if (asked.headers['x-shop'] !== 'north') return answer.writeHead(403).end();
        try {
          answer.end(stock[name].toString() + kind);
        } catch (broken) {
          answer.writeHead(500).end(broken.stack);
        }
      }).listen(process.env.PORT ?? 4321, '127.0.0.1');
      """;

  /// Takes orders, by JSON or by a form.
  private static final String TAKING =
      """
      require('node:http').createServer((asked, answer) => {
        const stock = { socks: 3 };
        let text = '';
        asked.on('data', (more) => { text += more; });
        asked.on('end', () => {
          if (asked.url !== '/orders?shop=north' || asked.method !== 'POST') {
            return answer.writeHead(404).end();
          }
          const json = asked.headers['content-type'].startsWith('application/json');
          const body = json ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
          if (body.note !== 'two & more') return answer.writeHead(400).end();
          try {
            answer.end(stock[body.item].toString());
          } catch (broken) {
            answer.writeHead(500).end(broken.stack);
          }
        });
      }).listen(process.env.PORT ?? 4321, '127.0.0.1');
      """;

  @TempDir Path folder;
  private Origin origin;
  private Door door;

  @BeforeEach
  void start() throws Exception {
    origin = new Origin(folder);
    door =
        new Door(
            Config.of(
                Map.of(
                    "data",
                    folder.resolve("data").toString(),
                    "port",
                    "0",
                    "sandbox",
                    "unconfined")));
    send("PATCH", "/api/v1/projects/shop", "{\"repository\":\"" + origin.bare.toUri() + "\"}", 200);
  }

  @AfterEach
  void stop() {
    door.close();
  }

  @Test
  void runsTheCommandOfTheRepositoryAtAnyCommit() throws Exception {
    origin.commit("sum.sh", "echo 3\n", "Sum");
    origin.commit("suture.yml", "repro:\n  command: test \"$(sh sum.sh)\" = 4\n", "Say what fails");
    origin.push("master");
    String issue = failed("{\"message\":\"the sum is wrong\",\"platform\":\"python\"}");
    assertThat(shown(issue, "").path("from").asString()).isEqualTo("command");
    assertThat(verdict(issue, "")).isEqualTo("reproduced");

    origin.git("checkout", "-qb", "fix/sum");
    origin.edit("sum.sh", "3", "4", "Sum rightly");
    origin.push("HEAD");
    assertThat(verdict(issue, "fix/sum")).isEqualTo("notReproduced");

    origin.git("checkout", "-qb", "fix/none");
    origin.commit("suture.yml", "checks: 'true'\n", "Forget the command");
    origin.push("HEAD");
    JsonNode told = shown(issue, "fix/none").at("/sightings/0/verdict");
    assertThat(told.path("is").asString()).isEqualTo("cannotTell");
    assertThat(told.path("why").asString()).contains("names no command under `repro.command`");
  }

  @Test
  void showsWhatABuildPrintedThatFailed() throws Exception {
    origin.commit(
        "suture.yml",
        "build: echo no such package; exit 3\nrepro:\n  command: 'true'\n",
        "Say how it is built");
    origin.push("master");
    JsonNode told =
        shown(failed("{\"message\":\"the sum is wrong\",\"platform\":\"python\"}"), "")
            .at("/sightings/0");
    assertThat(told.at("/verdict/why").asString()).startsWith("The build of this commit fails");
    assertThat(told.path("said").asString()).contains("no such package");
  }

  @Test
  void makesTheRequestOfAnEventAgain() throws Exception {
    origin.commit("server.js", SERVER, "Serve");
    origin.commit("suture.yml", "start: node server.js\n", "Say how it is served");
    origin.push("master");
    String issue =
        failed(
            "{\"platform\":\"node\",\"exception\":{\"values\":[{\"type\":\"TypeError\","
                + "\"value\":\"Cannot read properties of undefined\"}]},\"request\":{"
                + "\"method\":\"GET\",\"url\":\"https://shop.example/stock/hats?all\","
                + "\"headers\":{\"X-Shop\":\"north\",\"Host\":\"shop.example\"}}}");
    JsonNode view = shown(issue, "");
    assertThat(view.path("from").asString()).isEqualTo("request");
    assertThat(view.at("/steps/0/value").asString()).isEqualTo("/stock/hats?all");
    assertThat(view.at("/sightings/0/verdict/is").asString()).isEqualTo("reproduced");
    assertThat(view.at("/sightings/0/runs/0/says").asString())
        .isEqualTo("The application answers 500.");

    origin.git("checkout", "-qb", "fix/stock");
    origin.edit("server.js", "stock[name].toString()", "String(stock[name] ?? 0)", "Mend");
    origin.push("HEAD");
    assertThat(verdict(issue, "fix/stock")).isEqualTo("notReproduced");

    origin.git("checkout", "-qb", "fix/shop");
    origin.edit("server.js", "'north'", "'south'", "Know another shop");
    origin.push("HEAD");
    assertThat(verdict(issue, "fix/shop")).isEqualTo("cannotTell");
  }

  /// What the SDK has read of the body is sent as it was: as JSON, or as the form that it was.
  @ParameterizedTest
  @ValueSource(strings = {"application/json; charset=utf-8", "application/x-www-form-urlencoded"})
  void makesTheRequestOfAnEventAgainWithItsBody(String type) throws Exception {
    origin.commit("server.js", TAKING, "Take orders");
    origin.commit("suture.yml", "start: node server.js\n", "Say how it is served");
    origin.push("master");
    String issue =
        failed(
            "{\"platform\":\"node\",\"exception\":{\"values\":[{\"type\":\"TypeError\","
                + "\"value\":\"Cannot read properties of undefined\"}]},\"request\":{"
                + "\"method\":\"POST\",\"url\":\"https://shop.example/orders\","
                + "\"query_string\":\"shop=north\","
                + "\"headers\":{\"Content-Type\":\""
                + type
                + "\",\"Content-Length\":\"58\"},\"data\":{\"note\":\"two &"
                + " more\",\"item\":\"hats\",\"password\":\"hunter2\"}}}");
    JsonNode view = shown(issue, "");
    assertThat(view.path("from").asString()).isEqualTo("request");
    assertThat(view.at("/steps/0/value").asString()).isEqualTo("/orders?shop=north");
    assertThat(view.at("/sightings/0/verdict/is").asString()).isEqualTo("reproduced");
    assertThat(door.json("/api/v1/issues/" + issue).at("/event/request/body").asString())
        .contains("two & more")
        .contains("[removed: secret]")
        .doesNotContain("hunter2");

    origin.git("checkout", "-qb", "fix/stock");
    origin.edit("server.js", "stock[body.item].toString()", "String(stock[body.item])", "Mend");
    origin.push("HEAD");
    assertThat(verdict(issue, "fix/stock")).isEqualTo("notReproduced");
  }

  /// Of a body that is too long, or of files, there is not all that was sent.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"headers\":{\"Content-Length\":\"70000\"}",
        "\"headers\":{\"Content-Type\":\"multipart/form-data; boundary=x\"},\"data\":{\"a\":\"b\"}"
      })
  void makesNoRequestOfWhichABodyIsMissing(String request) throws Exception {
    origin.commit("suture.yml", "start: node server.js\n", "Say how it is served");
    origin.push("master");
    String issue =
        failed(
            "{\"platform\":\"node\",\"message\":\"the order is lost\",\"request\":{"
                + "\"method\":\"POST\",\"url\":\"https://shop.example/orders\","
                + request
                + "}}");
    JsonNode view = door.json("/api/v1/issues/" + issue + "/reproduction");
    assertThat(view.path("from").asString()).isEqualTo("none");
    assertThat(view.path("problem").asString()).contains("whole, with its body");
  }

  /// @return id of the issue
  private String failed(String event) throws Exception {
    door.post(
        door.envelope(),
        bytes("{}\n{\"type\":\"event\",\"length\":%d}\n%s\n".formatted(event.length(), event)));
    door.count("event", "stored", "");
    JsonNode first = door.json("/api/v1/issues").at("/issues/0");
    return first.has("id") ? first.path("id").asString() : first.at("/issue/id").asString();
  }

  private String verdict(String issue, String commit) throws Exception {
    return shown(issue, commit).at("/sightings/0/verdict/is").asString();
  }

  private JsonNode shown(String issue, String commit) throws Exception {
    String path = "/api/v1/issues/" + issue + "/reproduction";
    send("POST", path, "{\"commit\":\"" + commit + "\"}", 202);
    JsonNode view = door.json(path);
    for (int i = 0; i < 3_000 && view.path("running").asBoolean(); i++) {
      Thread.sleep(50);
      view = door.json(path);
    }
    assertThat(ApiSchema.problems("ReproductionView", view.toString())).isEmpty();
    return view;
  }

  private JsonNode send(String method, String path, String body, int status) throws Exception {
    HttpResponse<String> response =
        door.send(
            door.to(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return Json.MAPPER.readTree(response.body());
  }
}
