package dev.suture.otlp;

/// One exception as telemetry recorded it.
///
/// @param resource what ran
/// @param scope name of the logger or tracer
/// @param around attributes of the span; the exception's own in a log record
/// @param own attributes of the log record or of the span event
/// @param trace 32 hexadecimal digits; empty when it is in no trace
/// @param span 16 hexadecimal digits; empty when it is in no span
/// @param name of the span; empty in a log record
/// @param body of the log record; empty in a span event
/// @param nanos since the epoch; 0 when unknown
/// @param severity the number of the log record; 0 when unknown
record Recorded(
    Attributes resource,
    String scope,
    Attributes around,
    Attributes own,
    String trace,
    String span,
    String name,
    String body,
    long nanos,
    long severity) {}
