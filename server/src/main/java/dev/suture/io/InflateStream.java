package dev.suture.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/// Decodes gzip, zlib and raw deflate with inflaters that are used again: making one for every body
/// costs more than inflating a small one.
public final class InflateStream extends InputStream {
  private static final int BUFFER = 8 * 1024;
  private static final ArrayBlockingQueue<Tools> IDLE = new ArrayBlockingQueue<>(64);

  private final InputStream in;
  private final boolean gzip;
  private final CRC32 checksum = new CRC32();
  private Tools tools;
  private int next;
  private int end;
  private boolean ended;
  private boolean closed;

  /// An inflater without zlib framing and the buffer that feeds it.
  private record Tools(Inflater inflater, byte[] buffer) {
    static Tools borrow() {
      Tools idle = IDLE.poll();
      return idle != null ? idle : new Tools(new Inflater(true), new byte[BUFFER]);
    }

    void giveBack() {
      inflater.reset();
      if (!IDLE.offer(this)) {
        inflater.end();
      }
    }
  }

  private InflateStream(InputStream in, boolean gzip) {
    this.in = in;
    this.gzip = gzip;
    this.tools = Tools.borrow();
  }

  /// RFC 1952, several members included.
  public static InflateStream gzip(InputStream in) throws IOException {
    InflateStream stream = new InflateStream(in, true);
    return stream.begun(stream::skipMemberHeader);
  }

  /// `deflate` of HTTP: zlib framing (RFC 1950) by the book, raw deflate (RFC 1951) as some clients
  /// send it. Told apart by the first two bytes, which a zlib header makes a multiple of 31.
  public static InflateStream deflate(InputStream in) throws IOException {
    InflateStream stream = new InflateStream(in, false);
    return stream.begun(stream::skipZlibHeader);
  }

  private interface Opening {
    void read() throws IOException;
  }

  private InflateStream begun(Opening opening) throws IOException {
    try {
      opening.read();
      return this;
    } catch (IOException | RuntimeException broken) {
      close();
      throw broken;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int inflated = inflate(target, offset, length);
      if (inflated > 0) {
        if (gzip) {
          checksum.update(target, offset, inflated);
        }
        return inflated;
      }
    }
    return -1;
  }

  /// One step that always gets on: output, input, the end of a member, or an exception.
  private int inflate(byte[] target, int offset, int length) throws IOException {
    Inflater inflater = tools.inflater();
    try {
      int inflated = inflater.inflate(target, offset, length);
      if (inflated > 0) {
        return inflated;
      }
    } catch (DataFormatException broken) {
      throw new ZipException("the compressed bytes are broken");
    }
    if (inflater.finished()) {
      next = end - inflater.getRemaining();
      endMember();
    } else if (inflater.needsDictionary()) {
      throw new ZipException("a preset dictionary is not taken");
    } else {
      fill();
      inflater.setInput(tools.buffer(), 0, end);
      next = end;
    }
    return 0;
  }

  private void endMember() throws IOException {
    if (!gzip) {
      ended = true;
      return;
    }
    long written = tools.inflater().getBytesWritten();
    if (readInt() != (int) checksum.getValue() || readInt() != (int) written) {
      throw new ZipException("the checksum of the gzip member does not fit");
    }
    if (next == end && !tryFill()) {
      ended = true;
      return;
    }
    skipMemberHeader();
    tools.inflater().reset();
    tools.inflater().setInput(tools.buffer(), next, end - next);
    checksum.reset();
  }

  private void skipZlibHeader() throws IOException {
    fill();
    if (end - next == 1 && tools.buffer().length > 1) {
      int more = in.read(tools.buffer(), 1, tools.buffer().length - 1);
      end += Math.max(more, 0);
    }
    if (end - next >= 2) {
      int method = tools.buffer()[0] & 0xff;
      int flags = tools.buffer()[1] & 0xff;
      boolean zlib = (method & 0x0f) == 8 && (method << 8 | flags) % 31 == 0;
      next = zlib ? 2 : 0;
    }
    tools.inflater().setInput(tools.buffer(), next, end - next);
  }

  private void skipMemberHeader() throws IOException {
    if (readByte() != 0x1f || readByte() != 0x8b || readByte() != 8) {
      throw new ZipException("the bytes are not gzip");
    }
    int flags = readByte();
    skip(6);
    if ((flags & 4) != 0) {
      int extra = readByte() | readByte() << 8;
      skip(extra);
    }
    if ((flags & 8) != 0) {
      skipZeroTerminated();
    }
    if ((flags & 16) != 0) {
      skipZeroTerminated();
    }
    if ((flags & 2) != 0) {
      skip(2);
    }
    tools.inflater().setInput(tools.buffer(), next, end - next);
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      readByte();
    }
  }

  private void skipZeroTerminated() throws IOException {
    int length = 0;
    while (readByte() != 0) {
      if (++length > BUFFER) {
        throw new ZipException("a name in the gzip header is too long");
      }
    }
  }

  private int readInt() throws IOException {
    return readByte() | readByte() << 8 | readByte() << 16 | readByte() << 24;
  }

  private int readByte() throws IOException {
    if (next == end) {
      fill();
    }
    return tools.buffer()[next++] & 0xff;
  }

  private void fill() throws IOException {
    if (!tryFill()) {
      throw new EOFException("the compressed bytes end too early");
    }
  }

  private boolean tryFill() throws IOException {
    int read = in.read(tools.buffer(), 0, tools.buffer().length);
    next = 0;
    end = Math.max(read, 0);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      ended = true;
      tools.giveBack();
      in.close();
    }
  }
}
