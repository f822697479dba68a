package dev.suture.line;

import java.util.regex.Pattern;

/// Files that change with every release and carry no fix: changelogs, and where a version stands
/// alone.
public final class Chores {
  private static final Pattern CHANGELOG =
      Pattern.compile(
          "(?i)(.*/)?((changelog|changes|history|news|([0-9_.]+[-_])?release[-_]?notes|releases)(\\.[a-z]+)?"
              + "|(changelogs?|changes|news|newsfragments)/.*)");
  private static final Pattern VERSION =
      Pattern.compile(
          "(?i)(.*/)?(version(\\.(txt|rb|py|go|json|properties|md))?|[a-z]+_version|_version\\.py"
              + "|gem_version\\.rb)");

  private Chores() {}

  public static boolean isChangelog(String path) {
    return CHANGELOG.matcher(path).matches();
  }

  public static boolean isVersion(String path) {
    return VERSION.matcher(path).matches();
  }

  public static boolean isChore(String path) {
    return isChangelog(path) || isVersion(path);
  }
}
