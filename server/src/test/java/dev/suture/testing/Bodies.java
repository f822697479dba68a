package dev.suture.testing;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/// Bodies in every content encoding, good ones and bombs.
public final class Bodies {
  /// An envelope with id 9ec79c33ec9942ab8353589fcb2e04dc and the message "from brotli", made by
  /// zlib.brotliCompressSync of Node: there is no encoder for the JVM among our libraries.
  private static final String BROTLI =
      "G3IAMJwF7vZZeXC4N3vaaSr35BR0m9fvcYUqte+KXAZBUOqw9JUInVMO2GsBFWWQ8J3vATdrDaVFmmfY"
          + "57xbQLGDZkXAdeWwsBg4TK3mm3KUBYEotxho8/9dCRzhHYAD";

  /// An attachment of 200 MiB of zeroes, in 214 bytes, from the same encoder.
  private static final String BROTLI_BOMB =
      "z///f0gXodL1ZPJLfBbOZkauBjbggDWBhKYJJ7GzoQQqIVyico/jdzbLnUxnI5WajvLG+389DP///+GfAIjDAgDd"
          + "+3/+///DPwEQh0UAuvf//P//h38CIA4LAHTv//n//w//BEAcFgDo3v/z//8f/gmAOCwA0L3/5///P/wTAHFY"
          + "AKB7/8///3/4JwDisABA9/6f////8E8AxGEBgO79P////+GfAIjDAgDd+3/+///DPwEQhwUAuvf//P//h38C"
          + "IA4LAHTv/5MFABD/hEIpclgA0Pz+Dw==";

  private static final int BOMB = 200 * 1024 * 1024;

  private Bodies() {}

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] brotli() {
    return Base64.getDecoder().decode(BROTLI);
  }

  public static byte[] gzip(byte[] plain) {
    return through(GZIPOutputStream::new, plain);
  }

  public static byte[] zlib(byte[] plain) {
    return through(DeflaterOutputStream::new, plain);
  }

  public static byte[] rawDeflate(byte[] plain) {
    return through(out -> new DeflaterOutputStream(out, new Deflater(9, true)), plain);
  }

  public static byte[] zstd(byte[] plain) {
    return Zstd.compress(plain);
  }

  /// An envelope over the limit once decoded, small before.
  ///
  /// @param encoding `gzip`, `deflate`, `br` or `zstd`
  public static byte[] bomb(String encoding) {
    return switch (encoding) {
      case "gzip" -> through(GZIPOutputStream::new, null);
      case "deflate" -> through(DeflaterOutputStream::new, null);
      case "zstd" -> through(ZstdOutputStream::new, null);
      case "br" -> Base64.getDecoder().decode(BROTLI_BOMB);
      default -> throw new IllegalArgumentException(encoding);
    };
  }

  private interface Encoder {
    OutputStream on(OutputStream target) throws IOException;
  }

  private static byte[] through(Encoder encoder, byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = encoder.on(packed)) {
      if (plain != null) {
        out.write(plain);
      } else {
        out.write(bytes("{}\n{\"type\":\"attachment\",\"length\":" + BOMB + "}\n"));
        byte[] zeroes = new byte[1024 * 1024];
        for (int written = 0; written < BOMB; written += zeroes.length) {
          out.write(zeroes);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
