package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.deploy.Deployment;
import dev.suture.deploy.Deployment.Kind;
import dev.suture.io.Outbound;
import dev.suture.json.Json;
import dev.suture.testing.Browser;
import dev.suture.testing.Door;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Notifications in the form in which the tools send them, at the front door.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeployHooksTest {
  private static final String SHA = "6dcb09b5b57875f334f61aebed695e2e4193db5e";

  private Door door;
  private String secret;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    door = new Door(folder);
    Browser owner = Browser.ofOwner(door.suture());
    secret =
        owner.json("POST", "/api/v1/projects/shop/hook", Map.of(), 201).path("secret").asString();
    assertThat(owner.json("GET", "/api/v1/projects/shop/hook", null, 200).has("secret")).isFalse();
  }

  @AfterAll
  void stop() {
    door.close();
  }

  private HttpResponse<String> send(String source, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        door.to("/hooks/shop/" + source).POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return door.send(request.build());
  }

  private String signed(String body) {
    return "sha256=" + Outbound.hmac(secret, body.getBytes(StandardCharsets.UTF_8));
  }

  private void recorded(HttpResponse<String> answer, int times) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(Json.MAPPER.readTree(answer.body()).path("recorded").asInt())
        .as(answer.body())
        .isEqualTo(times);
  }

  private List<Deployment> in(String environment) {
    return door.suture().deployments().all("shop", 100).stream()
        .filter(each -> each.environment().equals(environment))
        .toList();
  }

  private static String gitHub(String state, String environment, long id, String ref) {
    return """
        {"action":"created",
         "deployment_status":{"url":"https://api.github.com/repos/shop/shop/deployments/%3$d/statuses/11",
           "id":11,"node_id":"DES_x","state":"%1$s","creator":{"login":"olga","id":1,"type":"User"},
           "description":"","environment":"%2$s","target_url":"","created_at":"2026-05-04T12:05:00Z",
           "updated_at":"2026-05-04T12:05:00Z","environment_url":"","log_url":""},
         "deployment":{"url":"https://api.github.com/repos/shop/shop/deployments/%3$d","id":%3$d,
           "node_id":"DE_x","task":"deploy","original_environment":"%2$s","environment":"%2$s",
           "description":null,"created_at":"2026-05-04T12:00:00Z","updated_at":"2026-05-04T12:00:00Z",
           "sha":"%5$s","ref":"%4$s","payload":{},"transient_environment":false,
           "production_environment":true,"creator":{"login":"olga"}},
         "check_run":null,"workflow":null,"workflow_run":null,
         "repository":{"id":1,"name":"shop","full_name":"shop/shop","private":true},
         "sender":{"login":"olga","id":1}}
        """
        .formatted(state, environment, id, ref, SHA);
  }

  @Test
  void gitHubIsBelievedWhenItIsSignedAndRecordedOnceItSucceeded() throws Exception {
    String pending = gitHub("in_progress", "gh", 42, "v1.4.0");
    recorded(
        send(
            "github",
            pending,
            "X-GitHub-Event",
            "deployment_status",
            "X-Hub-Signature-256",
            signed(pending)),
        0);
    String done = gitHub("success", "gh", 42, "v1.4.0");
    recorded(
        send(
            "github",
            done,
            "X-GitHub-Event",
            "deployment_status",
            "X-Hub-Signature-256",
            signed(done)),
        1);
    recorded(
        send(
            "github",
            done,
            "X-GitHub-Event",
            "deployment_status",
            "X-Hub-Signature-256",
            signed(done)),
        0);
    Deployment kept = in("gh").getFirst();
    assertThat(in("gh")).hasSize(1);
    assertThat(kept.release()).isEqualTo("v1.4.0");
    assertThat(kept.commit()).isEqualTo(SHA);
    assertThat(kept.started()).isEqualTo(Instant.parse("2026-05-04T12:00:00Z"));
    assertThat(kept.at()).isEqualTo(Instant.parse("2026-05-04T12:05:00Z"));
    assertThat(kept.source()).isEqualTo("github");
    String hotfix = gitHub("success", "gh2", 43, "hotfix/cart");
    recorded(send("github", hotfix, "X-Hub-Signature-256", signed(hotfix)), 1);
    assertThat(in("gh2").getFirst().kind()).isEqualTo(Kind.hotfix);
    assertThat(in("gh2").getFirst().release()).isEqualTo(SHA);
    String ping = "{\"zen\":\"Keep it logically awesome.\",\"hook_id\":1}";
    recorded(
        send("github", ping, "X-GitHub-Event", "ping", "X-Hub-Signature-256", signed(ping)), 0);
  }

  @Test
  void whoDoesNotKnowTheSecretIsNotHeard() throws Exception {
    String body = gitHub("success", "gh3", 44, "v9.9.9");
    assertThat(send("github", body).statusCode()).isEqualTo(401);
    assertThat(send("github", body, "X-Hub-Signature-256", "sha256=" + "0".repeat(64)).statusCode())
        .isEqualTo(401);
    String other = signed(body + " ");
    assertThat(send("github", body, "X-Hub-Signature-256", other).statusCode()).isEqualTo(401);
    assertThat(send("gitlab", body, "X-Gitlab-Token", "guess").statusCode()).isEqualTo(401);
    HttpResponse<String> nowhere =
        door.send(
            door.to("/hooks/nowhere/github")
                .header("X-Hub-Signature-256", signed(body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    assertThat(nowhere.statusCode()).isEqualTo(401);
    assertThat(nowhere.body()).isEqualTo(send("github", body).body());
    assertThat(in("gh3")).isEmpty();
  }

  @Test
  void gitLabTellsTheCommitInItsAddress() throws Exception {
    String body =
        """
        {"object_kind":"deployment","status":"%s","status_changed_at":"2026-04-28 21:50:00 +0200",
         "deployment_id":15,"deployable_id":796,
         "deployable_url":"http://gitlab.example/shop/shop/-/jobs/796",
         "environment":"gl","environment_tier":"production","environment_slug":"gl",
         "environment_external_url":"https://shop.example",
         "project":{"id":30,"name":"shop","path_with_namespace":"shop/shop","default_branch":"main"},
         "short_sha":"279484c0","user":{"id":1,"name":"Olga","username":"olga"},
         "user_url":"http://gitlab.example/olga",
         "commit_url":"http://gitlab.example/shop/shop/-/commit/279484c09fbe69ededfced8c1bb6e6d24616b468",
         "commit_title":"Add new file","ref":"1.2.0"}
        """;
    recorded(send("gitlab", body.formatted("running"), "X-Gitlab-Token", secret), 0);
    recorded(send("gitlab", body.formatted("success"), "X-Gitlab-Token", secret), 1);
    Deployment kept = in("gl").getFirst();
    assertThat(kept.commit()).isEqualTo("279484c09fbe69ededfced8c1bb6e6d24616b468");
    assertThat(kept.release()).isEqualTo("1.2.0");
    assertThat(kept.at()).isEqualTo(Instant.parse("2026-04-28T19:50:00Z"));
    assertThat(kept.link()).isEqualTo("http://gitlab.example/shop/shop/-/jobs/796");
  }

  @Test
  void argoSendsTheApplication() throws Exception {
    String body =
        """
        {"apiVersion":"argoproj.io/v1alpha1","kind":"Application",
         "metadata":{"name":"shop","namespace":"argocd"},
         "spec":{"project":"default","source":{"repoURL":"https://git.example/deploy.git","path":"shop"}},
         "status":{"health":{"status":"%s"},
           "operationState":{"phase":"Succeeded","startedAt":"2026-05-04T12:00:00Z",
             "finishedAt":"2026-05-04T12:01:30Z","syncResult":{"revision":"%s"}},
           "summary":{"images":["registry.example:5000/shop/web:1.7.0@sha256:00aa"]},
           "sync":{"status":"Synced","revision":"%s"}}}
        """;
    String address = "argocd?environment=argo";
    String bearer = "Bearer " + secret;
    recorded(send(address, body.formatted("Progressing", SHA, SHA), "Authorization", bearer), 0);
    recorded(send(address, body.formatted("Healthy", SHA, SHA), "Authorization", bearer), 1);
    recorded(send(address, body.formatted("Healthy", SHA, SHA), "Authorization", bearer), 0);
    Deployment kept = in("argo").getFirst();
    assertThat(kept.release()).isEqualTo("1.7.0");
    assertThat(kept.commit()).isNull();
    assertThat(kept.started()).isEqualTo(Instant.parse("2026-05-04T12:00:00Z"));
    recorded(
        send(
            "argocd?environment=own&revision=commit",
            body.formatted("Healthy", SHA, SHA),
            "Authorization",
            bearer),
        1);
    assertThat(in("own").getFirst().commit()).isEqualTo(SHA);
  }

  @Test
  void fluxTellsAgainAndIsRecordedOnce() throws Exception {
    String body =
        """
        {"involvedObject":{"kind":"Kustomization","namespace":"apps","name":"shop",
           "uid":"7d0cdc51-ddcf-4743-b223-83ca5c699632",
           "apiVersion":"kustomize.toolkit.fluxcd.io/v1"},
         "severity":"info","timestamp":"%s","message":"Reconciliation finished",
         "reason":"ReconciliationSucceeded","reportingController":"kustomize-controller",
         "metadata":{"revision":"main@sha1:%s","env":"flux"}}
        """;
    String first = body.formatted("2026-05-04T12:00:00Z", SHA);
    String again = body.formatted("2026-05-04T12:10:00Z", SHA);
    recorded(send("flux", first, "X-Signature", signed(first)), 1);
    recorded(send("flux", again, "X-Signature", signed(again)), 0);
    assertThat(in("flux").getFirst().commit()).isEqualTo(SHA);
    String failed = first.replace("ReconciliationSucceeded", "HealthCheckFailed");
    recorded(send("flux", failed, "Authorization", "Bearer " + secret), 0);
    String helm =
        """
        {"involvedObject":{"kind":"HelmRelease","name":"shop","namespace":"apps"},"severity":"info",
         "reason":"RollbackSucceeded","timestamp":"2026-05-04T13:00:00Z","message":"done",
         "metadata":{"helm.toolkit.fluxcd.io/revision":"6.5.4","app-version":"1.6.9"}}
        """;
    recorded(send("flux?environment=helm", helm, "Authorization", "Bearer " + secret), 1);
    assertThat(in("helm").getFirst().kind()).isEqualTo(Kind.rollback);
    assertThat(in("helm").getFirst().release()).isEqualTo("1.6.9");
  }

  private static String cdEvent(String type, String id, String time, String subject) {
    return """
        {"context":{"version":"0.4.1","id":"%2$s","source":"/deployer/1","type":"dev.cdevents.%1$s",
           "timestamp":"%3$s","chainId":"4c8cb7dd-3448-41de-8768-eec704e2829b"},
         "subject":%4$s}
        """
        .formatted(type, id, time, subject);
  }

  @Test
  void cdEventsComeBinaryAndStructured() throws Exception {
    String bearer = "Bearer " + secret;
    String service =
        """
        {"id":"shop/web","source":"/cluster/1","type":"service","content":{
           "environment":{"id":"cd","source":"/cluster/1"},
           "artifactId":"pkg:oci/web@sha256%%3A0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427?tag=%s"}}
        """;
    String deployed =
        cdEvent("service.deployed.0.2.0", "e1", "2026-05-04T10:00:00Z", service.formatted("2.0.0"));
    recorded(
        send(
            "cdevents",
            deployed,
            "Authorization",
            bearer,
            "ce-specversion",
            "1.0",
            "ce-type",
            "dev.cdevents.service.deployed.0.2.0",
            "ce-id",
            "e1",
            "ce-source",
            "/deployer/1",
            "Content-Type",
            "application/json"),
        1);
    String upgraded =
        cdEvent("service.upgraded.0.2.0", "e2", "2026-05-04T11:00:00Z", service.formatted("2.1.0"));
    String structured =
        "{\"specversion\":\"1.0\",\"type\":\"dev.cdevents.service.upgraded.0.2.0\",\"source\":\"/deployer/1\",\"id\":\"e2\",\"time\":\"2026-05-04T11:00:00Z\",\"datacontenttype\":\"application/json\",\"data\":"
            + upgraded
            + "}";
    recorded(
        send(
            "cdevents",
            structured,
            "Authorization",
            bearer,
            "Content-Type",
            "application/cloudevents+json"),
        1);
    recorded(
        send(
            "cdevents",
            structured,
            "Authorization",
            bearer,
            "Content-Type",
            "application/cloudevents+json"),
        0);
    String back =
        cdEvent(
            "service.rolledback.0.2.0", "e3", "2026-05-04T13:00:00Z", service.formatted("2.0.0"));
    recorded(send("cdevents", back, "Authorization", bearer), 1);
    assertThat(in("cd")).extracting(Deployment::release).containsExactly("2.0.0", "2.1.0", "2.0.0");
    assertThat(in("cd").getFirst().kind()).isEqualTo(Kind.rollback);
    String detected =
        cdEvent(
            "incident.detected.0.2.0",
            "e4",
            "2026-05-04T11:30:00Z",
            "{\"id\":\"incident-7\",\"source\":\"/monitor/1\",\"type\":\"incident\",\"content\":{\"description\":\"errors\",\"environment\":{\"id\":\"cd\"}}}");
    recorded(send("cdevents", detected, "Authorization", bearer), 1);
    String resolved =
        cdEvent(
            "incident.resolved.0.2.0",
            "e5",
            "2026-05-04T13:10:00Z",
            "{\"id\":\"incident-7\",\"type\":\"incident\",\"content\":{\"environment\":{\"id\":\"cd\"}}}");
    recorded(send("cdevents", resolved, "Authorization", bearer), 1);
    String path = "/api/v1/dora?environment=cd&from=2026-05-01&to=2026-05-10";
    var dora = Json.MAPPER.readTree(door.get(path).body());
    assertThat(dora.path("figures").path("changeFail").path("hits").asInt()).isEqualTo(1);
    var failure = dora.path("failures").path(0);
    assertThat(failure.path("deployment").path("release").asString()).isEqualTo("2.1.0");
    assertThat(failure.path("recovery").path("to").asString()).isEqualTo("2026-05-04T13:10:00Z");
    assertThat(failure.path("evidence").size()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void whatIsNoNotificationIsRefusedWithAReason() throws Exception {
    String bearer = "Bearer " + secret;
    for (String body :
        List.of(
            "",
            "[]",
            "{}",
            "null",
            "{\"context\":{\"type\":\"dev.cdevents.service.deployed.0.2.0\"}}")) {
      for (String source : List.of("argocd", "flux", "cdevents")) {
        int status = send(source, body, "Authorization", bearer).statusCode();
        assertThat(status).as(source + " " + body).isIn(202, 400);
      }
    }
    assertThat(send("flux", "{}", "Authorization", bearer).body())
        .contains("involvedObject.kind is missing");
    assertThat(send("teamcity", "{}", "Authorization", bearer).statusCode()).isEqualTo(404);
  }
}
