package dev.suture.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.app.Config;
import dev.suture.app.Suture;
import dev.suture.event.Artifact;
import dev.suture.event.upload.Checksum;
import dev.suture.json.Json;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What `sentry-cli` sends, over the whole server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SentryCliTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final String ID = "46526a11-717e-5cd1-a231-f4b0eb212a7d";
  private static final String HEAD = "a".repeat(40);
  private static final String MAP =
      "{\"version\":3,\"sources\":[\"a.ts\"],\"names\":[],\"mappings\":\"AAAA\"}";
  private static final String MANIFEST =
      """
      {"files":{
        "_/_/assets/app.js":{"type":"minified_source","url":"~/assets/app.js",
          "headers":{"sourcemap":"../maps/app.js.map"}},
        "_/_/maps/app.js.map":{"type":"source_map","url":"~/maps/app.js.map",
          "headers":{%s}}}}""";

  private Path data;
  private Suture suture;

  private int made;

  /// A project of each test's own.
  private Project till;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    data = folder.resolve("data");
    suture = Suture.start(Config.of(Map.of("data", data.toString(), "port", "0")));
  }

  @AfterAll
  void stop() {
    suture.close();
  }

  @BeforeEach
  void setUp() {
    till = project("till");
  }

  private Project project(String name) {
    String slug = name + "-" + suture.projects().all().size();
    return suture.projects().create(slug, name, null, Lines.GIT_FLOW);
  }

  private HttpResponse<String> send(String method, String path, String type, byte[] body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + suture.port() + "/api/0" + path))
            .header("Authorization", "Bearer " + suture.operatorToken())
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode json(String method, String path, String body, int status) throws Exception {
    HttpResponse<String> answer =
        send(method, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Json.MAPPER.readTree(answer.body());
  }

  private static byte[] bundle(Map<String, String> files) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {'S', 'Y', 'S', 'B', 2, 0, 0, 0});
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private byte[] bundle(String mapHeaders, String map) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("_/_/assets/app.js", "a(" + made++ + ");");
    files.put("_/_/maps/app.js.map", map);
    files.put("manifest.json", MANIFEST.formatted(mapHeaders));
    return bundle(files);
  }

  private static byte[] form(String name, String fileName, byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String head =
        "--cut\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n";
    out.write(head.formatted(name, fileName).getBytes(StandardCharsets.UTF_8));
    out.write(content);
    out.write("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private HttpResponse<String> chunk(String name, String fileName, byte[] content)
      throws Exception {
    return send(
        "POST",
        "/organizations/suture/chunk-upload/",
        "multipart/form-data; boundary=cut",
        form(name, fileName, content));
  }

  private JsonNode assemble(byte[] bundle, String more) throws Exception {
    String sum = Checksum.of(bundle).hex();
    return json(
        "POST",
        "/organizations/any/artifactbundle/assemble/",
        "{\"checksum\":\"%s\",\"chunks\":[\"%s\"],\"projects\":[\"%s\"]%s}"
            .formatted(sum, sum, till.slug(), more),
        200);
  }

  private JsonNode upload(byte[] bundle, String more) throws Exception {
    assertThat(chunk("file", Checksum.of(bundle).hex(), bundle).statusCode()).isEqualTo(200);
    return assemble(bundle, more);
  }

  @Test
  void aBundleIsAskedForUploadedAndStored() throws Exception {
    byte[] bundle = bundle("\"debug-id\":\"" + ID + "\"", MAP);
    JsonNode before = assemble(bundle, ",\"version\":\"till@1\"");
    assertThat(before.path("state").asString()).isEqualTo("not_found");
    assertThat(before.path("missingChunks")).hasSize(1);

    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bundle);
    }
    HttpResponse<String> sent = chunk("file_gzip", Checksum.of(bundle).hex(), packed.toByteArray());
    assertThat(sent.statusCode()).isEqualTo(200);
    JsonNode after = assemble(bundle, ",\"version\":\"till@1\"");
    assertThat(after.path("state").asString()).isEqualTo("ok");

    Artifact byId = suture.artifacts().byDebugId(till.id(), ID).orElseThrow();
    assertThat(suture.artifacts().read(byId)).asString().isEqualTo(MAP);
    assertThat(suture.artifacts().byRelease(till.id(), "till@1", "/assets/app.js")).isPresent();
  }

  @Test
  void aBundleIsForTheProjectsThatItNames() throws Exception {
    Project other = project("blog");
    upload(bundle("\"debug-id\":\"" + ID + "\"", MAP), "");
    assertThat(suture.artifacts().byDebugId(till.id(), ID)).isPresent();
    assertThat(suture.artifacts().byDebugId(other.id(), ID)).isEmpty();
  }

  @Test
  void anUnchangedFileOfTheNextReleaseTakesNothingFromThisOne() throws Exception {
    byte[] bundle = bundle("\"debug-id\":\"" + ID + "\"", MAP);
    upload(bundle, ",\"version\":\"1\"");
    upload(bundle, ",\"version\":\"2\"");
    assertThat(suture.artifacts().byRelease(till.id(), "1", "/assets/app.js")).isPresent();
    assertThat(suture.artifacts().byRelease(till.id(), "2", "/assets/app.js")).isPresent();
  }

  @Test
  void aMapThatIsNoneIsNamedAndTheBuildFails() throws Exception {
    JsonNode answer = upload(bundle("", "no map"), ",\"version\":\"1\"");
    assertThat(answer.path("state").asString()).isEqualTo("error");
    assertThat(answer.path("detail").asString()).contains("~/assets/app.js");
  }

  @Test
  void chunksThatDoNotAddUpAreSentAgain() throws Exception {
    byte[] bundle = bundle("", MAP);
    String sum = Checksum.of(bundle).hex();
    chunk("file", sum, bundle);
    String body =
        "{\"checksum\":\"%s\",\"chunks\":[\"%s\"],\"projects\":[%d]}"
            .formatted(HEAD, sum, till.id());
    String path = "/organizations/suture/artifactbundle/assemble/";
    assertThat(json("POST", path, body, 200).path("state").asString()).isEqualTo("error");
    assertThat(json("POST", path, body, 200).path("state").asString()).isEqualTo("not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../escape", "", "da39a3ee5e6b4b0d3255bfef95601890afd80709", "/etc/passwd"})
  void aChunkIsKeptUnderItsOwnChecksumOnly(String name) throws Exception {
    List<Path> before = kept();
    assertThat(chunk("file", name, "content".getBytes(StandardCharsets.UTF_8)).statusCode())
        .isEqualTo(400);
    assertThat(kept()).isEqualTo(before);
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("chunks"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void aChunkOverTheLimitIsRefusedPackedOrNot() throws Exception {
    byte[] large = new byte[(8 << 20) + 1];
    assertThat(chunk("file", Checksum.of(large).hex(), large).statusCode()).isEqualTo(413);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(large);
    }
    assertThat(chunk("file_gzip", Checksum.of(large).hex(), packed.toByteArray()).statusCode())
        .isEqualTo(413);
  }

  @Test
  void aReleaseIsAnnouncedGivenItsCommitFinalizedAndDeployed() throws Exception {
    String one = "/organizations/suture/releases/till%401.0%2Bb";
    json(
        "POST",
        "/organizations/suture/releases/",
        "{\"version\":\"till@0.9\",\"projects\":[" + till.id() + "]}",
        201);
    json(
        "PUT",
        "/projects/suture/" + till.slug() + "/releases/till@0.9/",
        "{\"commits\":[{\"id\":\"" + HEAD + "\"}]}",
        200);
    json(
        "POST",
        "/projects/suture/" + till.slug() + "/releases/",
        "{\"version\":\"till@1.0+b\"}",
        201);
    assertThat(
            json("GET", one + "/previous-with-commits/", "", 200)
                .path("lastCommit")
                .path("id")
                .asString())
        .isEqualTo(HEAD);
    String head = "b".repeat(40);
    json(
        "PUT",
        one + "/",
        "{\"refs\":[{\"repository\":\"till\",\"commit\":\"" + head + "\"}]}",
        200);
    json("PUT", one + "/", "{\"dateReleased\":\"2026-05-04T12:00:00.5Z\"}", 200);
    json("PUT", one + "/", "{\"dateReleased\":\"+999999999-12-31T23:59:59Z\"}", 400);
    JsonNode shown = json("GET", one + "/", "", 200);
    assertThat(shown.path("dateReleased").asString()).isEqualTo("2026-05-04T12:00:00.500Z");
    assertThat(shown.path("lastCommit").path("id").asString()).isEqualTo(head);

    json("POST", one + "/deploys/", "{\"environment\":\"production\"}", 201);
    json(
        "POST",
        one + "/deploys/",
        "{\"environment\":\"production\",\"dateFinished\":\"2999-01-01T00:00:00Z\"}",
        400);
    assertThat(json("GET", one + "/deploys/", "", 200)).hasSize(1);
    assertThat(suture.deployments().live(till.slug(), "production").orElseThrow())
        .satisfies(
            live -> {
              assertThat(live.release()).isEqualTo("till@1.0+b");
              assertThat(live.commit()).isEqualTo(head);
            });
    assertThat(json("GET", "/projects/suture/" + till.slug() + "/releases/", "", 200)).hasSize(2);
  }

  @Test
  void whatIsNotThereIsSaidInTheClientsOwnWay() throws Exception {
    assertThat(
            json("GET", "/organizations/suture/releases/none/", "", 404).path("detail").asString())
        .contains("releases new");
    assertThat(
            json("POST", "/projects/suture/nowhere/releases/", "{\"version\":\"1\"}", 404)
                .path("detail")
                .asString())
        .contains("SENTRY_PROJECT");
    assertThat(json("GET", "/users/me/regions/", "", 404).path("detail").isString()).isTrue();
    json("POST", "/organizations/suture/releases/", "{\"version\":\"1\"}", 400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "POST|/organizations/o/releases/|[]",
        "POST|/organizations/o/releases/|{\"version\":\"1\",\"projects\":[null]}",
        "POST|/organizations/o/releases/|{\"version\":\"\",\"projects\":[\"SLUG\"]}",
        "PUT|/projects/o/SLUG/releases/1/|{\"commits\":[null]}",
        "PUT|/projects/o/SLUG/releases/1/|{\"refs\":[{\"repository\":\"SLUG\",\"commit\":\"-x\"}]}",
        "POST|/organizations/o/artifactbundle/assemble/|{\"checksum\":\"../x\",\"projects\":[\"SLUG\"]}",
        "POST|/organizations/o/chunk-upload/|{}",
      })
  void whatCannotBeTakenIsRefusedWithItsReason(String method, String path, String body)
      throws Exception {
    String slug = till.slug();
    JsonNode answer = json(method, path.replace("SLUG", slug), body.replace("SLUG", slug), 400);
    assertThat(answer.path("detail").asString()).isNotBlank();
  }

  @Test
  void aPageOfAnotherSiteMayNotUpload() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + suture.port()
                        + "/api/0/organizations/suture/chunk-upload/"))
            .header("Origin", "https://elsewhere.example")
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(HttpRequest.BodyPublishers.ofByteArray(form("file", HEAD, new byte[1])))
            .build();
    assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(403);
  }
}
