package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import dev.suture.deploy.Deployment;
import dev.suture.json.Json;
import dev.suture.project.Lines;
import dev.suture.testing.Door;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What was deployed before there was this server, at the front door.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryImportTest {
  private static final String SHA = "a84d88e7554fc1fa21bcbc4efae3c782a70d2b9d";

  private Door door;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    door =
        new Door(
            Config.of(
                Map.of("data", folder.toString(), "port", "0", "private-hosts", "127.0.0.1")));
    for (String slug : List.of("rows", "hub", "lab", "events", "forge")) {
      door.suture().projects().create(slug, slug, null, Lines.GIT_FLOW);
    }
  }

  @AfterAll
  void stop() {
    door.close();
  }

  private HttpResponse<String> take(String project, String query, String body) throws Exception {
    return door.send(
        door.to("/api/v1/projects/" + project + "/deployments/import?" + query)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private JsonNode taken(String project, String query, String body) throws Exception {
    HttpResponse<String> answer = take(project, query, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  private List<Deployment> of(String project) {
    return door.suture().deployments().all(project, 1_000);
  }

  @Test
  void rowsAreTakenOnceAndTheBadOnesAreNamed() throws Exception {
    String csv =
        """
        release,commit,environment,kind,at,started,stage
        1.0,,production,,2026-01-05T10:00:00Z,2026-01-05T09:50:00Z,
        "1.1, the ""big"" one",a84d88e7554fc1fa21bcbc4efae3c782a70d2b9d,production,,2026-01-12T10:00:00Z,,
        1.0,,production,,2026-01-12T12:00:00+01:00,,
        1.2,,production,nonsense,2026-01-13T10:00:00Z,,
        1.3,,production,,yesterday,,
        ,,production,,2026-01-14T10:00:00Z,,
        1.4,,staging,hotfix,2026-01-15T10:00:00Z,,canary
        """;
    JsonNode dry = taken("rows", "format=csv&dry=true", csv);
    assertThat(dry.path("added").asInt()).isEqualTo(4);
    assertThat(of("rows")).isEmpty();
    JsonNode first = taken("rows", "format=csv", csv);
    assertThat(first.path("read").asInt()).isEqualTo(7);
    assertThat(first.path("added").asInt()).isEqualTo(4);
    assertThat(first.path("refused").asInt()).isEqualTo(3);
    assertThat(first.path("problems").toString())
        .contains("\"line\":5", "\"line\":6", "\"line\":7");
    JsonNode again = taken("rows", "format=csv", csv);
    assertThat(again.path("added").asInt()).isZero();
    assertThat(again.path("known").asInt()).isEqualTo(4);
    assertThat(of("rows"))
        .extracting(Deployment::release, deployment -> deployment.kind().name())
        .containsExactly(
            tuple("1.4", "hotfix"),
            tuple("1.0", "rollback"),
            tuple("1.1, the \"big\" one", "normal"),
            tuple("1.0", "normal"));
    String exported =
        door.get("/api/v1/dora/export?format=csv&project=rows&from=2026-01-01&to=2026-02-01")
            .body();
    JsonNode back = taken("rows", "format=csv", exported);
    assertThat(back.path("read").asInt()).isEqualTo(3);
    assertThat(back.path("known").asInt()).as("what is exported is known").isEqualTo(3);
    assertThat(take("rows", "format=csv", "a,b\n1,2\n").statusCode()).isEqualTo(400);
    assertThat(take("rows", "format=xml", "").body())
        .contains("csv, github, gitlab, cdevents, tags");
    assertThat(take("rows", "format=tags", "").statusCode()).isEqualTo(400);
  }

  private static String gitHub(long id, String ref, String created) {
    return """
        {"url":"https://api.github.com/repos/shop/shop/deployments/%1$d","id":%1$d,"node_id":"x",
         "sha":"%4$s","ref":"%2$s","task":"deploy","payload":{},"original_environment":"production",
         "environment":"production","description":null,"creator":{"login":"olga"},
         "created_at":"%3$s","updated_at":"%3$s","transient_environment":false,
         "production_environment":true}
        """
        .formatted(id, ref, created, SHA);
  }

  @Test
  void gitHubsListIsTakenWithItsStatuses() throws Exception {
    String one = gitHub(1, "v1.0.0", "2026-01-05T10:00:00Z");
    String two =
        gitHub(2, "v1.1.0", "2026-01-06T10:00:00Z").strip().replaceFirst("}$", "")
            + ",\"statuses\":[{\"state\":\"inactive\",\"created_at\":\"2026-01-07T10:00:00Z\"},{\"state\":\"success\",\"created_at\":\"2026-01-06T10:04:00Z\"},{\"state\":\"in_progress\",\"created_at\":\"2026-01-06T10:00:01Z\"}]}";
    String three =
        gitHub(3, "v1.2.0", "2026-01-08T10:00:00Z").strip().replaceFirst("}$", "")
            + ",\"statuses\":[{\"state\":\"failure\",\"created_at\":\"2026-01-08T10:00:00Z\"}]}";
    JsonNode taken = taken("hub", "format=github", "[" + one + "," + two + "]\n[" + three + "]");
    assertThat(taken.path("added").asInt()).isEqualTo(2);
    assertThat(taken.path("skipped").asInt()).isEqualTo(1);
    assertThat(of("hub").getFirst().at()).hasToString("2026-01-06T10:04:00Z");
    assertThat(of("hub")).extracting(Deployment::release).containsExactly("v1.1.0", "v1.0.0");
  }

  @Test
  void gitLabsListIsTaken() throws Exception {
    String list =
        """
        [{"created_at":"2026-01-05T10:00:00.000Z","updated_at":"2026-01-05T10:10:00.000Z",
          "deployable":{"id":7,"name":"deploy","finished_at":"2026-01-05T10:09:00.000Z",
            "started_at":"2026-01-05T10:02:00.000Z","web_url":"https://gitlab.example/shop/-/jobs/7"},
          "environment":{"id":9,"name":"production","external_url":"https://shop.example"},
          "id":41,"iid":1,"ref":"main","sha":"%1$s","status":"success"},
         {"id":42,"iid":2,"ref":"main","sha":"%1$s","status":"failed","environment":{"name":"production"}}]
        """
            .formatted(SHA);
    JsonNode taken = taken("lab", "format=gitlab&environment=prod", list);
    assertThat(taken.path("added").asInt()).isEqualTo(1);
    assertThat(of("lab").getFirst().environment()).isEqualTo("prod");
    assertThat(of("lab").getFirst().release()).isEqualTo(SHA);
    assertThat(of("lab").getFirst().at()).hasToString("2026-01-05T10:09:00Z");
  }

  @Test
  void eventsAreTakenALineEach() throws Exception {
    String event =
        "{\"context\":{\"id\":\"%s\",\"source\":\"/d\",\"type\":\"dev.cdevents.%s.0.2.0\",\"timestamp\":\"%s\"},\"subject\":{\"id\":\"%s\",\"content\":{\"environment\":{\"id\":\"production\"},\"artifactId\":\"pkg:generic/shop@%s\"}}}";
    String lines =
        String.join(
            "\n",
            event.formatted("4", "incident.resolved", "2026-01-05T14:00:00Z", "i1", "1.0"),
            event.formatted("1", "service.deployed", "2026-01-05T10:00:00Z", "s", "1.0"),
            event.formatted("2", "incident.detected", "2026-01-05T12:00:00Z", "i1", "1.0"),
            event.formatted("3", "service.removed", "2026-01-05T13:00:00Z", "s", "1.0"));
    JsonNode taken = taken("events", "format=cdevents", lines);
    assertThat(taken.path("added").asInt()).as(taken.toString()).isEqualTo(3);
    assertThat(taken.path("skipped").asInt()).isEqualTo(1);
    JsonNode dora =
        Json.MAPPER.readTree(
            door.get("/api/v1/dora?project=events&from=2026-01-01&to=2026-02-01").body());
    assertThat(dora.path("figures").path("recovery").path("median").asDouble())
        .isEqualTo(4 * 3_600.0);
  }

  @Test
  void aForgeIsAskedPageByPage() throws Exception {
    AtomicReference<String> token = new AtomicReference<>("");
    HttpServer forge =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    forge.createContext(
        "/repos/shop/shop/deployments",
        call -> {
          token.set(call.getRequestHeaders().getFirst("Authorization"));
          boolean statuses = call.getRequestURI().getPath().endsWith("/statuses");
          byte[] body =
              (statuses
                      ? "[{\"state\":\"success\",\"created_at\":\"2026-01-05T10:05:00Z\"}]"
                      : "[" + gitHub(7, "v2.0.0", "2026-01-05T10:00:00Z") + "]")
                  .getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(200, body.length);
          call.getResponseBody().write(body);
          call.close();
        });
    forge.start();
    try {
      String asking =
          Json.MAPPER.writeValueAsString(
              Map.of(
                  "repository", "shop/shop",
                  "token", "hush",
                  "address", "http://127.0.0.1:" + forge.getAddress().getPort()));
      HttpResponse<String> begun = take("forge", "format=github&live=true", asking);
      assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
      Door.await(
          () -> {
            try {
              String path = "/api/v1/projects/forge/deployments/import";
              return !Json.MAPPER.readTree(door.get(path).body()).path("running").asBoolean();
            } catch (Exception failed) {
              throw new IllegalStateException(failed);
            }
          });
      assertThat(of("forge")).extracting(Deployment::release).containsExactly("v2.0.0");
      assertThat(token.get()).isEqualTo("Bearer hush");
      assertThat(door.get("/api/v1/projects/forge/deployments/import").body())
          .contains("\"added\":1")
          .doesNotContain("hush");
    } finally {
      forge.stop(0);
    }
    assertThat(take("forge", "format=github&live=true", "{\"repository\":\"../x\"}").statusCode())
        .isEqualTo(202);
    assertThat(take("forge", "format=csv&live=true", "{}").statusCode()).isEqualTo(400);
  }
}
