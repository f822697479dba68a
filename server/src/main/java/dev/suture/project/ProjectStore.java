package dev.suture.project;

import java.util.List;
import java.util.Optional;

/// Where projects and their keys are kept.
public interface ProjectStore {
  /// Creates a project with one key.
  ///
  /// @throws IllegalStateException when the slug is taken
  Project create(
      String slug, String name, @org.jspecify.annotations.Nullable String repository, Lines lines);

  /// Replaces name, repository and lines of the project with this id.
  void update(Project project);

  List<Project> all();

  Optional<Project> byId(long id);

  Optional<Project> bySlug(String slug);

  List<ProjectKey> keys(long project);

  Optional<ProjectKey> key(String value);
}
