package dev.suture.store;

import dev.suture.event.Sender;
import dev.suture.ingest.Arrival;
import dev.suture.project.Category;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// How an arrival lies in a segment: length and checksum of the rest, then position, time, project,
/// wire, encoding, address, body. The highest bit of the wire says that four bytes with what was
/// over a limit stand between address and body; the two below it are how the sender showed who he
/// is. A position that is not the expected one marks what an earlier use of the file left behind.
final class SegmentRecord {
  static final int PREFIX = 8;
  private static final int FIXED = 8 + 8 + 8 + 1 + 1 + 1;
  private static final int LIMITED = 0x80;
  private static final int SENDER = 5;
  private static final int WIRE = 0x1f;
  private static final int MASK = 4;
  private static final String[] ENCODINGS = {"identity", "gzip", "deflate", "br", "zstd"};

  private SegmentRecord() {}

  static int length(Arrival arrival) {
    int mask = arrival.limited().isEmpty() ? 0 : MASK;
    return Math.addExact(PREFIX + FIXED + address(arrival).length + mask, arrival.body().length);
  }

  private static byte[] address(Arrival arrival) {
    byte[] address = arrival.address().getBytes(StandardCharsets.UTF_8);
    return address.length <= 255 ? address : new byte[0];
  }

  static void write(Arrival arrival, long position, ByteBuffer target) {
    int start = target.position();
    target.position(start + PREFIX);
    byte[] address = address(arrival);
    int mask = mask(arrival.limited());
    target
        .putLong(position)
        .putLong(arrival.received().toEpochMilli())
        .putLong(arrival.project())
        .put(
            (byte)
                (arrival.wire().ordinal()
                    | arrival.sender().ordinal() << SENDER
                    | (mask == 0 ? 0 : LIMITED)))
        .put(encoding(arrival.encoding()))
        .put((byte) address.length)
        .put(address);
    if (mask != 0) {
      target.putInt(mask);
    }
    target.put(arrival.body());
    int end = target.position();
    target.putInt(start, end - start - PREFIX);
    target.putInt(start + 4, checksum(target, start + PREFIX, end));
  }

  /// @param record without its prefix
  static int checksum(ByteBuffer record, int from, int to) {
    CRC32C crc = new CRC32C();
    int length = to - from;
    crc.update(length >>> 24);
    crc.update(length >>> 16);
    crc.update(length >>> 8);
    crc.update(length);
    crc.update(record.slice(from, length));
    return (int) crc.getValue();
  }

  /// @param length as its prefix says
  static boolean canBe(int length, long room) {
    return length >= FIXED && length <= room;
  }

  static long position(ByteBuffer record) {
    return record.getLong(0);
  }

  static long receivedMillis(ByteBuffer record) {
    return record.getLong(8);
  }

  /// @return null when the record is of a version that this one does not know
  static @Nullable Arrival read(ByteBuffer record) {
    boolean limited = (record.get(24) & LIMITED) != 0;
    int wire = record.get(24) & WIRE;
    int sender = (record.get(24) & (LIMITED - 1)) >> SENDER;
    int encoding = record.get(25) & 0xff;
    int addressLength = record.get(26) & 0xff;
    if (wire >= Arrival.Wire.values().length
        || sender >= Sender.values().length
        || encoding >= ENCODINGS.length
        || FIXED + addressLength + (limited ? MASK : 0) > record.limit()) {
      return null;
    }
    byte[] address = new byte[addressLength];
    record.get(FIXED, address);
    int from = FIXED + addressLength + (limited ? MASK : 0);
    byte[] body = new byte[record.limit() - from];
    record.get(from, body);
    return new Arrival(
        record.getLong(16),
        Instant.ofEpochMilli(receivedMillis(record)),
        Arrival.Wire.values()[wire],
        ENCODINGS[encoding],
        new String(address, StandardCharsets.UTF_8),
        body,
        limited ? categories(record.getInt(from - MASK)) : Set.of(),
        Sender.values()[sender]);
  }

  private static int mask(Set<Category> categories) {
    int mask = 0;
    for (Category each : categories) {
      mask |= 1 << each.ordinal();
    }
    return mask;
  }

  private static Set<Category> categories(int mask) {
    Set<Category> categories = EnumSet.noneOf(Category.class);
    for (Category each : Category.values()) {
      if ((mask & 1 << each.ordinal()) != 0) {
        categories.add(each);
      }
    }
    return categories;
  }

  private static byte encoding(String name) {
    for (byte i = 0; i < ENCODINGS.length; i++) {
      if (ENCODINGS[i].equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("an encoding that no decoder knows: " + name);
  }
}
