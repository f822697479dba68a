package dev.suture.json;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What was made of objects that were read lately, by the bytes that they were written with but for
/// one field that says nothing of them. Events of one fault come with the same frames; one that is
/// found here is not translated again and takes no memory of its own.
///
/// A place holds one object, which gives way to another that was met twice in a row there. All
/// threads share the places without a lock: what one misses it makes anew.
public final class RecentObjects<T> {
  private static final int LONGEST = 2 * 1024;

  private final String aside;
  private final UnaryOperator<T> lasting;
  private final @Nullable Known<T>[] known;
  private final long[] met;

  /// @param before the bytes in front of the field that is left aside; all where there is none
  /// @param behind those behind it
  private record Known<T>(Object kind, byte[] before, byte[] behind, T made) {}

  /// How the object is made.
  @FunctionalInterface
  public interface Maker<T> {
    T make(Fields object);
  }

  /// @param places a power of two
  /// @param aside the field that what is made does not depend on
  /// @param lasting what is made, without a hold on the document that it was read from
  @SuppressWarnings({"unchecked", "rawtypes"})
  public RecentObjects(int places, String aside, UnaryOperator<T> lasting) {
    this.aside = aside;
    this.lasting = lasting;
    this.known = new Known[places];
    this.met = new long[places];
  }

  /// @param kind what else decides what is made
  /// @param maker asks nothing but the object, without the field that is left aside, and the kind
  public T of(Fields object, Object kind, Maker<T> maker) {
    Value value = object.node();
    if (value == null) {
      return maker.make(object);
    }
    Scan scan = value.scan();
    Span span = Span.of(scan, value, aside);
    if (span == null || span.length() > LONGEST) {
      return maker.make(object);
    }
    byte[] bytes = scan.bytes;
    long hash =
        RecentTexts.hash(bytes, span.from, span.to - span.from)
            ^ Long.rotateLeft(
                RecentTexts.hash(bytes, span.again, span.end - span.again) + kind.hashCode(), 17);
    int place = (int) (hash >>> 32) & (known.length - 1);
    Known<T> one = known[place];
    if (one != null
        && one.kind.equals(kind)
        && span.isFirst(bytes, one.before)
        && span.isSecond(bytes, one.behind)) {
      return one.made;
    }
    T made = maker.make(object);
    if (met[place] == hash) {
      made = lasting.apply(made);
      known[place] =
          new Known<>(
              kind,
              Arrays.copyOfRange(bytes, span.from, span.to),
              Arrays.copyOfRange(bytes, span.again, span.end),
              made);
    } else {
      met[place] = hash;
    }
    return made;
  }

  /// Where an object lies but for one of its fields: from its beginning to the name of that field,
  /// and from the name behind it to the end of the last scalar. What follows are brackets that the
  /// rest decides.
  private record Span(int from, int to, int again, int end) {
    static @Nullable Span of(Scan scan, Value value, String aside) {
      int node = value.place();
      int behind = scan.behind(node);
      int field = value.field(aside);
      if (scan.kind(node) != Scan.OBJECT || behind == node + 1) {
        return null;
      }
      int end = scan.endOf(behind - 1);
      if (field < 0) {
        return new Span(scan.from(node), end, end, end);
      }
      int next = scan.behind(field + 1);
      int again = next < behind ? scan.from(next) : 0;
      return new Span(scan.from(node), scan.from(field), again, next < behind ? end : again);
    }

    int length() {
      return to - from + end - again;
    }

    boolean isFirst(byte[] bytes, byte[] before) {
      return Arrays.equals(before, 0, before.length, bytes, from, to);
    }

    boolean isSecond(byte[] bytes, byte[] behind) {
      return Arrays.equals(behind, 0, behind.length, bytes, again, end);
    }
  }
}
