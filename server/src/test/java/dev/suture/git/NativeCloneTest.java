package dev.suture.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.backport.presence.Change;
import dev.suture.backport.presence.Clone.Place;
import dev.suture.backport.presence.Clone.Unreadable;
import dev.suture.backport.presence.Said;
import dev.suture.hotfix.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCloneTest {
  private static final String ODD = "a dir/\"x\"\té\n$(id).ts";

  @TempDir Path folder;
  private Origin origin;
  private NativeClone clone;

  @BeforeEach
  void shop() {
    origin = new Origin(folder);
    origin.commit("src/price.ts", "let sum = 0;\nlet unit = 1;\n", "Price");
    clone = new NativeClone(origin.work.resolve(".git"), folder.resolve("home"));
  }

  @Test
  void textOfARepositoryPassesForNoHeader() throws Unreadable {
    String forged = "0".repeat(40);
    String first =
        origin.commit(
            ODD,
            forged + "\n-- /dev/null\n++ b\n@@ -1 +1 @@\ndiff --git a b\n",
            "Odd\n\n" + forged + "\ntree " + forged + "\nauthor E <e@e> 1 +0000");
    String second = origin.commit(ODD, "-- /dev/null\n" + forged + "\n", "Less");
    List<Change> changes = new ArrayList<>();
    clone.changes(List.of(first, second), changes::add);
    assertThat(changes).extracting(Change::commit).containsExactly(first, second);
    assertThat(changes.getFirst().toString()).contains(ODD, "-0 +5");
    List<Said> said = new ArrayList<>();
    clone.said(List.of(first), said::add);
    assertThat(said.getFirst().authored()).isGreaterThan(1_700_000_000);
  }

  @Test
  void filesAreReadAtCommitsAndAMissingOneShiftsNoOther() throws Unreadable {
    String odd = "a dir/\"x\"\té $(id).ts";
    origin.commit("empty", "", "Empty");
    String tip = origin.commit(odd, "x\n", "Odd");
    List<byte[]> files = new ArrayList<>();
    for (byte[] file :
        clone.files(
            List.of(
                new Place(tip, "nowhere blob 3"),
                new Place(tip, "src"),
                new Place(tip, odd),
                new Place(tip, "empty"),
                new Place(tip, "src/price.ts")))) {
      files.add(file == null ? "none".getBytes(StandardCharsets.UTF_8) : file);
    }
    assertThat(files)
        .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .containsExactly("none", "none", "x\n", "", "let sum = 0;\nlet unit = 1;\n");
    assertThat(clone.paths(tip)).containsExactlyInAnyOrder(odd, "empty", "src/price.ts");
  }

  @Test
  void whatIsNoTextIsAChangeToo() throws Unreadable, IOException {
    Files.write(origin.work.resolve("logo.png"), new byte[] {0, 1, 2, 3});
    String binary = origin.commit("other", "", "Logo");
    origin.git("update-index", "--chmod=+x", "src/price.ts");
    origin.git("commit", "-q", "-m", "Run it");
    String mode = origin.head();
    List<Change> changes = new ArrayList<>();
    clone.changes(List.of(binary, mode), changes::add);
    assertThat(changes.getFirst().toString()).contains("logo.png", "other");
    assertThat(changes.getLast().toString()).contains("src/price.ts", "-1 +1");
  }

  @Test
  void aLostObjectCostsOneCommit() throws Unreadable, IOException {
    List<String> commits = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      commits.add(origin.edit("src/price.ts", "sum = " + i, "sum = " + (i + 1), "Edit " + i));
    }
    String blob = origin.git("rev-parse", commits.get(2) + ":src/price.ts");
    Files.delete(
        origin.work.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
    List<Change> changes = new ArrayList<>();
    clone.changes(commits, changes::add);
    assertThat(changes)
        .extracting(Change::commit)
        .containsExactly(commits.get(0), commits.get(1), commits.get(4));
  }
}
