package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.json.Json;
import dev.suture.project.Lines;
import dev.suture.testing.Bodies;
import dev.suture.testing.Door;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Handing out and deleting what is kept of one person, over HTTP.
class PersonDataTest {
  private static final String ANA = "9ec79c33ec9942ab8353589fcb2e04d1";
  private static final String BEN = "9ec79c33ec9942ab8353589fcb2e04d2";

  @TempDir Path folder;
  private Door door;

  @BeforeEach
  void start() throws Exception {
    door = new Door(folder);
    send(ANA, "{\"id\":\"7\",\"email\":\"ana@example.com\"}");
    send(BEN, "{\"id\":\"8\",\"email\":\"ben@example.com\"}");
    assertThat(door.count("event", "stored", "")).isEqualTo(2);
  }

  @AfterEach
  void stop() {
    door.close();
  }

  private void send(String id, String user) throws Exception {
    String envelope =
        "{\"event_id\":\"%s\"}\n{\"type\":\"event\"}\n{\"message\":\"m %s\",\"user\":%s}\n"
            + "{\"type\":\"attachment\",\"filename\":\"notes.txt\"}\nfor %s\n";
    byte[] body = Bodies.bytes(envelope.formatted(id, id, user, id));
    assertThat(door.post(door.envelope(), body).statusCode()).isEqualTo(200);
  }

  private JsonNode call(String method, String path, int status) throws Exception {
    HttpResponse<String> response =
        door.send(
            door.to("/api/v1/projects/" + path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return Json.MAPPER.readTree(response.body());
  }

  @Test
  void whatIsKeptOfOnePersonIsFoundByAnyOfItsNames() throws Exception {
    for (String who : List.of("7", "ana@example.com")) {
      JsonNode found = call("GET", "shop/person?who=" + who, 200);
      assertThat(found.toString()).isEqualTo("{\"events\":1,\"captures\":1,\"feedback\":0}");
    }
    assertThat(call("GET", "shop/person?who=nobody", 200).get("events").asInt()).isZero();
    call("GET", "shop/person", 400);
  }

  @Test
  void theExportHoldsTheEventsAndTheFilesOfThatPersonOnly() throws Exception {
    HttpResponse<byte[]> response =
        HttpClient.newHttpClient()
            .send(
                door.to("/api/v1/projects/shop/person/export?who=ana@example.com").GET().build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        names.add(entry.getName());
        assertThat(new String(zip.readAllBytes())).contains(ANA).doesNotContain(BEN);
      }
    }
    assertThat(names).containsExactly("person.json", "captures/" + ANA + "/notes.txt");
    JsonNode log = call("GET", "shop/person/requests", 200);
    assertThat(log.at("/requests/0/kind").asString()).isEqualTo("exported");
    assertThat(log.toString()).doesNotContain("ana@example.com");
  }

  @Test
  void whatIsDeletedIsGoneAndTheOthersStay() throws Exception {
    JsonNode deleted = call("DELETE", "shop/person?who=ana@example.com", 200);
    assertThat(deleted.get("events").asInt()).isEqualTo(1);
    assertThat(call("GET", "shop/person?who=7", 200).get("events").asInt()).isZero();
    assertThat(call("GET", "shop/person?who=8", 200).get("events").asInt()).isEqualTo(1);
    assertThat(door.suture().issues().event(door.project().id(), ANA)).isEmpty();
    try (Stream<Path> blobs = Files.walk(folder.resolve("blobs"))) {
      assertThat(blobs.map(Path::toString)).noneMatch(path -> path.contains(ANA) && isFile(path));
    }
    JsonNode log = call("GET", "shop/person/requests", 200);
    assertThat(log.at("/requests/0/kind").asString()).isEqualTo("deleted");
    assertThat(log.at("/requests/0/events").asInt()).isEqualTo(1);
  }

  private static boolean isFile(String path) {
    return Files.isRegularFile(Path.of(path));
  }

  @Test
  void anotherProjectsPersonIsNotFound() throws Exception {
    door.suture().projects().create("blog", "Blog", null, Lines.GIT_FLOW);
    assertThat(call("GET", "blog/person?who=7", 200).get("events").asInt()).isZero();
    assertThat(call("DELETE", "blog/person?who=7", 200).get("events").asInt()).isZero();
    assertThat(call("GET", "shop/person?who=7", 200).get("events").asInt()).isEqualTo(1);
  }
}
