package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir Path data;
  private Suture suture;
  private Project project;
  private String key;

  @BeforeEach
  void start() throws Exception {
    suture = Suture.start(Config.of(Map.of("data", data.toString(), "port", "0")));
    project = suture.projects().create("shop", "Shop", null, Lines.GIT_FLOW);
    key = suture.projects().keys(project.id()).getFirst().value();
  }

  @AfterEach
  void stop() {
    suture.close();
  }

  @Test
  void anEventGoesFromTheDoorIntoAnIssue() throws Exception {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://127.0.0.1:"
                            + suture.port()
                            + "/api/"
                            + project.id()
                            + "/envelope/"))
                .header("X-Sentry-Auth", "Sentry sentry_version=7, sentry_key=" + key)
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        """
                        {"event_id":"fc6d8c0c43fc4630ad850ee518f1b9d0"}
                        {"type":"event"}
                        {"platform":"javascript","exception":{"values":[{"type":"TypeError","value":"x is undefined","stacktrace":{"frames":[{"function":"outer","filename":"http://shop/a.js","lineno":1,"colno":2},{"function":"pay","filename":"http://shop/a.js","lineno":7,"colno":9}]}}]}}
                        """))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.body()).isEqualTo("{\"id\":\"fc6d8c0c43fc4630ad850ee518f1b9d0\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    long end = System.nanoTime() + 5_000_000_000L;
    while (suture.issues().find("shop-1").isEmpty() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertThat(suture.issues().find("shop-1"))
        .hasValueSatisfying(
            issue -> {
              assertThat(issue.title()).contains("x is undefined");
              assertThat(issue.events()).isEqualTo(1);
            });
  }
}
