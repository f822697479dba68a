package dev.suture.io;

import java.util.Arrays;
import java.util.zip.ZipException;

/// The table by which codes of a deflate block are read: the next bits of the input are the place
/// of an entry. Codes longer than the bits of the table go on in a table behind it.
///
/// The layout is libdeflate's. The lowest eight bits of an entry are how many bits it takes, extra
/// bits included; the next four how many of these belong to the code; its upper half is what the
/// extra bits are added to.
final class HuffmanTable {
  static final int LONGEST_CODE = 15;

  /// The sign tells a literal by one comparison.
  static final int LITERAL = 1 << 31;

  /// Neither literal nor number: one of the next two, or a code that no symbol has.
  static final int EXCEPTION = 1 << 15;

  static final int MORE = 1 << 14;
  static final int END_OF_BLOCK = 1 << 13;

  /// A code's length is added to both fields that count bits.
  private static final int ONE_BIT = 1 << 8 | 1;

  final int[] entries;
  private final int bits;
  private final boolean incomplete;
  private final int[] values;
  private final int[] sorted;
  private final int[] counts = new int[LONGEST_CODE + 1];
  private final int[] starts = new int[LONGEST_CODE + 1];

  /// @param bits of codes that are read at once
  /// @param most entries that any lengths of codes can lead to
  /// @param incomplete whether one code alone, or none, is taken
  /// @param values of the symbols: entries without the bits of their codes
  HuffmanTable(int bits, int most, boolean incomplete, int[] values) {
    this.bits = bits;
    this.incomplete = incomplete;
    this.values = values;
    this.entries = new int[most];
    this.sorted = new int[values.length];
  }

  /// The number that an entry stands for, with its extra bits.
  static int number(int entry, long bits) {
    return (entry >>> 16) + (((int) bits & ((1 << entry) - 1)) >>> (entry >>> 8 & 15));
  }

  /// The entry of a longer code; what is none of these is left as it is.
  ///
  /// @param bits of the code behind those that the table was asked with
  static int behind(int[] entries, int entry, int bits) {
    return (entry & MORE) == 0
        ? entry
        : entries[(entry >>> 16) + (bits & ((1 << (entry >>> 8 & 15)) - 1))];
  }

  /// Reads the codes of these lengths from now on; a symbol of length 0 has none. Takes what zlib
  /// takes.
  ///
  /// @return itself
  HuffmanTable of(byte[] lengths, int from, int symbols) throws ZipException {
    Arrays.fill(counts, 0);
    for (int i = from; i < from + symbols; i++) {
      counts[lengths[i]]++;
    }
    int used = symbols - counts[0];
    int room = 1;
    int start = 0;
    for (int length = 1; length <= LONGEST_CODE; length++) {
      starts[length] = start;
      start += counts[length];
      room = 2 * room - counts[length];
      if (room < 0) {
        throw Inflation.broken();
      }
    }
    for (int symbol = 0; symbol < symbols; symbol++) {
      int length = lengths[from + symbol];
      if (length > 0) {
        sorted[starts[length]++] = symbol;
      }
    }
    if (room == 0) {
      fill();
    } else if (incomplete && used == counts[1]) {
      fillAlone(used == 0 ? EXCEPTION | 1 : values[sorted[0]] + ONE_BIT);
    } else {
      throw Inflation.broken();
    }
    return this;
  }

  private void fillAlone(int entry) {
    for (int i = 0; i < 1 << bits; i += 2) {
      entries[i] = entry;
      entries[i + 1] = EXCEPTION | 1;
    }
  }

  /// Codes are canonical and their bits come in reverse, so what is filled so far is doubled for
  /// each bit more.
  private void fill() {
    int symbol = 0;
    int code = 0;
    int end = 1;
    for (int length = 1; length <= bits; length++) {
      System.arraycopy(entries, 0, entries, end, end);
      end *= 2;
      for (int left = counts[length]; left > 0; left--) {
        entries[code] = values[sorted[symbol++]] + length * ONE_BIT;
        if (code == end - 1) {
          doubleFrom(end);
          return;
        }
        code = next(code, end - 1);
      }
    }
    fillBehind(symbol, code);
  }

  private void doubleFrom(int filled) {
    for (int end = filled; end < 1 << bits; end *= 2) {
      System.arraycopy(entries, 0, entries, end, end);
    }
  }

  /// Codes longer than the table's bits, by tables behind it for all with the same beginning.
  private void fillBehind(int first, int firstCode) {
    int symbol = first;
    int code = firstCode;
    int mask = (1 << bits) - 1;
    int beginning = -1;
    int start = 0;
    int end = 1 << bits;
    for (int length = bits + 1; length <= LONGEST_CODE; length++) {
      for (int left = counts[length]; left > 0; left--) {
        if ((code & mask) != beginning) {
          beginning = code & mask;
          int more = bitsBehind(length, left);
          start = end;
          end += 1 << more;
          entries[beginning] = start << 16 | EXCEPTION | MORE | more << 8 | bits;
        }
        int entry = values[sorted[symbol++]] + (length - bits) * ONE_BIT;
        for (int i = start + (code >>> bits); i < end; i += 1 << (length - bits)) {
          entries[i] = entry;
        }
        if (code == (1 << length) - 1) {
          return;
        }
        code = next(code, (1 << length) - 1);
      }
    }
  }

  /// How many bits a table behind this one has, whose first code has this length.
  private int bitsBehind(int length, int left) {
    int more = length - bits;
    int used = left;
    while (used < 1 << more) {
      more++;
      used = 2 * used + counts[bits + more];
    }
    return more;
  }

  /// The code behind this one, bits in reverse.
  ///
  /// @param ones the last code of the same length
  private static int next(int code, int ones) {
    int bit = Integer.highestOneBit(code ^ ones);
    return code & (bit - 1) | bit;
  }
}
