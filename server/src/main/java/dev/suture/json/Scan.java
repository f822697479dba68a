package dev.suture.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One pass over the bytes of a JSON document that notes where each value lies and decodes none of
/// them: of what a sender writes, little is kept.
///
/// A node takes two numbers. The first is its kind and where it begins; the second is where a
/// scalar ends, and for a container the node behind its last. The name of a field is a node before
/// its value.
///
/// It takes control characters in texts, bytes that are no UTF-8, and halves of surrogate pairs, as
/// some senders write them. What else it does not take is for a parser with more patience.
final class Scan {
  static final int OBJECT = 0;
  static final int ARRAY = 1;
  static final int TRUE = 2;
  static final int FALSE = 3;
  static final int NULL = 4;
  static final int INTEGER = 5;
  static final int DECIMAL = 6;

  /// A text of ASCII alone, one with other characters, one with escapes as well.
  static final int ASCII = 7;

  static final int UTF8 = 8;
  static final int ESCAPED = 9;

  private static final int KIND_SHIFT = 28;
  private static final int MOST_BYTES = 1 << KIND_SHIFT;
  private static final int DEEPEST = 1000;
  private static final int LONGEST_NUMBER = 10_000;

  /// Room for the nodes of a document, whose number nobody knows before; what it grew to is kept
  /// for the next one up to a bound. None while a document has it.
  private static final int LARGEST_SPARE = 1 << 16;

  private static final int SHORT = 1 << 10;
  private static final int[] NONE = {};
  private static final int SPARE_LENGTH = 1 << 12;

  private static final ThreadLocal<int @Nullable []> SPARE = new ThreadLocal<>();

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';

  final byte[] bytes;
  private final int end;
  private int at;
  private int[] nodes;
  private int count;
  private int[] open = new int[16];
  private int depth;

  private Scan(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.at = from;
    this.end = from + length;
    this.nodes = length < SHORT ? new int[Math.max(32, length / 4)] : room();
  }

  private static int[] room() {
    int[] spare = SPARE.get();
    SPARE.remove();
    return spare != null ? spare : new int[SPARE_LENGTH];
  }

  /// The document's value; null when this scan does not take it.
  static @Nullable Value read(byte[] bytes, int from, int length) {
    Value value = readBriefly(bytes, from, length);
    if (value != null) {
      value.scan().settle();
    }
    return value;
  }

  /// The same for a document that lets go soon: it has the room that it was scanned in until then.
  static @Nullable Value readBriefly(byte[] bytes, int from, int length) {
    if (length >= MOST_BYTES || bytes.length >= MOST_BYTES) {
      return null;
    }
    Scan scan = new Scan(bytes, from, length);
    scan.skipByteOrderMark();
    if (scan.document()) {
      return new Value(new Document(scan), 0);
    }
    scan.giveBack();
    return null;
  }

  /// Keeps as much room as the nodes take, and leaves the rest to the next scan of this thread.
  private void settle() {
    int[] used = nodes;
    nodes = Arrays.copyOf(used, 2 * count);
    leave(used);
  }

  /// Leaves the room of its nodes, which nothing may ask for again, to the next scan of this
  /// thread.
  void giveBack() {
    leave(nodes);
    nodes = NONE;
  }

  private static void leave(int[] room) {
    if (room.length >= SHORT && room.length <= LARGEST_SPARE) {
      SPARE.set(room);
    }
  }

  int kind(int node) {
    return nodes[2 * node] >>> KIND_SHIFT;
  }

  int from(int node) {
    return nodes[2 * node] & (MOST_BYTES - 1);
  }

  /// Of a scalar.
  int to(int node) {
    return nodes[2 * node + 1];
  }

  /// Whether a text of ASCII is this one.
  boolean is(int node, String text) {
    int from = from(node);
    return nodes[2 * node + 1] - from == text.length() && stands(text, from);
  }

