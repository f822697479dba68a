package dev.suture.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.suture.hotfix.Origin;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Lines;
import dev.suture.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeGitTest {
  @TempDir Path folder;

  private Origin origin;
  private NativeGit git;
  private Project project;
  private Path clone;

  @BeforeEach
  void shop() {
    origin = Origin.shop(folder);
    git = new NativeGit(folder.resolve("repositories"));
    project = new Project(1, "shop", "Shop", origin.bare.toString(), Lines.GIT_FLOW);
    clone = folder.resolve("repositories/1.git");
  }

  @Test
  void resolvesBranchesTagsAndIds() throws Unreachable {
    String master = origin.at("refs/heads/master");
    assertThat(git.resolve(project, "master")).contains(master);
    assertThat(git.resolve(project, "v1")).contains(master);
    assertThat(git.resolve(project, master)).contains(master);
    assertThat(git.resolve(project, master.substring(0, 10))).contains(master);
    assertThat(git.resolve(project, "0".repeat(40))).isEmpty();
    for (String hostile :
        List.of(
            "nowhere", "-h", "--all", "HEAD", "master~1", "master^", "@{-1}", ":README.md", "")) {
      assertThat(git.resolve(project, hostile)).as(hostile).isEmpty();
    }
  }

  @Test
  void followsBranchesThatMoveComeAndGo() throws Unreachable {
    git.fetch(project);
    origin.git("push", "-q", "origin", "--delete", "develop");
    String tip = origin.commit("new.txt", "new\n", "New");
    origin.push("master", "master:develop/two");
    git.fetch(project);
    assertThat(git.resolve(project, "develop")).isEmpty();
    assertThat(git.resolve(project, "develop/two")).contains(tip);
    assertThat(git.resolve(project, "master")).contains(tip);
  }

  @Test
  void readsHostileFileNamesAndHostileBranchNames() throws Unreachable {
    String path = "a dir/-rf \"x\" $(id) é\n2.txt";
    origin.commit(path, "content\n", "Odd\tname $(id)");
    origin.commit(":(glob)*", "magic\n", "Magic");
    origin.git(origin.bare, "update-ref", "refs/heads/--upload-pack=touch", origin.at("HEAD"));
    origin.git(origin.bare, "update-ref", "refs/heads/$(touch${IFS}x)", origin.at("HEAD"));
    origin.push("master");
    String tip = origin.head();
    assertThat(git.files(project, tip)).contains(path, ":(glob)*", "README.md");
    assertThat(git.file(project, tip, path)).contains("content\n");
    assertThat(git.file(project, tip, ":(glob)*")).contains("magic\n");
    assertThat(git.resolve(project, "$(touch${IFS}x)")).contains(origin.at("HEAD~2"));
    assertThat(git.commits(project, origin.at("refs/tags/v1^{commit}"), tip))
        .extracting(commit -> commit.subject())
        .containsExactly("Odd\tname $(id)", "Magic");
  }

  @Test
  void readsTextFilesOnly() throws Exception {
    origin.commit("large.txt", "x".repeat((1 << 20) + 1), "Large");
    origin.commit("limit.txt", "x".repeat(1 << 20), "Limit");
    Files.write(origin.work.resolve("image.png"), new byte[] {(byte) 0x89, 'P', 0, (byte) 0xff});
    Files.createSymbolicLink(origin.work.resolve("link"), Path.of("/etc/passwd"));
    String tip = origin.commit("empty.txt", "", "Others");
    origin.push("master");
    git.fetch(project);
    for (String none : List.of("large.txt", "image.png", "link", "src", "src/", "no", "../x", "")) {
      assertThat(git.file(project, tip, none)).as(none).isEmpty();
    }
    assertThat(git.file(project, tip, "limit.txt")).isPresent();
    assertThat(git.file(project, tip, "empty.txt")).contains("");
  }

  @Test
  void patchIdsIgnoreContextAndNameTheirInverse() throws Exception {
    String base = origin.head();
    String one = origin.edit("src/Checkout.tsx", "line 10", "line ten", "One");
    origin.git("revert", "--no-edit", "HEAD");
    String revert = origin.head();
    origin.edit("src/Checkout.tsx", "line 8", "line eight", "Near");
    origin.git("cherry-pick", one);
    String again = origin.head();
    origin.push("master");
    git.fetch(project);
    NativeClone clone = git.reading(project);
    var patches = clone.patchIds(List.of(one, revert, again), 0);
    assertThat(patches).hasSize(3).containsEntry(again, patches.get(one));
    assertThat(clone.patchIds(List.of(one, again), 3).values()).doesNotHaveDuplicates();
    assertThat(clone.patchId(one, base, 0)).isEqualTo(patches.get(revert));
    assertThat(clone.patchId(base, one, 0)).isEqualTo(patches.get(one));
    assertThat(clone.patchId(one, one, 0)).isEmpty();
    assertThat(git.presence(project)).isSameAs(git.presence(project));
  }

  @Test
  void createsABranchOnceAndNeverMovesOne() throws Unreachable {
    String commit = origin.at("refs/tags/v1^{commit}");
    git.createBranch(project, "hotfix-shop-1-fix", commit);
    git.createBranch(project, "hotfix-shop-1-fix", commit);
    assertThat(origin.at("refs/heads/hotfix-shop-1-fix")).isEqualTo(commit);
    String ahead = origin.at("refs/heads/develop");
    assertThatThrownBy(() -> git.createBranch(project, "hotfix-shop-1-fix", ahead))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("at another commit");
    assertThat(origin.at("refs/heads/hotfix-shop-1-fix")).isEqualTo(commit);
  }

  @Test
  void runsNoHookOfATemplateAndReadsNoConfigurationOfTheUser() throws Exception {
    Path template = Files.createDirectories(folder.resolve("template/hooks"));
    Path ran = folder.resolve("ran");
    for (String hook : List.of("reference-transaction", "pre-push", "post-checkout")) {
      script(template.resolve(hook), ran);
    }
    git.fetch(project);
    Files.createDirectories(clone.resolve("hooks"));
    for (String hook : List.of("reference-transaction", "pre-push", "post-merge")) {
      script(clone.resolve("hooks").resolve(hook), ran);
    }
    git.fetch(project);
    git.createBranch(project, "hotfix-shop-1-fix", origin.at("refs/tags/v1^{commit}"));
    assertThat(ran).doesNotExist();
    try (Stream<Path> home = Files.list(folder.resolve("repositories/home"))) {
      assertThat(home).isEmpty();
    }
  }

  @Test
  void leavesTheDeveloperAndTheOriginAsTheyWereButForTheBranch() throws Exception {
    List<String> refs = origin.branches();
    String config = Files.readString(origin.bare.resolve("config"));
    String status = origin.git("status", "--porcelain=v2", "--branch");
    git.createBranch(project, "hotfix-shop-1-fix", origin.at("refs/tags/v1^{commit}"));
    assertThat(Files.readString(origin.bare.resolve("config"))).isEqualTo(config);
    assertThat(origin.git("status", "--porcelain=v2", "--branch")).isEqualTo(status);
    assertThat(origin.branches()).hasSize(refs.size() + 1).containsAll(refs);
  }

  @Test
  void aCloneThatWasKilledHalfWayIsRepaired() throws Exception {
    Files.createDirectories(clone.resolve("objects"));
    Files.writeString(clone.resolve("HEAD"), "ref: refs/heads/master\n");
    git.fetch(project);
    assertThat(git.resolve(project, "master")).contains(origin.head());

    Files.writeString(clone.resolve("packed-refs.lock"), "");
    Files.writeString(clone.resolve("config.lock"), "");
    Files.writeString(clone.resolve("objects/pack/tmp_pack_x"), "half a pack");
    origin.git("push", "-q", "origin", "--delete", "develop");
    git = new NativeGit(folder.resolve("repositories"));
    git.fetch(project);
    assertThat(git.resolve(project, "develop")).isEmpty();
    assertThat(clone.resolve("packed-refs.lock")).doesNotExist();
    assertThat(clone.resolve("objects/pack/tmp_pack_x")).doesNotExist();
  }

  @Test
  void aCloneWithDamagedObjectsIsMadeAgain() throws Exception {
    git.fetch(project);
    try (Stream<Path> files = Files.walk(clone.resolve("objects"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.writeString(file, "");
      }
    }
    origin.commit("new.txt", "new\n", "New");
    origin.push("master");
    git.fetch(project);
    assertThat(git.resolve(project, "master")).contains(origin.head());
    assertThat(git.files(project, origin.head())).contains("new.txt");
  }

  @Test
  void anotherRepositoryAddressFillsTheCloneAnew() throws Exception {
    git.fetch(project);
    Origin other = Origin.shop(Files.createDirectory(folder.resolve("other")));
    String tip = other.commit("other.txt", "other\n", "Other");
    other.push("master");
    Project moved = new Project(1, "shop", "Shop", "file://" + other.bare, Lines.GIT_FLOW);
    assertThat(git.resolve(moved, "master")).contains(tip);
  }

  @Test
  void saysWhatGitSaidAndWhatToDoWithoutSecrets() {
    Project lost = new Project(1, "shop", "Shop", folder.resolve("no").toString(), Lines.GIT_FLOW);
    assertThatThrownBy(() -> git.fetch(lost))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("git said: fatal:")
        .hasMessageEndingWith("Correct the project's repository address.");
    GitProcess.Output said =
        new GitProcess.Output(
            128,
            new byte[0],
            "fatal: unable to access 'https://me:pa55word@h.example/': \u001b[31mno\u0000\n"
                + "x".repeat(5_000));
    assertThat(GitSays.failed("Fetching", said))
        .message()
        .doesNotContain("pa55word", "me:", "\u001b", "\u0000")
        .contains("https://h.example/")
        .hasSizeLessThan(700);
  }

  @Test
  void neverUsesARemoteHelper() {
    Path ran = folder.resolve("ran");
    for (String url : List.of("ext::touch " + ran, "--upload-pack=touch " + ran, "fd::17")) {
      Project hostile = new Project(1, "shop", "Shop", url, Lines.GIT_FLOW);
      assertThatThrownBy(() -> git.fetch(hostile)).isInstanceOf(Unreachable.class);
    }
    assertThat(ran).doesNotExist();
  }

  @Test
  void killsWhatTakesTooLongWithAllThatItStarted() throws Exception {
    git.fetch(project);
    GitProcess process = new GitProcess(folder.resolve("repositories/home"));
    Path pid = folder.resolve("pid");
    List<String> alias = List.of("-c", "alias.wait=!echo $$ > " + pid + "; sleep 60; true", "wait");
    assertThatThrownBy(() -> process.run(clone, java.time.Duration.ofSeconds(1), alias))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("longer than 1 s");
    long id = Long.parseLong(Files.readString(pid, StandardCharsets.UTF_8).strip());
    for (int i = 0; i < 50 && runs(id); i++) {
      Thread.sleep(20);
    }
    assertThat(runs(id)).isFalse();
  }

  /// A process that ended and was not waited for by its parent is still listed, as a zombie.
  private static boolean runs(long id) throws IOException {
    try {
      return !Files.readString(Path.of("/proc/" + id + "/stat")).contains(") Z ");
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  private static void script(Path hook, Path ran) throws IOException {
    Files.writeString(hook, "#!/bin/sh\ntouch " + ran + "\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
  }
}
