package dev.suture.event;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Where uploaded source maps are kept, project by project: no lookup crosses projects.
public interface ArtifactStore {
  /// Stores a map under its debug id or under release and URL; an earlier one in that place goes.
  /// Its length and its key in the blob store are given by the store, whatever the argument says.
  void put(Artifact artifact, byte[] map) throws IOException;

  Optional<Artifact> byDebugId(long project, String debugId);

  /// @param path of the built file's URL, `/assets/app.js`
  Optional<Artifact> byRelease(long project, String release, String path);

  List<Artifact> all(long project);

  byte[] read(Artifact artifact) throws IOException;
}
