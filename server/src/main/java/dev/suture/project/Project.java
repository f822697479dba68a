package dev.suture.project;

import org.jspecify.annotations.Nullable;

/// One application that is watched.
///
/// @param id the number that SDKs put into the path of the envelope endpoint, from 1
/// @param slug lower-case letters, digits and dashes; begins with a letter; the prefix of issue ids
/// @param repository where git fetches from and pushes to; null until one is set
public record Project(long id, String slug, String name, @Nullable String repository, Lines lines) {

  /// Whether a text may be a slug.
  public static boolean isSlug(String text) {
    return text.matches("[a-z][a-z0-9-]{0,39}");
  }

  public Project {
    if (!isSlug(slug)) {
      throw new IllegalArgumentException(
          "a project's slug is 1 to 40 lower-case letters, digits and dashes and begins with a"
              + " letter");
    }
  }
}
