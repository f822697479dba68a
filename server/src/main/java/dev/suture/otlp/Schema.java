package dev.suture.otlp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The messages of OTLP as far as they are read: the names of their fields by the numbers that
/// protobuf has for them, and what is inside.
///
/// @param fields by number
record Schema(Map<Integer, Field> fields) {

  /// @param inside schema of the value; null when it is no message
  record Field(String name, @Nullable Schema inside) {
    Field(String name) {
      this(name, null);
    }
  }

  static final Schema NOTHING = new Schema(Map.of());

  private static final Schema VALUE =
      new Schema(
          Map.of(
              1, new Field("stringValue"),
              2, new Field("boolValue"),
              3, new Field("intValue"),
              4, new Field("doubleValue")));

  private static final Schema ATTRIBUTE =
      new Schema(Map.of(1, new Field("key"), 2, new Field("value", VALUE)));

  private static final Schema RESOURCE = new Schema(Map.of(1, new Field("attributes", ATTRIBUTE)));

  private static final Schema SCOPE = new Schema(Map.of(1, new Field("name")));

  private static final Schema LOG_RECORD =
      new Schema(
          Map.of(
              1, new Field("timeUnixNano"),
              2, new Field("severityNumber"),
              5, new Field("body", VALUE),
              6, new Field("attributes", ATTRIBUTE),
              9, new Field("traceId"),
              10, new Field("spanId"),
              11, new Field("observedTimeUnixNano")));

  private static final Schema SPAN_EVENT =
      new Schema(
          Map.of(
              1, new Field("timeUnixNano"),
              2, new Field("name"),
              3, new Field("attributes", ATTRIBUTE)));

  private static final Schema SPAN =
      new Schema(
          Map.of(
              1, new Field("traceId"),
              2, new Field("spanId"),
              5, new Field("name"),
              9, new Field("attributes", ATTRIBUTE),
              11, new Field("events", SPAN_EVENT)));

  static final Schema LOGS =
      request("resourceLogs", "scopeLogs", new Field("logRecords", LOG_RECORD));

  static final Schema TRACES = request("resourceSpans", "scopeSpans", new Field("spans", SPAN));

  private static Schema request(String resources, String scopes, Field records) {
    Schema scope = new Schema(Map.of(1, new Field("scope", SCOPE), 2, records));
    Schema resource =
        new Schema(Map.of(1, new Field("resource", RESOURCE), 2, new Field(scopes, scope)));
    return new Schema(Map.of(1, new Field(resources, resource)));
  }
}
