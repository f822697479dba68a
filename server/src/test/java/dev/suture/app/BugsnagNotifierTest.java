package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.bugsnag.Bugsnag;
import dev.suture.event.Event;
import dev.suture.event.Frame;
import dev.suture.event.Thrown;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import dev.suture.testing.Door;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// BugSnag's notifier for the JVM as its users have it, its endpoints pointed here.
class BugsnagNotifierTest {
  @Test
  void anErrorAndASessionOfTheJvmNotifierArrive(@TempDir Path data) throws Exception {
    try (Door door = new Door(data)) {
      String base = "http://127.0.0.1:" + door.suture().port();
      try (Bugsnag bugsnag = new Bugsnag(door.key(), false)) {
        bugsnag.setEndpoints(base + "/notify", base + "/sessions");
        bugsnag.setAppVersion("1.4.2");
        bugsnag.setReleaseStage("production");
        bugsnag.startSession();
        RuntimeException failure =
            new IllegalStateException("cart 42", new ArithmeticException("/ by zero"));
        assertThat(
                bugsnag.notify(failure, report -> report.setUser("42", "ada@example.org", "Ada")))
            .isTrue();
      }
      Door.await(() -> !issues(door).isEmpty());
      String issue = issues(door).getFirst().id();
      String id = door.suture().issues().events(issue, 10).getFirst().id();
      Event event = door.suture().issues().event(door.project().id(), id).orElseThrow();
      assertThat(event.release()).isEqualTo("1.4.2");
      assertThat(event.user()).isNotNull();
      assertThat(event.user().email()).isEqualTo("ada@example.org");
      assertThat(event.thrown())
          .extracting(Thrown::type)
          .containsExactly("java.lang.IllegalStateException", "java.lang.ArithmeticException");
      Frame top = event.thrown().getFirst().frames().getFirst();
      assertThat(top.module()).isEqualTo(BugsnagNotifierTest.class.getName());
      assertThat(door.count("event", "stored", "")).isEqualTo(1);
    }
  }

  private static List<Issue> issues(Door door) {
    return door.suture().issues().list(new IssueStore.Query("shop", null, null), null, 10).issues();
  }

  @Test
  void sessionsOfNoVersionAreCountedAndDropped(@TempDir Path data) throws Exception {
    try (Door door = new Door(data)) {
      HttpResponse<String> answer =
          door.post(
              door.to("/sessions").header("Bugsnag-Api-Key", door.key()),
              bytes("{\"sessionCounts\":[{\"sessionsStarted\":3}]}"));
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(door.count("session", "filtered", "no release")).isEqualTo(3);
    }
  }

  @Test
  void theDoorNeedsOneKnownKey(@TempDir Path data) throws Exception {
    try (Door door = new Door(data)) {
      byte[] body = bytes("{\"events\":[{}]}");
      assertThat(door.post(door.to("/notify"), body).statusCode()).isEqualTo(401);
      String other = "0".repeat(32);
      assertThat(door.post(door.to("/notify").header("Bugsnag-Api-Key", other), body).statusCode())
          .isEqualTo(401);
      byte[] disagreeing = bytes("{\"apiKey\":\"" + other + "\",\"events\":[{}]}");
      HttpResponse<String> denied =
          door.post(door.to("/notify").header("Bugsnag-Api-Key", door.key()), disagreeing);
      assertThat(denied.statusCode()).isEqualTo(401);
      assertThat(denied.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
      byte[] own = bytes("{\"apiKey\":\"" + door.key() + "\",\"events\":[{}]}");
      assertThat(door.post(door.to("/notify"), own).statusCode()).isEqualTo(200);
      assertThat(door.post(door.to("/notify?apiKey=" + door.key()), body).statusCode())
          .isEqualTo(200);
      assertThat(door.post(door.to("/notify?apiKey=" + door.key()), bytes("[")).statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void aPageMayAskBeforeItSends(@TempDir Path data) throws Exception {
    try (Door door = new Door(data)) {
      HttpResponse<String> answer =
          door.send(door.to("/notify").method("OPTIONS", BodyPublishers.noBody()).build());
      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
          .contains("bugsnag-api-key", "bugsnag-payload-version", "bugsnag-sent-at");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
