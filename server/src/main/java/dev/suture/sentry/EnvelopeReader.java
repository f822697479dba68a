package dev.suture.sentry;

import dev.suture.ingest.Decoder.Malformed;
import dev.suture.io.BoundedStream;
import dev.suture.io.TooLarge;
import dev.suture.json.Json;
import dev.suture.json.TolerantJson;
import dev.suture.json.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads an envelope front to back and holds no more of it than its reader asks for.
///
/// An envelope is a line of JSON, then items; an item is a line of JSON, then its payload: as many
/// bytes as `length` says and a line feed or the end, or without `length` all up to the next line
/// feed.
final class EnvelopeReader {
  /// A payload of at most so many bytes gets its room before it is read.
  private static final int AT_ONCE = 64 * 1024;

  private final InputStream in;
  private final byte[] buffer;
  private int next;
  private int end;
  private int items;
  private @Nullable Item item;

  /// @param decoded the envelope without its content encoding; read up to the limit of envelopes
  EnvelopeReader(InputStream decoded, int bufferBytes) {
    this(decoded, new byte[bufferBytes]);
  }

  /// @param buffer that nobody else uses until the envelope is read
  EnvelopeReader(InputStream decoded, byte[] buffer) {
    this.in = new BoundedStream(decoded, ItemLimits.ENVELOPE);
    this.buffer = buffer;
  }

  /// The fields of a header line that are text or numbers, by name.
  record Header(Map<String, String> fields) {
    Optional<String> text(String name) {
      return Optional.ofNullable(fields.get(name));
    }
  }

  /// @param length -1 when the payload ends with its line
  record Item(String type, long length, Header header) {}

  /// The envelope's own header; to be read first.
  Header header() throws IOException, Malformed {
    byte[] line = line("the envelope's header");
    if (line == null) {
      throw new Malformed("the envelope is empty: not even its header line is there");
    }
    return parse(line, "the envelope's header");
  }

  /// The next item; null behind the last. Its payload is still to be read or skipped.
  @Nullable Item next() throws IOException, Malformed {
    byte[] line = line("the header of an item");
    if (line == null) {
      return null;
    }
    if (line.length == 0) {
      requireEnd();
      return null;
    }
    if (++items > ItemLimits.ITEMS) {
      throw new Malformed("the envelope has more than " + ItemLimits.ITEMS + " items");
    }
    Header header = parse(line, "the header of item " + items);
    String type = header.text("type").orElse("");
    if (type.isEmpty()) {
      throw new Malformed("the header of item " + items + " names no type");
    }
    long length = length(header);
    if (length > ItemLimits.of(type)) {
      throw new TooLarge(ItemLimits.of(type));
    }
    item = new Item(type, length, header);
    return item;
  }

  /// The payload of the item that came last.
  byte[] payload() throws IOException, Malformed {
    Item current = current();
    long length = current.length();
    if (length >= 0 && length <= AT_ONCE) {
      byte[] whole = new byte[(int) length];
      passInto(whole, whole.length);
      return whole;
    }
    ByteArrayOutputStream payload = new ByteArrayOutputStream(AT_ONCE);
    pass(current, payload);
    return payload.toByteArray();
  }

  /// The payload of an event, in a room that is used again where it fits.
  EventRoom event() throws IOException, Malformed {
    long length = item == null ? -1 : item.length();
    if (length < 0 || length > EventRoom.BYTES) {
      return EventRoom.own(payload());
    }
    current();
    EventRoom room = EventRoom.of((int) length);
    passInto(room.bytes(), (int) length);
    return room;
  }

  /// Fills an array from the buffer, and what is not there yet straight from the stream.
  private void passInto(byte[] whole, int length) throws IOException, Malformed {
    int filled = Math.min(length, end - next);
    System.arraycopy(buffer, next, whole, 0, filled);
    next += filled;
    if (in.readNBytes(whole, filled, length - filled) < length - filled) {
      throw tooShort();
    }
    passFeed();
  }

