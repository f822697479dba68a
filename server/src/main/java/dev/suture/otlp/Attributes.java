package dev.suture.otlp;

import dev.suture.ingest.Decoder.Malformed;
import dev.suture.json.Fields;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Attributes by their names in the semantic conventions. Only those that are read are kept,
/// scalars as text.
final class Attributes {
  static final String TYPE = "exception.type";
  static final String MESSAGE = "exception.message";
  static final String STACKTRACE = "exception.stacktrace";
  static final String ESCAPED = "exception.escaped";

  private static final int LONGEST_STACK = 64 * 1024;

  private static final Set<String> READ =
      Set.of(
          TYPE,
          MESSAGE,
          STACKTRACE,
          ESCAPED,
          "service.name",
          "service.namespace",
          "service.version",
          "service.instance.id",
          "deployment.environment.name",
          "deployment.environment",
          "telemetry.sdk.language",
          "telemetry.sdk.name",
          "telemetry.sdk.version",
          "host.name",
          "http.request.method",
          "http.method",
          "http.route",
          "http.response.status_code",
          "url.full",
          "http.url",
          "user.id",
          "enduser.id",
          "user.email",
          "user.name");

  private final Map<String, String> values = new HashMap<>();

  /// Reads one `KeyValue`.
  void add(Message attribute) throws Malformed {
    String key = "";
    String value = null;
    for (String field = attribute.next(); field != null; field = attribute.next()) {
      if (field.equals("key")) {
        key = attribute.text();
      } else if (field.equals("value")) {
        value = text(attribute.message());
      }
    }
    if (value != null && READ.contains(key)) {
      values.put(key, Fields.cut(value, key.equals(STACKTRACE) ? LONGEST_STACK : Fields.TEXT));
    }
  }

  /// An `AnyValue` as text; null when it is a list, a map or nothing.
  static @Nullable String text(Message value) throws Malformed {
    String text = null;
    for (String field = value.next(); field != null; field = value.next()) {
      switch (field) {
        case "stringValue" -> text = value.text();
        case "boolValue" -> text = Boolean.toString(value.number() != 0);
        case "intValue" -> text = Long.toString(value.number());
        case "doubleValue" -> text = Double.toString(value.real());
        default -> {
          // A list, a map or bytes: nothing that is read has such a value.
        }
      }
    }
    return text;
  }

  /// The first of these attributes that is there and not blank.
  @Nullable String first(String... names) {
    for (String name : names) {
      String value = values.get(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  String get(String name) {
    String value = values.get(name);
    return value == null ? "" : value;
  }

  boolean isException() {
    return !get(TYPE).isEmpty() || !get(MESSAGE).isEmpty();
  }
}
