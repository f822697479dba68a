package dev.suture.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.diff.Smallest.Piece;
import dev.suture.diff.Smallest.Verdict;
import dev.suture.diff.Trial.Answer;
import dev.suture.diff.Trial.Tried;
import dev.suture.git.NativeGit;
import dev.suture.git.PartialCommits;
import dev.suture.hotfix.Origin;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a real repository. The reproduction is played by the rule that the text of a commit tells.
class SmallestDiffTest {
  private static final String FILE = "src/cart.js";

  @TempDir Path folder;

  private Origin origin;
  private NativeGit git;
  private Project project;
  private String base;

  @BeforeEach
  void aShopWithAFault() {
    origin = new Origin(folder);
    base =
        origin.commit(
            FILE,
            """
            export function total(cart) {
              let sum = 0;
              for (const item of cart.items) sum += item.price;
              return sum;
            }

            export function label(cart) {
              return cart.name;
            }

            export function count(cart) {
              return cart.items.length;
            }
            """,
            "Cart");
    origin.push("master");
    git = new NativeGit(folder.resolve("repositories"));
    project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
  }

  @Test
  void tellsTheHunksThatAreNeededFromThoseThatAreNot() throws Exception {
    origin.edit(FILE, "of cart.items)", "of cart.items ?? [])", "Guard the empty cart");
    origin.edit(FILE, "return cart.name;", "return `${cart.name}`;", "Tidy");
    origin.commit("src/cart.test.js", "test('empty', () => {});\n", "Test");
    String head = origin.edit(FILE, "  let sum", "  // The sum of all.\n  let sum", "Say");
    Smallest smallest = smallest(head, text -> text.contains("cart.items ?? []"));
    assertThat(smallest.pieces())
        .extracting(piece -> piece.hunk().kind(), Piece::verdict)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(ChangeKind.production, Verdict.needed),
            org.assertj.core.groups.Tuple.tuple(ChangeKind.production, Verdict.notNeeded),
            org.assertj.core.groups.Tuple.tuple(ChangeKind.comment, Verdict.apart),
            org.assertj.core.groups.Tuple.tuple(ChangeKind.test, Verdict.apart));
    assertThat(smallest.runs()).isLessThanOrEqualTo(3);
    String narrow = Objects.requireNonNull(smallest.commit());
    assertThat(at(narrow, FILE)).contains("?? []").contains("// The sum").doesNotContain("${");
    assertThat(at(narrow, "src/cart.test.js")).contains("empty");
  }

  @Test
  void namesTheLinesOfANeededHunkThatAreIdle() throws Exception {
    String head =
        origin.edit(
            FILE,
            "  let sum = 0;\n",
            "  const items = cart.items ?? [];\n  console.log('total');\n  let sum = 0;\n",
            "Guard");
    head = origin.edit(FILE, "of cart.items)", "of items)", "Use it");
    Smallest smallest =
        smallest(
            head,
            text -> text.contains("const items = cart.items ?? []") && text.contains("of items)"));
    assertThat(smallest.count(Verdict.needed)).isEqualTo(2);
    assertThat(smallest.pieces().getFirst().idle())
        .singleElement()
        .satisfies(idle -> assertThat(idle.added()).containsExactly("  console.log('total');\n"));
    assertThat(at(Objects.requireNonNull(smallest.commit()), FILE)).doesNotContain("console.log");
  }

  @Test
  void makesTheSameCommitOfTheSameParts() throws Exception {
    String head = origin.edit(FILE, "of cart.items)", "of cart.items ?? [])", "Guard");
    head = origin.edit(FILE, "cart.items.length", "cart.items?.length ?? 0", "Count");
    Smallest once = smallest(head, text -> text.contains("?? [])"));
    Smallest again = smallest(head, text -> text.contains("?? [])"));
    assertThat(once.commit()).isNotNull().isEqualTo(again.commit());
    assertThat(origin.branches()).hasSize(1);
  }

  @Test
  void takesFilesThatComeAndGoWhole() throws Exception {
    origin.commit("assets/logo.bin", "\0\1\2", "Logo");
    origin.commit("odd \"name\"\\ü.js", "export const x = 1;\n", "Odd");
    origin.git("push", "-q", "origin", "master");
    base = origin.head();
    origin.commit("assets/logo.bin", "\0\1\3", "New logo");
    origin.git("rm", "-q", "odd \"name\"\\ü.js");
    origin.commit("src/guard.js", "export const guard = (x) => x ?? [];", "Guard");
    String head = origin.edit(FILE, "of cart.items)", "of guard(cart.items))", "Use the guard");
    Smallest smallest = smallest(head, text -> text.contains("guard(cart.items)"));
    String narrow = Objects.requireNonNull(smallest.commit());
    assertThat(git.files(project, narrow)).contains("odd \"name\"\\ü.js");
    assertThat(smallest.count(Verdict.needed)).isEqualTo(1);
    assertThat(smallest.count(Verdict.notNeeded)).isEqualTo(3);
  }

  @Test
  void everyPartOfAChangeGivesTheFileThatGitWouldMakeOfIt() throws Exception {
    String before = "a\nb\nc\nd\ne\nf";
    String after = "x\na\nB\nB2\nd\nf\ng\n";
    origin.commit("list.js", before, "List");
    base = origin.head();
    String head = origin.commit("list.js", after, "Change");
    origin.push("master");
    List<FileChange> changed = new PartialCommits(git).changed(project, base, head);
    List<Hunk> hunks = Hunks.of(changed.getFirst());
    assertThat(Hunks.apply(before, hunks)).isEqualTo(after);
    assertThat(Hunks.apply(before, List.of())).isEqualTo(before);
    assertThat(Hunks.apply(before, hunks.stream().flatMap(hunk -> hunk.lines().stream()).toList()))
        .isEqualTo(after);
  }

  @Test
  void refusesWhatIsNoHotfixAnyMore() {
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      wide.append("const v").append(i).append(" = 1;\n");
    }
    base = origin.commit("wide.js", wide.toString(), "Wide");
    String head =
        origin.commit("wide.js", wide.toString().replaceAll("(v\\d*[02468]) = 1", "$1 = 2"), "All");
    assertThatThrownBy(() -> smallest(head, _ -> true))
        .isInstanceOf(SmallestDiff.TooLarge.class)
        .hasMessageContaining("200 hunks");
  }

  private interface Rule {
    boolean isFixed(String text);
  }

  private Smallest smallest(String head, Rule rule) throws Exception {
    origin.push("master");
    git.fetch(project);
    Trial<String> trial =
        commit -> {
          try {
            boolean fixed = rule.isFixed(at(commit, FILE));
            return new Tried(fixed ? Answer.fixed : Answer.broken, true);
          } catch (Unreachable unreachable) {
            throw new IllegalStateException(unreachable);
          }
        };
    return new SmallestDiff(project, new PartialCommits(git), trial, base, head).find();
  }

  private String at(String commit, String path) throws Unreachable {
    return git.file(project, commit, path).orElseThrow();
  }
}
