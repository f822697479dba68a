package dev.suture.forge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;

/// The app as which this server answers GitHub; only an app may answer for its protection rules.
///
/// @param id as GitHub shows it
/// @param key that GitHub made for it
public record GitHubApp(String id, PrivateKey key) {
  /// GitHub takes ten minutes at the most, by its own clock.
  private static final Duration VALID = Duration.ofMinutes(8);

  private static final Duration DRIFT = Duration.ofSeconds(60);

  /// @param pem as GitHub lets it be downloaded (`RSA PRIVATE KEY`), or as PKCS#8
  /// @throws IOException when it holds no such key
  public static GitHubApp of(String id, String pem) throws IOException {
    try (PemReader reader = new PemReader(new StringReader(pem))) {
      PemObject object = reader.readPemObject();
      if (object == null) {
        throw new IOException("it is no PEM file");
      }
      byte[] pkcs8 =
          object.getType().equals("RSA PRIVATE KEY")
              ? new PrivateKeyInfo(
                      new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption),
                      ASN1Primitive.fromByteArray(object.getContent()))
                  .getEncoded()
              : object.getContent();
      return new GitHubApp(
          id, KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (GeneralSecurityException unfit) {
      throw new IOException("it holds no RSA key", unfit);
    }
  }

  /// The token by which the app shows who it is (docs.github.com, "Generating a JSON Web Token for
  /// a GitHub App").
  String token(Instant now) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.RS256),
            new JWTClaimsSet.Builder()
                .issuer(id)
                .issueTime(Date.from(now.minus(DRIFT)))
                .expirationTime(Date.from(now.plus(VALID)))
                .build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException impossible) {
      throw new IllegalStateException("an RSA key signs", impossible);
    }
    return token.serialize();
  }

  /// Hides what must not get into a log.
  @Override
  public String toString() {
    return "app " + id;
  }
}
