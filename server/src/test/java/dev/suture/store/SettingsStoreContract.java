package dev.suture.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.project.Category;
import dev.suture.project.Limit;
import dev.suture.project.Project;
import dev.suture.project.Settings;
import dev.suture.project.SettingsStore;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class SettingsStoreContract extends StoreContract {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Settings STRICT =
      new Settings(
          "java",
          Settings.Filters.DEFAULT,
          Settings.Scrubbing.DEFAULT,
          new Settings.Limits(List.of(new Limit(Category.error, Limit.Per.day, 100)), false));

  private SettingsStore store() {
    return new SqlSettings(database, InstantSource.fixed(NOW));
  }

  @Test
  void aProjectBeginsWithTheDefaults() {
    SettingsStore settings = store();
    assertThat(settings.of(project("shop").id())).isEqualTo(Settings.DEFAULT);
    assertThat(settings.version(1)).isZero();
    assertThat(settings.history(1, 10)).isEmpty();
  }

  @Test
  void aChangeHoldsAtOnceAndAfterARestart() throws IOException {
    Project shop = project("shop");
    SettingsStore settings = store();
    assertThat(settings.change(shop.id(), 0, STRICT, "ana")).isEqualTo(1);
    assertThat(settings.of(shop.id())).isEqualTo(STRICT);
    reopen();
    settings = store();
    assertThat(settings.of(shop.id())).isEqualTo(STRICT);
    assertThat(settings.version(shop.id())).isEqualTo(1);
    assertThat(settings.history(shop.id(), 10))
        .containsExactly(new SettingsStore.Change(1, NOW, "ana", List.of("platform", "limits")));
  }

  @Test
  void aChangeFromAnOldVersionIsRefused() {
    Project shop = project("shop");
    SettingsStore settings = store();
    settings.change(shop.id(), 0, STRICT, "ana");
    assertThatThrownBy(() -> settings.change(shop.id(), 0, Settings.DEFAULT, "ben"))
        .isInstanceOf(SettingsStore.Overtaken.class);
    assertThat(settings.of(shop.id())).isEqualTo(STRICT);
    settings.change(shop.id(), 1, Settings.DEFAULT, "ben");
    assertThat(settings.history(shop.id(), 1))
        .extracting(SettingsStore.Change::version)
        .containsExactly(2L);
  }
}
