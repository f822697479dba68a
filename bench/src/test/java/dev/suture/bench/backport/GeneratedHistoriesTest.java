package dev.suture.bench.backport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.bench.backport.GeneratedHistories.Told;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedHistoriesTest {
  @TempDir Path folder;

  @Test
  void noVerdictIsWrongAndSure() throws Exception {
    GeneratedHistories histories = GeneratedHistories.tell(folder, 3 * Scene.values().length, 11);
    assertThat(histories.told()).filteredOn(Told::isWrongAndSure).isEmpty();
    assertThat(histories.told()).filteredOn(told -> !told.isRight()).hasSizeLessThan(4);
  }
}
