package dev.suture.http;

import java.util.Optional;

/// Which project something belongs to.
@FunctionalInterface
public interface Holdings {
  /// @param id as it was sent; hostile text
  /// @return the project's slug; empty when there is no such thing
  Optional<String> projectOf(Need.Noun noun, String id);

  /// The issue that a program may not write because of, for all of it came through an anonymous
  /// key; empty when it may.
  ///
  /// @param id as it was sent; hostile text
  default Optional<String> unvouched(Need.Noun noun, String id) {
    return Optional.empty();
  }
}
