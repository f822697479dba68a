package dev.suture.http;

import dev.suture.io.TooLarge;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parts of a `multipart/form-data` body as they come, one in memory at a time.
final class MultipartParts {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "multipart/form-data\\s*;.*\\bboundary=\"?([A-Za-z0-9'()+_,./:=?-]{1,70})\"?.*");
  private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]{0,200})\"");
  private static final Pattern FILE_NAME = Pattern.compile("[;\\s]filename=\"([^\"]{0,200})\"");
  private static final int MOST_HEADERS = 8 * 1024;

  private final InputStream in;
  private final byte[] delimiter;
  private final int largest;
  private boolean begun;

  /// @param largest bytes of one part
  /// @throws Refusal when the content type names no boundary
  MultipartParts(InputStream body, String contentType, int largest) {
    Matcher type = BOUNDARY.matcher(contentType);
    if (!type.matches()) {
      throw Refusal.invalid("The body is not multipart/form-data with a boundary.", null);
    }
    this.in = new BufferedInputStream(body, 64 * 1024);
    this.delimiter = ("\r\n--" + type.group(1)).getBytes(StandardCharsets.US_ASCII);
    this.largest = largest;
  }

  /// Hostile text and bytes.
  record Part(String name, String fileName, byte[] content) {}

  /// The next part; null after the last one.
  ///
  /// @throws TooLarge when the part is
  @Nullable Part next() throws IOException {
    if (!begun) {
      begun = true;
      // The first delimiter begins the body and has no line break before it.
      byte[] first = in.readNBytes(delimiter.length - 2);
      if (!Arrays.equals(first, Arrays.copyOfRange(delimiter, 2, delimiter.length))) {
        throw broken();
      }
    }
    int a = in.read();
    int b = in.read();
    if (a == '-' && b == '-') {
      return null;
    }
    if (a != '\r' || b != '\n') {
      throw broken();
    }
    String headers = headers();
    return new Part(found(NAME, headers), found(FILE_NAME, headers), content());
  }

  private String headers() throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream(200);
    int line = 0;
    while (lines.size() < MOST_HEADERS) {
      int next = in.read();
      if (next < 0) {
        throw broken();
      }
      lines.write(next);
      if (next == '\n' && line == 0) {
        return lines.toString(StandardCharsets.UTF_8);
      }
      line = next == '\n' ? 0 : next == '\r' ? line : line + 1;
    }
    throw broken();
  }

  private byte[] content() throws IOException {
    byte[] bytes = new byte[64 * 1024];
    int filled = 0;
    byte last = delimiter[delimiter.length - 1];
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (filled == bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(2 * filled, largest + delimiter.length + 1));
      }
      bytes[filled++] = (byte) next;
      if (next == last && endsWithDelimiter(bytes, filled)) {
        return Arrays.copyOf(bytes, filled - delimiter.length);
      }
      if (filled > largest + delimiter.length) {
        throw new TooLarge(largest);
      }
    }
    throw broken();
  }

  private boolean endsWithDelimiter(byte[] bytes, int filled) {
    int from = filled - delimiter.length;
    return from >= 0 && Arrays.equals(bytes, from, filled, delimiter, 0, delimiter.length);
  }

  private static String found(Pattern pattern, String headers) {
    Matcher matcher = pattern.matcher(headers);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static Refusal broken() {
    return Refusal.invalid("The multipart body is broken.", "Send it again.");
  }
}
