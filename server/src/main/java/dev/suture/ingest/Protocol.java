package dev.suture.ingest;

import dev.suture.ingest.Decoder.Malformed;
import dev.suture.io.Encoding;
import dev.suture.project.Category;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A foreign protocol, as far as a door needs it before it answers.
public interface Protocol {
  /// How the bytes to keep are to be read again.
  Arrival.Wire wire();

  /// Every key that stands in the claims of a delivery.
  List<String> keys(List<String> claims);

  /// Reads the body through once: that it decodes within the limits and keeps the protocol's
  /// grammar.
  ///
  /// @throws Malformed when it does not
  /// @throws dev.suture.io.TooLarge when it, or an item in it, is over its limit
  Inspected inspect(Encoding encoding, byte[] body, Instant received) throws Malformed, IOException;

  /// Looks at the beginning of a body only, for a door under pressure: whose it is and which event.
  /// The digest meets whatever is wrong with the rest, and ends it in an outcome.
  ///
  /// @return null when the beginning does not tell, or when the rest could unpack to more than the
  ///   digest should meet unwarned: then the whole has to be inspected
  /// @throws Malformed when the beginning breaks the grammar already
  /// @throws dev.suture.io.TooLarge when it announces something over a limit
  default @Nullable Inspected glance(Encoding encoding, byte[] body) throws Malformed, IOException {
    return null;
  }

  /// @param id of the event in it; null when there is none
  /// @param key that the body names; null when it names none
  /// @param project that the body names; null when it names none
  /// @param encoding of the bytes to keep
  /// @param body the bytes to keep, in the wire that the queue's decoder reads; empty when nothing
  ///   in the delivery is wanted
  /// @param rejected how many things in it are over a limit and will not be kept
  /// @param contents how many of what are in it; empty when the body was not read through
  record Inspected(
      @Nullable String id,
      @Nullable String key,
      @Nullable String project,
      Encoding encoding,
      byte[] body,
      int rejected,
      Map<Category, Integer> contents) {

    public Inspected(
        @Nullable String id,
        @Nullable String key,
        @Nullable String project,
        Encoding encoding,
        byte[] body,
        int rejected) {
      this(id, key, project, encoding, body, rejected, Map.of());
    }

    Inspected with(Map<Category, Integer> counted) {
      return new Inspected(id, key, project, encoding, body, rejected, counted);
    }

    public Inspected(
        @Nullable String id,
        @Nullable String key,
        @Nullable String project,
        Encoding encoding,
        byte[] body) {
      this(id, key, project, encoding, body, 0);
    }
  }
}
