package dev.suture.testing;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.suture.account.Secret;
import dev.suture.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// A small identity provider: discovery, keys, and a token endpoint that checks the client, the
/// code, the address and the proof of PKCE, and signs what it is told to sign.
public final class Issuer implements AutoCloseable {
  public static final String CLIENT = "suture";
  public static final String SECRET = "a secret: of the + client";

  private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
  private final RSAKey key;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private UnaryOperator<JWTClaimsSet.Builder> claims = builder -> builder;
  private UnaryOperator<String> token = text -> text;
  private String discovered;

  public Issuer() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    server.createContext("/", this::answer);
    server.start();
    discovered = address();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Changes what is said of the person in every token from now on.
  public void saying(UnaryOperator<JWTClaimsSet.Builder> change) {
    claims = change;
  }

  /// Changes every token after it was signed.
  public void sending(UnaryOperator<String> change) {
    token = change;
  }

  /// Discovery names this issuer from now on.
  public void discoveredAs(String issuer) {
    discovered = issuer;
  }

  /// The person agrees: the address that the browser is sent back to.
  public URI agree(URI authorization) {
    Map<String, String> asked = form(authorization.getRawQuery());
    String code = Secret.fresh();
    codes.put(code, asked);
    return URI.create(asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body;
    int status = 200;
    try {
      body =
          switch (exchange.getRequestURI().getPath()) {
            case "/.well-known/openid-configuration" ->
                Json.MAPPER.writeValueAsBytes(
                    Map.of(
                        "issuer", discovered,
                        "authorization_endpoint", address() + "/authorize",
                        "token_endpoint", address() + "/token",
                        "jwks_uri", address() + "/keys"));
            case "/keys" ->
                new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            case "/token" -> token(exchange);
            default -> throw new IllegalArgumentException("nothing here");
          };
    } catch (Exception refused) {
      status = 400;
      body = "{\"error\":\"invalid_grant\"}".getBytes(StandardCharsets.UTF_8);
    }
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private byte[] token(HttpExchange exchange) throws Exception {
    Map<String, String> sent =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String basic = exchange.getRequestHeaders().getFirst("Authorization").replace("Basic ", "");
    String[] client =
        new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":");
    Map<String, String> asked = codes.remove(sent.get("code"));
    check(URLDecoder.decode(client[1], StandardCharsets.UTF_8).equals(SECRET));
    check(asked != null && asked.get("redirect_uri").equals(sent.get("redirect_uri")));
    check("S256".equals(asked.get("code_challenge_method")));
    check(Secret.challenge(sent.get("code_verifier")).equals(asked.get("code_challenge")));
    Instant now = Instant.now();
    JWTClaimsSet.Builder said =
        new JWTClaimsSet.Builder()
            .issuer(address())
            .audience(CLIENT)
            .subject("person-7")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .claim("nonce", asked.get("nonce"))
            .claim("email", "Pia@shop.example")
            .claim("email_verified", true)
            .claim("name", "Pia Provider");
    SignedJWT signed =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(),
            claims.apply(said).build());
    signed.sign(new RSASSASigner(key));
    return Json.MAPPER.writeValueAsBytes(
        Map.of("token_type", "Bearer", "id_token", token.apply(signed.serialize())));
  }

  /// The same claims in a token that nobody has signed.
  public static String unsigned(String token) {
    try {
      return new PlainJWT(SignedJWT.parse(token).getJWTClaimsSet()).serialize();
    } catch (java.text.ParseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new IllegalArgumentException("invalid_grant");
    }
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : text.split("&")) {
      String[] sides = pair.split("=", 2);
      form.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
