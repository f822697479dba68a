package dev.suture.sentry;

import dev.suture.event.EventId;
import dev.suture.ingest.Arrival;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Protocol;
import dev.suture.io.Encoding;
import dev.suture.io.TooLarge;
import dev.suture.json.Json;
import dev.suture.project.Category;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The envelope endpoint's view of a body: one streaming pass over its framing. Payloads are passed
/// over, except an event's whose id stands nowhere else.
public final class SentryProtocol implements Protocol {
  private static final int SMALL = 8 * 1024;
  private static final int FAIR_SHARE = 64 * 1024;
  private static final int GLANCE = 256;

  /// What deflate can make of so many bytes, 66 MB, the digest unpacks in a fraction of a second.
  private static final int GLANCED = 64 * 1024;

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
    try (InputStream decoded = encoding.open(new ByteArrayInputStream(body))) {
      int buffer = body.length < SMALL ? SMALL : FAIR_SHARE;
      EnvelopeReader envelope = new EnvelopeReader(decoded, buffer);
      EnvelopeReader.Header header = envelope.header();
      Optional<Dsn> dsn = dsn(header);
      Map<Category, Integer> contents = new EnumMap<>(Category.class);
      String id = inspectItems(envelope, id(header), received, contents);
      return new Inspected(
          id,
          dsn.map(Dsn::key).orElse(null),
          dsn.map(Dsn::project).orElse(null),
          encoding,
          body,
          0,
          contents);
    } catch (TooLarge large) {
      throw large;
    } catch (IOException broken) {
      throw notDecoding(encoding);
    }
  }

  /// The envelope's header and that of its first item. An event whose id stands in its payload only
  /// is not for a glance.
  @Override
  public @Nullable Inspected glance(Encoding encoding, byte[] body) throws Malformed, IOException {
    boolean bounded =
        switch (encoding) {
          case identity, gzip, deflate -> body.length <= GLANCED;
          case br, zstd -> false;
        };
    if (!bounded) {
      return null;
    }
    try (InputStream decoded = encoding.open(new ByteArrayInputStream(body))) {
      EnvelopeReader envelope = new EnvelopeReader(decoded, GLANCE);
      EnvelopeReader.Header header = envelope.header();
      String id = id(header);
      envelope.next();
      return id == null ? null : inspected(id, dsn(header), encoding, body);
    } catch (TooLarge large) {
      throw large;
    } catch (IOException broken) {
      throw notDecoding(encoding);
    }
  }

  private static Inspected inspected(
      @Nullable String id, Optional<Dsn> dsn, Encoding encoding, byte[] body) {
    return new Inspected(
        id, dsn.map(Dsn::key).orElse(null), dsn.map(Dsn::project).orElse(null), encoding, body);
  }

  private static Malformed notDecoding(Encoding encoding) {
    return new Malformed("the body does not decode as " + encoding.name());
  }

  private static @Nullable String inspectItems(
      EnvelopeReader envelope,
      @Nullable String headerId,
      Instant received,
      Map<Category, Integer> contents)
      throws IOException, Malformed {
    String id = headerId;
    EnvelopeReader.Item item;
    while ((item = envelope.next()) != null) {
      contents.merge(ItemCategory.of(item.type()), 1, Integer::sum);
      if (id == null && item.type().equals("event")) {
        byte[] payload = envelope.payload();
        id = eventId(payload).orElseGet(() -> EventId.derive(payload, received));
      } else {
        envelope.skip();
      }
      // Inflating does not block, and other requests wait for this processor.
      Thread.yield();
    }
    return id;
  }

  static @Nullable String id(EnvelopeReader.Header header) throws Malformed {
    Optional<String> text = header.text("event_id");
    if (text.isEmpty()) {
      return null;
    }
    return EventId.parse(text.get())
        .orElseThrow(() -> new Malformed("the envelope's event_id is no UUID"));
  }

  private static Optional<Dsn> dsn(EnvelopeReader.Header header) throws Malformed {
    Optional<String> text = header.text("dsn");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Dsn.parse(text.get()).orElseThrow(() -> new Malformed("the envelope's dsn is no DSN")));
  }

  /// The id in an event's payload; none when there is none or the payload is no JSON, which its
  /// digest will say.
  static Optional<String> eventId(byte[] payload) {
    try (JsonParser parser = Json.MAPPER.createParser(payload)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean wanted = parser.currentName().equals("event_id");
        JsonToken value = parser.nextToken();
        if (wanted && value == JsonToken.VALUE_STRING) {
          return EventId.parse(parser.getString());
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }
}
