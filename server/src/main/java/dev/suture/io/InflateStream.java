package dev.suture.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/// Decodes gzip, zlib and raw deflate with decoders that are used again: making one for every body
/// costs more than inflating a small one.
public final class InflateStream extends InputStream {
  private static final int LONGEST_NAME = 8 * 1024;
  private static final ArrayBlockingQueue<Inflation> IDLE = new ArrayBlockingQueue<>(64);

  private final InputStream in;
  private final boolean gzip;
  private final CRC32 checksum = new CRC32();
  private final Inflation inflation;
  private boolean ended;
  private boolean closed;

  private InflateStream(InputStream in, boolean gzip) {
    Inflation idle = IDLE.poll();
    this.in = in;
    this.gzip = gzip;
    this.inflation = idle != null ? idle : new Inflation();
    inflation.on(in);
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
      int inflated = inflation.read(target, offset, length);
      if (inflated > 0) {
        if (gzip) {
          checksum.update(target, offset, inflated);
        }
        return inflated;
      }
      endMember();
    }
    return -1;
  }

  private void endMember() throws IOException {
    if (!gzip) {
      ended = true;
      return;
    }
    long written = inflation.given();
    if (readInt() != (int) checksum.getValue() || readInt() != (int) written) {
      throw new ZipException("the checksum of the gzip member does not fit");
    }
    if (inflation.peek(0) < 0) {
      ended = true;
      return;
    }
    skipMemberHeader();
    checksum.reset();
  }

  private void skipZlibHeader() throws IOException {
    int method = inflation.peek(0);
    int flags = inflation.peek(1);
    if ((method & 0x0f) == 8 && flags >= 0 && (method << 8 | flags) % 31 == 0) {
      skip(2);
    }
    inflation.begin();
  }

  private void skipMemberHeader() throws IOException {
    if (inflation.readByte() != 0x1f || inflation.readByte() != 0x8b || inflation.readByte() != 8) {
      throw new ZipException("the bytes are not gzip");
    }
    int flags = inflation.readByte();
    skip(6);
    if ((flags & 4) != 0) {
      int extra = inflation.readByte() | inflation.readByte() << 8;
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
    inflation.begin();
  }

  private void skip(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      inflation.readByte();
    }
  }

  private void skipZeroTerminated() throws IOException {
    int length = 0;
    while (inflation.readByte() != 0) {
      if (++length > LONGEST_NAME) {
        throw new ZipException("a name in the gzip header is too long");
      }
    }
  }

  private int readInt() throws IOException {
    return inflation.readByte()
        | inflation.readByte() << 8
        | inflation.readByte() << 16
        | inflation.readByte() << 24;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      ended = true;
      inflation.on(InputStream.nullInputStream());
      IDLE.offer(inflation);
      in.close();
    }
  }
}
