package dev.suture.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.testing.Door;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartTest {
  @TempDir Path folder;

  @Test
  void twoServersCannotUseOneFolder() throws Exception {
    try (Door door = new Door(folder)) {
      assertThat(door.suture().port()).isPositive();
      assertThatThrownBy(() -> new Door(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another Suture server uses the data folder " + folder);
    }
    try (Door again = new Door(folder)) {
      assertThat(again.project().slug()).isEqualTo("shop");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "file,there is a file of that name",
    "file/below,cannot be used",
    "/proc/none,--data"
  })
  void aDataFolderThatCannotBeMadeIsOneSentence(String data, String said) throws Exception {
    Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new Door(folder.resolve(data)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the data folder " + folder.resolve(data) + " cannot be used")
        .hasMessageContaining(said)
        .hasMessageContaining("choose another folder with --data");
  }

  @Test
  void aTakenPortIsOneSentenceAndLeavesNothingLocked() throws Exception {
    try (Door door = new Door(folder.resolve("a"))) {
      String port = Integer.toString(door.suture().port());
      Config taken = Config.of(Map.of("data", folder.resolve("b").toString(), "port", port));
      assertThatThrownBy(() -> new Door(taken))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot listen on 127.0.0.1:" + port);
      new Door(folder.resolve("b")).close();
    }
  }

  @ParameterizedTest
  @CsvSource({"prot,port", "datta,data", "baseurl,base-url", "queue,queue-mib", "hots,host"})
  void anUnknownSettingIsRefusedWithTheOneThatWasMeant(String wrong, String meant) {
    assertThatThrownBy(() -> Config.of(Map.of(wrong, "1")))
        .isInstanceOf(Config.Wrong.class)
        .hasMessage("there is no setting '" + wrong + "'; did you mean '" + meant + "'?");
  }

  @ParameterizedTest
  @CsvSource({"port,65536", "port,-1", "port,x", "base-url,suture.example", "queue-mib,1.5"})
  void aValueOfNoUseIsRefused(String key, String value) {
    assertThatThrownBy(() -> Config.of(Map.of(key, value)))
        .isInstanceOf(Config.Wrong.class)
        .hasMessageContaining("'" + key + "' takes")
        .hasMessageContaining("'" + value + "'");
  }

  @Test
  void readsWhatIsSet() {
    Config config =
        Config.of(
            Map.of("data", "/d", "base-url", "https://a.example,http://b:81/sub", "port", "0"));
    assertThat(config.data()).isEqualTo(Path.of("/d"));
    assertThat(config.host()).isEqualTo("127.0.0.1");
    assertThat(config.baseUrls())
        .containsExactly(URI.create("https://a.example"), URI.create("http://b:81/sub"));
  }
}
