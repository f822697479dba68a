package dev.suture.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.carry.Forge;
import dev.suture.carry.ForgeSite;
import dev.suture.carry.ForgeSite.Kind;
import dev.suture.io.Outbound;
import dev.suture.io.Vault;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import dev.suture.store.Database;
import dev.suture.store.SqlForges;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Pull requests at servers that speak the documented interfaces.
class PullRequestsTest {
  private static final Project SHOP = new Project(1, "shop", "Shop", null, Lines.GIT_FLOW);
  private static final Forge.Request REQUEST =
      new Forge.Request(
          "backport-hotfix-shop-1-to-release-2.0-4a4f6d2",
          "release/2.0",
          "Bring hotfix-shop-1 to release/2.0",
          "Brings the fix.\n");

  @TempDir Path folder;

  private Database database;
  private SqlForges forges;
  private Outbound outbound;
  private PullRequests requests;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(folder.resolve("data"));
    forges = new SqlForges(database, Vault.at(folder.resolve("vault.key")));
    outbound = new Outbound(Set.of("127.0.0.1"), Duration.ofSeconds(10));
    requests = new PullRequests(forges, outbound);
  }

  @AfterEach
  void close() {
    outbound.close();
    database.close();
  }

  private void at(DocumentedForge forge, Kind kind) {
    forges.put(
        "shop", new ForgeSite(kind, forge.url(), "team/shop", DocumentedForge.TOKEN, "secret"));
  }

  private static String page(Kind kind, DocumentedForge forge, int number) {
    return forge.url()
        + "/team/shop/"
        + switch (kind) {
          case github -> "pull/";
          case gitlab -> "-/merge_requests/";
          case gitea -> "pulls/";
        }
        + number;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void isOpenedOnceAndFoundAgainHoweverManyOthersAreOpen(Kind kind) throws Exception {
    try (DocumentedForge forge = new DocumentedForge(kind)) {
      at(forge, kind);
      for (int i = 0; i < 40; i++) {
        forge.opened("feature-" + i, "release/2.0");
      }
      forge.opened(REQUEST.branch(), "develop");
      int number = 82;
      assertThat(requests.propose(SHOP, REQUEST)).contains(page(kind, forge, number));
      assertThat(forge.asked.getFirst().path("title").asString()).isEqualTo(REQUEST.title());
      String body = kind == Kind.gitlab ? "description" : "body";
      assertThat(forge.asked.getFirst().path(body).asString()).isEqualTo(REQUEST.body());
      assertThat(requests.propose(SHOP, REQUEST)).contains(page(kind, forge, number));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aRefusalSaysWhatToDo(Kind kind) throws Exception {
    try (DocumentedForge forge = new DocumentedForge(kind)) {
      at(forge, kind);
      forge.refuses(429, "60");
      refused("asks to wait 60 s");
      forge.refuses(403, "30");
      refused("asks to wait 30 s");
      forge.refuses(403, "");
      refused("a token that may open pull requests");
      forge.refuses(502, "");
      refused("tried again");
      Forge.Request empty = new Forge.Request("backport-nothing-new", "develop", "Nothing", "");
      assertThatThrownBy(() -> requests.propose(SHOP, empty))
          .isInstanceOf(Forge.Failed.class)
          .hasMessageContaining("422")
          .hasMessageContaining("no pull request of this branch");
      forges.put("shop", new ForgeSite(kind, forge.url(), "team/gone", DocumentedForge.TOKEN, "s"));
      refused("team/gone is the right path");
      forges.put("shop", new ForgeSite(kind, forge.url(), "team/shop", "another", "s"));
      refused("a token that may open pull requests");
    }
  }

  private void refused(String says) {
    assertThatThrownBy(() -> requests.propose(SHOP, REQUEST))
        .isInstanceOf(Forge.Failed.class)
        .hasMessageContaining(says)
        .hasMessageNotContaining(DocumentedForge.TOKEN);
  }

  @Test
  void withoutAForgeNothingIsOpened() throws Exception {
    assertThat(requests.propose(SHOP, REQUEST)).isEmpty();
  }

  @Test
  void theDatabaseAloneGivesNoTokenAway() throws Exception {
    ForgeSite site =
        new ForgeSite(
            Kind.gitea,
            "https://forge.example",
            "team/shop",
            "token-of-team-shop",
            "webhook-secret");
    forges.put("shop", site);
    assertThat(forges.of("shop")).contains(site);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("vault.key"))))
        .isEqualTo("rw-------");
    database.close();
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).as(file.toString()).doesNotContain("token-of-team-shop", "webhook-secret");
      }
    }

    database = Database.open(folder.resolve("data"));
    Vault same = Vault.at(folder.resolve("vault.key"));
    assertThat(new SqlForges(database, same).of("shop")).contains(site);
    PullRequests other =
        new PullRequests(new SqlForges(database, Vault.at(folder.resolve("new.key"))), outbound);
    assertThatThrownBy(() -> other.propose(SHOP, REQUEST))
        .isInstanceOf(Forge.Failed.class)
        .hasMessageContaining("give the project its forge and token again");
  }

  @Test
  void whatIsSealedForOnePlaceOpensInNoOther() throws Exception {
    Vault vault = Vault.at(folder.resolve("vault.key"));
    String sealed = vault.seal("here", "secret");
    assertThat(vault.open("here", sealed)).contains("secret");
    assertThat(vault.seal("here", "secret")).isNotEqualTo(sealed);
    assertThat(vault.open("there", sealed)).isEmpty();
    assertThat(vault.open("here", sealed.substring(0, sealed.length() - 4) + "AAAA")).isEmpty();
    assertThat(vault.open("here", "secret")).isEmpty();
    Files.writeString(folder.resolve("short.key"), "no key");
    assertThatThrownBy(() -> Vault.at(folder.resolve("short.key")))
        .hasMessageContaining("not a key of Suture");
  }
}
