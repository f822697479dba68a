package dev.suture.repro;

import dev.suture.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs proofs with a secret of the server, so that one that was changed afterwards is told from
/// one that was made here.
public final class Seal {
  private final byte[] secret;

  public Seal(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  public Proof sign(Proof proof) {
    return proof.signed(of(proof));
  }

  public boolean isWhole(Proof proof) {
    return MessageDigest.isEqual(
        of(proof).getBytes(StandardCharsets.UTF_8),
        proof.signature().getBytes(StandardCharsets.UTF_8));
  }

  private String of(Proof proof) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(Json.MAPPER.writeValueAsBytes(proof.signed(""))));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
