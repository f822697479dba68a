package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.alert.Channel;
import dev.suture.io.Vault;
import dev.suture.project.Lines;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lets one write into a chat is unreadable in the database.
class SqlAlertSettingsTest {
  private static final Channel HOOK =
      new Channel(0, "Shop", Channel.Kind.slack, "hooks.example", true, Instant.EPOCH);

  @TempDir Path folder;

  @Test
  void secretsAreSealedAndThoseFromBeforeThereWasAVaultAtTheStart() throws Exception {
    try (Database database = Database.open(folder.resolve("data"))) {
      long project = new SqlProjects(database).create("shop", "Shop", null, Lines.GIT_FLOW).id();
      Vault vault = Vault.at(folder.resolve("vault.key"));
      SqlAlertSettings settings = new SqlAlertSettings(database, vault);
      long fresh =
          settings
              .put(project, HOOK, "https://hooks.example/the-newest-address")
              .orElseThrow()
              .id();
      long older = settings.put(project, HOOK, "an-older-address").orElseThrow().id();
      long none = settings.put(project, HOOK, null).orElseThrow().id();
      database.write(
          handle ->
              handle.execute(
                  "UPDATE alert_channel SET secret = 'kept-before-the-vault' WHERE id = ?", older));

      SqlAlertSettings restarted = new SqlAlertSettings(database, vault);
      assertThat(kept(database))
          .hasSize(3)
          .noneMatch(text -> text.matches(".*(newest-address|before-the-vault|older-address).*"));
      assertThat(restarted.channel(fresh).orElseThrow().secret())
          .isEqualTo("https://hooks.example/the-newest-address");
      assertThat(restarted.channel(older).orElseThrow().secret())
          .isEqualTo("kept-before-the-vault");
      assertThat(restarted.channel(none).orElseThrow().secret()).isEmpty();

      restarted.put(project, HOOK.withId(fresh), null);
      assertThat(restarted.channel(fresh).orElseThrow().secret()).endsWith("the-newest-address");
      SqlAlertSettings stranger =
          new SqlAlertSettings(database, Vault.at(folder.resolve("another.key")));
      assertThat(stranger.channel(fresh).orElseThrow().secret()).isEmpty();
    }
  }

  private static List<String> kept(Database database) {
    return database.read(
        handle -> handle.select("SELECT secret FROM alert_channel").mapTo(String.class).list());
  }
}
