package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.io.Vault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlForgesTest {
  @TempDir Path folder;

  @Test
  void whatWasKeptBeforeThereWasAVaultIsSealedWhenItIsRead() throws Exception {
    try (Database database = Database.open(folder.resolve("data"))) {
      seals(database, new SqlForges(database, Vault.at(folder.resolve("vault.key"))));
    }
  }

  private static void seals(Database database, SqlForges forges) {
    String plain =
        "{\"kind\":\"gitea\",\"url\":\"https://forge.example\",\"repository\":\"team/shop\","
            + "\"token\":\"token-of-team-shop\",\"secret\":\"webhook-secret\"}";
    database.write(
        handle -> handle.execute("INSERT INTO forge (project, body) VALUES ('shop', ?)", plain));
    assertThat(forges.of("shop").orElseThrow().token()).isEqualTo("token-of-team-shop");
    String kept =
        database.read(handle -> handle.select("SELECT body FROM forge").mapTo(String.class).one());
    assertThat(kept).doesNotContain("token-of-team-shop", "webhook-secret");
    assertThat(forges.of("shop").orElseThrow().secret()).isEqualTo("webhook-secret");
  }
}
