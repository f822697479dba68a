package dev.suture.http;

import dev.suture.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an endpoint answers.
///
/// @param headers in the order in which they are sent
public record Answer(int status, Map<String, String> headers, Body body) {

  /// Writes the body; called once.
  @FunctionalInterface
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  public static Answer bytes(int status, String mediaType, byte[] content) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", mediaType);
    headers.put("Content-Length", Integer.toString(content.length));
    return new Answer(status, headers, out -> out.write(content));
  }

  /// A body that is written as it comes.
  public static Answer streamed(int status, String mediaType, Body body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", mediaType);
    return new Answer(status, headers, body);
  }

  /// A record of ours as JSON.
  public static Answer json(int status, Object value) {
    return bytes(status, "application/json", Json.MAPPER.writeValueAsBytes(value));
  }

  public static Answer text(int status, String mediaType, String text) {
    return bytes(status, mediaType + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer empty(int status) {
    return new Answer(status, new LinkedHashMap<>(), _ -> {});
  }

  /// The same answer with one more header.
  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }
}
