/// OpenTelemetry's wire format: exceptions in log records and in span events, as protobuf or JSON,
/// translated into our own model. Whatever else telemetry carries is passed over. It never groups,
/// stores or decides.
@NullMarked
package dev.suture.otlp;

import org.jspecify.annotations.NullMarked;
