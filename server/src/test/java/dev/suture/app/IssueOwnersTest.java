package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.testing.Door;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Owners of a real repository's CODEOWNERS and of the project's rule, for events through the door.
class IssueOwnersTest {
  private LifeDoor life;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    life = new LifeDoor(folder);
    life.origin.commit(
        ".github/CODEOWNERS", "* @acme/everybody\nsrc/*.tsx @acme/web @ann\n", "Say whose it is");
    life.origin.push("master");
    life.ok(
        "POST",
        "/api/v1/projects/shop/deployments",
        "{\"commit\":\"" + life.origin.head() + "\",\"release\":\"shop@1.0.0\"}",
        "Deployment");
  }

  @AfterEach
  void stop() {
    life.close();
  }

  @Test
  void theOwnersOfTheLiveCommitAreSuggestedAfterThoseOfTheRule() throws Exception {
    String issue = life.thrown("suggested", "webpack://shop/./src/Checkout.tsx");
    assertThat(owners(issue).valueStream().map(each -> each.path("owner").asString()))
        .containsExactly("team:acme/web", "person:ann");
    assertThat(owners(issue).path(0).path("because").asString())
        .isEqualTo(".github/CODEOWNERS line 2: src/*.tsx for src/Checkout.tsx");
    life.ok(
        "PUT",
        "/api/v1/projects/shop/triage",
        "{\"owners\":[{\"paths\":\"src/\",\"owner\":\"agent:fixer\"}]}",
        "TriageRules");
    assertThat(owners(issue).valueStream().map(each -> each.path("owner").asString()))
        .containsExactly("agent:fixer", "team:acme/web", "person:ann");
    String elsewhere = life.thrown("elsewhere", "https://cdn.example/lib.js");
    assertThat(owners(elsewhere)).isEmpty();
  }

  @Test
  void aNewIssueIsGivenToItsFirstOwnerOnce() throws Exception {
    life.ok("PUT", "/api/v1/projects/shop/triage", "{\"assign\":true}", "TriageRules");
    String issue = life.thrown("given", "webpack://shop/./src/Checkout.tsx");
    Door.await(() -> life.issue(issue).has("assignee"));
    assertThat(life.issue(issue).path("assignee").asString()).isEqualTo("team:acme/web");
    JsonNode entry =
        life.ok("GET", "/api/v1/issues/" + issue + "/activity", null, "ActivityPage")
            .path("entries")
            .path(0);
    assertThat(entry.path("actor").path("id").asString()).isEqualTo("system");
    assertThat(entry.path("deed").path("because").asString()).contains("CODEOWNERS line 2");
    life.act(issue, "{\"kind\":\"assign\"}");
    String other = life.thrown("given too", "webpack://shop/./src/Checkout.tsx");
    assertThat(other).isNotEqualTo(issue);
    Door.await(() -> life.issue(other).has("assignee"));
    assertThat(life.issue(issue).has("assignee")).isFalse();
  }

  private JsonNode owners(String issue) throws Exception {
    return life.ok("GET", "/api/v1/issues/" + issue + "/owners", null, "SuggestedOwners")
        .path("owners");
  }
}
