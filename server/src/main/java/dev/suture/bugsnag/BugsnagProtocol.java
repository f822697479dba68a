package dev.suture.bugsnag;

import dev.suture.ingest.Arrival.Wire;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Protocol;
import dev.suture.io.Encoding;
import dev.suture.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// A BugSnag endpoint's view of a body: one JSON object, which may say its key.
public final class BugsnagProtocol implements Protocol {
  private final Wire wire;

  /// @param wire events or sessions of BugSnag
  public BugsnagProtocol(Wire wire) {
    this.wire = wire;
  }

  @Override
  public Wire wire() {
    return wire;
  }

  /// A claim is a key as it is: the header's or the query's.
  @Override
  public List<String> keys(List<String> claims) {
    return claims;
  }

  @Override
  public Inspected inspect(Encoding encoding, byte[] body, Instant received)
      throws Malformed, IOException {
    String key = apiKey(Body.decode(encoding, body));
    return new Inspected(null, key, null, encoding, body);
  }

  private static @Nullable String apiKey(byte[] plain) throws Malformed {
    String key = null;
    try (JsonParser parser = Json.MAPPER.createParser(plain)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed("the body is no JSON object");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean wanted = parser.currentName().equals("apiKey");
        JsonToken value = parser.nextToken();
        if (wanted && value == JsonToken.VALUE_STRING) {
          key = parser.getString();
        }
        parser.skipChildren();
      }
      return key;
    } catch (JacksonException broken) {
      throw new Malformed("the body is no JSON");
    }
  }
}
