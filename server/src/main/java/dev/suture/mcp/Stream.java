package dev.suture.mcp;

import dev.suture.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a method tells its client while it works, and asks of it: events in the answer to the
/// client's own request.
final class Stream {
  private final OutputStream out;
  private final Questions questions;

  Stream(OutputStream out, Questions questions) {
    this.out = out;
    this.questions = questions;
  }

  void tell(String method, Object params) throws IOException {
    send(message(method, params));
  }

  /// Asks the client, and waits for its answer, which comes as a request of its own.
  JsonNode ask(String method, Object params) throws IOException, RpcProblem {
    try (Questions.Question question = questions.open()) {
      Map<String, Object> message = message(method, params);
      message.put("id", question.id());
      send(message);
      return question.answer();
    }
  }

  private static Map<String, Object> message(String method, Object params) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("jsonrpc", "2.0");
    message.put("method", method);
    message.put("params", params);
    return message;
  }

  private void send(Object message) throws IOException {
    send(Json.MAPPER.writeValueAsBytes(message));
  }

  /// @param json without line breaks
  synchronized void send(byte[] json) throws IOException {
    out.write("event: message\ndata: ".getBytes(StandardCharsets.US_ASCII));
    out.write(json);
    out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
