package dev.suture.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value of a JSON document that was read and not decoded: its texts and numbers are made when
/// they are asked for. It holds on to the bytes that it lies in, until the document lets go of
/// them.
public final class Value implements Iterable<Value> {
  /// How many times as long a document may be by the blanks in it.
  private static final int BLANKS = 4;

  private final Document document;
  private final int node;

  Value(Document document, int node) {
    this.document = document;
    this.node = node;
  }

  Scan scan() {
    return document.scan();
  }

  /// The node that it is.
  int place() {
    return node;
  }

  /// Frees the memory of the document that it lies in; what is asked of it from now on is read
  /// again, from the same bytes.
  ///
  /// @param again the bytes that the document was read from
  public void letGo(Supplier<byte[]> again) {
    document.letGo(again);
  }

  private int kind() {
    return scan().kind(node);
  }

  public boolean isObject() {
    return kind() == Scan.OBJECT;
  }

  public boolean isArray() {
    return kind() == Scan.ARRAY;
  }

  /// Whether it is an object or an array.
  public boolean isContainer() {
    return kind() <= Scan.ARRAY;
  }

  public boolean isString() {
    return kind() >= Scan.ASCII;
  }

  public boolean isNumber() {
    return kind() == Scan.INTEGER || kind() == Scan.DECIMAL;
  }

  public boolean isBoolean() {
    return kind() == Scan.TRUE || kind() == Scan.FALSE;
  }

  public boolean isNull() {
    return kind() == Scan.NULL;
  }

  /// Whether a container holds nothing.
  public boolean isEmpty() {
    return scan().behind(node) == node + 1;
  }

  /// How many elements an array has.
  public int size() {
    int size = 0;
    int behind = scan().behind(node);
    for (int i = node + 1; i < behind; i = scan().behind(i)) {
      size++;
    }
    return size;
  }

  /// The field of an object; null when there is none. Of several with one name the last one counts.
  public @Nullable Value get(String name) {
    if (!isObject()) {
      return null;
    }
    Scan scan = scan();
    int behind = scan.behind(node);
    int found = -1;
    for (int i = field(scan, node + 1, behind, name); i >= 0; ) {
      found = i + 1;
      i = field(scan, scan.behind(found), behind, name);
    }
    return found < 0 ? null : new Value(document, found);
  }

  /// The node of the first field with this name; negative when there is none.
  int field(String name) {
    Scan scan = scan();
    return isObject() ? field(scan, node + 1, scan.behind(node), name) : -1;
  }

