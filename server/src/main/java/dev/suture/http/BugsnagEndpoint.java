package dev.suture.http;

import dev.suture.ingest.Delivery;
import dev.suture.ingest.Intake;
import dev.suture.ingest.Receipt;
import dev.suture.ingest.limit.Backoff;
import dev.suture.io.Encoding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;

/// `POST /notify` and `POST /sessions` as BugSnag's notifiers send them: the key is in a header,
/// from very old browsers in the query, and names the project.
public final class BugsnagEndpoint implements Endpoint {
  private final Intake intake;
  private final int accepted;

  /// @param accepted the status of success, which differs between the two
  public BugsnagEndpoint(Intake intake, int accepted) {
    this.intake = intake;
    this.accepted = accepted;
  }

  @Override
  public Answer answer(Call call) throws IOException, InterruptedException {
    Optional<Encoding> encoding = Encoding.named(call.header("Content-Encoding").orElse(""));
    if (encoding.isEmpty()) {
      return text(415, "this content encoding is not known: send identity or gzip");
    }
    List<String> claims = new ArrayList<>(call.headers("Bugsnag-Api-Key"));
    call.query("apiKey").ifPresent(claims::add);
    long length =
        call.header(HttpHeader.CONTENT_LENGTH.asString()).map(Long::parseLong).orElse(-1L);
    return answer(
        intake.accept(
            new Delivery(
                null,
                claims,
                encoding.get(),
                call.address(),
                length,
                call.body(),
                Vouching.of(call))));
  }

  private Answer answer(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Accepted _ -> text(accepted, "OK");
      case Receipt.Denied(String reason) -> text(401, reason);
      case Receipt.Broken(String reason) -> text(400, reason);
      case Receipt.TooLarge(long limit) ->
          text(413, "the report is over the limit of " + limit + " bytes");
      case Receipt.Limited(List<Backoff> backoffs) ->
          text(429, "this is over a limit of the key or the project")
              .with("Retry-After", Integer.toString(Backoff.longest(backoffs)));
      case Receipt.NoRoom(int seconds) ->
          text(429, "there is no room for more right now")
              .with("Retry-After", Integer.toString(seconds));
    };
  }

  private static Answer text(int status, String line) {
    return Answer.text(status, "text/plain", line + "\n");
  }
}
