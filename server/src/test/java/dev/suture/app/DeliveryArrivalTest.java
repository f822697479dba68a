package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Event;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import dev.suture.testing.Door;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What senders deliver in other forms than envelopes.
class DeliveryArrivalTest {
  private Door door;

  @BeforeEach
  void start(@TempDir Path data) throws Exception {
    door = new Door(data);
  }

  @AfterEach
  void stop() {
    door.close();
  }

  private HttpRequest.Builder to(String path) {
    String query = (path.contains("?") ? "&" : "?") + "sentry_key=" + door.key();
    return door.to("/api/" + door.project().id() + path + query);
  }

  private List<Issue> issues() throws Exception {
    Door.await(() -> door.suture().queue().backlog().arrivals() == 0);
    return door.suture().issues().list(new IssueStore.Query("shop", null, null), null, 50).issues();
  }

  private Event event(Issue issue) {
    return door.suture().issues().event(door.project().id(), issue.lastEvent()).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "csp-report|Blocked 'script' from 'evil.example'|{\"csp-report\":{\"document-uri\":\"https://shop.example/pay\",\"effective-directive\":\"script-src-elem\",\"blocked-uri\":\"https://evil.example/x.js\",\"original-policy\":\"default-src 'self'\"}}",
        "security|Blocked inline 'style'|{\"csp-report\":{\"document-uri\":\"https://shop.example/\",\"violated-directive\":\"style-src 'self'\",\"blocked-uri\":\"inline\"}}",
        "security|Blocked unsafe (eval) 'script'|{\"csp-report\":{\"effective-directive\":\"script-src\",\"blocked-uri\":\"eval\"}}",
        "security|Blocked 'img' from 'self'|{\"csp-report\":{\"document-uri\":\"https://shop.example/\",\"effective-directive\":\"img-src\",\"blocked-uri\":\"https://shop.example/a.png\"}}",
        "security|Blocked 'font' from 'data:'|{\"csp-report\":{\"effective-directive\":\"font-src\",\"blocked-uri\":\"data:font/woff;base64,AAAA\"}}",
        "security|Blocked 'connect' from 'evil.example:8443'|[{\"type\":\"csp-violation\",\"age\":2,\"url\":\"https://shop.example/\",\"body\":{\"documentURL\":\"https://shop.example/\",\"effectiveDirective\":\"connect-src\",\"blockedURL\":\"wss://evil.example:8443/x\",\"disposition\":\"enforce\"}}]",
        "security|Expect-CT failed for 'shop.example'|{\"expect-ct-report\":{\"date-time\":\"2026-01-01T00:00:00Z\",\"hostname\":\"shop.example\",\"port\":443}}",
        "security|Expect-Staple failed for 'shop.example'|{\"expect-staple-report\":{\"hostname\":\"shop.example\"}}",
        "security|Public key pinning validation failed for 'shop.example'|{\"hostname\":\"shop.example\",\"known-pins\":[\"a\"],\"date-time\":\"2026-01-01T00:00:00Z\"}",
        "nel|Network error tcp.timed_out at 'api.example'|[{\"type\":\"network-error\",\"age\":1,\"url\":\"https://api.example/pay\",\"body\":{\"type\":\"tcp.timed_out\",\"phase\":\"connection\"}},{\"type\":\"network-error\",\"url\":\"https://api.example/\",\"body\":{\"type\":\"ok\"}}]",
      })
  void aBrowsersReportBecomesAnEvent(String path, String message, String report) throws Exception {
    HttpRequest.Builder request =
        to("/" + path + "/?sentry_release=shop%401&sentry_environment=production")
            .header("Content-Type", "application/csp-report");
    HttpResponse<String> answer = door.post(request, bytes(report));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    Event event = event(issues().getFirst());
    assertThat(event.message()).isEqualTo(message);
    assertThat(event.release()).isEqualTo("shop@1");
    assertThat(event.environment()).isEqualTo("production");
    assertThat(event.details().fingerprint()).hasSize(3);
    assertThat(event.details().extra().toString()).doesNotContain("default-src");
    assertThat(door.count("event", "stored", "")).isEqualTo(1);
  }

  @Test
  void theReportingApiBringsSeveralAtOnce() throws Exception {
    String body =
        "{\"type\":\"csp-violation\",\"body\":{\"effectiveDirective\":\"%s\",\"blockedURL\":\"https://a.example/\"}}";
    String reports =
        "[" + String.format(body, "img-src") + "," + String.format(body, "script-src") + ",{},7]";
    HttpRequest.Builder request =
        to("/security/").header("Content-Type", "application/reports+json");
    assertThat(door.post(request, bytes(reports)).statusCode()).isEqualTo(201);
    assertThat(door.count("event", "stored", "")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{}", "no json", "[{\"type\":\"deprecation\",\"body\":{}}]"})
  void whatIsNoReportIsCounted(String body) throws Exception {
    assertThat(door.post(to("/security/"), bytes(body)).statusCode()).isEqualTo(201);
    assertThat(door.count("security", "invalid", "no report")).isEqualTo(1);
    assertThat(issues()).isEmpty();
  }

  @Test
  void aReportWithoutAKeyOrOfAnotherProjectIsRefused() throws Exception {
    for (String path :
        List.of(
            "/security/",
            "/csp-report/",
            "/nel/",
            "/minidump/",
            "/events/" + "a".repeat(32) + "/attachments/",
            "/cron/job/",
            "/unreal/" + "0".repeat(32) + "/")) {
      HttpResponse<String> answer =
          door.post(door.to("/api/" + door.project().id() + path), bytes("{}"));
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
      assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
          .contains("x-sentry-rate-limits", "retry-after", "x-sentry-error");
      String other = "/api/" + (door.project().id() + 1) + path + "?sentry_key=" + door.key();
      assertThat(door.post(door.to(other), bytes("{}")).statusCode()).as(other).isEqualTo(403);
    }
  }

  @Test
  void aReportOverItsLimitIsRefused() throws Exception {
    byte[] large = bytes("{\"csp-report\":{\"script-sample\":\"" + "x".repeat(70_000) + "\"}}");
    HttpResponse<String> answer = door.post(to("/security/"), large);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
  }

  private static byte[] form(String... parts) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (int i = 0; i < parts.length; i += 2) {
      form.writeBytes(
          bytes("--b\r\nContent-Disposition: form-data; " + parts[i] + "\r\n\r\n" + parts[i + 1]));
      form.writeBytes(bytes("\r\n"));
    }
    form.writeBytes(bytes("--b--\r\n"));
    return form.toByteArray();
  }

  @Test
  void aMinidumpIsKeptWithAnEventOfANativeProgram() throws Exception {
    byte[] form =
        form(
            "name=\"sentry\"", "{\"release\":\"game@2\",\"tags\":{\"level\":\"7\"}}",
            "name=\"upload_file_minidump\"; filename=\"../x.dmp\"", "MDMP and more",
            "name=\"log\"; filename=\"game.log\"", "the end is near");
    HttpResponse<String> answer =
        door.post(to("/minidump/").header("Content-Type", "multipart/form-data; boundary=b"), form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    Event event = event(issues().getFirst());
    assertThat(event.platform()).isEqualTo("native");
    assertThat(event.release()).isEqualTo("game@2");
    assertThat(event.tags()).containsEntry("level", "7");
    String at = "/api/v1/captures/" + answer.body().replace("-", "") + "/parts/";
    HttpResponse<String> dump = door.send(door.to(at + "minidump.dmp").GET().build());
    assertThat(dump.body()).isEqualTo("MDMP and more");
    assertThat(door.send(door.to(at + "game.log").GET().build()).body())
        .isEqualTo("the end is near");
  }

  @Test
  void aMinidumpMayComeAlone() throws Exception {
    HttpRequest.Builder raw = to("/minidump/").header("Content-Type", "application/octet-stream");
    assertThat(door.post(raw, bytes("MDMP")).statusCode()).isEqualTo(200);
    assertThat(issues()).hasSize(1);
    assertThat(door.post(raw, bytes("PK")).statusCode()).isEqualTo(400);
    byte[] fake = form("name=\"upload_file_minidump\"; filename=\"a\"", "no dump");
    HttpRequest.Builder form =
        to("/minidump/").header("Content-Type", "multipart/form-data; boundary=b");
    assertThat(door.post(form, fake).statusCode()).isEqualTo(400);
  }

  @Test
  void aCrashOfTheUnrealEngineIsCountedAndRefused() throws Exception {
    HttpResponse<String> answer =
        door.post(
            door.to("/api/" + door.project().id() + "/unreal/" + door.key() + "/"), bytes("CR1"));
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(answer.body()).contains("minidump");
    assertThat(door.count("unreal_report", "filtered", "not read yet")).isEqualTo(1);
  }

  @Test
  void filesAreAddedToAnEventThatIsThere() throws Exception {
    String id = "9ec79c33ec9942ab8353589fcb2e04dc";
    byte[] event = bytes("{\"event_id\":\"" + id + "\"}\n{\"type\":\"event\"}\n{}\n");
    assertThat(door.post(door.envelope(), event).statusCode()).isEqualTo(200);
    Door.await(() -> door.suture().queue().backlog().arrivals() == 0);
    HttpRequest.Builder late =
        to("/events/" + id + "/attachments/")
            .header("Content-Type", "multipart/form-data; boundary=b");
    byte[] form = form("name=\"a\"; filename=\"late.txt\"", "at last");
    assertThat(door.post(late, form).statusCode()).isEqualTo(201);
    Door.await(() -> door.suture().queue().backlog().arrivals() == 0);
    String part = "/api/v1/captures/" + id + "/parts/late.txt";
    assertThat(door.send(door.to(part).GET().build()).body()).isEqualTo("at last");
    HttpRequest.Builder wrong =
        to("/events/..%2Fx/attachments/").header("Content-Type", "multipart/form-data; boundary=b");
    assertThat(door.post(wrong, form).statusCode()).isBetween(400, 404);
  }

  @Test
  void aJobChecksInByAPlainRequest() throws Exception {
    String cron = "/api/" + door.project().id() + "/cron/nightly/" + door.key();
    HttpRequest get =
        door.to(cron + "?status=ok&duration=2.5&environment=production").GET().build();
    assertThat(door.send(get).statusCode()).isEqualTo(202);
    HttpRequest.Builder post = to("/cron/nightly/").header("Content-Type", "application/json");
    assertThat(door.post(post, bytes("{\"status\":\"error\"}")).statusCode()).isEqualTo(202);
    assertThat(door.send(door.to(cron + "?status=odd").GET().build()).statusCode()).isEqualTo(202);
    assertThat(door.count("check_in", "stored", "")).isEqualTo(2);
    assertThat(door.count("check_in", "invalid", "unreadable")).isEqualTo(1);
    assertThat(door.suture().monitors().all(door.project().id())).hasSize(2);
  }

  @Test
  void theOldestStoreEndpointNamesNoProject() throws Exception {
    HttpResponse<String> answer =
        door.post(
            door.to("/api/store/").header("X-Sentry-Auth", "Sentry sentry_key=" + door.key()),
            bytes("{\"message\":\"from long ago\"}"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(event(issues().getFirst()).message()).isEqualTo("from long ago");
    assertThat(door.post(door.to("/api/store/"), bytes("{}")).statusCode()).isEqualTo(403);
  }

  @Test
  void theTunnelTakesEnvelopesOfProjectsOfItsOwn() throws Exception {
    String item = "{\"type\":\"event\"}\n{\"message\":\"through the tunnel\"}\n";
    String dsn =
        "{\"dsn\":\"http://" + door.key() + "@evil.example/" + door.project().id() + "\"}\n";
    HttpRequest.Builder tunnel = door.to("/tunnel").header("Content-Type", "text/plain");
    assertThat(door.post(tunnel, bytes(dsn + item)).statusCode()).isEqualTo(200);
    assertThat(event(issues().getFirst()).message()).isEqualTo("through the tunnel");
    assertThat(door.post(tunnel, bytes("{}\n" + item)).statusCode()).isEqualTo(403);
    String wrong = dsn.replace("/" + door.project().id() + "\"", "/77\"");
    assertThat(door.post(tunnel, bytes(wrong + item)).statusCode()).isEqualTo(403);
    String unknown = dsn.replace(door.key(), "0".repeat(32));
    assertThat(door.post(tunnel, bytes(unknown + item)).statusCode()).isEqualTo(403);
    HttpResponse<String> asked =
        door.send(door.to("/tunnel").method("OPTIONS", BodyPublishers.noBody()).build());
    assertThat(asked.statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "/a/b/c"})
  void aDsnMayHaveAPath(String below) throws Exception {
    String at = below + "/api/" + door.project().id();
    String key = "?sentry_key=" + door.key();
    String report =
        "{\"csp-report\":{\"effective-directive\":\"img-src\",\"blocked-uri\":\"data\"}}";
    assertThat(door.post(door.to(at + "/security/" + key), bytes(report)).statusCode())
        .isEqualTo(201);
    assertThat(door.post(door.to(at + "/store/" + key), bytes("{}")).statusCode()).isEqualTo(200);
    String cron = at + "/cron/job/" + key + "&status=ok";
    assertThat(door.send(door.to(cron).GET().build()).statusCode()).isEqualTo(202);
  }
}
