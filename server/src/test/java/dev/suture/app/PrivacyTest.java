package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Event;
import dev.suture.testing.Bodies;
import dev.suture.testing.Door;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a whole server keeps of an event, and what never.
class PrivacyTest {
  private static final String ID = "9ec79c33ec9942ab8353589fcb2e04dc";
  private static final String SECRET = "4111111111111111";

  @TempDir Path folder;
  private Door door;

  @BeforeEach
  void start() throws Exception {
    door = new Door(folder);
  }

  @AfterEach
  void stop() {
    door.close();
  }

  private void settings(String change) throws Exception {
    var response =
        door.send(
            door.to("/api/v1/projects/shop/settings")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(change))
                .build());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
  }

  private Event send(String event, String... files) throws Exception {
    StringBuilder envelope = new StringBuilder("{\"event_id\":\"" + ID + "\"}\n");
    String line = event.replaceAll("\\n\\s*", "");
    envelope.append("{\"type\":\"event\"}\n").append(line).append('\n');
    for (int i = 0; i < files.length; i += 2) {
      byte[] content = Bodies.bytes(files[i + 1]);
      envelope
          .append("{\"type\":\"attachment\",\"length\":" + content.length)
          .append(",\"filename\":\"" + files[i] + "\"}\n")
          .append(files[i + 1])
          .append('\n');
    }
    assertThat(door.post(door.envelope(), Bodies.bytes(envelope.toString())).statusCode())
        .isEqualTo(200);
    assertThat(door.count("event", "stored", "")).isEqualTo(1);
    return door.suture().issues().event(door.project().id(), ID).orElseThrow();
  }

  @Test
  void theUsualRulesHoldInEveryTextAndSayWhere() throws Exception {
    Event event =
        send(
            """
            {"platform":"javascript","transaction":"/pay/%1$s",
             "exception":{"values":[{"type":"Error","value":"card %1$s of ana@example.com",
              "stacktrace":{"frames":[{"filename":"/home/ana/app.js","function":"pay","lineno":1}]}}]},
             "user":{"id":"7","email":"ana@example.com","ip_address":"203.0.113.7"},
             "request":{"url":"https://shop.example/?token=abc123&x=1",
              "headers":{"Referer":"https://u:pw@shop.example/","X-Forwarded-For":"203.0.113.7"},
              "data":{"login":{"password":"hunter2","pin":[4711]},"cards":["%1$s"],"count":2}},
             "tags":{"password":"hunter2","card":"%1$s","browser":"Chrome 120.0.0.0"},
             "extra":{"order":{"a":1},"apiKey":"zzz","note":"iban DE89370400440532013000"},
             "contexts":{"browser":{"name":"Chrome","version":"120.0.0.1"},"pay":{"pan":"%1$s"}},
             "breadcrumbs":[{"message":"POST /login password=hunter2"}]}\
            """
                .formatted(SECRET));
    assertThat(event.thrown().getFirst().value())
        .isEqualTo("card [removed: credit card] of [removed: e-mail address]");
    assertThat(event.thrown().getFirst().frames().getFirst().file()).isEqualTo("/home/ana/app.js");
    assertThat(event.user()).isEqualTo(new Event.User("7", "ana@example.com", null, null));
    assertThat(event.request().url())
        .isEqualTo("https://shop.example/?token=[removed: secret]&x=1");
    assertThat(event.request().headers())
        .containsEntry("Referer", "https://[removed: login in a URL]@shop.example/")
        .containsEntry("X-Forwarded-For", "[removed: IP address]");
    assertThat(event.request().body())
        .isEqualTo(
            "{\"login\":{\"password\":\"[removed: secret]\",\"pin\":[\"[removed: secret]\"]},"
                + "\"cards\":[\"[removed: credit card]\"],\"count\":2}");
    assertThat(event.tags()).containsEntry("password", "[removed: secret]");
    assertThat(event.details().extra())
        .containsEntry("apiKey", "[removed: secret]")
        .containsEntry("note", "iban [removed: IBAN]");
    assertThat(event.details().fact("browser", "version")).isEqualTo("120.0.0.1");
    assertThat(event.breadcrumbs().getFirst().message())
        .isEqualTo("POST /login password=[removed: secret]");
    assertThat(event.details().scrubbed())
        .contains(
            "transaction",
            "exception.value",
            "user.ip_address",
            "tags.password",
            "contexts.pay.pan",
            "breadcrumbs",
            "request.url",
            "request.data.password");
    assertThat(kept(SECRET)).isEmpty();
    assertThat(kept("hunter2")).isEmpty();
  }

  /// Files outside of the queue, which holds what arrived until it is digested, with a text in
  /// them.
  private List<Path> kept(String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(folder.resolve("queue")))
          .filter(
              file -> {
                try {
                  return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                      .contains(text);
                } catch (IOException gone) {
                  return false;
                }
              })
          .toList();
    }
  }

  @Test
  void aProjectsRulesComeFirstAndSafeFieldsAreLeftAlone() throws Exception {
    settings(
        """
        {"version":0,"scrubbing":{"defaults":true,"keepAddresses":true,
         "sensitiveFields":["customer_no"],"safeFields":["extra.keep"],
         "rules":[
          {"selector":"$user.email","what":"anything","pattern":"","method":"hash","text":""},
          {"selector":"extra.'my key'","what":"anything","pattern":"","method":"replace","text":"#"},
          {"selector":"$string && tags.**","what":"pattern","pattern":"ORD-[0-9]+","method":"mask",
           "text":""},
          {"selector":"$attachments.'*.log'","what":"anything","pattern":"","method":"remove",
           "text":""}]}}\
        """);
    Event event =
        send(
            """
            {"platform":"node","message":"m","user":{"email":"ana@example.com","ip_address":"203.0.113.7"},
             "tags":{"order":"see ORD-4711"},"extra":{"my key":"x","keep":"%s","customer_no":"12"}}\
            """
                .formatted(SECRET),
            "debug.log",
            "all of it");
    assertThat(event.user().email()).matches("hash:[0-9a-f]{20}");
    assertThat(event.user().ip()).isEqualTo("203.0.113.7");
    assertThat(event.tags()).containsEntry("order", "see ***-****");
    assertThat(event.details().extra())
        .containsEntry("my key", "#")
        .containsEntry("keep", SECRET)
        .containsEntry("customer_no", "[removed: secret]");
    assertThat(door.count("attachment", "filtered", "scrubbing rule")).isEqualTo(1);
  }

  @Test
  void thePartsOfACaptureAreScrubbedAsFarAsTheyAreText() throws Exception {
    send(
        """
        {"platform":"javascript","message":"m"}\
        """,
        "network.har",
        """
        {"log":{"entries":[{"request":{"url":"https://a.example/?token=%1$s","headers":
        [{"name":"X-Api-Key","value":"zzz-%1$s"},{"name":"Accept","value":"*/*"}],
        "postData":{"text":"{\\"password\\":\\"pw-%1$s\\",\\"n\\":1}"}},"response":{"status":200}}]}}\
        """
            .formatted("marker77"),
        "console.json",
        """
        [{"at":1.5,"level":"log","args":["card 4111 1111 1111 1111", 3]}]\
        """);
    var capture = door.suture().issues().events("shop-1", 1);
    assertThat(capture).hasSize(1);
    assertThat(kept("marker77")).isEmpty();
    String har = part("network.har");
    assertThat(har)
        .contains("token=[removed: secret]", "\"value\":\"[removed: secret]\"", "*/*")
        .contains("\\\"password\\\":\\\"[removed: secret]\\\",\\\"n\\\":1");
    assertThat(part("console.json"))
        .isEqualTo("[{\"at\":1.5,\"level\":\"log\",\"args\":[\"card [removed: credit card]\",3]}]");
  }

  private String part(String name) throws Exception {
    var response = door.send(door.to("/api/v1/captures/" + ID + "/parts/" + name).GET().build());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  @Test
  void whatIsFilteredIsCountedUnderItsReasonAndNotKept() throws Exception {
    settings(
        """
        {"version":0,"filters":{"browserExtensions":false,"localhost":true,"webCrawlers":true,
         "healthChecks":true,"noise":false,"legacyBrowsers":[],"messages":["*nobody cares*"],
         "releases":[],"addresses":[],"cspOrigins":[]}}\
        """);
    for (String event :
        List.of(
            "{\"message\":\"so nobody cares at all\"}",
            "{\"message\":\"a\",\"request\":{\"url\":\"http://localhost:3000/\"}}",
            "{\"message\":\"b\",\"request\":{\"headers\":{\"User-Agent\":\"Googlebot/2.1\"}}}")) {
      door.post(door.envelope(), Bodies.bytes("{}\n{\"type\":\"event\"}\n" + event + "\n"));
    }
    assertThat(door.count("event", "filtered", "error message")).isEqualTo(1);
    assertThat(door.count("event", "filtered", "localhost")).isEqualTo(1);
    assertThat(door.count("event", "filtered", "web crawler")).isEqualTo(1);
    assertThat(door.count("event", "stored", "")).isZero();
  }

  /// Every field in which an address could be taken for an order to fetch it.
  @Test
  void addressesInEventsAreNeverFetched() throws Exception {
    AtomicInteger visits = new AtomicInteger();
    try (ServerSocket trap = new ServerSocket(0)) {
      Thread.ofVirtual()
          .start(
              () -> {
                while (true) {
                  try {
                    trap.accept().close();
                    visits.incrementAndGet();
                  } catch (IOException closed) {
                    return;
                  }
                }
              });
      String url = "http://127.0.0.1:" + trap.getLocalPort() + "/x";
      send(
          """
          {"platform":"javascript","message":"m","user":{"id":"1","avatar":"%1$s","avatar_url":"%1$s"},
           "exception":{"values":[{"type":"Error","value":"v","stacktrace":{"frames":[
            {"filename":"%1$s.js","abs_path":"%1$s.js","lineno":1,"colno":5,"sourcemap":"%1$s.map"}]}}]},
           "debug_meta":{"images":[{"type":"sourcemap","code_file":"%1$s.js",
            "debug_id":"85314830-023f-4cf1-a267-535f4e37bb17","source_map_url":"%1$s.map"}]},
           "request":{"url":"%1$s","headers":{"SourceMap":"%1$s.map","Report-To":"%1$s",
            "NEL":"%1$s","Link":"<%1$s>; rel=preload"}},
           "tags":{"webhook":"%1$s","callback_url":"%1$s"},"extra":{"icon":"%1$s","url":"%1$s"},
           "contexts":{"csp":{"report-to":"%1$s","blocked-uri":"%1$s"},"suture":{"type":"capture"}}}\
          """
              .formatted(url),
          "replay.json",
          "[{\"type\":4,\"timestamp\":1,\"data\":{\"href\":\"" + url + "\"}}]");
      door.send(door.to("/api/v1/issues/shop-1").GET().build());
      door.send(door.to("/api/v1/captures/" + ID).GET().build());
      door.send(door.to("/api/v1/issues/shop-1/bundle").GET().build());
      Thread.sleep(500);
      assertThat(visits).hasValue(0);
    }
  }
}
