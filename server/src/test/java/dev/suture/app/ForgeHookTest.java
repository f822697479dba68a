package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.io.Outbound;
import dev.suture.testing.Browser;
import dev.suture.testing.Door;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Calls of forges at the front door, signed as each of them documents it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgeHookTest {
  private static final String BODY = "{\"ref\":\"refs/heads/develop\"}";

  private Door door;
  private Browser owner;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    door = new Door(folder);
    owner = Browser.ofOwner(door.suture());
  }

  @AfterAll
  void stop() {
    door.close();
  }

  @ParameterizedTest
  @CsvSource({
    "github, X-Hub-Signature-256, sha256=",
    "gitlab, X-Gitlab-Token, ''",
    "gitea, X-Gitea-Signature, ''"
  })
  void onlyWhatIsSignedWithTheProjectsSecretIsHeard(String kind, String header, String before)
      throws Exception {
    String secret =
        owner
            .json(
                "PUT",
                "/api/v1/projects/shop/forge",
                Map.of(
                    "kind",
                    kind,
                    "url",
                    "https://forge.example",
                    "repository",
                    "team/shop",
                    "token",
                    "t0p"),
                200)
            .path("secret")
            .asString();
    assertThat(owner.json("GET", "/api/v1/projects/shop/forge", null, 200).toString())
        .doesNotContain(secret, "t0p");
    byte[] bytes = BODY.getBytes(StandardCharsets.UTF_8);
    String right = kind.equals("gitlab") ? secret : before + Outbound.hmac(secret, bytes);
    String wrong = kind.equals("gitlab") ? secret + "x" : before + Outbound.hmac("x", bytes);
    assertThat(sent("shop", header, right)).isEqualTo(202);
    assertThat(sent("shop", header, wrong)).isEqualTo(403);
    assertThat(sent("shop", "X-Other", right)).isEqualTo(403);
    assertThat(sent("none", header, right)).isEqualTo(403);
  }

  private int sent(String project, String header, String signature) throws Exception {
    HttpRequest request =
        door.to("/hooks/forge/" + project)
            .POST(HttpRequest.BodyPublishers.ofString(BODY))
            .setHeader(header, signature)
            .build();
    return door.send(request).statusCode();
  }
}
