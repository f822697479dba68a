package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.suture.event.Event;
import dev.suture.testing.Bodies;
import dev.suture.testing.Door;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrivalTest {
  private Door door;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    door = new Door(data);
  }

  @AfterAll
  void stop() {
    door.close();
  }

  @Test
  void anEventGoesFromTheDoorIntoAnIssue() throws Exception {
    String id = newId();
    HttpResponse<String> answer =
        door.post(
            door.envelope(),
            bytes(
                envelope(
                    id,
                    """
                    {"platform":"javascript","exception":{"values":[{"type":"TypeError",\
                    "value":"x is undefined","stacktrace":{"frames":[\
                    {"function":"outer","filename":"http://shop/a.js","lineno":1,"colno":2},\
                    {"function":"pay","filename":"http://shop/a.js","lineno":7,"colno":9}]}}]}}""")));
    assertThat(answer.body()).isEqualTo("{\"id\":\"" + id + "\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    Event event = digested(id);
    assertThat(event.thrown().getFirst().value()).isEqualTo("x is undefined");
    assertThat(event.thrown().getFirst().frames().getFirst().function()).isEqualTo("pay");
    assertThat(door.suture().issues().issueOf(door.project().id(), id)).isPresent();
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        arguments("identity", "identity"),
        arguments("gzip", "gzip"),
        arguments("x-gzip", "gzip"),
        arguments("GZIP", "gzip"),
        arguments("deflate", "zlib"),
        arguments("deflate", "raw"),
        arguments("zstd", "zstd"));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void readsEveryContentEncoding(String header, String encoder) throws Exception {
    String id = newId();
    byte[] plain = bytes(envelope(id, "{\"message\":\"in " + encoder + "\"}"));
    byte[] body =
        switch (encoder) {
          case "gzip" -> Bodies.gzip(plain);
          case "zlib" -> Bodies.zlib(plain);
          case "raw" -> Bodies.rawDeflate(plain);
          case "zstd" -> Bodies.zstd(plain);
          default -> plain;
        };
    HttpResponse<String> answer =
        door.post(door.envelope().header("Content-Encoding", header), body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(digested(id).message()).isEqualTo("in " + encoder);
  }

  @Test
  void readsBrotli() throws Exception {
    HttpResponse<String> answer =
        door.post(door.envelope().header("Content-Encoding", "br"), Bodies.brotli());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(digested("9ec79c33ec9942ab8353589fcb2e04dc").message()).isEqualTo("from brotli");
  }

  @Test
  void refusesAnEncodingThatItDoesNotKnow() throws Exception {
    HttpResponse<String> answer =
        door.post(door.envelope().header("Content-Encoding", "compress"), bytes("{}"));
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.headers().firstValue("X-Sentry-Error").orElseThrow()).contains("zstd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-sentry-envelope",
        "text/plain;charset=UTF-8",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/json",
        "not a type"
      })
  void takesEveryContentTypeAlike(String type) throws Exception {
    String id = newId();
    byte[] body = bytes(envelope(id, "{\"message\":\"typed\"}"));
    assertThat(door.post(door.envelope().header("Content-Type", type), body).statusCode())
        .isEqualTo(200);
    assertThat(digested(id).message()).isEqualTo("typed");
  }

  @Test
  void readsChunkedBodies() throws Exception {
    String id = newId();
    byte[] body = bytes(envelope(id, "{\"message\":\"chunked\"}"));
    HttpRequest chunked =
        door.envelope()
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
            .build();
    assertThat(door.send(chunked).statusCode()).isEqualTo(200);
    assertThat(digested(id).message()).isEqualTo("chunked");
  }

  static Stream<Arguments> addresses() {
    return Stream.of(
        arguments("/api/1/envelope/?sentry_key=KEY&sentry_version=7", null, 200),
        arguments("/api/1/envelope?sentry_key=KEY", null, 200),
        arguments("/api/1/envelope/", "Sentry sentry_key=KEY", 200),
        arguments(
            "/api/1/envelope/", "Sentry sentry_version=7,sentry_key=KEY,sentry_secret=x", 200),
        arguments("/some/path/api/1/envelope/?sentry_key=KEY", null, 200),
        arguments("/api/1/envelope/?sentry_key=KEY", "Sentry sentry_key=KEY", 200),
        arguments(
            "/api/1/envelope/?sentry_key=KEY",
            "Sentry sentry_key=00000000000000000000000000000000",
            403),
        arguments("/api/1/envelope/?sentry_key=00000000000000000000000000000000", null, 403),
        arguments("/api/1/envelope/?sentry_key=nonsense", null, 403),
        arguments("/api/2/envelope/?sentry_key=KEY", null, 403),
        arguments("/api/x/envelope/?sentry_key=KEY", null, 403),
        arguments("/api/1/envelope/", null, 403));
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void admitsWhoShowsTheProjectsKey(String path, String auth, int status) throws Exception {
    HttpRequest.Builder request = door.to(path.replace("KEY", door.key()));
    if (auth != null) {
      request.header("X-Sentry-Auth", auth.replace("KEY", door.key()));
    }
    HttpResponse<String> answer =
        door.post(request, bytes(envelope(newId(), "{\"message\":\"admitted\"}")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status == 403) {
      assertThat(answer.headers().firstValue("X-Sentry-Error").orElseThrow()).contains("DSN key");
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
      assertThat(answer.body()).contains("\"detail\":\"").contains("\"causes\":[]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"KEY 200", "00000000000000000000000000000000 403"})
  void admitsByTheDsnInTheEnvelope(String keyAndStatus) throws Exception {
    String[] parts = keyAndStatus.split(" ");
    String dsn = "https://" + parts[0].replace("KEY", door.key()) + ":secret@suture.example/sub/1";
    byte[] body = bytes("{\"dsn\":\"" + dsn + "\"}\n{\"type\":\"event\"}\n{\"message\":\"a\"}\n");
    assertThat(door.post(door.to("/api/1/envelope/"), body).statusCode())
        .isEqualTo(Integer.parseInt(parts[1]));
    assertThat(door.post(door.envelope(), body).statusCode()).isEqualTo(Integer.parseInt(parts[1]));
  }

  @Test
  void takesTheLegacyEventOfOldSdks() throws Exception {
    HttpResponse<String> answer =
        door.post(
            door.to("/api/1/store/?sentry_key=" + door.key()), bytes("{\"message\":\"legacy\"}"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String id = answer.body().replaceAll(".*\"id\":\"([0-9a-f]{32})\".*", "$1");
    assertThat(digested(id).message()).isEqualTo("legacy");
    assertThat(
            door.post(door.to("/api/1/store/?sentry_key=" + door.key()), bytes("[1]")).statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd"})
  void refusesABombOfEveryEncoding(String encoding) throws Exception {
    HttpResponse<String> answer =
        door.post(door.envelope().header("Content-Encoding", encoding), Bodies.bomb(encoding));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(answer.body()).contains("over its limit of 209715200 bytes");
  }

  @Test
  void refusesAnEventOverOneMebibyte() throws Exception {
    byte[] body = bytes(envelope(newId(), "{\"message\":\"" + "x".repeat(1024 * 1024) + "\"}"));
    HttpResponse<String> answer = door.post(door.envelope(), body);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("X-Sentry-Error").orElseThrow()).contains("1048576");
  }

  @Test
  void refusesWhatBreaksTheGrammar() throws Exception {
    HttpResponse<String> answer =
        door.post(door.envelope(), bytes("{}\n{\"type\":\"event\",\"length\":90}\n{}\n"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("item 1 is shorter than its length says");
    HttpResponse<String> cut =
        door.post(
            door.envelope().header("Content-Encoding", "gzip"),
            java.util.Arrays.copyOf(Bodies.gzip(bytes(envelope(newId(), "{}"))), 30));
    assertThat(cut.statusCode()).isEqualTo(400);
    assertThat(cut.body()).contains("does not decode as gzip");
  }

  @Test
  void countsAndDropsWhatNothingReadsYet() throws Exception {
    byte[] body =
        bytes(
            """
            {}
            {"type":"transaction"}
            {}
            {"type":"profile"}
            {}
            {"type":"log","item_count":7,"content_type":"application/vnd.sentry.items.log+json"}
            {"items":[]}
            {"type":"brand_new"}
            {}
            """);
    assertThat(door.post(door.envelope(), body).statusCode()).isEqualTo(200);
    assertThat(door.count("transaction", "filtered", "not read yet")).isEqualTo(1);
    assertThat(door.count("profile", "filtered", "not read yet")).isEqualTo(1);
    assertThat(door.count("log", "filtered", "not read yet")).isEqualTo(7);
    assertThat(door.count("unknown", "filtered", "unknown item type")).isEqualTo(1);
  }

  @Test
  void storesAnEventOnceHoweverOftenItIsSent() throws Exception {
    String id = newId();
    long before = door.count("event", "filtered", "duplicate");
    for (int i = 0; i < 3; i++) {
      byte[] body = bytes(envelope(id, "{\"message\":\"only once please\"}"));
      assertThat(door.post(door.envelope(), body).statusCode()).isEqualTo(200);
    }
    assertThat(door.count("event", "filtered", "duplicate") - before).isEqualTo(2);
    String issue = door.suture().issues().issueOf(door.project().id(), id).orElseThrow();
    assertThat(door.suture().issues().find(issue).orElseThrow().events()).isEqualTo(1);
  }

  private static String envelope(String id, String event) {
    return "{\"event_id\":\"" + id + "\"}\n{\"type\":\"event\"}\n" + event + "\n";
  }

  private static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private Event digested(String id) throws InterruptedException {
    Door.await(() -> door.suture().issues().event(door.project().id(), id).isPresent());
    return door.suture().issues().event(door.project().id(), id).orElseThrow();
  }
}
