package dev.suture.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Turns a decoder's unchecked exceptions, thrown for input that its author did not foresee, into
/// the IOException that readers of broken input expect.
final class UncheckedGuard extends FilterInputStream {
  UncheckedGuard(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (RuntimeException broken) {
      throw new IOException("the encoded bytes are broken", broken);
    }
  }
}
