package dev.suture.io;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.brotli.dec.BrotliInputStream;

/// A content encoding of HTTP. Opening one never reads more than the encoding's first window needs;
/// whoever reads the decoded side sets the bound.
public enum Encoding {
  identity,
  gzip,
  deflate,
  br,
  zstd;

  /// RFC 9659: a decoder for HTTP need not take windows over 8 MiB.
  private static final int ZSTD_WINDOW_LOG = 23;

  /// The encoding that a `Content-Encoding` header names; several at once are not taken.
  public static Optional<Encoding> named(String header) {
    return switch (header.trim().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> Optional.of(identity);
      case "gzip", "x-gzip" -> Optional.of(gzip);
      case "deflate" -> Optional.of(deflate);
      case "br" -> Optional.of(br);
      case "zstd" -> Optional.of(zstd);
      default -> Optional.empty();
    };
  }

  /// The decoded bytes. Broken input fails with an IOException while reading; close to give the
  /// decoder back.
  public InputStream open(InputStream encoded) throws IOException {
    return switch (this) {
      case identity -> encoded;
      case gzip -> InflateStream.gzip(encoded);
      case deflate -> InflateStream.deflate(encoded);
      case br -> new UncheckedGuard(new BrotliInputStream(encoded));
      case zstd -> new ZstdInputStreamNoFinalizer(encoded).setLongMax(ZSTD_WINDOW_LOG);
    };
  }
}
