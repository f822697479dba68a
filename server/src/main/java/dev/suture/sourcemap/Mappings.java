package dev.suture.sourcemap;

import dev.suture.event.SourceMapCompiler.NotASourceMap;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;

/// The segments of a source map, packed into int arrays, sorted by generated position.
final class Mappings {
  static final int COLUMN = 0;
  static final int SOURCE = 1;
  static final int ORIGINAL_LINE = 2;
  static final int ORIGINAL_COLUMN = 3;
  static final int NAME = 4;

  private static final int NONE = -1;
  private static final byte[] DIGITS = digits();

  /// The first segment of each generated line; one more at the end.
  private final int[] lines;

  private final int[] columns;
  private final int[] sources;
  private final int[] originalLines;
  private final int[] originalColumns;
  private final int[] names;

  private Mappings(int lineCount, int segmentCount) {
    lines = new int[lineCount + 1];
    columns = new int[segmentCount];
    sources = new int[segmentCount];
    originalLines = new int[segmentCount];
    originalColumns = new int[segmentCount];
    names = new int[segmentCount];
  }

  int lines() {
    return lines.length - 1;
  }

  /// The first segment of a line, or the number of all for the line behind the last.
  int firstOf(int line) {
    return lines[line];
  }

  int segments() {
    return columns.length;
  }

  /// One of the five numbers of each segment; of source and name the index, -1 for none.
  private int[] field(int field) {
    return switch (field) {
      case COLUMN -> columns;
      case SOURCE -> sources;
      case ORIGINAL_LINE -> originalLines;
      case ORIGINAL_COLUMN -> originalColumns;
      case NAME -> names;
      default -> throw new IllegalArgumentException("a segment has five fields, not " + field);
    };
  }

  /// Indexes are written one more than they are, so that 0 is none.
  private static int shift(int field) {
    return field == SOURCE || field == NAME ? 1 : 0;
  }

  /// The largest number that [#write] writes for a field.
  int largest(int field) {
    int largest = 0;
    for (int value : field(field)) {
      largest = Math.max(largest, value);
    }
    return largest + shift(field);
  }

  /// Writes one field of every segment.
  ///
  /// @param at where the first segment's goes
  /// @param stride from one segment to the next
  /// @param width 1 to 4 bytes
  void write(int field, ByteBuffer out, int at, int stride, int width) {
    int shift = shift(field);
    int to = at;
    for (int value : field(field)) {
      int number = value + shift;
      for (int low = 8 * (width - 1), i = to; low >= 0; low -= 8, i++) {
        out.put(i, (byte) (number >> low));
      }
      to += stride;
    }
  }

  /// Decodes the `mappings` field.
  ///
  /// @param text holds it in `from..to`, in ASCII
  static Mappings decode(byte[] text, int from, int to) throws NotASourceMap {
    return new Decoder(text, from, to).decode();
  }

  /// Puts the maps of an index map behind each other.
  ///
  /// @param offsets generated line and column that each begins at, growing
  /// @param firstSources what to add to each one's source indexes
  /// @param firstNames what to add to each one's name indexes
  static Mappings join(Mappings[] parts, int[][] offsets, int[] firstSources, int[] firstNames) {
    int lineCount = 1;
    int segmentCount = 0;
    for (int i = 0; i < parts.length; i++) {
      lineCount = Math.max(lineCount, offsets[i][0] + parts[i].lines.length - 1);
      segmentCount += parts[i].columns.length;
    }
    Mappings joined = new Mappings(lineCount, segmentCount);
    int line = 0;
    int next = 0;
    for (int i = 0; i < parts.length; i++) {
      Mappings part = parts[i];
      int[] offset = offsets[i];
      int[] limit = i + 1 < parts.length ? offsets[i + 1] : new int[] {Integer.MAX_VALUE, 0};
      for (int own = 0; own < part.lines.length - 1; own++) {
        int generated = offset[0] + own;
        if (generated > limit[0]) {
          break;
        }
        int shift = own == 0 ? offset[1] : 0;
        while (line < generated) {
          joined.lines[++line] = next;
        }
        for (int segment = part.lines[own]; segment < part.lines[own + 1]; segment++) {
          int column = part.columns[segment] + shift;
          if (generated < limit[0] || (generated == limit[0] && column < limit[1])) {
            boolean mapped = part.sources[segment] != NONE;
            joined.columns[next] = column;
            joined.sources[next] = mapped ? part.sources[segment] + firstSources[i] : NONE;
            joined.originalLines[next] = part.originalLines[segment];
            joined.originalColumns[next] = part.originalColumns[segment];
            boolean named = part.names[segment] != NONE;
            joined.names[next++] = named ? part.names[segment] + firstNames[i] : NONE;
          }
        }
      }
    }
    Arrays.fill(joined.lines, line + 1, joined.lines.length, next);
    return joined;
  }

  /// @throws NotASourceMap when a segment names a source or a name that is not there
  void checkBounds(int sourceCount, int nameCount) throws NotASourceMap {
    for (int segment = 0; segment < columns.length; segment++) {
      if (sources[segment] >= sourceCount) {
        throw new NotASourceMap("a mapping names a source that is not in `sources`");
      }
      if (names[segment] >= nameCount) {
        throw new NotASourceMap("a mapping names a name that is not in `names`");
      }
    }
  }

