package dev.suture.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads what git prints: line by line without a copy, or a counted run of bytes.
final class PrintedLines {
  private final InputStream stream;
  private byte[] buffer = new byte[1 << 18];
  private int next;
  private int filled;
  private int start;
  private int end;

  PrintedLines(InputStream stream) {
    this.stream = stream;
  }

  /// Moves on to the next line; false at the end.
  boolean next() throws IOException {
    int scan = next;
    while (true) {
      for (; scan < filled; scan++) {
        if (buffer[scan] == '\n') {
          start = next;
          end = scan;
          next = scan + 1;
          return true;
        }
      }
      int offset = scan - next;
      if (!fill()) {
        if (next == filled) {
          return false;
        }
        start = next;
        end = filled;
        next = filled;
        return true;
      }
      scan = next + offset;
    }
  }

  private boolean fill() throws IOException {
    if (next > 0) {
      System.arraycopy(buffer, next, buffer, 0, filled - next);
      filled -= next;
      next = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = stream.read(buffer, filled, buffer.length - filled);
    filled += Math.max(read, 0);
    return read > 0;
  }

  /// The next `count` bytes.
  byte[] bytes(int count) throws IOException {
    byte[] all = new byte[count];
    int here = Math.min(count, filled - next);
    System.arraycopy(buffer, next, all, 0, here);
    next += here;
    if (stream.readNBytes(all, here, count - here) < count - here) {
      throw new IOException("git ended in the middle of an object");
    }
    return all;
  }

  /// All that is left, split where it has a NUL.
  List<String> records() throws IOException {
    byte[] here = Arrays.copyOfRange(buffer, next, filled);
    next = filled;
    String all =
        new String(here, StandardCharsets.UTF_8)
            + new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    return all.isEmpty() ? List.of() : List.of(all.split("\0"));
  }

  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  byte first() {
    return end > start ? buffer[start] : 0;
  }

  boolean startsWith(String ascii) {
    if (end - start < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (buffer[start + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  String text() {
    return text(0);
  }

  String text(int skipped) {
    return new String(buffer, start + skipped, end - start - skipped, StandardCharsets.UTF_8);
  }
}
