package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Event;
import dev.suture.event.Thrown;
import dev.suture.health.HealthStore.ReleaseHealth;
import dev.suture.health.HealthStore.Window;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.testing.Door;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The JVM's clients in several versions, each in a process of its own that ends by an error.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientVersionsTest {
  private Door door;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    door = new Door(data);
  }

  @AfterAll
  void stop() {
    door.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sentry-6", "sentry-7", "sentry-8"})
  void aVersionOfTheSentrySdkIsUnderstood(String client) throws Exception {
    Project project = project(client);
    String dsn = base().replace("://", "://" + key(project) + "@") + "/" + project.id();
    run(client, "SentryClient.java", dsn, client);
    expectFaults(client, "IllegalStateException");
    await(client, "message of ");
    Door.await(
        () ->
            door.suture().feedback().list(project.id(), null, 50).feedback().stream()
                .anyMatch(line -> line.feedback().message().equals("feedback of " + client)));
    assertThat(health(client).tally().crashed()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bugsnag-3.4", "bugsnag-3.7"})
  void aVersionOfTheBugsnagNotifierIsUnderstood(String client) throws Exception {
    run(client, "BugsnagClient.java", base(), key(project(client)), client);
    expectFaults(client, "java.lang.IllegalStateException");
    assertThat(health(client).tally().crashed()).isEqualTo(1);
  }

  private String base() {
    return "http://127.0.0.1:" + door.suture().port();
  }

  /// One for each client, so that none of their faults become one issue.
  private Project project(String client) {
    String slug = client.replace('.', '-');
    return door.suture()
        .projects()
        .bySlug(slug)
        .orElseGet(() -> door.suture().projects().create(slug, slug, null, Lines.GIT_FLOW));
  }

  private String key(Project project) {
    return door.suture().projects().keys(project.id()).getFirst().value();
  }

  private void expectFaults(String client, String type) throws Exception {
    Event handled = await(client, "handled by ");
    assertThat(handled.thrown().getFirst().type()).isEqualTo(type);
    assertThat(handled.thrown().getFirst().handled()).isTrue();
    Thrown cause = handled.thrown().get(1);
    assertThat(cause.type()).endsWith("ArithmeticException");
    assertThat(cause.frames().getFirst().function()).isEqualTo("divide");
    Event uncaught = await(client, "uncaught by ");
    assertThat(uncaught.thrown().getFirst().handled()).isFalse();
    assertThat(uncaught.release()).isEqualTo(client + "@1.0.0");
    assertThat(uncaught.environment()).isEqualTo("production");
  }

  private Event await(String client, String words) throws InterruptedException {
    Door.await(() -> find(client, words + client).isPresent());
    return find(client, words + client).orElseThrow();
  }

  private Optional<Event> find(String client, String title) {
    Project project = project(client);
    IssueStore issues = door.suture().issues();
    return issues
        .list(new IssueStore.Query(project.slug(), null, null), null, 100)
        .issues()
        .stream()
        .filter(issue -> issue.title().contains(title))
        .map(Issue::lastEvent)
        .findFirst()
        .flatMap(event -> issues.event(project.id(), event));
  }

  private ReleaseHealth health(String client) throws InterruptedException {
    Door.await(() -> ofRelease(client).map(one -> one.tally().crashed()).orElse(0L) > 0);
    return ofRelease(client).orElseThrow();
  }

  private Optional<ReleaseHealth> ofRelease(String client) {
    Instant now = Instant.now();
    Window window =
        new Window(project(client).id(), now.minus(Duration.ofHours(2)), now.plusSeconds(3600));
    return door.suture().health().releases(window, null).stream()
        .filter(one -> one.release().equals(client + "@1.0.0"))
        .findFirst();
  }

  private static void run(String client, String source, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", "target/clients/" + client + "/*"));
    command.add("src/test/resources/clients/" + source);
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
  }
}
