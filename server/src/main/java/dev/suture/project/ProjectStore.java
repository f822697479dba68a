package dev.suture.project;

import java.time.Instant;
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

  /// Takes the project out with everything that the database holds of it.
  void delete(long project);

  /// Oldest first.
  List<ProjectKey> keys(long project);

  /// A key by its value, enabled or not; asked for each delivery, so it costs no more than a look
  /// into a map.
  Optional<ProjectKey> key(String value);

  ProjectKey createKey(long project, String label, List<Limit> limits, Instant at);

  /// Replaces label, limits and whether it is enabled.
  void changeKey(ProjectKey changed);

  void deleteKey(ProjectKey key);
}
