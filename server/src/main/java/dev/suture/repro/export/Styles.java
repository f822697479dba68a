package dev.suture.repro.export;

import dev.suture.hotfix.Repository;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the tests that a repository has for Playwright.
final class Styles {
  private static final Pattern CONFIG =
      Pattern.compile("(.*/)?playwright(\\.[a-z]+)?\\.config\\.[cm]?[jt]s");
  private static final Pattern TEST = Pattern.compile(".*\\.(spec|test)\\.[cm]?[jt]sx?");
  private static final Pattern TEST_DIR = Pattern.compile("testDir:\\s*['\"`](?:\\./)?([^'\"`]*)");
  private static final String PLAYWRIGHT = "@playwright/test";
  private static final int MOST_READ = 20;

  private final Repository repository;

  Styles(Repository repository) {
    this.repository = repository;
  }

  /// How the tests of a repository are written at a commit; the usual way where it has none.
  Style of(Project project, String commit) throws Unreachable {
    List<String> files = repository.files(project, commit);
    String config =
        files.stream()
            .filter(file -> CONFIG.matcher(file).matches())
            .min(Comparator.comparingInt(String::length))
            .orElse("");
    String home = config.contains("/") ? config.substring(0, config.lastIndexOf('/') + 1) : "";
    String text = config.isEmpty() ? "" : text(project, commit, config);
    Matcher named = TEST_DIR.matcher(text);
    String folder = named.find() ? (home + named.group(1)).replaceAll("/\\.?$|^\\.$", "") : "";
    String below = folder.isEmpty() ? home : folder + "/";
    List<String> tests =
        files.stream()
            .filter(file -> file.startsWith(below) && TEST.matcher(file).matches())
            .limit(MOST_READ)
            .toList();
    for (String test : tests) {
      String content = text(project, commit, test);
      if (content.contains(PLAYWRIGHT)) {
        return Style.of(test, content);
      }
    }
    if (text.isEmpty()) {
      return Style.USUAL;
    }
    Style style = Style.of(config, text);
    return folder.isEmpty() ? style : style.in(folder);
  }

  private String text(Project project, String commit, String file) throws Unreachable {
    return repository.file(project, commit, file).orElse("");
  }
}
