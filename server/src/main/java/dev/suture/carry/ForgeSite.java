package dev.suture.carry;

/// A project's place on a forge.
///
/// @param url of the forge itself: `https://github.com`, `https://gitlab.example`
/// @param repository its path there: `team/shop`
/// @param token to open pull requests with; never shown
/// @param secret that its webhooks are signed with; never shown again
public record ForgeSite(Kind kind, String url, String repository, String token, String secret) {
  public enum Kind {
    github,
    gitlab,
    /// Forgejo speaks the same.
    gitea
  }

  /// Hides what must not get into a log.
  @Override
  public String toString() {
    return kind + " " + url + " " + repository;
  }
}