  private static byte[] digits() {
    byte[] digits = new byte[128];
    Arrays.fill(digits, (byte) NONE);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      digits[alphabet.charAt(i)] = (byte) i;
    }
    return digits;
  }

  /// One pass over the text; what a segment leaves out is kept from the one before it.
  private static final class Decoder {
    private final byte[] text;
    private final int end;
    private final Mappings made;
    private int at;
    private int column;
    private int source;
    private int originalLine;
    private int originalColumn;
    private int name;

    Decoder(byte[] text, int from, int to) {
      this.text = text;
      at = from;
      end = to;
      int lineCount = 1;
      int commas = 0;
      for (int i = from; i < to; i++) {
        lineCount += text[i] == ';' ? 1 : 0;
        commas += text[i] == ',' ? 1 : 0;
      }
      made = new Mappings(lineCount, Math.min(lineCount + commas, to - from));
    }

    Mappings decode() throws NotASourceMap {
      int line = 0;
      int next = 0;
      while (at < end) {
        if (text[at] == ';') {
          at++;
          made.lines[++line] = next;
          column = 0;
          continue;
        }
        segment(next++);
        if (at < end && text[at] == ',') {
          at++;
          if (at == end || text[at] == ',' || text[at] == ';') {
            throw new NotASourceMap("a mapping has no fields");
          }
        }
      }
      Arrays.fill(made.lines, line + 1, made.lines.length, next);
      return sorted(next);
    }

    private void segment(int segment) throws NotASourceMap {
      column = next(column, "generated column");
      made.columns[segment] = column;
      made.sources[segment] = NONE;
      made.names[segment] = NONE;
      if (isAtEndOfSegment()) {
        return;
      }
      source = next(source, "source index");
      originalLine = next(originalLine, "original line");
      originalColumn = next(originalColumn, "original column");
      made.sources[segment] = source;
      made.originalLines[segment] = originalLine;
      made.originalColumns[segment] = originalColumn;
      if (isAtEndOfSegment()) {
        return;
      }
      name = next(name, "name index");
      made.names[segment] = name;
      if (!isAtEndOfSegment()) {
        throw new NotASourceMap("a mapping has more than five fields");
      }
    }

    private boolean isAtEndOfSegment() {
      return at == end || text[at] == ',' || text[at] == ';';
    }

    private int next(int before, String field) throws NotASourceMap {
      long value = before + vlq(field);
      if (value < 0 || value > Integer.MAX_VALUE) {
        throw new NotASourceMap("a mapping's " + field + " is out of range");
      }
      return (int) value;
    }

    /// A variable-length quantity: five bits a digit, lowest first, the lowest of all is the sign.
    private long vlq(String field) throws NotASourceMap {
      long bits = 0;
      int shift = 0;
      while (true) {
        int digit = at < end && text[at] >= 0 ? DIGITS[text[at]] : NONE;
        if (digit == NONE) {
          throw new NotASourceMap("a mapping's " + field + " is not written in base64 VLQ");
        }
        at++;
        long five = digit & 31;
        if (shift < 35) {
          bits |= five << shift;
          shift += 5;
        } else if (five != 0) {
          bits = Long.MAX_VALUE;
        }
        if ((digit & 32) == 0) {
          break;
        }
      }
      if (bits > 0xffff_ffffL) {
        throw new NotASourceMap("a mapping's " + field + " takes more than 32 bits");
      }
      long magnitude = bits >>> 1;
      if ((bits & 1) == 0) {
        return magnitude;
      }
      return magnitude == 0 ? Integer.MIN_VALUE : -magnitude;
    }

    /// Cut to what is used. Columns may go back within a line; lookups need them in order.
    private Mappings sorted(int count) {
      Mappings exact = new Mappings(made.lines.length - 1, count);
      System.arraycopy(made.lines, 0, exact.lines, 0, made.lines.length);
      Integer[] order = null;
      for (int line = 0; line < made.lines.length - 1; line++) {
        for (int i = made.lines[line] + 1; i < made.lines[line + 1]; i++) {
          if (made.columns[i] < made.columns[i - 1]) {
            order = order == null ? identity(count) : order;
            Arrays.sort(
                order,
                made.lines[line],
                made.lines[line + 1],
                Comparator.comparingInt(segment -> made.columns[segment]));
            break;
          }
        }
      }
      if (order == null && count == made.columns.length) {
        return made;
      }
      for (int i = 0; i < count; i++) {
        int from = order == null ? i : order[i];
        exact.columns[i] = made.columns[from];
        exact.sources[i] = made.sources[from];
        exact.originalLines[i] = made.originalLines[from];
        exact.originalColumns[i] = made.originalColumns[from];
        exact.names[i] = made.names[from];
      }
      return exact;
    }

    private static Integer[] identity(int count) {
      Integer[] order = new Integer[count];
      Arrays.setAll(order, i -> i);
      return order;
    }
  }
}
