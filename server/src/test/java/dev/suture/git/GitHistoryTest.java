package dev.suture.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.suture.cause.chain.History.Change;
import dev.suture.cause.chain.History.Stretch;
import dev.suture.hotfix.Origin;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHistoryTest {
  private static final String PATH = "src/Checkout.tsx";

  @TempDir Path folder;
  private Origin origin;
  private GitHistory history;
  private NativeGit git;
  private Project project;
  private String before;

  @BeforeEach
  void shop() {
    origin = Origin.shop(folder);
    git = new NativeGit(folder.resolve("repositories"));
    history = new GitHistory(git);
    project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    before = origin.head();
  }

  private void push() throws Exception {
    origin.push("master");
    git.fetch(project);
  }

  private List<String> touching(Stretch... stretches) throws Exception {
    return history.touching(project, before, origin.head(), List.of(stretches));
  }

  @Test
  void linesAreFollowedWhereverTheyStood() throws Exception {
    String changed = origin.edit(PATH, "line 20\n", "line twenty\n", "Say twenty");
    String elsewhere = origin.edit(PATH, "line 2\n", "line 2\nmore\nand\nmore\n", "Say more");
    String taken = origin.edit(PATH, "line 21\n", "", "Leave one out");
    String other = origin.commit("src/Other.ts", "line 20\n", "Another file");
    push();
    assertThat(touching(new Stretch(PATH, 22, 25))).containsExactly(taken, changed);
    assertThat(touching(new Stretch(PATH, 1, 6))).containsExactly(elsewhere);
    assertThat(touching(new Stretch(PATH, 22, 25), new Stretch("src/Other.ts", 1, 1)))
        .containsExactly(other, taken, changed);
    assertThat(touching()).isEmpty();
    assertThat(touching(new Stretch(PATH, 1_000, 1_001))).isEmpty();
    assertThat(touching(new Stretch("src/none.ts", 1, 1))).isEmpty();
  }

  @Test
  void aLineIsByWhoeverWroteItNotByWhoeverIndentedOrMovedIt() throws Exception {
    String line = "const price = cart.items[0].price.toFixed(2);\n";
    String wrote = origin.edit(PATH, "line 20\n", line, "Show the price");
    origin.edit(PATH, line, "    " + line, "Indent");
    String text = Origin.numbered(1, 19) + Origin.numbered(21, 30);
    origin.commit(PATH, text.replace("line 5\n", "line 5\n  " + line), "Move up");
    push();
    String head = origin.head();
    assertThat(history.wrote(project, before, head, PATH, 6)).contains(wrote);
    assertThat(history.wrote(project, before, head, PATH, 7)).as("older").isEmpty();
    assertThat(history.wrote(project, before, head, PATH, 1_000)).isEmpty();
    assertThat(history.wrote(project, before, head, "--contents=/etc/passwd", 1)).isEmpty();
  }

  @Test
  void hostileNamesOfFilesAreNoOptions() throws Exception {
    for (String path : List.of("a:b -L1,1 $(id)\n.ts", "--output=x", ":(glob)*")) {
      String commit = origin.commit(path, "one\ntwo\n", "Odd");
      push();
      assertThat(touching(new Stretch(path, 2, 2))).as(path).containsExactly(commit);
      assertThat(history.wrote(project, before, commit, path, 2)).as(path).contains(commit);
    }
  }

  @Test
  void theRequestOfACommitIsThatOfItsMergeOrOfItsSubject() throws Exception {
    Map<String, String> expected = new HashMap<>();
    expected.put(merged("Merge pull request #12 from team/prices\n\nShow prices"), "#12");
    expected.put(merged("Merge pull request 'Prices' (#13) from prices into master"), "#13");
    expected.put(
        merged("Merge branch 'a' into 'master'\n\nPrices\n\nSee merge request team/shop!14"),
        "!14");
    expected.put(merged("Merged in prices (pull request #15)\n\nShow prices"), "#15");
    expected.put(merged("Merge branch 'b'"), null);
    expected.put(origin.commit("d.txt", "1\n", "Sell lamps (#16)"), "#16");
    expected.put(origin.commit("d.txt", "2\n", "Sell lamps (!17) "), "!17");
    expected.put(origin.commit("d.txt", "3\n", "Revert (#16) of lamps"), null);
    expected.put(origin.commit("d.txt", "4\n", "(".repeat(50_000)), null);
    merged("Merge pull request #18 from team/later");
    push();
    Map<String, String> requests = new HashMap<>();
    for (Change change : history.changes(project, before, origin.head())) {
      requests.put(change.commit(), change.request());
    }
    assertThat(requests).containsAllEntriesOf(expected);
  }

  private String merged(String message) {
    origin.git("checkout", "-q", "-B", "topic");
    String commit = origin.commit("file-" + message.hashCode() + ".txt", "1\n", "Work");
    origin.git("checkout", "-q", "master");
    origin.git("merge", "-q", "--no-ff", "-m", message, "topic");
    return commit;
  }
}
