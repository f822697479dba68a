package dev.suture.http;

import dev.suture.io.TooLarge;
import dev.suture.io.TooSlow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Errors as the contract words them. What a caller cannot mend is logged under an id, and the id
/// is all that leaves the server.
final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private Errors() {}

  record Body(Problem error) {}

  record Problem(String code, String message, @Nullable String remedy) {}

  static Answer answer(Throwable failure, Call call) {
    return switch (failure) {
      case Refusal refusal -> answer(refusal);
      case TooLarge large ->
          answer(
              413, "tooLarge", "the body is over the limit of " + large.limit() + " bytes", null);
      case TooSlow slow ->
          answer(408, "limited", "the body came too slowly: " + slow.getMessage(), "send it again");
      case ZipException broken -> answer(400, "invalid", broken.getMessage(), null);
      default -> internal(failure, call);
    };
  }

  static Answer answer(Refusal refusal) {
    return answer(refusal.status(), refusal.code(), refusal.getMessage(), refusal.remedy());
  }

  static Answer answer(int status, String code, @Nullable String message, @Nullable String remedy) {
    return Answer.json(
        status, new Body(new Problem(code, message == null ? code : message, remedy)));
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
