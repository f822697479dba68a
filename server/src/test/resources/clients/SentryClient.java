import io.sentry.Sentry;
import io.sentry.UserFeedback;
import io.sentry.protocol.SentryId;

/// What an application does with Sentry's SDK, in the words that its versions 6, 7 and 8 share.
public class SentryClient {
  public static void main(String[] args) {
    String client = args[1];
    Sentry.init(
        options -> {
          options.setDsn(args[0]);
          options.setRelease(client + "@1.0.0");
          options.setEnvironment("production");
        });
    Sentry.startSession();
    Sentry.captureMessage("message of " + client);
    SentryId id =
        Sentry.captureException(new IllegalStateException("handled by " + client, cause()));
    UserFeedback feedback = new UserFeedback(id);
    feedback.setComments("feedback of " + client);
    Sentry.captureUserFeedback(feedback);
    Sentry.flush(10_000);
    throw new UnsupportedOperationException("uncaught by " + client);
  }

  private static Throwable cause() {
    try {
      return new ArithmeticException("never: " + divide(0));
    } catch (ArithmeticException failure) {
      return failure;
    }
  }

  private static int divide(int by) {
    return 1 / by;
  }
}
