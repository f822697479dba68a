package dev.suture.http;

import dev.suture.ingest.Delivery;
import dev.suture.ingest.Intake;
import dev.suture.ingest.Receipt;
import dev.suture.ingest.limit.Backoff;
import dev.suture.io.Encoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;

/// `POST /v1/logs`, `POST /v1/traces` and the same below a project: OTLP over HTTP, answered in the
/// notation of the request. An exporter sends again what is answered with 503 and nothing else.
public final class OtlpEndpoint implements Endpoint {
  private static final String PROTOBUF = "application/x-protobuf";
  private static final String JSON = "application/json";

  private static final int INVALID_ARGUMENT = 3;
  private static final int PERMISSION_DENIED = 7;
  private static final int RESOURCE_EXHAUSTED = 8;
  private static final int UNAVAILABLE = 14;

  private final Intake protobuf;
  private final Intake json;
  private final String rejected;
  private final boolean inPath;

  /// @param rejected what an answer calls the number of records that were not kept
  /// @param inPath whether the route names the project
  public OtlpEndpoint(Intake protobuf, Intake json, String rejected, boolean inPath) {
    this.protobuf = protobuf;
    this.json = json;
    this.rejected = rejected;
    this.inPath = inPath;
  }

  @Override
  public Answer answer(Call call) throws IOException, InterruptedException {
    String mediaType = mediaType(call);
    Optional<Encoding> encoding = Encoding.named(call.header("Content-Encoding").orElse(""));
    if (encoding.isEmpty()) {
      return status(
          mediaType, 415, INVALID_ARGUMENT, "this content encoding is not known: use gzip");
    }
    return switch (mediaType) {
      case PROTOBUF -> answer(mediaType, protobuf.accept(delivery(call, encoding.get())));
      case JSON -> answer(mediaType, json.accept(delivery(call, encoding.get())));
      default ->
          status(JSON, 415, INVALID_ARGUMENT, "send application/x-protobuf or application/json");
    };
  }

  private static String mediaType(Call call) {
    String type = call.header("Content-Type").orElse("");
    int parameters = type.indexOf(';');
    String bare = parameters < 0 ? type : type.substring(0, parameters);
    return bare.strip().toLowerCase(Locale.ROOT);
  }

  private Delivery delivery(Call call, Encoding encoding) {
    List<String> claims = new ArrayList<>(call.headers("X-Sentry-Auth"));
    claims.addAll(call.headers("Authorization"));
    call.query("sentry_key").ifPresent(key -> claims.add("sentry_key=" + key));
    long length =
        call.header(HttpHeader.CONTENT_LENGTH.asString()).map(Long::parseLong).orElse(-1L);
    String project = inPath ? call.param("project") : null;
    return new Delivery(
        project, claims, encoding, call.address(), length, call.body(), Vouching.of(call));
  }

  private Answer answer(String mediaType, Receipt receipt) {
    return switch (receipt) {
      case Receipt.Accepted(_, int over, _) -> accepted(mediaType, over);
      case Receipt.Denied(String reason) -> status(mediaType, 403, PERMISSION_DENIED, reason);
      case Receipt.Broken(String reason) -> status(mediaType, 400, INVALID_ARGUMENT, reason);
      case Receipt.TooLarge(long limit) ->
          status(
              mediaType,
              413,
              RESOURCE_EXHAUSTED,
              "the request is over the limit of " + limit + " bytes: send smaller batches");
      case Receipt.Limited(List<Backoff> backoffs) ->
          status(mediaType, 429, RESOURCE_EXHAUSTED, "this is over a limit of the key or project")
              .with("Retry-After", Integer.toString(Backoff.longest(backoffs)));
      case Receipt.NoRoom(int seconds) ->
          status(mediaType, 503, UNAVAILABLE, "there is no room for more right now")
              .with("Retry-After", Integer.toString(seconds));
    };
  }

  private Answer accepted(String mediaType, int over) {
    String reason = "one request may hold 500 exceptions: send smaller batches";
    if (mediaType.equals(JSON)) {
      Map<String, Object> answer = new LinkedHashMap<>();
      if (over > 0) {
        answer.put(
            "partialSuccess", Map.of(rejected, Integer.toString(over), "errorMessage", reason));
      }
      return Answer.json(200, answer);
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    if (over > 0) {
      byte[] partial = numberAndText(over, reason);
      answer.write(1 << 3 | 2);
      varint(answer, partial.length);
      answer.writeBytes(partial);
    }
    return Answer.bytes(200, PROTOBUF, answer.toByteArray());
  }

  /// An error as `google.rpc.Status`, which OTLP prescribes.
  private static Answer status(String mediaType, int http, int code, String message) {
    if (mediaType.equals(PROTOBUF)) {
      return Answer.bytes(http, PROTOBUF, numberAndText(code, message));
    }
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("code", code);
    status.put("message", message);
    return Answer.json(http, status);
  }

  /// A protobuf message with a number in field 1 and a text in field 2, as both answers are.
  private static byte[] numberAndText(int number, String text) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(1 << 3);
    varint(message, number);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    message.write(2 << 3 | 2);
    varint(message, bytes.length);
    message.writeBytes(bytes);
    return message.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest >= 0x80) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
