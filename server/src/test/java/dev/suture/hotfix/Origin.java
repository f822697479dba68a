package dev.suture.hotfix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A real origin in a temporary folder, with the clone of a developer who pushes to it.
public final class Origin {
  public final Path bare;
  public final Path work;
  private int seconds = 1_790_000_000;

  /// An origin without any commit.
  public Origin(Path folder) {
    bare = folder.resolve("origin.git");
    work = folder.resolve("developer");
    git(folder, "init", "-q", "--bare", "--initial-branch=master", bare.toString());
    git(folder, "clone", "-q", bare.toString(), work.toString());
    git("config", "user.name", "Dev");
    git("config", "user.email", "dev@shop.example");
    git("config", "commit.gpgSign", "false");
    git("checkout", "-q", "-B", "master");
  }

  /// A shop whose master is tagged v1 and whose develop is two commits ahead.
  public static Origin shop(Path folder) {
    Origin origin = new Origin(folder);
    origin.commit("src/Checkout.tsx", numbered(1, 30), "Checkout");
    origin.commit("README.md", "shop\n", "Say what it is");
    origin.git("tag", "v1");
    origin.git("push", "-q", "origin", "master", "v1");
    origin.git("checkout", "-q", "-b", "develop");
    origin.commit("src/Cart.ts", numbered(1, 10), "Cart");
    origin.commit("src/Price.ts", numbered(1, 10), "Price");
    origin.git("push", "-q", "origin", "develop");
    origin.git("checkout", "-q", "master");
    return origin;
  }

  /// Lines `line 1` to `line n`.
  public static String numbered(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i <= to; i++) {
      text.append("line ").append(i).append('\n');
    }
    return text.toString();
  }

  /// Writes a file and commits it on the branch that is checked out.
  public String commit(String path, String content, String message) {
    try {
      Path file = work.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    git("add", "-A");
    git("commit", "-q", "-m", message);
    return head();
  }

  /// Replaces a text in a file and commits that.
  public String edit(String path, String from, String to, String message) {
    try {
      String before = Files.readString(work.resolve(path));
      if (!before.contains(from)) {
        throw new IllegalArgumentException(path + " has no " + from);
      }
      return commit(path, before.replace(from, to), message);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public void checkout(String branch) {
    git("fetch", "-q", "origin");
    git("checkout", "-q", branch);
  }

  /// Pushes the branches to the origin.
  public void push(String... branches) {
    List<String> arguments = new ArrayList<>(List.of("push", "-q", "origin"));
    arguments.addAll(Arrays.asList(branches));
    git(arguments.toArray(String[]::new));
  }

  /// What is made next is made so much later.
  public void pass(Duration time) {
    seconds += (int) time.toSeconds();
  }

  public String head() {
    return git("rev-parse", "HEAD");
  }

  /// What the origin itself has under a ref.
  public String at(String ref) {
    return git(bare, "rev-parse", "--verify", ref);
  }

  public List<String> branches() {
    return git(bare, "for-each-ref", "--format=%(refname) %(objectname)").lines().toList();
  }

  public String git(String... arguments) {
    return git(work, arguments);
  }

  public String git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    String date = ++seconds + " +0000";
    builder.environment().put("GIT_AUTHOR_DATE", date);
    builder.environment().put("GIT_COMMITTER_DATE", date);
    try {
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
      return said.strip();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
