package dev.suture.app;

import dev.suture.forge.GitHubApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The settings of a GitHub App: both, or none.
final class GitHubConfig {
  static final List<String> KEYS = List.of("github-app", "github-app-key-file");

  private GitHubConfig() {}

  /// @param left settings; those of the app are taken out
  /// @return null when there is none
  static @Nullable GitHubApp take(Map<String, String> left) {
    String id = left.remove("github-app");
    String file = left.remove("github-app-key-file");
    if (id == null && file == null) {
      return null;
    }
    if (id == null || file == null || !id.matches("[A-Za-z0-9.]{1,40}")) {
      throw new Config.Wrong("a GitHub App needs 'github-app', its id, and 'github-app-key-file'");
    }
    try {
      return GitHubApp.of(id, Files.readString(Path.of(file)));
    } catch (IOException unread) {
      throw new Config.Wrong(
          "'github-app-key-file' cannot be read: " + file + ": " + unread.getMessage());
    }
  }
}
