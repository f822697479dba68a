package dev.suture.hotfix;

import java.util.Locale;
import java.util.Optional;

/// The name of a hotfix and of its branch, from nothing but the server's own state: what an event
/// says only chooses among the files of the repository.
final class HotfixBranch {
  private static final int SLUG_LENGTH = 40;
  private static final String NO_FILE = "fix";

  private HotfixBranch() {}

  /// @param issue id, checked by the store that gave it
  /// @param file path of the culprit in the repository
  /// @param round 1 for the first hotfix of the issue
  static String name(String issue, Optional<String> file, int round) {
    String name = "hotfix-" + issue + "-" + file.map(HotfixBranch::slug).orElse(NO_FILE);
    return round == 1 ? name : name + "-" + round;
  }

  private static String slug(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    int dot = name.indexOf('.', 1);
    String slug =
        (dot < 0 ? name : name.substring(0, dot))
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+", "");
    slug = slug.substring(0, Math.min(slug.length(), SLUG_LENGTH)).replaceAll("-+$", "");
    return slug.isEmpty() ? NO_FILE : slug;
  }
}
