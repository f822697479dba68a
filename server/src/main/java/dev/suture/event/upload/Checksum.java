package dev.suture.event.upload;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A SHA-1 checksum, which is what uploading clients name their chunks by. It finds damage; it
/// proves nothing about who made the bytes.
///
/// @param hex 40 lower-case hexadecimal digits, and therefore safe as a file name
public record Checksum(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}");

  public Checksum {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("a checksum is 40 hexadecimal digits");
    }
  }

  /// What a client wrote; empty when it is no checksum.
  public static Optional<Checksum> parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return FORM.matcher(lower).matches() ? Optional.of(new Checksum(lower)) : Optional.empty();
  }

  public static Checksum of(byte[] content) {
    return new Checksum(HexFormat.of().formatHex(sha1().digest(content)));
  }

  static Checksum of(InputStream content) throws IOException {
    MessageDigest digest = sha1();
    byte[] block = new byte[64 * 1024];
    for (int read = content.read(block); read >= 0; read = content.read(block)) {
      digest.update(block, 0, read);
    }
    return new Checksum(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-1", e);
    }
  }
}
