package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.event.Event;
import dev.suture.event.Level;
import dev.suture.event.Thrown;
import dev.suture.testing.Door;
import io.sentry.Breadcrumb;
import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.SentryLevel;
import io.sentry.protocol.SentryId;
import io.sentry.protocol.User;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The JVM's SDK as its users have it, with nothing but its DSN pointed here.
class SentrySdkTest {
  @Test
  void anExceptionOfTheJvmSdkArrivesWhole(@TempDir Path data) throws Exception {
    try (Door door = new Door(data)) {
      Sentry.init(
          options -> {
            options.setDsn(door.dsn());
            options.setRelease("shop@1.2.3+4");
            options.setEnvironment("staging");
            options.setSendDefaultPii(true);
          });
      SentryId id = report();
      Sentry.flush(10_000);
      Sentry.close();
      String hex = id.toString();
      Door.await(() -> door.suture().issues().event(door.project().id(), hex).isPresent());
      Event event = door.suture().issues().event(door.project().id(), hex).orElseThrow();
      assertThat(event.platform()).isEqualTo("java");
      assertThat(event.release()).isEqualTo("shop@1.2.3+4");
      assertThat(event.environment()).isEqualTo("staging");
      assertThat(event.level()).isEqualTo(Level.error);
      assertThat(event.user()).isNotNull();
      assertThat(event.user().email()).isEqualTo("ada@example.org");
      assertThat(event.tags()).containsEntry("cart", "empty");
      assertThat(event.sdk().name()).startsWith("sentry.java");
      assertThat(event.thrown())
          .extracting(Thrown::type)
          .containsExactly("IllegalStateException", "ArithmeticException");
      Thrown cause = event.thrown().get(1);
      assertThat(cause.value()).isEqualTo("/ by zero");
      assertThat(cause.frames().getFirst().function()).isEqualTo("divide");
      assertThat(cause.frames().getFirst().module()).isEqualTo(SentrySdkTest.class.getName());
      assertThat(cause.frames()).anyMatch(frame -> !frame.inApp());
    }
  }

  private static SentryId report() {
    User user = new User();
    user.setEmail("ada@example.org");
    Sentry.configureScope(
        scope -> {
          scope.setUser(user);
          scope.setTag("cart", "empty");
          scope.addBreadcrumb(Breadcrumb.info("checkout was clicked"));
        });
    try {
      throw new IllegalStateException("the cart cannot be paid", caught());
    } catch (IllegalStateException failure) {
      SentryEvent event = new SentryEvent(failure);
      event.setLevel(SentryLevel.ERROR);
      return Sentry.captureEvent(event);
    }
  }

  private static Throwable caught() {
    try {
      divide(0);
      throw new AssertionError("divided by zero");
    } catch (ArithmeticException failure) {
      return failure;
    }
  }

  private static int divide(int by) {
    return 1 / by;
  }
}
