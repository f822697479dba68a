package dev.suture.sentry;

import dev.suture.event.EventId;
import dev.suture.ingest.Arrival;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Protocol;
import dev.suture.io.BoundedStream;
import dev.suture.io.Encoding;
import dev.suture.io.InflateStream;
import dev.suture.io.TooLarge;
import dev.suture.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The store endpoint of old SDKs: one event as JSON, or as base64 of zlib. It goes on as an
/// envelope with one item.
public final class SentryStoreProtocol implements Protocol {
  private static final long LIMIT = ItemLimits.of("event");

  @Override
  public Arrival.Wire wire() {
    return Arrival.Wire.sentryEnvelope;
  }

  @Override
  public List<String> keys(List<String> claims) {
    return Dsn.keys(claims);
  }

  @Override
  public Inspected inspect(Encoding encoding, byte[] body, Instant received)
      throws Malformed, IOException {
    byte[] event = decode(encoding, body);
    requireObject(event);
    String id = SentryProtocol.eventId(event).orElseGet(() -> EventId.derive(event, received));
    return new Inspected(id, null, null, Encoding.identity, envelope(id, event));
  }

  private static byte[] decode(Encoding encoding, byte[] body) throws Malformed, IOException {
    try (InputStream decoded = encoding.open(new ByteArrayInputStream(body))) {
      byte[] event = BoundedStream.readAll(decoded, LIMIT, -1);
      return event.length > 0 && event[0] != '{' ? unpack(event) : event;
    } catch (TooLarge large) {
      throw large;
    } catch (IOException | IllegalArgumentException broken) {
      throw new Malformed("the body is neither JSON nor base64 of zlib");
    }
  }

  private static byte[] unpack(byte[] base64) throws IOException {
    byte[] packed = Base64.getMimeDecoder().decode(base64);
    try (InputStream decoded = InflateStream.deflate(new ByteArrayInputStream(packed))) {
      return BoundedStream.readAll(decoded, LIMIT, -1);
    }
  }

  private static void requireObject(byte[] event) throws Malformed {
    try (JsonParser parser = Json.MAPPER.createParser(event)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        parser.skipChildren();
        if (parser.currentToken() == JsonToken.END_OBJECT) {
          return;
        }
      }
    } catch (JacksonException broken) {
      // Said below.
    }
    throw new Malformed("the body is no JSON object");
  }

  private static byte[] envelope(String id, byte[] event) {
    ByteArrayOutputStream envelope = new ByteArrayOutputStream(event.length + 120);
    String head =
        "{\"event_id\":\"" + id + "\"}\n{\"type\":\"event\",\"length\":" + event.length + "}\n";
    envelope.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    envelope.writeBytes(event);
    return envelope.toByteArray();
  }
}
