package dev.suture.http;

import dev.suture.ingest.Delivery;
import dev.suture.ingest.Intake;
import dev.suture.ingest.Receipt;
import dev.suture.io.Encoding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/// `POST /api/{project}/envelope/` and its like: hands the request to the intake and answers in the
/// words of Sentry's SDKs, which do not send again whatever the answer is.
public final class EnvelopeEndpoint implements Endpoint {
  private final Intake intake;

  public EnvelopeEndpoint(Intake intake) {
    this.intake = intake;
  }

  record Accepted(@Nullable String id) {}

  record Problem(String detail, List<String> causes) {}

  @Override
  public Answer answer(Call call) throws IOException, InterruptedException {
    Optional<Encoding> encoding = Encoding.named(call.header("Content-Encoding").orElse(""));
    if (encoding.isEmpty()) {
      return refuse(
          415, "this content encoding is not known: send identity, gzip, deflate, br or zstd");
    }
    return answer(intake.accept(delivery(call, encoding.get())));
  }

  private static Delivery delivery(Call call, Encoding encoding) {
    List<String> claims = new ArrayList<>(call.headers("X-Sentry-Auth"));
    call.headers("Authorization").stream()
        .filter(value -> value.startsWith("Sentry "))
        .forEach(claims::add);
    call.query("sentry_key").ifPresent(key -> claims.add("sentry_key=" + key));
    long length =
        call.header(HttpHeader.CONTENT_LENGTH.asString()).map(Long::parseLong).orElse(-1L);
    return new Delivery(
        call.param("project"), claims, encoding, call.address(), length, call.body());
  }

  private static Answer answer(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Accepted(String id, _) -> Answer.json(200, new Accepted(id));
      case Receipt.Denied(String reason) -> refuse(403, reason);
      case Receipt.Broken(String reason) -> refuse(400, reason);
      case Receipt.TooLarge(long limit) ->
          refuse(413, "the envelope, or an item in it, is over its limit of " + limit + " bytes");
      case Receipt.NoRoom(int seconds) ->
          refuse(429, "there is no room for more right now")
              .with("Retry-After", Integer.toString(seconds))
              .with("X-Sentry-Rate-Limits", seconds + "::organization:no_room");
    };
  }

  private static Answer refuse(int status, String detail) {
    return Answer.json(status, new Problem(detail, List.of())).with("X-Sentry-Error", detail);
  }
}