  private boolean stands(String text, int from) {
    for (int i = 0; i < text.length(); i++) {
      if (bytes[from + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Where a value ends that holds no other: a scalar, or a container with nothing in it.
  int endOf(int node) {
    return kind(node) <= ARRAY ? from(node) + 1 : to(node);
  }

  /// The node behind this one and all that it holds.
  int behind(int node) {
    return kind(node) <= ARRAY ? nodes[2 * node + 1] : node + 1;
  }

  private void skipByteOrderMark() {
    if (end - at >= 3
        && bytes[at] == (byte) 0xef
        && bytes[at + 1] == (byte) 0xbb
        && bytes[at + 2] == (byte) 0xbf) {
      at += 3;
    }
  }

  private boolean document() {
    if (!value()) {
      return false;
    }
    while (depth > 0) {
      boolean taken = kind(open[depth - 1]) == OBJECT ? nextField() : nextElement();
      if (!taken) {
        return false;
      }
    }
    return next() < 0;
  }

  /// The next byte that is no blank, without passing it; -1 at the end.
  private int next() {
    while (at < end) {
      byte b = bytes[at];
      if (b > ' ' || b < 0) {
        return b & 0xff;
      }
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b;
      }
      at++;
    }
    return -1;
  }

  /// Behind the opening brace or a value: another field, or the end of the object.
  private boolean nextField() {
    boolean first = open[depth - 1] == count - 1;
    int c = next();
    if (c == '}') {
      at++;
      close();
      return true;
    }
    if (!first) {
      if (c != ',') {
        return false;
      }
      at++;
      c = next();
    }
    if (c != '"' || !string() || next() != ':') {
      return false;
    }
    at++;
    return value();
  }

  private boolean nextElement() {
    boolean first = open[depth - 1] == count - 1;
    int c = next();
    if (c == ']') {
      at++;
      close();
      return true;
    }
    if (!first) {
      if (c != ',') {
        return false;
      }
      at++;
    }
    return value();
  }

  private boolean value() {
    int c = next();
    return switch (c) {
      case '"' -> string();
      case '{' -> open(OBJECT);
      case '[' -> open(ARRAY);
      case 't' -> word("true", TRUE);
      case 'f' -> word("false", FALSE);
      case 'n' -> word("null", NULL);
      default -> (c == '-' || isDigit(c)) && number();
    };
  }

  private boolean open(int kind) {
    if (depth == DEEPEST) {
      return false;
    }
    if (depth == open.length) {
      open = Arrays.copyOf(open, 2 * depth);
    }
    open[depth++] = count;
    add(kind, at++, 0);
    return true;
  }

  private void close() {
    nodes[2 * open[--depth] + 1] = count;
  }

  private boolean word(String word, int kind) {
    if (end - at < word.length() || !stands(word, at)) {
      return false;
    }
    add(kind, at, at + word.length());
    at += word.length();
    return true;
  }

  private boolean number() {
    int from = at;
    int kind = INTEGER;
    if (bytes[at] == '-') {
      at++;
    }
    int digits = digits();
    if (digits == 0 || (digits > 1 && bytes[at - digits] == '0')) {
      return false;
    }
    if (at < end && bytes[at] == '.') {
      at++;
      kind = DECIMAL;
      if (digits() == 0) {
        return false;
      }
    }
    if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
      at++;
      kind = DECIMAL;
      if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
        at++;
      }
      if (digits() == 0) {
        return false;
      }
    }
    add(kind, from, at);
    return at - from <= LONGEST_NUMBER;
  }

  private int digits() {
    int from = at;
    while (at < end && isDigit(bytes[at])) {
      at++;
    }
    return at - from;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private boolean string() {
    int from = at + 1;
    int to = from;
    int kind = ASCII;
    while (true) {
      to = plain(to);
      if (to >= end) {
        return false;
      }
      byte b = bytes[to];
      if (b == '"') {
        add(kind, from, to);
        at = to + 1;
        return true;
      }
      if (b == '\\') {
        to = escape(to);
        if (to < 0) {
          return false;
        }
        kind = ESCAPED;
      } else {
        to++;
        kind = Math.max(kind, UTF8);
      }
    }
  }

  /// Where the next quote, backslash or byte outside of ASCII is.
  private int plain(int from) {
    int to = from;
    while (to + Long.BYTES <= end) {
      long eight = (long) LONGS.get(bytes, to);
      long quotes = eight ^ QUOTES;
      long backslashes = eight ^ BACKSLASHES;
      // A byte that becomes zero borrows from its highest bit.
      long found =
          ((quotes - ONES) & ~quotes | (backslashes - ONES) & ~backslashes | eight) & HIGH_BITS;
      if (found != 0) {
        return to + (Long.numberOfTrailingZeros(found) >>> 3);
      }
      to += Long.BYTES;
    }
    while (to < end && bytes[to] != '"' && bytes[to] != '\\' && bytes[to] >= 0) {
      to++;
    }
    return to;
  }

  /// @return behind the escape sequence; negative when it is none
  private int escape(int backslash) {
    if (backslash + 1 >= end) {
      return -1;
    }
    return switch (bytes[backslash + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> backslash + 2;
      case 'u' -> unit(bytes, backslash + 2, end) < 0 ? -1 : backslash + 6;
      default -> -1;
    };
  }

  /// The four hexadecimal digits of an escaped UTF-16 unit; negative when they are none.
  static int unit(byte[] bytes, int from, int end) {
    if (from + 4 > end) {
      return -1;
    }
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }

  private void add(int kind, int from, int second) {
    int index = 2 * count++;
    if (index + 2 > nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * nodes.length);
    }
    nodes[index] = kind << KIND_SHIFT | from;
    nodes[index + 1] = second;
  }
}
