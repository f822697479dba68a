package dev.suture.http;

import dev.suture.account.Principal;
import dev.suture.io.BoundedStream;
import dev.suture.io.Encoding;
import dev.suture.io.PacedStream;
import dev.suture.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A request that Jetty holds.
final class CallOnJetty implements Call {
  private static final long JSON_LIMIT = 1024 * 1024;
  private static final long LEAST_RATE = 1024;
  private static final long GRACE_SECONDS = 10;

  private final Request request;
  private final Map<String, String> params;
  private final Principal principal;
  private @Nullable Fields query;
  private @Nullable InputStream body;

  CallOnJetty(Request request, Map<String, String> params, Principal principal) {
    this.request = request;
    this.params = params;
    this.principal = principal;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    String path = request.getHttpURI().getPath();
    return path == null ? "/" : path;
  }

  @Override
  public String param(String name) {
    String value = params.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no {" + name + "}");
    }
    return value;
  }

  @Override
  public Optional<String> query(String name) {
    if (request.getHttpURI().getQuery() == null) {
      return Optional.empty();
    }
    if (query == null) {
      try {
        query = Request.extractQueryParameters(request, StandardCharsets.UTF_8);
      } catch (RuntimeException broken) {
        throw Refusal.invalid("the query string is not percent-encoded UTF-8", null);
      }
    }
    return Optional.ofNullable(query.getValue(name));
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  @Override
  public List<String> headers(String name) {
    return request.getHeaders().getValuesList(name);
  }

  @Override
  public String address() {
    return Request.getRemoteAddr(request);
  }

  @Override
  public Principal principal() {
    return principal;
  }

  @Override
  public InputStream body() {
    if (body == null) {
      InputStream sent = new RequestBody(Content.Source.asInputStream(request));
      body = new PacedStream(sent, LEAST_RATE, GRACE_SECONDS);
    }
    return body;
  }

  @Override
  public byte[] bytes(long limit) throws IOException {
    Encoding encoding =
        Encoding.named(header("Content-Encoding").orElse(""))
            .orElseThrow(
                () ->
                    new Refusal(
                        415,
                        "invalid",
                        "this content encoding is not known",
                        "send identity, gzip, deflate, br or zstd"));
    if (encoding == Encoding.identity) {
      return BoundedStream.readAll(
          body(), limit, request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH));
    }
    try (InputStream decoded = encoding.open(body())) {
      return BoundedStream.readAll(decoded, limit, -1);
    }
  }

  @Override
  public <T> T json(Class<T> type) throws IOException {
    byte[] bytes = bytes(JSON_LIMIT);
    T value;
    try {
      value = Json.MAPPER.readValue(bytes, type);
    } catch (JacksonException broken) {
      throw Refusal.invalid(
          "the body is no JSON that fits: "
              + broken.getOriginalMessage().lines().findFirst().orElse(""),
          null);
    }
    if (value == null) {
      throw Refusal.invalid("the body is empty", "send a JSON object");
    }
    return value;
  }
}
