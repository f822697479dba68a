package dev.suture.http;

import dev.suture.ingest.Delivery;
import dev.suture.ingest.Intake;
import dev.suture.ingest.Receipt;
import dev.suture.ingest.limit.Backoff;
import dev.suture.io.Encoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/// `POST /api/{project}/envelope/` and its like: hands the request to the intake and answers in the
/// words of Sentry's SDKs, which do not send again whatever the answer is.
public final class EnvelopeEndpoint implements Endpoint {
  private static final String LIMITS = "X-Sentry-Rate-Limits";

  private final Intake intake;
  private final boolean named;

  public EnvelopeEndpoint(Intake intake) {
    this(intake, true);
  }

  /// @param named whether the path names the project; if not, the key says it
  EnvelopeEndpoint(Intake intake, boolean named) {
    this.intake = intake;
    this.named = named;
  }

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

  /// Delivers what was made of a request, in the request's name.
  ///
  /// @param key of the path; empty when it has none
  Answer deliver(Call call, String key, byte[] envelope) throws IOException, InterruptedException {
    return answer(intake.accept(made(call, key, envelope)));
  }

  /// The answer to a request that shows no key of its project.
  Optional<Answer> denied(Call call, String key) {
    return intake.denied(made(call, key, new byte[0])).map(EnvelopeEndpoint::answer);
  }

  private static Delivery made(Call call, String key, byte[] envelope) {
    List<String> claims = claims(call);
    if (!key.isEmpty()) {
      claims.add("sentry_key=" + key);
    }
    return new Delivery(
        call.param("project"),
        claims,
        Encoding.identity,
        call.address(),
        envelope.length,
        new ByteArrayInputStream(envelope),
        Vouching.of(call));
  }

  private Delivery delivery(Call call, Encoding encoding) {
    long length =
        call.header(HttpHeader.CONTENT_LENGTH.asString()).map(Long::parseLong).orElse(-1L);
    return new Delivery(
        named ? call.param("project") : null,
        claims(call),
        encoding,
        call.address(),
        length,
        call.body(),
        Vouching.of(call));
  }

  private static List<String> claims(Call call) {
    List<String> claims = new ArrayList<>(call.headers("X-Sentry-Auth"));
    call.headers("Authorization").stream()
        .filter(value -> value.startsWith("Sentry "))
        .forEach(claims::add);
    call.query("sentry_key").ifPresent(key -> claims.add("sentry_key=" + key));
    return claims;
  }

  private static Answer answer(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Accepted(String id, _, List<Backoff> backoffs) -> {
        Answer accepted = accepted(id);
        yield backoffs.isEmpty() ? accepted : accepted.with(LIMITS, Backoff.header(backoffs));
      }
      case Receipt.Limited(List<Backoff> backoffs) ->
          refuse(429, "this is over a limit of the key or the project")
              .with("Retry-After", Integer.toString(Backoff.longest(backoffs)))
              .with(LIMITS, Backoff.header(backoffs));
      case Receipt.Denied(String reason) -> refuse(403, reason);
      case Receipt.Broken(String reason) -> refuse(400, reason);
      case Receipt.TooLarge(long limit) ->
          refuse(413, "the envelope, or an item in it, is over its limit of " + limit + " bytes");
      case Receipt.NoRoom(int seconds) ->
          refuse(429, "there is no room for more right now")
              .with("Retry-After", Integer.toString(seconds))
              .with(LIMITS, seconds + "::organization:no_room");
    };
  }

  /// Written by hand: it is the answer to nearly everything, and an id is hexadecimal.
  private static Answer accepted(@Nullable String id) {
    String json = id == null ? "{}" : "{\"id\":\"" + id + "\"}";
    return Answer.bytes(200, "application/json", json.getBytes(StandardCharsets.US_ASCII));
  }

  static Answer refuse(int status, String detail) {
    return Answer.json(status, new Problem(detail, List.of())).with("X-Sentry-Error", detail);
  }
}
