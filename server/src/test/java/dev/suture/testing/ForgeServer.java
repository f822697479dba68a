package dev.suture.testing;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.suture.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/// The parts of GitHub's and GitLab's interfaces that approve deployments, as their documentation
/// has them: paths, headers, bodies, statuses.
public final class ForgeServer implements AutoCloseable {
  private static final String INSTALLATION_TOKEN = "ghs_16C7e42F292c6912E7710c838347Ae178B4a";

  private final HttpServer server;
  private final RSAPublicKey app;
  private final String gitLabToken;
  private final List<Answered> answers = new CopyOnWriteArrayList<>();

  /// How many of the next calls fail with 502.
  public final AtomicInteger failures = new AtomicInteger();

  /// @param path that was called
  /// @param state `approved` or `rejected`
  public record Answered(String path, String state, String comment) {}

  public ForgeServer(RSAPublicKey app, String gitLabToken) throws IOException {
    this.app = app;
    this.gitLabToken = gitLabToken;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<Answered> answers() {
    return answers;
  }

  private void answer(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getRawPath();
    JsonNode body = Json.MAPPER.readTree(call.getRequestBody().readAllBytes());
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      reply(call, 502, "{}");
    } else if (path.equals("/api/v3/app/installations/77/access_tokens")) {
      boolean genuine = isApp(header(call, "Authorization"));
      reply(
          call, genuine ? 201 : 401, genuine ? "{\"token\":\"" + INSTALLATION_TOKEN + "\"}" : "{}");
    } else if (path.matches(
        "/api/v3/repos/team/shop/actions/runs/\\d+/deployment_protection_rule")) {
      boolean genuine = header(call, "Authorization").equals("Bearer " + INSTALLATION_TOKEN);
      boolean fits = body.path("environment_name").isString();
      keep(genuine && fits, path, body.path("state").asString(), body);
      reply(call, genuine ? fits ? 204 : 422 : 401, "");
    } else if (path.matches("/api/v4/projects/team%2Fshop/deployments/\\d+/approval")) {
      boolean genuine = header(call, "PRIVATE-TOKEN").equals(gitLabToken);
      keep(genuine, path, body.path("status").asString(), body);
      reply(call, genuine ? 201 : 401, "{}");
    } else {
      reply(call, 404, "{}");
    }
  }

  private void keep(boolean taken, String path, String state, JsonNode body) {
    if (taken) {
      answers.add(new Answered(path, state, body.path("comment").asString()));
    }
  }

  private boolean isApp(String authorization) {
    try {
      SignedJWT token = SignedJWT.parse(authorization.replaceFirst("^Bearer ", ""));
      return token.verify(new RSASSAVerifier(app))
          && "4711".equals(token.getJWTClaimsSet().getIssuer());
    } catch (Exception wrong) {
      return false;
    }
  }

  private static String header(HttpExchange call, String name) {
    String value = call.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static void reply(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
