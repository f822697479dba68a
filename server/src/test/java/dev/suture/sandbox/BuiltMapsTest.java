package dev.suture.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
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

  @Test
  void aScriptMayCarryItsMapInItself() throws IOException {
    String coded = Base64.getEncoder().encodeToString("{\"version\":3}".getBytes());
    String line = "//# sourceMappingURL=data:application/json;charset=utf-8;base64,";
    write("dist/main.js", "run()\n" + line + coded + "\n");
    write("dist/broken.js", "run()\n" + line + "~~~\n");
    write("dist/named.js", "run()\n//# sourceMappingURL=elsewhere.js.map\n");
    write("dist/both.js", "run()\n" + line + coded + "\n");
    write("dist/both.js.map", "built");

    assertThat(BuiltMaps.of(tree, "/main.js")).contains("{\"version\":3}".getBytes());
    assertThat(BuiltMaps.of(tree, "/broken.js")).isEmpty();
    assertThat(BuiltMaps.of(tree, "/named.js")).isEmpty();
    assertThat(BuiltMaps.of(tree, "/both.js")).contains("built".getBytes());
  }

  private void write(String file, String text) throws IOException {
    Path path = tree.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