  private int field(Scan scan, int from, int behind, String name) {
    for (int i = from; i < behind; i = scan.behind(i + 1)) {
      if (scan.kind(i) == Scan.ASCII ? scan.is(i, name) : decode(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  public boolean has(String name) {
    return get(name) != null;
  }

  /// Every field of an object, as the sender ordered them.
  public void fields(BiConsumer<String, Value> each) {
    if (isObject()) {
      int behind = scan().behind(node);
      for (int i = node + 1; i < behind; i = scan().behind(i + 1)) {
        each.accept(decode(i), new Value(document, i + 1));
      }
    }
  }

  /// The elements of an array; of anything else none.
  @Override
  public Iterator<Value> iterator() {
    int behind = isArray() ? scan().behind(node) : node;
    return new Iterator<>() {
      private int next = node + 1;

      @Override
      public boolean hasNext() {
        return next < behind;
      }

      @Override
      public Value next() {
        if (next >= behind) {
          throw new NoSuchElementException();
        }
        Value element = new Value(document, next);
        next = scan().behind(next);
        return element;
      }
    };
  }

  /// The elements of an array that are objects; of anything else none.
  List<Fields> objects() {
    int[] found = new int[16];
    int count = 0;
    int behind = isArray() ? scan().behind(node) : node;
    for (int i = node + 1; i < behind; i = scan().behind(i)) {
      if (scan().kind(i) == Scan.OBJECT) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = i;
      }
    }
    int[] objects = Arrays.copyOf(found, count);
    return OnDemand.of(count, place -> new Fields(new Value(document, objects[place])));
  }

  /// The elements of an array as texts, at most so many, each cut; empty in place of what is none.
  List<String> texts(int most, int longest) {
    int count = isArray() ? Math.min(size(), most) : 0;
    int[] elements = new int[count];
    int next = node + 1;
    for (int i = 0; i < count; i++) {
      elements[i] = next;
      next = scan().behind(next);
    }
    return OnDemand.of(
        count, place -> Fields.cut(new Value(document, elements[place]).stringValue(), longest));
  }

  public boolean booleanValue() {
    return kind() == Scan.TRUE;
  }

  /// A number; 0 for anything else.
  public double doubleValue() {
    return isNumber() ? Double.parseDouble(raw(node)) : 0;
  }

  /// A number without its fraction; 0 for anything else.
  public long longValue() {
    if (kind() == Scan.INTEGER && scan().to(node) - scan().from(node) < 19) {
      return Long.parseLong(raw(node));
    }
    return (long) doubleValue();
  }

  /// A text; empty for anything else.
  public String stringValue() {
    return isString() ? decode(node) : "";
  }

  /// A scalar as text; null for null and for a container. A number is written in one way, however
  /// its sender wrote it.
  public @Nullable String text() {
    return switch (kind()) {
      case Scan.TRUE -> "true";
      case Scan.FALSE -> "false";
      case Scan.INTEGER -> raw(node).equals("-0") ? "0" : raw(node);
      case Scan.DECIMAL -> Double.toString(doubleValue());
      case Scan.OBJECT, Scan.ARRAY, Scan.NULL -> null;
      default -> decode(node);
    };
  }

  /// The same, of which no more than so many characters matter: more may come.
  @Nullable String text(int most) {
    int from = scan().from(node);
    if (kind() == Scan.ASCII && scan().to(node) - from > most) {
      String beginning = new String(scan().bytes, from, most, StandardCharsets.ISO_8859_1);
      return beginning.isBlank() ? decode(node) : beginning;
    }
    return text();
  }

  /// A text, or a number as its sender wrote it; empty for anything else.
  public String written() {
    return isNumber() ? raw(node) : stringValue();
  }

  private String raw(int at) {
    int from = scan().from(at);
    return new String(scan().bytes, from, scan().to(at) - from, StandardCharsets.ISO_8859_1);
  }

  private String decode(int at) {
    int from = scan().from(at);
    int length = scan().to(at) - from;
    return RecentTexts.of(scan().bytes, from, length, () -> decode(at, from, length));
  }

  private String decode(int at, int from, int length) {
    return switch (scan().kind(at)) {
      case Scan.ASCII -> new String(scan().bytes, from, length, StandardCharsets.ISO_8859_1);
      case Scan.UTF8 -> new String(scan().bytes, from, length, StandardCharsets.UTF_8);
      default -> unescape(from, from + length);
    };
  }

  private String unescape(int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      int plain = at;
      while (at < to && scan().bytes[at] != '\\') {
        at++;
      }
      text.append(new String(scan().bytes, plain, at - plain, StandardCharsets.UTF_8));
      if (at < to) {
        at = unescapeOne(at, to, text);
      }
    }
    return text.toString();
  }

  /// @return behind the escape sequence, or behind both halves of a pair
  private int unescapeOne(int backslash, int to, StringBuilder text) {
    char plain =
        switch (scan().bytes[backslash + 1]) {
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'u' -> 'u';
          default -> (char) scan().bytes[backslash + 1];
        };
    if (plain != 'u') {
      text.append(plain);
      return backslash + 2;
    }
    char unit = (char) Scan.unit(scan().bytes, backslash + 2, to);
    int behind = backslash + 6;
    if (!Character.isSurrogate(unit)) {
      text.append(unit);
      return behind;
    }
    boolean another =
        behind + 6 <= to && scan().bytes[behind] == '\\' && scan().bytes[behind + 1] == 'u';
    char second = another ? (char) Scan.unit(scan().bytes, behind + 2, to) : 0;
    if (Character.isSurrogatePair(unit, second)) {
      text.append(unit).append(second);
      return behind + 6;
    }
    text.append('\uFFFD');
    return behind;
  }

  /// A text, or anything else as JSON; null for null, and where it takes more characters than that.
  public @Nullable String whole(int most) {
    int last = scan().behind(node) - 1;
    if (isNull() || scan().from(last) - scan().from(node) > BLANKS * most) {
      return null;
    }
    String whole = isString() ? decode(node) : toString();
    return whole.length() > most ? null : whole;
  }

  /// The value as JSON without blanks, its scalars as they were written.
  @Override
  public String toString() {
    StringBuilder json = new StringBuilder();
    write(node, json);
    return json.toString();
  }

  private void write(int at, StringBuilder json) {
    switch (scan().kind(at)) {
      case Scan.OBJECT -> writeFields(at, json);
      case Scan.ARRAY -> {
        json.append('[');
        for (int i = at + 1; i < scan().behind(at); i = scan().behind(i)) {
          json.append(i == at + 1 ? "" : ",");
          write(i, json);
        }
        json.append(']');
      }
      case Scan.ASCII, Scan.UTF8, Scan.ESCAPED -> {
        int from = scan().from(at);
        int length = scan().to(at) - from;
        json.append('"');
        json.append(new String(scan().bytes, from, length, StandardCharsets.UTF_8)).append('"');
      }
      default -> json.append(raw(at));
    }
  }

  private void writeFields(int at, StringBuilder json) {
    json.append('{');
    for (int i = at + 1; i < scan().behind(at); i = scan().behind(i + 1)) {
      json.append(i == at + 1 ? "" : ",");
      write(i, json);
      json.append(':');
      write(i + 1, json);
    }
    json.append('}');
  }
}
