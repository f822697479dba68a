package dev.suture.sentry;

import dev.suture.ingest.Decoder.Malformed;
import dev.suture.io.BoundedStream;
import dev.suture.io.Encoding;
import dev.suture.io.TooLarge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// The segments of one envelope's recording, put together into one JSON array of rrweb events. A
/// segment is a line `{"segment_id": n}` and a JSON array behind it, plain or packed with zlib.
final class ReplayRecording {
  /// A page nests as deeply as its author likes, twice as deep in rrweb's tree.
  private static final JsonMapper DEEP =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(5_000).build())
                  .build())
          .build();

  private final List<Segment> segments = new ArrayList<>();
  private long unpacked;

  private record Segment(long number, byte[] json, int from, int to) {}

  /// @throws TooLarge when the segments together exceed what a recording may unpack to
  void add(byte[] payload) throws Malformed, IOException {
    int feed = 0;
    while (feed < payload.length && payload[feed] != '\n') {
      feed++;
    }
    if (feed == payload.length) {
      throw new Malformed("the recording has no header line");
    }
    byte[] json = unpack(payload, feed + 1);
    unpacked += json.length;
    int from = 0;
    while (from < json.length && json[from] != '[') {
      from++;
    }
    int to = json.length - 1;
    while (to > from && json[to] != ']') {
      to--;
    }
    requireArray(json);
    segments.add(new Segment(number(payload, feed), json, from + 1, to));
  }

  private byte[] unpack(byte[] payload, int offset) throws Malformed, IOException {
    ByteArrayInputStream rest = new ByteArrayInputStream(payload, offset, payload.length - offset);
    boolean plain = offset < payload.length && payload[offset] == '[';
    long left = ItemLimits.REPLAY_UNPACKED - unpacked;
    try (InputStream decoded = (plain ? Encoding.identity : Encoding.deflate).open(rest)) {
      return BoundedStream.readAll(decoded, left, -1);
    } catch (TooLarge large) {
      throw large;
    } catch (IOException broken) {
      throw new Malformed("the recording is neither JSON nor zlib");
    }
  }

  private static void requireArray(byte[] json) throws Malformed {
    try (JsonParser parser = DEEP.createParser(json)) {
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        parser.skipChildren();
        if (parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null) {
          return;
        }
      }
    } catch (JacksonException broken) {
      // Said below.
    }
    throw new Malformed("the recording is no JSON array");
  }

  private static long number(byte[] payload, int feed) {
    try (JsonParser parser = DEEP.createParser(payload, 0, feed)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
            && "segment_id".equals(parser.currentName())) {
          return parser.getValueAsLong();
        }
      }
    } catch (JacksonException unnumbered) {
      // Then the order in the envelope has to do.
    }
    return Long.MAX_VALUE;
  }

  /// All segments in their order; null when there was none.
  byte @Nullable [] merged() {
    if (segments.isEmpty()) {
      return null;
    }
    segments.sort(Comparator.comparingLong(Segment::number));
    ByteArrayOutputStream merged = new ByteArrayOutputStream((int) Math.max(unpacked, 32));
    char separator = '[';
    for (Segment segment : segments) {
      if (!isBlank(segment)) {
        merged.write(separator);
        merged.write(segment.json(), segment.from(), segment.to() - segment.from());
        separator = ',';
      }
    }
    if (separator == '[') {
      merged.write('[');
    }
    merged.write(']');
    return merged.toByteArray();
  }

  private static boolean isBlank(Segment segment) {
    for (int i = segment.from(); i < segment.to(); i++) {
      if (segment.json()[i] > ' ') {
        return false;
      }
    }
    return true;
  }
}
