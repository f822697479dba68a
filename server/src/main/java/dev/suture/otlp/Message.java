package dev.suture.otlp;

import dev.suture.ingest.Decoder.Malformed;
import org.jspecify.annotations.Nullable;

/// A message of OTLP, read field by field in the order of the wire, whichever notation it has. A
/// repeated field comes once for each of its values. What is not asked for is passed over.
interface Message {
  /// The name of the next field, as JSON has it; null at the end.
  @Nullable String next() throws Malformed;

  /// The value as text; empty when it is none.
  String text() throws Malformed;

  /// The value as an integer; 0 when it is none.
  long number() throws Malformed;

  /// The value as a floating-point number; 0 when it is none.
  double real() throws Malformed;

  /// The bytes of an id as lower-case hexadecimal digits; empty when it is no id.
  String id() throws Malformed;

  /// The value as a message, to be read to its end before this one goes on; without fields when it
  /// is none.
  Message message() throws Malformed;
}
