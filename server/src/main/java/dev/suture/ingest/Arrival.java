package dev.suture.ingest;

import dev.suture.event.Sender;
import dev.suture.project.Category;
import java.time.Instant;
import java.util.Set;

/// What a door received and the queue keeps, still as it came.
///
/// @param project that the key belongs to, checked by the door
/// @param wire how to read the body
/// @param encoding content encoding of the body: `identity`, `gzip`, `deflate`, `br` or `zstd`
/// @param address of the sender, for filters; never stored beyond the queue unless a project asks
/// @param limited what of it was over a limit and is not to be kept
/// @param sender how whoever sent it showed who he is
public record Arrival(
    long project,
    Instant received,
    Wire wire,
    String encoding,
    String address,
    byte[] body,
    Set<Category> limited,
    Sender sender) {

  /// All of it is within the limits, and nobody but the key stands behind it.
  public Arrival(
      long project, Instant received, Wire wire, String encoding, String address, byte[] body) {
    this(project, received, wire, encoding, address, body, Set.of(), Sender.anonymousKey);
  }

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
