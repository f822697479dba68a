package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.suture.testing.Browser;
import dev.suture.testing.Door;
import dev.suture.testing.Issuer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Signing in by an identity provider, and by what only looks like one's answer.
class OidcTest {
  @TempDir Path folder;

  private Issuer issuer;
  private Door door;
  private Browser owner;

  @BeforeEach
  void start() throws Exception {
    issuer = new Issuer();
    Path secret = folder.resolve("secret");
    Files.writeString(secret, Issuer.SECRET + "\n");
    door =
        new Door(
            Config.of(
                Map.of(
                    "data",
                    folder.resolve("data").toString(),
                    "port",
                    "0",
                    "oidc-issuer",
                    issuer.address(),
                    "oidc-client-id",
                    Issuer.CLIENT,
                    "oidc-client-secret-file",
                    secret.toString(),
                    "oidc-name",
                    "Acme",
                    "oidc-domains",
                    "shop.example, till.example")));
    owner = Browser.ofOwner(door.suture());
  }

  @AfterEach
  void stop() {
    door.close();
    issuer.close();
  }

  private URI began(Browser browser) throws Exception {
    return location(browser.send("GET", "/api/v1/oidc/start?to=/hotfixes", null));
  }

  private static URI location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private static String back(URI callback) {
    return callback.getRawPath() + "?" + callback.getRawQuery();
  }

  /// Where the browser is at the end of the way.
  private String walked(Browser browser) throws Exception {
    return location(browser.send("GET", back(issuer.agree(began(browser))), null)).toString();
  }

  private static int me(Browser browser) throws Exception {
    return browser.send("GET", "/api/v1/me", null).statusCode();
  }

  @Test
  void aPersonOfTheProviderBecomesAMemberAndIsKnownAgain() throws Exception {
    assertThat(owner.json("GET", "/api/v1/sign-in", null, 200).path("provider").asString())
        .isEqualTo("Acme");
    Browser pia = new Browser(door.suture());
    assertThat(walked(pia)).isEqualTo("/hotfixes");
    JsonNode me = pia.json("GET", "/api/v1/me", null, 200);
    assertThat(me.path("email").asString()).isEqualTo("pia@shop.example");
    assertThat(me.path("role").asString()).isEqualTo("member");
    assertThat(me.path("local").asBoolean()).isFalse();
    issuer.saying(claims -> claims.claim("email", "married@shop.example"));
    Browser again = new Browser(door.suture());
    walked(again);
    assertThat(again.json("GET", "/api/v1/me", null, 200).path("id")).isEqualTo(me.path("id"));
    owner.json("PATCH", "/api/v1/members/" + me.path("id"), Map.of("active", false), 200);
    assertThat(walked(new Browser(door.suture()))).isEqualTo("/?sign-in=inactive");
    assertThat(me(pia)).isEqualTo(401);
  }

  @Test
  void whoHasNoPasswordCannotSignInByOne() throws Exception {
    walked(new Browser(door.suture()));
    for (String password : List.of("", "a password of some kind")) {
      assertThat(new Browser(door.suture()).signIn("pia@shop.example", password).statusCode())
          .isEqualTo(403);
    }
  }

  private void assertRefused(String word, UnaryOperator<JWTClaimsSet.Builder> said)
      throws Exception {
    issuer.saying(said);
    Browser browser = new Browser(door.suture());
    assertThat(walked(browser)).isEqualTo("/?sign-in=" + word);
    assertThat(me(browser)).isEqualTo(401);
  }

  @Test
  void whatTheTokenSaysIsChecked() throws Exception {
    Date old = Date.from(Instant.now().minusSeconds(3600));
    assertRefused("unreachable", claims -> claims.claim("nonce", "another"));
    assertRefused("unreachable", claims -> claims.claim("nonce", null));
    assertRefused("unreachable", claims -> claims.audience("another-client"));
    assertRefused("unreachable", claims -> claims.audience(List.of(Issuer.CLIENT, "another")));
    assertRefused("unreachable", claims -> claims.claim("azp", "another-client"));
    assertRefused("unreachable", claims -> claims.issuer("https://elsewhere.example"));
    assertRefused("unreachable", claims -> claims.expirationTime(old));
    assertRefused("unreachable", claims -> claims.expirationTime(null));
    assertRefused("unreachable", claims -> claims.subject(null));
    assertRefused("unverified", claims -> claims.claim("email_verified", false));
    assertRefused("unverified", claims -> claims.claim("email_verified", null));
    assertRefused("unverified", claims -> claims.claim("email", null));
    assertRefused("domain", claims -> claims.claim("email", "pia@elsewhere.example"));
    assertRefused("domain", claims -> claims.claim("email", "pia@shop.example.evil.example"));
  }

