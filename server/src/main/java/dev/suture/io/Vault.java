package dev.suture.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Keeps secrets of other systems unreadable in the database: AES-256-GCM with a key in a file of
/// its own, which only the server's user can read. A copy of the database alone gives none away.
public final class Vault {
  private static final String PREFIX = "sealed:1:";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  private Vault(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /// @param file of the key; it is made, with mode 600, where there is none
  /// @throws IOException also when the file holds something else
  public static Vault at(Path file) throws IOException {
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    Path draft = file.resolveSibling(file.getFileName() + "." + Long.toHexString(fresh[0] & 0xff));
    if (!Files.exists(file)) {
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(draft, fresh, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
      try {
        // Linked, not moved: of two servers that begin at once the first one's key stays.
        Files.createLink(file, draft);
      } catch (FileAlreadyExistsException another) {
        return at(file);
      } finally {
        Files.delete(draft);
      }
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length != KEY_BYTES) {
      throw new IOException(
          file
              + " is not a key of Suture: put the right one back, or move it away and give each"
              + " forge its token, and each channel of alerts its secret, again.");
    }
    return new Vault(key);
  }

  /// @param place where the text is kept; it cannot be opened as that of another place
  public String seal(String place, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed =
        run(Cipher.ENCRYPT_MODE, nonce, place, text.getBytes(StandardCharsets.UTF_8))
            .orElseThrow(() -> new IllegalStateException("AES-GCM is not there"));
    byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
    System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
    return PREFIX + Base64.getEncoder().encodeToString(both);
  }

  /// Whether a text was sealed by some vault.
  public static boolean isSealed(String text) {
    return text.startsWith(PREFIX);
  }

  /// @return empty when it was sealed with another key, for another place, or changed since
  public Optional<String> open(String place, String sealed) {
    if (!isSealed(sealed)) {
      return Optional.empty();
    }
    byte[] both;
    try {
      both = Base64.getDecoder().decode(sealed.substring(PREFIX.length()));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
    if (both.length < NONCE_BYTES) {
      return Optional.empty();
    }
    return run(
            Cipher.DECRYPT_MODE,
            Arrays.copyOf(both, NONCE_BYTES),
            place,
            Arrays.copyOfRange(both, NONCE_BYTES, both.length))
        .map(text -> new String(text, StandardCharsets.UTF_8));
  }

  private Optional<byte[]> run(int mode, byte[] nonce, String place, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return Optional.of(cipher.doFinal(text));
    } catch (GeneralSecurityException refused) {
      return Optional.empty();
    }
  }
}
