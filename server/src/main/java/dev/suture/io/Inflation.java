package dev.suture.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Decodes deflate (RFC 1951), and may be used again for another input.
///
/// It goes on where it stopped: between two symbols, when as much came out as was asked for. As
/// long as sixteen bytes of input lie ahead it reads without asking whether they are there; the
/// last ones it reads symbol by symbol.
final class Inflation {
  private static final int INPUT = 8 * 1024;
  private static final int WINDOW = 32 * 1024;
  private static final int AT_ONCE = 32 * 1024;
  private static final int LONGEST_MATCH = 258;

  /// A copy goes beyond its end by less than this, and reading ahead by less than twice this.
  private static final int WORD = Long.BYTES;

  /// Bits that are there after filling up; as a pattern, what a lower count becomes by that.
  private static final int FULL = Long.SIZE - Byte.SIZE;

  /// No header of a block takes as much.
  private static final int LONGEST_HEADER = 512;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private enum State {
    header,
    stored,
    codes,
    ended
  }

  private final byte[] in = new byte[INPUT];
  private final byte[] out = new byte[WINDOW + AT_ONCE + LONGEST_MATCH + WORD];
  private final BlockCodes own = new BlockCodes();
  private InputStream source = InputStream.nullInputStream();
  private boolean sourceEnded;
  private int at;
  private int end;

  /// Bits that were taken from the input. Beyond that count they may already be those that follow.
  private long bits;

  private int count;
  private BlockCodes codes = own;
  private State state = State.ended;
  private boolean isLast;
  private int stored;
  private int made;
  private int given;
  private long before;
  private @Nullable IOException failure;

  /// Another input.
  void on(InputStream encoded) {
    source = encoded;
    sourceEnded = false;
    at = 0;
    end = 0;
    bits = 0;
    count = 0;
    state = State.ended;
  }

  /// A deflate stream begins with the next byte.
  void begin() {
    bits = 0;
    count = 0;
    state = State.header;
    made = 0;
    given = 0;
    before = 0;
    failure = null;
  }

  /// How many bytes of the stream were given out.
  long given() {
    return before + given;
  }

  /// A byte of the input in front of a stream or behind it.
  int readByte() throws IOException {
    if (peek(0) < 0) {
      throw new EOFException("the compressed bytes end too early");
    }
    return in[at++] & 0xff;
  }

  /// A byte of the input that comes next or after the next; -1 where it ends before.
  int peek(int place) throws IOException {
    need(place + 1);
    return at + place < end ? in[at + place] & 0xff : -1;
  }

  /// @return how many bytes were decoded; -1 when the stream is at its end
  int read(byte[] target, int offset, int length) throws IOException {
    if (given == made) {
      if (failure != null) {
        throw failure;
      }
      make(length);
      if (given == made) {
        return -1;
      }
    }
    int taken = Math.min(length, made - given);
    System.arraycopy(out, given, target, offset, taken);
    given += taken;
    return taken;
  }

  /// What came out before the input turned out to be broken is given first.
  private void make(int most) throws IOException {
    if (WINDOW + AT_ONCE - made < Math.min(most, AT_ONCE / 2)) {
      System.arraycopy(out, made - WINDOW, out, 0, WINDOW);
      before += made - WINDOW;
      made = WINDOW;
      given = WINDOW;
    }
    int limit = Math.min(made + most, WINDOW + AT_ONCE);
    try {
      while (made < limit && state != State.ended) {
        need(LONGEST_HEADER);
        switch (state) {
          case header -> header();
          case stored -> copyStored(limit);
          case codes -> {
            decode(limit);
            if (made < limit) {
              need(2 * WORD);
              decodeOne();
            }
          }
          case ended -> {}
        }
      }
    } catch (IOException broken) {
      if (given == made) {
        throw broken;
      }
      failure = broken;
    }
  }

  /// Has as many bytes of the input at hand, or all that are left.
  private void need(int bytes) throws IOException {
    if (end - at >= bytes || sourceEnded) {
      return;
    }
    unread();
    System.arraycopy(in, at, in, 0, end - at);
    end -= at;
    at = 0;
    while (end < bytes) {
      int read = source.read(in, end, in.length - end);
      if (read <= 0) {
        sourceEnded = true;
        return;
      }
      end += read;
    }
  }

  /// Leaves whole bytes to the input again.
  private void unread() {
    at -= count >>> 3;
    count &= 7;
    bits &= (1L << count) - 1;
  }

  private void header() throws IOException {
    isLast = take(1) == 1;
    switch (take(2)) {
      case 0 -> {
        unread();
        count = 0;
        bits = 0;
        stored = readByte() | readByte() << 8;
        if ((readByte() | readByte() << 8) != (~stored & 0xffff)) {
          throw broken();
        }
        state = State.stored;
      }
      case 1 -> {
        codes = BlockCodes.FIXED;
        state = State.codes;
      }
      case 2 -> {
        own.read(this);
        codes = own;
        state = State.codes;
      }
      default -> throw broken();
    }
  }

  private void copyStored(int limit) throws IOException {
    int bytes = Math.min(Math.min(stored, limit - made), end - at);
    if (bytes == 0 && stored > 0) {
      throw new EOFException("the compressed bytes end too early");
    }
    System.arraycopy(in, at, out, made, bytes);
    at += bytes;
    made += bytes;
    stored -= bytes;
    if (stored == 0) {
      endBlock();
    }
  }