  private Malformed tooShort() {
    return new Malformed("item " + items + " is shorter than its length says");
  }

  private void passFeed() throws IOException, Malformed {
    if ((next < end || fill()) && buffer[next++] != '\n') {
      throw new Malformed("item " + items + " is longer than its length says");
    }
  }

  void skip() throws IOException, Malformed {
    pass(current(), null);
  }

  private Item current() {
    Item current = item;
    if (current == null) {
      throw new IllegalStateException("no item, or its payload is read already");
    }
    item = null;
    return current;
  }

  private void pass(Item current, @Nullable ByteArrayOutputStream target)
      throws IOException, Malformed {
    if (current.length() < 0) {
      passLine(ItemLimits.of(current.type()), target);
      return;
    }
    long left = current.length();
    while (left > 0) {
      if (next == end && !fill()) {
        throw tooShort();
      }
      int step = (int) Math.min(left, end - next);
      if (target != null) {
        target.write(buffer, next, step);
      }
      next += step;
      left -= step;
    }
    passFeed();
  }

  /// @return whether there was a line at all
  private boolean passLine(long limit, @Nullable ByteArrayOutputStream target) throws IOException {
    long passed = 0;
    boolean any = false;
    while (next < end || fill()) {
      any = true;
      int feed = next;
      while (feed < end && buffer[feed] != '\n') {
        feed++;
      }
      passed += feed - next;
      if (passed > limit) {
        throw new TooLarge(limit);
      }
      if (target != null) {
        target.write(buffer, next, feed - next);
      }
      next = feed;
      if (feed < end) {
        next++;
        return true;
      }
    }
    return any;
  }

  private byte @Nullable [] line(String what) throws IOException, Malformed {
    if (next == end && !fill()) {
      return null;
    }
    for (int i = next; i < end; i++) {
      if (buffer[i] == '\n') {
        byte[] line = Arrays.copyOfRange(buffer, next, i);
        next = i + 1;
        return line;
      }
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    try {
      passLine(ItemLimits.HEADER_LINE, line);
    } catch (TooLarge large) {
      if (large.limit() != ItemLimits.HEADER_LINE) {
        throw large;
      }
      throw new Malformed(what + " is longer than " + ItemLimits.HEADER_LINE + " bytes");
    }
    return line.toByteArray();
  }

  /// Line feeds behind the last item are forgiven, an empty line between items is not.
  private void requireEnd() throws IOException, Malformed {
    while (next < end || fill()) {
      if (buffer[next] != '\n') {
        throw new Malformed("the header of item " + (items + 1) + " is an empty line");
      }
      next++;
    }
  }

  private boolean fill() throws IOException {
    int read = in.read(buffer, 0, buffer.length);
    next = 0;
    end = Math.max(read, 0);
    return read > 0;
  }

  private long length(Header header) throws Malformed {
    Optional<String> text = header.text("length");
    if (text.isEmpty()) {
      return -1;
    }
    try {
      long length = Long.parseLong(text.get());
      if (length >= 0) {
        return length;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, with negative lengths.
    }
    throw new Malformed("the length of item " + items + " is no number of bytes");
  }

  private static Header parse(byte[] line, String what) throws Malformed {
    Map<String, String> fields = new HashMap<>();
    Value quick = TolerantJson.scan(line);
    if (quick != null && quick.isObject()) {
      quick.fields(
          (name, value) -> {
            if (value.isNumber() || value.isString()) {
              fields.put(name, value.written());
            }
          });
      return new Header(fields);
    }
    try (JsonParser parser = Json.MAPPER.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed(what + " is no JSON object");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value.isStructStart()) {
          parser.skipChildren();
        } else if (value.isNumeric() || value == JsonToken.VALUE_STRING) {
          fields.put(name, parser.getString());
        }
      }
      if (parser.nextToken() != null) {
        throw new Malformed(what + " has more than one JSON object on its line");
      }
    } catch (JacksonException broken) {
      throw new Malformed(what + " is no JSON object");
    }
    return new Header(fields);
  }
}
