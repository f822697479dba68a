package dev.suture.ingest;

import java.time.Instant;

/// What a door received and the queue keeps, still as it came.
///
/// @param project that the key belongs to, checked by the door
/// @param wire how to read the body
/// @param encoding content encoding of the body: `identity`, `gzip`, `deflate`, `br` or `zstd`
/// @param address of the sender, for filters; never stored beyond the queue unless a project asks
public record Arrival(
    long project, Instant received, Wire wire, String encoding, String address, byte[] body) {

  /// The protocol that a body is written in.
  public enum Wire {
    sentryEnvelope,
    bugsnagEvents,
    bugsnagSessions,
    otlpLogsProtobuf,
    otlpLogsJson,
    otlpTracesProtobuf,
    otlpTracesJson
  }
}
