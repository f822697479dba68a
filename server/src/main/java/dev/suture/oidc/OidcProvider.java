package dev.suture.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.suture.account.Account;
import dev.suture.account.AccountStore;
import dev.suture.account.IdentityProvider;
import dev.suture.account.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A provider of OpenID Connect, found by its issuer.
public final class OidcProvider implements IdentityProvider {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);
  private static final Duration SKEW = Duration.ofMinutes(2);
  private static final Duration KEPT = Duration.ofHours(1);

  private final OidcSettings settings;
  private final InstantSource clock;
  private final IssuerClient issuer;
  private volatile @Nullable Found found;

  /// What discovery says, for an hour.
  private record Found(URI authorize, URI token, URI keys, Instant until) {}

  public OidcProvider(OidcSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.issuer = new IssuerClient(settings.issuer());
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public boolean isIssuer(String other) {
    return other.equals(settings.issuer().toString());
  }

  @Override
  public URI begin(Begun begun) throws Refused {
    URI authorize = found().authorize();
    String query =
        form(
            "response_type", "code",
            "client_id", settings.clientId(),
            "redirect_uri", begun.redirect().toString(),
            "scope", "openid email profile",
            "state", begun.state(),
            "nonce", begun.nonce(),
            "code_challenge", Secret.challenge(begun.verifier()),
            "code_challenge_method", "S256");
    return URI.create(authorize + (authorize.getQuery() == null ? "?" : "&") + query);
  }

  @Override
  public Person finish(Begun begun, String code) throws Refused {
    Found there = found();
    String form =
        form(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", begun.redirect().toString(),
            "client_id", settings.clientId(),
            "code_verifier", begun.verifier());
    String basic = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
    JsonNode answer =
        issuer.post(
            there.token(),
            form,
            "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
    return person(claims(answer.path("id_token").asString(""), there), begun);
  }

  private Found found() throws Refused {
    Found known = found;
    if (known != null && clock.instant().isBefore(known.until())) {
      return known;
    }
    String base = settings.issuer().toString().replaceAll("/$", "");
    JsonNode said = issuer.get(URI.create(base + "/.well-known/openid-configuration"));
    if (!isIssuer(said.path("issuer").asString(""))) {
      throw untrusted("discovery is of another issuer");
    }
    Found fresh =
        new Found(
            issuer.named(said.path("authorization_endpoint").asString("")),
            issuer.named(said.path("token_endpoint").asString("")),
            issuer.named(said.path("jwks_uri").asString("")),
            clock.instant().plus(KEPT));
    found = fresh;
    return fresh;
  }

  /// The claims of a token whose signature is the issuer's.
  private JWTClaimsSet claims(String token, Found there) throws Refused {
    try {
      SignedJWT signed = SignedJWT.parse(token);
      if (!ALGORITHMS.contains(signed.getHeader().getAlgorithm())) {
        throw untrusted("the token is signed in a way that is not taken");
      }
      JWKSet keys = JWKSet.parse(issuer.get(there.keys()).toString());
      List<JWK> fitting = new JWKSelector(JWKMatcher.forJWSHeader(signed.getHeader())).select(keys);
      for (JWK key : fitting) {
        if (key instanceof AsymmetricJWK pair
            && signed.verify(
                new DefaultJWSVerifierFactory()
                    .createJWSVerifier(signed.getHeader(), pair.toPublicKey()))) {
          return signed.getJWTClaimsSet();
        }
      }
    } catch (ParseException | JOSEException | IllegalArgumentException broken) {
      throw untrusted("the token cannot be read: " + broken.getMessage());
    }
    throw untrusted("no key of the issuer has signed the token");
  }

  private Person person(JWTClaimsSet claims, Begun begun) throws Refused {
    check(claims, begun);
    try {
      String email = claims.getStringClaim("email");
      if (email == null || !Account.isEmail(email.strip()) || !isVerified(claims)) {
        throw new Refused(Reason.unverified, "the e-mail address is not verified");
      }
      String address = Account.email(email);
      String domain = address.substring(address.lastIndexOf('@') + 1);
      if (!settings.domains().isEmpty() && !settings.domains().contains(domain)) {
        throw new Refused(Reason.domain, "the domain " + domain + " may not sign in");
      }
      String name = claims.getStringClaim("name");
      return new Person(
          new AccountStore.Identity(settings.issuer().toString(), claims.getSubject()),
          address,
          name != null && Account.isName(name) ? name.strip() : address.split("@")[0]);
    } catch (ParseException wrong) {
      throw untrusted("a claim is of the wrong kind");
    }
  }

  private void check(JWTClaimsSet claims, Begun begun) throws Refused {
    Instant now = clock.instant();
    List<String> audience = claims.getAudience();
    Object party = claims.getClaim("azp");
    Object nonce = claims.getClaim("nonce");
    if (!isIssuer(String.valueOf(claims.getIssuer()))) {
      throw untrusted("the token is of another issuer");
    }
    if (!audience.contains(settings.clientId())
        || (party == null ? audience.size() > 1 : !party.equals(settings.clientId()))) {
      throw untrusted("the token is for another client");
    }
    if (!(nonce instanceof String said) || !Secret.same(said, begun.nonce())) {
      throw untrusted("the token is of another sign-in");
    }
    if (claims.getExpirationTime() == null
        || claims.getExpirationTime().toInstant().plus(SKEW).isBefore(now)
        || claims.getIssueTime() == null
        || claims.getIssueTime().toInstant().minus(SKEW).isAfter(now)) {
      throw untrusted("the token is too old, or of the future");
    }
    if (claims.getSubject() == null || claims.getSubject().isEmpty()) {
      throw untrusted("the token is of nobody");
    }
  }

  /// Some providers write the word instead of the truth value.
  private static boolean isVerified(JWTClaimsSet claims) {
    Object verified = claims.getClaim("email_verified");
    return Boolean.TRUE.equals(verified) || "true".equals(verified);
  }

  private static Refused untrusted(String why) {
    return new Refused(Reason.unreachable, why);
  }

  private static String form(String... pairs) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      form.append(i == 0 ? "" : "&").append(pairs[i]).append('=').append(encoded(pairs[i + 1]));
    }
    return form.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// Domains as they are compared.
  public static List<String> domains(String commaSeparated) {
    return List.of(commaSeparated.split(",")).stream()
        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
        .filter(domain -> !domain.isEmpty())
        .toList();
  }
}
