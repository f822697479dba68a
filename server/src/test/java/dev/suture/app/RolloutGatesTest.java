package dev.suture.app;

import static dev.suture.testing.Bodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.deploy.Deployment;
import dev.suture.io.Outbound;
import dev.suture.json.Json;
import dev.suture.testing.Browser;
import dev.suture.testing.Door;
import dev.suture.testing.ForgeServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Delivery tools that ask whether a rollout may go on, in the form in which they ask.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolloutGatesTest {
  private static final String SHA = "6dcb09b5b57875f334f61aebed695e2e4193db5e";

  private final Instant now = Instant.now();
  private Door door;
  private Browser owner;
  private ForgeServer forge;
  private String secret;

  /// Two releases forty minutes old, each in an environment of its own: one as good as what ran
  /// before, one that crashes ten times as often.
  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    KeyPair pair = keys.generateKeyPair();
    forge = new ForgeServer((RSAPublicKey) pair.getPublic(), "glpat-1");
    Path key = folder.resolve("app.pem");
    Files.writeString(key, pem(pair.getPrivate()));
    door =
        new Door(
            Config.of(
                Map.of(
                    "data", folder.resolve("data").toString(),
                    "port", "0",
                    "private-hosts", "127.0.0.1",
                    "github-app", "4711",
                    "github-app-key-file", key.toString())));
    owner = Browser.ofOwner(door.suture());
    secret =
        owner.json("POST", "/api/v1/projects/shop/hook", Map.of(), 201).path("secret").asString();
    for (String environment : List.of("good", "bad")) {
      sessions(environment, "shop@1", Duration.ofHours(36), Duration.ofHours(1), 34, 20);
      sessions(
          environment,
          "shop@2",
          Duration.ofMinutes(38),
          Duration.ofMinutes(1),
          36,
          environment.equals("good") ? 20 : 200);
      door.suture()
          .deployments()
          .add(
              new Deployment(
                  0,
                  "shop",
                  environment,
                  "shop@2",
                  SHA,
                  Deployment.Kind.normal,
                  now.minus(Duration.ofMinutes(40))));
    }
    Door.await(() -> door.suture().queue().backlog().arrivals() == 0);
  }

  @AfterAll
  void stop() {
    door.close();
    forge.close();
  }

  /// As GitHub lets an app's key be downloaded.
  private static String pem(PrivateKey key) throws Exception {
    byte[] pkcs1 =
        PrivateKeyInfo.getInstance(key.getEncoded())
            .parsePrivateKey()
            .toASN1Primitive()
            .getEncoded();
    return "-----BEGIN RSA PRIVATE KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs1)
        + "\n-----END RSA PRIVATE KEY-----\n";
  }

  private void sessions(
      String environment, String release, Duration ago, Duration apart, int times, int crashed)
      throws Exception {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.add(
          "{\"started\":\"%s\",\"exited\":%d,\"crashed\":%d}"
              .formatted(now.minus(ago).plus(apart.multipliedBy(i)), 2_000 - crashed, crashed));
    }
    String payload =
        "{\"aggregates\":[%s],\"attrs\":{\"release\":\"%s\",\"environment\":\"%s\"}}"
            .formatted(String.join(",", all), release, environment);
    String envelope = "{}\n{\"type\":\"sessions\"}\n" + payload + "\n";
    assertThat(door.post(door.envelope(), bytes(envelope)).statusCode()).isEqualTo(200);
  }

  private int flagger(String type, String environment, String phase, String release)
      throws Exception {
    Map<String, String> metadata = new HashMap<>();
    metadata.put("token", secret);
    metadata.put("environment", environment);
    metadata.put("release", release);
    return flagger(type, phase, metadata).statusCode();
  }

  private HttpResponse<String> flagger(String type, String phase, Map<String, String> metadata)
      throws Exception {
    String body =
        Json.MAPPER.writeValueAsString(
            Map.of(
                "name",
                "shop",
                "namespace",
                "live",
                "phase",
                phase,
                "checksum",
                "85d557f47b",
                "canaryWeight",
                10,
                "metadata",
                metadata));
    return door.send(
        door.to("/hooks/shop/flagger/" + type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void aGoodCanaryGoesOnAndIsNotRolledBack() throws Exception {
    assertThat(flagger("rollout", "good", "Progressing", "shop@2")).isEqualTo(200);
    assertThat(flagger("confirm-traffic-increase", "good", "Waiting", "shop@2")).isEqualTo(200);
    assertThat(flagger("confirm-promotion", "good", "WaitingPromotion", "shop@2")).isEqualTo(200);
    assertThat(flagger("rollback", "good", "Progressing", "shop@2")).isEqualTo(425);
  }

  @Test
  void aBadCanaryIsStoppedAndRolledBack() throws Exception {
    assertThat(flagger("rollout", "bad", "Progressing", "shop@2")).isEqualTo(409);
    assertThat(flagger("confirm-traffic-increase", "bad", "Waiting", "shop@2")).isEqualTo(409);
    assertThat(flagger("confirm-promotion", "bad", "WaitingPromotion", "shop@2")).isEqualTo(409);
    assertThat(flagger("rollback", "bad", "Progressing", "shop@2")).isEqualTo(200);
  }

  /// Nothing is known of this release: no traffic more, and no way back either that nobody asked
  /// for.
  @Test
  void inDoubtNothingIsPromotedAndNothingStopsTheAnalysis() throws Exception {
    assertThat(flagger("confirm-promotion", "good", "WaitingPromotion", "shop@9")).isEqualTo(425);
    assertThat(flagger("rollout", "good", "Progressing", "shop@9")).isEqualTo(200);
    assertThat(flagger("rollback", "good", "Progressing", "shop@9")).isEqualTo(425);
  }

  @Test
  void nothingBeginsOnTopOfWhatDoesHarm() throws Exception {
    assertThat(flagger("confirm-rollout", "bad", "Initializing", "shop@3")).isEqualTo(425);
    assertThat(flagger("confirm-rollout", "good", "Initializing", "shop@3")).isEqualTo(200);
  }

  @Test
  void whatFlaggerDoesIsRecordedOnce() throws Exception {
    for (int i = 0; i < 2; i++) {
      assertThat(flagger("pre-rollout", "fresh", "Progressing", "shop@4")).isEqualTo(200);
      assertThat(flagger("event", "fresh", "Succeeded", "shop@4")).isEqualTo(200);
    }
    assertThat(door.suture().deployments().all("shop", 100))
        .filteredOn(each -> each.environment().equals("fresh"))
        .extracting(Deployment::stage)
        .containsExactly("everyone", "canary");
  }

  @Test
  void withoutTheSecretNobodyIsAnswered() throws Exception {
    for (Map<String, String> metadata :
        List.of(Map.<String, String>of(), Map.of("token", "wrong", "release", "shop@2"))) {
      assertThat(flagger("rollout", "Progressing", metadata).statusCode()).isEqualTo(401);
    }
    assertThat(
            door.send(
                    door.to("/hooks/nobody/flagger/rollout")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build())
                .statusCode())
        .isEqualTo(401);
    assertThat(flagger("load-test", "good", "Progressing", "shop@2")).isEqualTo(404);
  }

  /// The web metric of Argo Rollouts reads a number by JSONPath, and takes another status than 200
  /// for an error of the measurement.
  @Test
  void argoRolloutsReadsANumber() throws Exception {
    String path = "/api/v1/projects/shop/gate?as=metric&release=shop@2&environment=";
    assertThat(door.json(path + "good").path("value").asInt()).isEqualTo(1);
    assertThat(door.json(path + "bad").path("value").asInt()).isEqualTo(-1);
    assertThat(door.json(path + "unknown").path("value").asInt()).isZero();
  }

  @Test
  void curlIsAnsweredByTheStatus() throws Exception {
    String path = "/api/v1/projects/shop/gate?release=shop@2&environment=";
    assertThat(door.get(path + "good").statusCode()).isEqualTo(200);
    assertThat(door.get(path + "bad").statusCode()).isEqualTo(409);
    assertThat(door.get(path + "unknown").statusCode()).isEqualTo(425);
  }

  private void setForge(String kind) throws Exception {
    owner.json(
        "PUT",
        "/api/v1/projects/shop/forge",
        Map.of("kind", kind, "url", forge.url(), "repository", "team/shop", "token", "glpat-1"),
        200);
  }

  /// A workflow run whose job waits for the rule; its address for the answer leads elsewhere, and
  /// is not called.
  private void gitHubAsks(long run, String environment, String commit) throws Exception {
    String body =
        """
        {"action":"requested","environment":"%s","event":"push",
         "deployment_callback_url":"http://127.0.0.1:9/repos/evil/evil/actions/runs/%d/deployment_protection_rule",
         "deployment":{"id":1,"sha":"%s","ref":"main"},
         "repository":{"full_name":"team/shop"},"installation":{"id":77}}\
        """
            .formatted(environment, run, commit);
    String signature = "sha256=" + Outbound.hmac(secret, body.getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        door.to("/hooks/shop/github")
            .header("X-GitHub-Event", "deployment_protection_rule")
            .header("X-Hub-Signature-256", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    assertThat(door.send(request.build()).statusCode()).isEqualTo(202);
  }

  private void gitLabAsks(long deployment, String environment) throws Exception {
    String body =
        """
        {"object_kind":"deployment","status":"blocked","deployment_id":%d,"environment":"%s",
         "commit_url":"https://gitlab.example/team/shop/-/commit/%s"}\
        """
            .formatted(deployment, environment, SHA);
    HttpRequest.Builder request =
        door.to("/hooks/shop/gitlab")
            .header("X-Gitlab-Token", secret)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    assertThat(door.send(request.build()).statusCode()).isEqualTo(202);
  }

  private ForgeServer.Answered answer(String run) throws Exception {
    Door.await(() -> forge.answers().stream().anyMatch(each -> each.path().contains(run)));
    return forge.answers().stream().filter(each -> each.path().contains(run)).findFirst().get();
  }

  @Test
  void gitHubIsToldByTheAppWhatTheWatchHasShown() throws Exception {
    setForge("github");
    gitHubAsks(1_001, "good", SHA);
    gitHubAsks(1_001, "good", SHA);
    gitHubAsks(1_002, "bad", SHA);
    assertThat(answer("/1001/").state()).isEqualTo("approved");
    assertThat(answer("/1002/").state()).isEqualTo("rejected");
    assertThat(answer("/1002/").comment()).contains("has risen");
    assertThat(forge.answers()).filteredOn(each -> each.path().contains("/1001/")).hasSize(1);

    forge.failures.set(1);
    gitHubAsks(1_003, "good", SHA);
    assertThat(answer("/1003/").state()).isEqualTo("approved");

    setForge("gitlab");
    gitLabAsks(41, "good");
    gitLabAsks(42, "bad");
    assertThat(answer("/41/").state()).isEqualTo("approved");
    assertThat(answer("/42/").state()).isEqualTo("rejected");

    Door.await(() -> delivered().count() == 5);
    assertThat(delivered().map(each -> each.path("answer").asString()))
        .containsExactly("rejected", "approved", "approved", "rejected", "approved");
  }

  /// Answers that the forge is known to have, which is noted after it has them.
  private Stream<JsonNode> delivered() {
    try {
      return door.json("/api/v1/projects/shop/questions")
          .path("questions")
          .valueStream()
          .filter(each -> each.path("delivered").asBoolean());
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// What runs in the environment does harm: what comes next waits, and is neither approved nor
  /// rejected.
  @Test
  void whatCannotBeToldYetWaits() throws Exception {
    setForge("github");
    gitHubAsks(1_004, "bad", "0".repeat(40));
    Door.await(
        () -> {
          try {
            return door.json("/api/v1/projects/shop/questions").toString().contains("mended first");
          } catch (Exception failed) {
            throw new IllegalStateException(failed);
          }
        });
    assertThat(forge.answers()).noneMatch(each -> each.path().contains("/1004/"));
  }
}
