package dev.suture.http;

import dev.suture.account.Passwords;
import dev.suture.io.TooLarge;
import dev.suture.io.TooSlow;
import dev.suture.issue.query.Span;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Errors as the contract words them. What a caller cannot mend is logged under an id, and the id
/// is all that leaves the server.
final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  static final String CHALLENGE = "Bearer realm=\"suture\"";

  private Errors() {}

  record Body(Problem error) {}

  /// @param at where in a query it is wrong
  record Problem(String code, String message, @Nullable String remedy, @Nullable Span at) {}

  static Answer answer(Throwable failure, Call call) {
    return switch (failure) {
      case Refusal refusal ->
          call.path().startsWith("/api/0/") ? SentryCli.answer(refusal) : answer(refusal);
      case TooLarge large ->
          answer(
              413, "tooLarge", "the body is over the limit of " + large.limit() + " bytes", null);
      case TooSlow slow ->
          answer(408, "limited", "the body came too slowly: " + slow.getMessage(), "send it again");
      case Passwords.Busy _ ->
          answer(503, "unavailable", "too many people sign in at once", "try again in a moment")
              .with("Retry-After", "2");
      case ZipException broken -> answer(400, "invalid", broken.getMessage(), null);
      default -> internal(failure, call);
    };
  }

  static Answer answer(Refusal refusal) {
    String message = String.valueOf(refusal.getMessage());
    Answer answer =
        Answer.json(
            refusal.status(),
            new Body(new Problem(refusal.code(), message, refusal.remedy(), refusal.at())));
    return refusal.status() == 401 ? answer.with("WWW-Authenticate", CHALLENGE) : answer;
  }

  static Answer answer(int status, String code, @Nullable String message, @Nullable String remedy) {
    return Answer.json(
        status, new Body(new Problem(code, message == null ? code : message, remedy, null)));
  }

  private static Answer internal(Throwable failure, Call call) {
    String id = Integer.toHexString(ThreadLocalRandom.current().nextInt() | 0x10000000);
    LOG.error("error {} while answering {} {}", id, call.method(), call.path(), failure);
    return answer(
        500,
        "internal",
        "something went wrong in the server; it is logged as error " + id,
        "look for this id in the server's log");
  }
}
