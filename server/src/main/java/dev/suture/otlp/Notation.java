package dev.suture.otlp;

import dev.suture.ingest.Arrival.Wire;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.io.BoundedStream;
import dev.suture.io.Encoding;
import dev.suture.io.TooLarge;
import dev.suture.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// From the bytes of a request to its exceptions, by the wire they came on.
final class Notation {
  /// Decoded; an SDK's batch has some hundred kilobytes.
  private static final long LARGEST = 8L * 1024 * 1024;

  private Notation() {}

  /// @throws TooLarge when the decoded request is over the limit
  static Walk.Found read(Wire wire, Encoding encoding, byte[] body) throws Malformed, TooLarge {
    byte[] plain = decode(encoding, body);
    return switch (wire) {
      case otlpLogsProtobuf -> Walk.through(new ProtobufMessage(plain, Schema.LOGS));
      case otlpTracesProtobuf -> Walk.through(new ProtobufMessage(plain, Schema.TRACES));
      case otlpLogsJson, otlpTracesJson -> json(plain);
      case sentryEnvelope, bugsnagEvents, bugsnagSessions ->
          throw new IllegalArgumentException(wire + " is another protocol");
    };
  }

  private static byte[] decode(Encoding encoding, byte[] body) throws Malformed, TooLarge {
    try (InputStream decoded = encoding.open(new ByteArrayInputStream(body))) {
      return BoundedStream.readAll(decoded, LARGEST, -1);
    } catch (TooLarge large) {
      throw large;
    } catch (IOException broken) {
      throw new Malformed("the body does not decode as " + encoding.name());
    }
  }

  private static Walk.Found json(byte[] plain) throws Malformed {
    try (JsonParser parser = Json.MAPPER.createParser(plain)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed("the body is no JSON object");
      }
      return Walk.through(new JsonMessage(parser));
    } catch (JacksonException broken) {
      throw new Malformed("the body is no JSON");
    }
  }
}
