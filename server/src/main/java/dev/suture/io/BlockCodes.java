package dev.suture.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.ZipException;

/// The two codes of a deflate block: one of literals and lengths, one of distances.
final class BlockCodes {
  static final int LITERAL_BITS = 10;
  static final int LITERAL_MASK = (1 << LITERAL_BITS) - 1;
  static final int DISTANCE_BITS = 8;
  static final int DISTANCE_MASK = (1 << DISTANCE_BITS) - 1;

  private static final int LITERALS = 288;
  private static final int DISTANCES = 32;
  private static final int END_OF_BLOCK = 256;
  private static final int MOST_LITERALS = 286;
  private static final int MOST_DISTANCES = 30;

  /// What any lengths of codes can lead to, by zlib's `enough`.
  private static final int MOST_LITERAL_ENTRIES = 1334;

  private static final int MOST_DISTANCE_ENTRIES = 402;

  private static final int LENGTH_BITS = 7;
  private static final int LENGTH_CODES = 19;
  private static final byte[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };
  private static final int REPEAT = 16;
  private static final int FEW_ZEROS = 17;

  private static final int[] LITERAL_VALUES = literalValues();
  private static final int[] DISTANCE_VALUES = distanceValues();
  private static final int[] LENGTH_VALUES = lengthValues();

  /// The codes of blocks that bring none.
  static final BlockCodes FIXED = fixed();

  final HuffmanTable literals =
      new HuffmanTable(LITERAL_BITS, MOST_LITERAL_ENTRIES, true, LITERAL_VALUES);
  final HuffmanTable distances =
      new HuffmanTable(DISTANCE_BITS, MOST_DISTANCE_ENTRIES, true, DISTANCE_VALUES);

  private final HuffmanTable ofLengths =
      new HuffmanTable(LENGTH_BITS, 1 << LENGTH_BITS, false, LENGTH_VALUES);
  private final byte[] lengths = new byte[LITERALS + DISTANCES];

  /// Reads the codes that a block begins with.
  void read(Inflation input) throws IOException {
    int literalCount = input.take(5) + 257;
    int distanceCount = input.take(5) + 1;
    int lengthCount = input.take(4) + 4;
    if (literalCount > MOST_LITERALS || distanceCount > MOST_DISTANCES) {
      throw Inflation.broken();
    }
    Arrays.fill(lengths, 0, LENGTH_CODES, (byte) 0);
    for (int i = 0; i < lengthCount; i++) {
      lengths[ORDER[i]] = (byte) input.take(3);
    }
    ofLengths.of(lengths, 0, LENGTH_CODES);
    readLengths(input, literalCount + distanceCount);
    if (lengths[END_OF_BLOCK] == 0) {
      throw Inflation.broken();
    }
    literals.of(lengths, 0, literalCount);
    distances.of(lengths, literalCount, distanceCount);
  }

  private void readLengths(Inflation input, int total) throws IOException {
    int known = 0;
    while (known < total) {
      int symbol = input.symbol(ofLengths, LENGTH_BITS);
      if (symbol < REPEAT) {
        lengths[known++] = (byte) symbol;
        continue;
      }
      if (symbol == REPEAT && known == 0) {
        throw Inflation.broken();
      }
      byte length = symbol == REPEAT ? lengths[known - 1] : 0;
      int times =
          symbol == REPEAT
              ? 3 + input.take(2)
              : symbol == FEW_ZEROS ? 3 + input.take(3) : 11 + input.take(7);
      if (times > total - known) {
        throw Inflation.broken();
      }
      Arrays.fill(lengths, known, known + times, length);
      known += times;
    }
  }

  private static BlockCodes fixed() {
    BlockCodes codes = new BlockCodes();
    byte[] lengths = codes.lengths;
    Arrays.fill(lengths, 0, 144, (byte) 8);
    Arrays.fill(lengths, 144, 256, (byte) 9);
    Arrays.fill(lengths, 256, 280, (byte) 7);
    Arrays.fill(lengths, 280, LITERALS, (byte) 8);
    Arrays.fill(lengths, LITERALS, LITERALS + DISTANCES, (byte) 5);
    try {
      codes.literals.of(lengths, 0, LITERALS);
      codes.distances.of(lengths, LITERALS, DISTANCES);
    } catch (ZipException impossible) {
      throw new IllegalStateException(impossible);
    }
    return codes;
  }

  private static int[] literalValues() {
    int[] values = new int[LITERALS];
    for (int i = 0; i < END_OF_BLOCK; i++) {
      values[i] = HuffmanTable.LITERAL | i << 16;
    }
    values[END_OF_BLOCK] = HuffmanTable.EXCEPTION | HuffmanTable.END_OF_BLOCK;
    int base = 3;
    for (int i = END_OF_BLOCK + 1; i < MOST_LITERALS - 1; i++) {
      int extra = Math.max(0, (i - END_OF_BLOCK - 5) >> 2);
      values[i] = base << 16 | extra;
      base += 1 << extra;
    }
    values[MOST_LITERALS - 1] = 258 << 16;
    Arrays.fill(values, MOST_LITERALS, LITERALS, HuffmanTable.EXCEPTION);
    return values;
  }

  private static int[] distanceValues() {
    int[] values = new int[DISTANCES];
    int base = 1;
    for (int i = 0; i < MOST_DISTANCES; i++) {
      int extra = Math.max(0, (i - 2) >> 1);
      values[i] = base << 16 | extra;
      base += 1 << extra;
    }
    Arrays.fill(values, MOST_DISTANCES, DISTANCES, HuffmanTable.EXCEPTION);
    return values;
  }

  private static int[] lengthValues() {
    int[] values = new int[LENGTH_CODES];
    for (int i = 0; i < LENGTH_CODES; i++) {
      values[i] = i << 16;
    }
    return values;
  }
}
