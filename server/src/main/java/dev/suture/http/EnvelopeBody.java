package dev.suture.http;

import dev.suture.json.Json;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An envelope that an endpoint makes of a delivery in another form, so that everything goes the
/// same way from there.
final class EnvelopeBody {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /// @param eventId null when the envelope has none
  EnvelopeBody(@Nullable String eventId) {
    line(eventId == null ? Map.of() : Map.of("event_id", eventId));
  }

  /// @param more fields of the item's header; an empty value leaves its field out
  EnvelopeBody item(String type, Map<String, String> more, byte[] payload) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("type", type);
    header.put("length", payload.length);
    more.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            header.put(name, value);
          }
        });
    line(header);
    bytes.writeBytes(payload);
    bytes.write('\n');
    return this;
  }

  private void line(Map<String, ?> header) {
    bytes.writeBytes(Json.MAPPER.writeValueAsBytes(header));
    bytes.write('\n');
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
