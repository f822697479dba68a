package dev.suture.account;

import java.util.Map;

/// The projects that a call may see.
public sealed interface Reach {
  Reach NOTHING = new Some(Map.of());

  /// Every project there is and will be.
  record Everything() implements Reach {}

  /// @param projects slug by id
  record Some(Map<Long, String> projects) implements Reach {
    public Some {
      projects = Map.copyOf(projects);
    }
  }

  default boolean has(long project) {
    return switch (this) {
      case Everything _ -> true;
      case Some some -> some.projects().containsKey(project);
    };
  }

  default boolean has(String slug) {
    return switch (this) {
      case Everything _ -> true;
      case Some some -> some.projects().containsValue(slug);
    };
  }
}
