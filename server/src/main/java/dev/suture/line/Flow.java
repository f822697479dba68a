package dev.suture.line;

import dev.suture.project.Lines;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A habit of branching, and the names that its release branches usually have.
public enum Flow {
  gitFlow("git-flow", List.of("release/*", "support/*")),
  trunk("trunk", List.of("release/*", "releases/*", "release-*")),
  github("github", List.of()),
  gitlab("gitlab", List.of("*-stable", "stable/*", "stable-*")),
  train(
      "train",
      List.of(
          "release/*",
          "releases/*",
          "release-*",
          "stable/*",
          "stable-*",
          "*-stable",
          "branch-*",
          "*.x",
          "v*.x"));

  private final String word;
  private final List<String> releases;

  Flow(String word, List<String> releases) {
    this.word = word;
    this.releases = releases;
  }

  /// As `suture.yml` has it.
  public String word() {
    return word;
  }

  List<String> releases() {
    return releases;
  }

  static Optional<Flow> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Flow::word).toList();
  }

  /// The habit of a project that names none.
  static Flow usual(Lines ends) {
    if (ends.production().equals(ends.develop())) {
      return trunk;
    }
    return ends.production().matches("production|prod|stable") ? gitlab : gitFlow;
  }
}
