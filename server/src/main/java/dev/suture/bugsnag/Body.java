package dev.suture.bugsnag;

import dev.suture.ingest.Decoder.Malformed;
import dev.suture.io.BoundedStream;
import dev.suture.io.Encoding;
import dev.suture.io.TooLarge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The body of a request, decoded within its bound.
final class Body {
  /// Notifiers trim what they send to one megabyte.
  private static final long LARGEST = 2L * 1024 * 1024;

  private Body() {}

  static byte[] decode(Encoding encoding, byte[] body) throws Malformed, TooLarge {
    try (InputStream decoded = encoding.open(new ByteArrayInputStream(body))) {
      return BoundedStream.readAll(decoded, LARGEST, -1);
    } catch (TooLarge large) {
      throw large;
    } catch (IOException broken) {
      throw new Malformed("the body does not decode as " + encoding.name());
    }
  }
}