  private void endBlock() {
    state = isLast ? State.ended : State.header;
    if (isLast) {
      unread();
    }
  }

  /// The next bits of the input, the first one lowest.
  int take(int wanted) throws EOFException {
    load();
    int taken = (int) bits & ((1 << wanted) - 1);
    drop(wanted);
    return taken;
  }

  /// The next symbol of a code whose symbols are their own values.
  int symbol(HuffmanTable table, int tableBits) throws EOFException {
    int entry = entry(table, tableBits);
    drop(entry & 0xff);
    return entry >>> 16;
  }

  private void load() {
    while (count <= Long.SIZE - 2 * Byte.SIZE && at < end) {
      bits |= (in[at++] & 0xffL) << count;
      count += Byte.SIZE;
    }
  }

  private void drop(int taken) throws EOFException {
    if (count < taken) {
      throw new EOFException("the compressed bytes end too early");
    }
    bits >>>= taken;
    count -= taken;
  }

  /// Symbols as long as enough of the input lies ahead and none is an exception. Filling up leaves
  /// 56 bits or more; a length and a distance take at most 48, two literals 20.
  private void decode(int limit) throws ZipException {
    byte[] from = in;
    byte[] to = out;
    int[] literals = codes.literals.entries;
    int[] distances = codes.distances.entries;
    long ahead = bits;
    int left = count;
    int next = at;
    int behind = made;
    int lastWords = end - 2 * WORD;
    while (behind < limit && next <= lastWords) {
      ahead |= (long) LONGS.get(from, next) << left;
      next += (Long.SIZE - 1 - left) >>> 3;
      left |= FULL;
      int entry = literals[(int) ahead & BlockCodes.LITERAL_MASK];
      if (entry < 0) {
        to[behind++] = (byte) (entry >>> 16);
        ahead >>>= entry;
        left -= entry & 0xff;
        entry = literals[(int) ahead & BlockCodes.LITERAL_MASK];
        if (entry < 0) {
          to[behind++] = (byte) (entry >>> 16);
          ahead >>>= entry;
          left -= entry & 0xff;
          continue;
        }
        ahead |= (long) LONGS.get(from, next) << left;
        next += (Long.SIZE - 1 - left) >>> 3;
        left |= FULL;
      }
      if ((entry & HuffmanTable.EXCEPTION) != 0) {
        break;
      }
      int length = HuffmanTable.number(entry, ahead);
      ahead >>>= entry;
      left -= entry & 0xff;
      entry = distances[(int) ahead & BlockCodes.DISTANCE_MASK];
      if ((entry & HuffmanTable.EXCEPTION) != 0) {
        int more = (int) (ahead >>> BlockCodes.DISTANCE_BITS);
        entry = HuffmanTable.behind(distances, entry, more);
        ahead >>>= BlockCodes.DISTANCE_BITS;
        left -= BlockCodes.DISTANCE_BITS;
      }
      int distance = HuffmanTable.number(entry, ahead);
      ahead >>>= entry;
      left -= entry & 0xff;
      if ((entry & HuffmanTable.EXCEPTION) != 0 || distance > behind) {
        throw broken();
      }
      copy(to, behind, distance, length);
      behind += length;
    }
    bits = ahead;
    count = left;
    at = next;
    made = behind;
  }

  /// One symbol, of whose bits not all need be there.
  private void decodeOne() throws IOException {
    int entry = entry(codes.literals, BlockCodes.LITERAL_BITS);
    if (entry < 0) {
      out[made++] = (byte) (entry >>> 16);
      drop(entry & 0xff);
      return;
    }
    int length = HuffmanTable.number(entry, bits);
    drop(entry & 0xff);
    if ((entry & HuffmanTable.EXCEPTION) != 0) {
      if ((entry & HuffmanTable.END_OF_BLOCK) == 0) {
        throw broken();
      }
      endBlock();
      return;
    }
    entry = entry(codes.distances, BlockCodes.DISTANCE_BITS);
    int distance = HuffmanTable.number(entry, bits);
    drop(entry & 0xff);
    if ((entry & HuffmanTable.EXCEPTION) != 0 || distance > made) {
      throw broken();
    }
    copy(out, made, distance, length);
    made += length;
  }

  private int entry(HuffmanTable table, int tableBits) throws EOFException {
    load();
    int entry = table.entries[(int) bits & ((1 << tableBits) - 1)];
    if ((entry & HuffmanTable.MORE) != 0 && entry > 0 && (entry & HuffmanTable.EXCEPTION) != 0) {
      drop(tableBits);
      entry = HuffmanTable.behind(table.entries, entry, (int) bits);
    }
    return entry;
  }

  /// Words at a time, which may write beyond the end what is written over later.
  private static void copy(byte[] bytes, int to, int distance, int length) {
    int at = to;
    int from = to - distance;
    int end = to + length;
    if (distance >= WORD) {
      LONGS.set(bytes, at, (long) LONGS.get(bytes, from));
      for (int done = WORD; done < length; done += WORD) {
        LONGS.set(bytes, at + done, (long) LONGS.get(bytes, from + done));
      }
    } else if (distance == 1) {
      Arrays.fill(bytes, to, end, bytes[from]);
    } else {
      while (at < end) {
        bytes[at++] = bytes[from++];
      }
    }
  }

  static ZipException broken() {
    return new ZipException("the compressed bytes are broken");
  }
}
