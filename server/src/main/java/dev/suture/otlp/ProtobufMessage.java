package dev.suture.otlp;

import dev.suture.ingest.Decoder.Malformed;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A message in protobuf's binary notation, read in place: nothing is copied but the texts that are
/// asked for.
final class ProtobufMessage implements Message {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;
  private static final int LONGEST_VARINT = 10;
  private static final int LONGEST_ID = 16;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int end;
  private final Schema schema;
  private int at;

  private Schema.Field field = new Schema.Field("");
  private int type;

  /// Of a varint its value, of anything else where it begins.
  private long value;

  private int length;

  ProtobufMessage(byte[] bytes, Schema schema) {
    this(bytes, 0, bytes.length, schema);
  }

  private ProtobufMessage(byte[] bytes, int start, int end, Schema schema) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
    this.schema = schema;
  }

  @Override
  public @Nullable String next() throws Malformed {
    while (at < end) {
      long tag = varint();
      type = (int) (tag & 7);
      readValue();
      Schema.Field known =
          tag >>> 3 > Integer.MAX_VALUE ? null : schema.fields().get((int) (tag >>> 3));
      if (known != null) {
        field = known;
        return known.name();
      }
    }
    return null;
  }

  private void readValue() throws Malformed {
    switch (type) {
      case VARINT -> value = varint();
      case FIXED64 -> pass(8);
      case FIXED32 -> pass(4);
      case BYTES -> {
        long announced = varint();
        if (announced < 0 || announced > end - at) {
          throw new Malformed("a field of the protobuf message is longer than the message");
        }
        pass((int) announced);
      }
      default -> throw new Malformed("the body is no protobuf message");
    }
  }

  private void pass(int count) throws Malformed {
    if (count > end - at) {
      throw new Malformed("the protobuf message ends within a field");
    }
    value = at;
    length = count;
    at += count;
  }

  private long varint() throws Malformed {
    long number = 0;
    for (int i = 0; i < LONGEST_VARINT; i++) {
      if (at >= end) {
        break;
      }
      byte next = bytes[at++];
      number |= (long) (next & 0x7f) << (7 * i);
      if (next >= 0) {
        return number;
      }
    }
    throw new Malformed("a number in the protobuf message has no end");
  }

  @Override
  public String text() {
    return type == BYTES ? new String(bytes, (int) value, length, StandardCharsets.UTF_8) : "";
  }

  @Override
  public long number() {
    return switch (type) {
      case VARINT -> value;
      case FIXED64 -> (long) LONG.get(bytes, (int) value);
      default -> 0;
    };
  }

  @Override
  public double real() {
    return type == FIXED64 ? Double.longBitsToDouble((long) LONG.get(bytes, (int) value)) : 0;
  }

  @Override
  public String id() {
    boolean fits = type == BYTES && length <= LONGEST_ID;
    return fits ? HexFormat.of().formatHex(bytes, (int) value, (int) value + length) : "";
  }

  @Override
  public Message message() {
    Schema inside = field.inside();
    if (type != BYTES || inside == null) {
      return new ProtobufMessage(bytes, end, end, Schema.NOTHING);
    }
    return new ProtobufMessage(bytes, (int) value, (int) value + length, inside);
  }
}
