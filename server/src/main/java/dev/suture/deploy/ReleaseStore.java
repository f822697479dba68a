package dev.suture.deploy;

import java.util.List;
import java.util.Optional;

/// Where releases are kept.
public interface ReleaseStore {
  /// Stores a release; one of the same project and version is replaced and stays as old as it was.
  void put(Release release);

  Optional<Release> of(String project, String version);

  /// Every project's release of this version.
  List<Release> named(String version);

  /// Newest first.
  List<Release> all(String project, int limit);

  /// The newest release with a commit that was announced before this one.
  Optional<Release> before(Release release);
}
