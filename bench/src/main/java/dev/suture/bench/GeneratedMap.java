package dev.suture.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// A seeded source map shaped like that of a large bundled editor: some hundred sources with their
/// text, a few very long built lines, most segments close behind each other.
final class GeneratedMap {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int SOURCES = 800;
  private static final int NAMES = 20_000;
  private static final int LINES = 800;
  private static final int[] NOWHERE = {0, 0, 0, 0, 0};

  private final Random random;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(32 << 20);
  private int[] before = NOWHERE.clone();

  private GeneratedMap(long seed) {
    random = new Random(seed);
  }

  /// @param segments how many positions it has
  /// @param contentBytes how much source text it carries
  static byte[] json(int segments, int contentBytes, long seed) {
    return new GeneratedMap(seed).write(segments, contentBytes);
  }

  private byte[] write(int segments, int contentBytes) {
    text("{\"version\":3,\"sources\":[");
    for (int i = 0; i < SOURCES; i++) {
      text((i == 0 ? "" : ",") + "\"../src/module" + i + "/part" + i % 17 + ".ts\"");
    }
    text("],\"sourcesContent\":[");
    for (int i = 0; i < SOURCES; i++) {
      text((i == 0 ? "\"" : ",\"") + source(contentBytes / SOURCES) + "\"");
    }
    text("],\"names\":[");
    for (int i = 0; i < NAMES; i++) {
      text((i == 0 ? "" : ",") + "\"name" + i + "\"");
    }
    text("],\"mappings\":\"");
    mappings(segments);
    text("\"}");
    return out.toByteArray();
  }

  private String source(int bytes) {
    StringBuilder source = new StringBuilder(bytes + 80);
    while (source.length() < bytes) {
      source
          .append("  const value")
          .append(random.nextInt(10_000))
          .append(" = this.resolve(input.items[")
          .append(random.nextInt(100))
          .append("]);\\n");
    }
    return source.toString();
  }

  private void mappings(int segments) {
    int inLine = segments / LINES;
    int[] at = NOWHERE.clone();
    for (int i = 0; i < segments; i++) {
      boolean newLine = i > 0 && i % inLine == 0;
      if (newLine) {
        out.write(';');
        at[0] = 0;
        before[0] = 0;
      } else if (i > 0) {
        out.write(',');
      }
      at[0] += 1 + random.nextInt(9);
      if (i % 750 == 0) {
        at[1] = random.nextInt(SOURCES);
        at[2] = 0;
      }
      at[2] += random.nextInt(4) == 0 ? 1 : 0;
      at[3] = random.nextInt(80);
      boolean named = random.nextInt(4) == 0;
      if (named) {
        at[4] = random.nextInt(NAMES);
      }
      for (int field = 0; field < (named ? 5 : 4); field++) {
        quantity(at[field] - before[field]);
        before[field] = at[field];
      }
    }
  }

  private void quantity(int value) {
    int bits = value < 0 ? -value << 1 | 1 : value << 1;
    do {
      int five = bits & 31;
      bits >>>= 5;
      out.write(DIGITS.charAt(bits == 0 ? five : five | 32));
    } while (bits != 0);
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
