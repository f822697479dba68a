package dev.suture.otlp;

import dev.suture.ingest.Arrival.Wire;
import dev.suture.ingest.Decoder.Malformed;
import dev.suture.ingest.Protocol;
import dev.suture.io.Encoding;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An OTLP endpoint's view of a body. Most telemetry holds no exception: such a request is not kept
/// at all.
public final class OtlpProtocol implements Protocol {
  private static final Pattern CLAIM =
      Pattern.compile("(?:^Bearer |(?:^|[,&?\\s])sentry_key=)([^,&\\s]{0,64})");

  private final Wire wire;

  /// @param wire one of OTLP's four
  public OtlpProtocol(Wire wire) {
    this.wire = wire;
  }

  @Override
  public Wire wire() {
    return wire;
  }

  /// The keys in `x-sentry-auth`, in `Authorization: Bearer` and in the query string.
  @Override
  public List<String> keys(List<String> claims) {
    List<String> keys = new ArrayList<>(2);
    for (String claim : claims) {
      Matcher matcher = CLAIM.matcher(claim);
      while (matcher.find()) {
        keys.add(matcher.group(1));
      }
    }
    return keys;
  }

  @Override
  public Inspected inspect(Encoding encoding, byte[] body, Instant received)
      throws Malformed, IOException {
    Walk.Found found = Notation.read(wire, encoding, body);
    byte[] kept = found.exceptions().isEmpty() ? new byte[0] : body;
    return new Inspected(null, null, null, encoding, kept, found.rejected());
  }
}
