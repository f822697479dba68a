package dev.suture.http;

import java.util.Optional;

/// Which project something belongs to.
@FunctionalInterface
public interface Holdings {
  /// @param id as it was sent; hostile text
  /// @return the project's slug; empty when there is no such thing
  Optional<String> projectOf(Need.Noun noun, String id);
}