  @Test
  void anAddressWithAnAccountIsNotTakenOver() throws Exception {
    assertRefused("taken", claims -> claims.claim("email", "olga@shop.example"));
  }

  @Test
  void onlyTheIssuersSignatureCounts() throws Exception {
    for (UnaryOperator<String> forged :
        List.<UnaryOperator<String>>of(
            Issuer::unsigned,
            token -> token.substring(0, token.lastIndexOf('.') + 1),
            token -> token.substring(0, token.length() - 6) + "AAAAAA",
            OidcTest::byAnotherKey,
            OidcTest::byTheClientSecret,
            _ -> "no token")) {
      issuer.sending(forged);
      Browser browser = new Browser(door.suture());
      assertThat(walked(browser)).isEqualTo("/?sign-in=unreachable");
      assertThat(me(browser)).isEqualTo(401);
    }
  }

  private static String byAnotherKey(String token) {
    try {
      var key = new RSAKeyGenerator(2048).keyID("one").generate();
      return resigned(
          token,
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").jwk(key.toPublicJWK()).build(),
          new RSASSASigner(key));
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String byTheClientSecret(String token) {
    try {
      return resigned(
          token,
          new JWSHeader(JWSAlgorithm.HS256),
          new MACSigner((Issuer.SECRET + Issuer.SECRET).getBytes()));
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String resigned(String token, JWSHeader header, com.nimbusds.jose.JWSSigner signer)
      throws Exception {
    SignedJWT forged = new SignedJWT(header, SignedJWT.parse(token).getJWTClaimsSet());
    forged.sign(signer);
    return forged.serialize();
  }

  @Test
  void aCodeAndAStateAreGoodOnceAndForTheBrowserThatWasSent() throws Exception {
    Browser browser = new Browser(door.suture());
    URI callback = issuer.agree(began(browser));
    Browser victim = new Browser(door.suture());
    assertThat(location(victim.send("GET", back(callback), null)).toString())
        .isEqualTo("/?sign-in=expired");
    assertThat(location(browser.send("GET", back(callback), null)).toString())
        .isEqualTo("/?sign-in=expired");
    URI second = issuer.agree(began(browser));
    String way = browser.cookie();
    assertThat(location(browser.send("GET", back(second), null)).toString()).isEqualTo("/hotfixes");
    browser.setCookie(way);
    assertThat(location(browser.send("GET", back(second), null)).toString())
        .isEqualTo("/?sign-in=expired");
    URI third = began(browser);
    String state = third.getRawQuery().replaceFirst(".*[&?]?state=([0-9a-f]+).*", "$1");
    String used = second.getRawQuery().replaceFirst(".*code=([0-9a-f]+).*", "$1");
    String replayed = "/api/v1/oidc/callback?code=" + used + "&state=" + state;
    assertThat(location(browser.send("GET", replayed, null)).toString())
        .isEqualTo("/?sign-in=unreachable");
  }

  @Test
  void anAnswerOfAnotherIssuerIsNotTaken() throws Exception {
    Browser browser = new Browser(door.suture());
    URI callback = issuer.agree(began(browser));
    String mixed = back(callback) + "&iss=https%3A%2F%2Felsewhere.example";
    assertThat(location(browser.send("GET", mixed, null)).toString())
        .isEqualTo("/?sign-in=unreachable");
    String own = back(issuer.agree(began(browser))) + "&iss=" + issuer.address();
    assertThat(location(browser.send("GET", own, null)).toString()).isEqualTo("/hotfixes");
  }

  @Test
  void discoveryOfAnotherIssuerLeadsNowhere() throws Exception {
    issuer.discoveredAs("https://elsewhere.example");
    assertThat(began(new Browser(door.suture())).toString()).isEqualTo("/?sign-in=unreachable");
  }

  @Test
  void theWayEndsAtAPageOfOurs() throws Exception {
    for (String to : List.of("//elsewhere.example", "https://elsewhere.example", "/%5Cx", "x")) {
      Browser browser = new Browser(door.suture());
      URI there = location(browser.send("GET", "/api/v1/oidc/start?to=" + to, null));
      assertThat(location(browser.send("GET", back(issuer.agree(there)), null)).toString())
          .as(to)
          .isEqualTo("/");
    }
  }

  @Test
  void halfAProviderIsRefused() {
    Map<String, String> half = Map.of("data", "d", "oidc-issuer", "https://id.example");
    assertThatThrownBy(() -> Config.of(half))
        .isInstanceOf(Config.Wrong.class)
        .hasMessageContaining("oidc-client-id");
    Map<String, String> plain =
        Map.of(
            "data", "d",
            "oidc-issuer", "http://id.example",
            "oidc-client-id", "x",
            "oidc-client-secret-file", "y");
    assertThatThrownBy(() -> Config.of(plain))
        .isInstanceOf(Config.Wrong.class)
        .hasMessageContaining("https://");
  }
}
