package dev.suture.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The frozen captures of the seeded faults fit the sources and the truth that stand beside them.
class FaultCorpusTest {
  @Test
  void eachCaseHasItsCaptureAndItsTruthAndItsEditsFindTheirPlace() throws Exception {
    Path check =
        Path.of(System.getProperty("suture.home", ".."), "bench/corpus/faults/harness/check.mjs");
    Process process =
        new ProcessBuilder("node", check.toString()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s", said).isZero();
    assertThat(said).endsWith(" cases, 0 wrong\n");
  }
}
