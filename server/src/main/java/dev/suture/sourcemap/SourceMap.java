package dev.suture.sourcemap;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A source map in its [CompactForm], looked up where it lies: in memory or in a mapped file. It
/// says where each position of a built file comes from. Lines and columns count from 0 here, as the
/// format has it.
public final class SourceMap {
  private final ByteBuffer form;
  private final int lineCount;
  private final int segmentCount;
  private final int sourceCount;
  private final int nameCount;
  private final int lines;
  private final int segments;
  private final int names;
  private final int sources;
  private final int stride;
  private final int[] widths = new int[CompactForm.FIELDS];
  private final int[] offsets = new int[CompactForm.FIELDS];

  private SourceMap(ByteBuffer form) {
    this.form = form;
    lineCount = form.getInt(8);
    segmentCount = form.getInt(12);
    sourceCount = form.getInt(16);
    nameCount = form.getInt(20);
    lines = form.getInt(24);
    segments = form.getInt(28);
    names = form.getInt(32);
    sources = form.getInt(36);
    stride = form.getInt(40);
    int offset = 0;
    for (int field = 0; field < CompactForm.FIELDS; field++) {
      widths[field] = form.get(44 + field);
      offsets[field] = offset;
      offset += widths[field];
    }
  }

  /// @return nothing when the bytes are of another version of the form, or not whole
  public static Optional<SourceMap> open(ByteBuffer form) {
    boolean whole =
        form.capacity() >= CompactForm.HEAD
            && form.getInt(0) == CompactForm.MAGIC
            && form.getInt(4) == form.capacity();
    return whole ? Optional.of(new SourceMap(form)) : Optional.empty();
  }

  /// An original position.
  ///
  /// @param source index among the sources
  /// @param path null where the map leaves it open
  /// @param name what the code at the position is called in the original; null where it is unnamed
  public record Position(
      int source, @Nullable String path, int line, int column, @Nullable String name) {}

  /// Where a position of the built file comes from; empty when the map does not say.
  public Optional<Position> at(int line, int column) {
    int segment = segmentAt(line, column);
    if (segment < 0 || field(segment, Mappings.SOURCE) == 0) {
      return Optional.empty();
    }
    int source = field(segment, Mappings.SOURCE) - 1;
    int name = field(segment, Mappings.NAME) - 1;
    return Optional.of(
        new Position(
            source,
            path(source),
            field(segment, Mappings.ORIGINAL_LINE),
            field(segment, Mappings.ORIGINAL_COLUMN),
            name < 0 ? null : text(names + name * CompactForm.NAME_ROW)));
  }

  /// The last segment of the line at or before the column, the first of those at one column; -1
  /// when there is none.
  private int segmentAt(int line, int column) {
    if (line < 0 || line >= lineCount || column < 0) {
      return -1;
    }
    int first = form.getInt(lines + 4 * line);
    int low = first;
    int high = form.getInt(lines + 4 * line + 4);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (field(middle, Mappings.COLUMN) <= column) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int found = low - 1;
    if (found < first) {
      return -1;
    }
    while (found > first && field(found - 1, Mappings.COLUMN) == field(found, Mappings.COLUMN)) {
      found--;
    }
    return found;
  }

  private int field(int segment, int field) {
    return CompactForm.get(form, segments + segment * stride + offsets[field], widths[field]);
  }

  public int sources() {
    return sourceCount;
  }

  /// Of an original file; null where the map leaves it open.
  public @Nullable String path(int source) {
    return text(sourceRow(source));
  }

  public boolean isIgnored(int source) {
    return form.getInt(sourceRow(source) + 8) == CompactForm.IGNORED;
  }

  /// The text of an original file, when the map carries it and it is not damaged.
  public Optional<String> content(int source) {
    int row = sourceRow(source) + 12;
    byte[] compressed = bytes(row);
    if (compressed == null) {
      return Optional.empty();
    }
    try {
      byte[] text = Zstd.decompress(compressed, form.getInt(row + 8));
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (ZstdException damaged) {
      return Optional.empty();
    }
  }

  /// Lower-case UUID, when the map carries one.
  public Optional<String> debugId() {
    byte[] id = new byte[CompactForm.DEBUG_ID];
    form.get(CompactForm.HEAD - CompactForm.DEBUG_ID, id);
    return id[0] == 0 ? Optional.empty() : Optional.of(new String(id, StandardCharsets.US_ASCII));
  }

  public int segments() {
    return segmentCount;
  }

  public int names() {
    return nameCount;
  }

  private int sourceRow(int source) {
    return sources + source * CompactForm.SOURCE_ROW;
  }

  private @Nullable String text(int row) {
    byte[] utf8 = bytes(row);
    return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
  }

  private byte @Nullable [] bytes(int row) {
    int length = form.getInt(row + 4);
    if (length == CompactForm.NO_TEXT) {
      return null;
    }
    byte[] bytes = new byte[length];
    form.get(form.getInt(row), bytes);
    return bytes;
  }
}
