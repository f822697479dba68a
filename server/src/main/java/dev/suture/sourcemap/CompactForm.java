package dev.suture.sourcemap;

import dev.suture.sourcemap.DecodedMap.Content;
import dev.suture.sourcemap.DecodedMap.Source;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// How a map lies on disk, to be looked up where it lies: [SourceMap] reads it.
///
/// A head of [#HEAD] bytes; for each generated line and one more the number of its first segment;
/// the segments, each as wide as the largest value of each of its five fields needs; the names and
/// the sources, each as a table of where its text stands; the texts. Numbers are big-endian. A
/// source or a name that a segment does not have is 0, all others are one more than their index.
final class CompactForm {
  static final int MAGIC = 0x534d_4331;
  static final int FIELDS = 5;
  static final int DEBUG_ID = 36;

  /// Magic, length of the whole, lines, segments, sources, names, offsets of the five parts, the
  /// five widths padded to eight bytes, debug id or zeroes.
  static final int HEAD = 4 * 11 + 8 + DEBUG_ID;

  static final int NAME_ROW = 8;
  static final int SOURCE_ROW = 24;
  static final int IGNORED = 1;
  static final int NO_TEXT = -1;

  private final DecodedMap map;
  private final int[] widths = new int[FIELDS];
  private final List<byte[]> texts = new ArrayList<>();
  private int length;

  private CompactForm(DecodedMap map) {
    this.map = map;
  }

  static byte[] of(DecodedMap map) {
    return new CompactForm(map).write();
  }

  private byte[] write() {
    Mappings mappings = map.mappings();
    int stride = 0;
    for (int field = 0; field < FIELDS; field++) {
      widths[field] = width(mappings.largest(field));
      stride += widths[field];
    }
    int lines = HEAD;
    int segments = lines + 4 * (mappings.lines() + 1);
    int names = Math.addExact(segments, Math.multiplyExact(stride, mappings.segments()));
    int sources = names + NAME_ROW * map.names().size();
    length = sources + SOURCE_ROW * map.sources().size();
    ByteBuffer tables = ByteBuffer.allocate(length);
    tables.position(lines);
    for (int line = 0; line <= mappings.lines(); line++) {
      tables.putInt(mappings.firstOf(line));
    }
    int offset = segments;
    for (int field = 0; field < FIELDS; field++) {
      mappings.write(field, tables, offset, stride, widths[field]);
      offset += widths[field];
    }
    tables.position(names);
    map.names().forEach(name -> text(tables, name.getBytes(StandardCharsets.UTF_8)));
    map.sources().forEach(source -> source(tables, source));
    head(tables, new int[] {lines, segments, names, sources, stride});
    ByteBuffer whole = ByteBuffer.allocate(length).put(tables.flip());
    texts.forEach(whole::put);
    return whole.array();
  }

  private void head(ByteBuffer out, int[] parts) {
    out.position(0);
    out.putInt(MAGIC)
        .putInt(length)
        .putInt(map.mappings().lines())
        .putInt(map.mappings().segments())
        .putInt(map.sources().size())
        .putInt(map.names().size());
    for (int part : parts) {
      out.putInt(part);
    }
    for (int width : widths) {
      out.put((byte) width);
    }
    out.position(HEAD - DEBUG_ID);
    if (map.debugId() != null) {
      out.put(map.debugId().getBytes(StandardCharsets.US_ASCII));
    }
    out.position(out.limit());
  }

  /// A row of where the text stands, which is written behind all tables.
  private void text(ByteBuffer out, byte[] text) {
    out.putInt(length).putInt(text.length);
    texts.add(text);
    length = Math.addExact(length, text.length);
  }

  private void source(ByteBuffer out, Source source) {
    if (source.path() == null) {
      out.putInt(0).putInt(NO_TEXT);
    } else {
      text(out, source.path().getBytes(StandardCharsets.UTF_8));
    }
    out.putInt(source.ignored() ? IGNORED : 0);
    Content content = source.content();
    if (content == null) {
      out.putInt(0).putInt(NO_TEXT).putInt(0);
    } else {
      text(out, content.compressed());
      out.putInt(content.bytes());
    }
  }

  private static int width(int largest) {
    return (32 - Integer.numberOfLeadingZeros(Math.max(1, largest)) + 7) / 8;
  }

  static int get(ByteBuffer in, int at, int width) {
    return switch (width) {
      case 1 -> in.get(at) & 0xff;
      case 2 -> in.getShort(at) & 0xffff;
      case 3 -> (in.get(at) & 0xff) << 16 | (in.getShort(at + 1) & 0xffff);
      default -> in.getInt(at);
    };
  }
}
