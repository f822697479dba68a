package dev.suture.bench.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Commits of release lines whose messages say which commit of the main line they are picked from.
final class Pairs {
  private static final long SEED = 11;
  private static final int MOST = 400;
  private static final Pattern TRAILER =
      Pattern.compile("\\(?cherry[ -]picked from commit:? ([0-9a-f]{7,40})");

  private final Path repository;

  Pairs(Path repository) {
    this.repository = repository;
  }

  /// @param source the commit of the main line
  /// @param made what a person made of it on a line
  record Pair(String source, String sourceParent, String made, String madeParent) {}

  /// Up to 400 of those whose message names one commit, which is no merge.
  List<Pair> read(String main, List<String> lines) throws IOException {
    List<String> refs = refs(main, lines);
    List<String> command =
        new ArrayList<>(
            List.of(
                "log",
                "-F",
                "--grep=cherry picked from commit",
                "--no-merges",
                "--format=%H%x00%P%x00%B%x01"));
    command.addAll(refs);
    Set<String> onMain = new HashSet<>(git("rev-list", refs.getFirst()).lines().toList());
    List<Pair> pairs = new ArrayList<>();
    for (String entry : git(command.toArray(String[]::new)).split("\u0001")) {
      String[] parts = entry.strip().split("\0", 3);
      if (parts.length == 3 && !onMain.contains(parts[0]) && parts[1].length() == 40) {
        Set<String> named = new HashSet<>();
        Matcher trailer = TRAILER.matcher(parts[2]);
        while (trailer.find()) {
          named.add(trailer.group(1));
        }
        if (named.size() == 1) {
          pairs.add(new Pair(named.iterator().next(), "", parts[0], parts[1]));
        }
      }
    }
    Collections.shuffle(pairs, new Random(SEED));
    return resolved(pairs, onMain);
  }

  private List<Pair> resolved(List<Pair> pairs, Set<String> onMain) throws IOException {
    List<Pair> resolved = new ArrayList<>();
    for (Pair pair : pairs) {
      if (resolved.size() == MOST) {
        break;
      }
      String line =
          said("rev-list", "--no-walk", "--parents", "--end-of-options", pair.source()).strip();
      String[] ids = line.split(" ");
      if (ids.length == 2 && onMain.contains(ids[0])) {
        resolved.add(new Pair(ids[0], ids[1], pair.made(), pair.madeParent()));
      }
    }
    return resolved;
  }

  private List<String> refs(String main, List<String> lines) throws IOException {
    List<String> all =
        git("for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes").lines().toList();
    List<String> refs = new ArrayList<>();
    for (String word : concat(main, lines)) {
      all.stream()
          .filter(ref -> ref.replaceFirst("^refs/(heads|remotes/origin)/", "").matches(word))
          .filter(ref -> !refs.contains(ref))
          .forEach(refs::add);
      if (refs.isEmpty()) {
        throw new IOException("the clone has no branch " + word);
      }
    }
    return refs;
  }

  private static List<String> concat(String first, List<String> others) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  String git(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("GIT_DIR", repository.toString());
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      byte[] out = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new IOException("git " + arguments[0] + " failed");
      }
      return new String(out, StandardCharsets.UTF_8);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  /// Empty when it fails: a commit that a message names need not be there.
  private String said(String... arguments) {
    try {
      return git(arguments);
    } catch (IOException absent) {
      return "";
    }
  }
}
