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
            + "\"token\":\"t0p\",\"secret\":\"h00k\"}";
    database.write(
        handle -> handle.execute("INSERT INTO forge (project, body) VALUES ('shop', ?)", plain));
    assertThat(forges.of("shop").orElseThrow().token()).isEqualTo("t0p");
    String kept =
        database.read(handle -> handle.select("SELECT body FROM forge").mapTo(String.class).one());
    assertThat(kept).doesNotContain("t0p", "h00k");
    assertThat(forges.of("shop").orElseThrow().secret()).isEqualTo("h00k");
  }
}
