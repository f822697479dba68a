package dev.suture.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltMapsTest {
  @TempDir Path tree;

  @Test
  void ofSeveralMapsOfOneNameThatWhosePathIsMostLikeTheScripts() throws IOException {
    write("old/assets/main.js.map", "old");
    write("dist/assets/main.js.map", "built");
    write("node_modules/dist/assets/main.js.map", "a library's");

    assertThat(BuiltMaps.of(tree, "/dist/assets/main.js?v=2")).contains("built".getBytes());
  }

  @Test
  void aNameThatNoFileCanHaveHasNoMap() throws IOException {
    write("main.js.map", "built");

    assertThat(BuiltMaps.of(tree, "/main.js\0")).isEmpty();
    assertThat(BuiltMaps.of(tree, "/")).isEmpty();
    assertThat(BuiltMaps.of(tree, "/../main.css")).isEmpty();
  }

  private void write(String file, String text) throws IOException {
    Path path = tree.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
