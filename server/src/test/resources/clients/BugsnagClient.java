import com.bugsnag.Bugsnag;

/// What an application does with BugSnag's notifier.
public class BugsnagClient {
  public static void main(String[] args) {
    String client = args[2];
    Bugsnag bugsnag = new Bugsnag(args[1]);
    bugsnag.setEndpoints(args[0] + "/notify", args[0] + "/sessions");
    bugsnag.setAppVersion(client + "@1.0.0");
    bugsnag.setReleaseStage("production");
    bugsnag.startSession();
    bugsnag.notify(new IllegalStateException("handled by " + client, cause()));
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
