package dev.suture.event;

import dev.suture.event.SourceMapCompiler.CompiledMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// Where uploaded source maps are kept, project by project: no lookup crosses projects.
public interface ArtifactStore {
  /// Stores a map under its debug id or under release and URL; an earlier one in that place goes.
  /// Its length and its key in the blob store are given by the store, whatever the argument says.
  void put(Artifact artifact, CompiledMap map) throws IOException;

  Optional<Artifact> byDebugId(long project, String debugId);

  /// @param path of the built file's URL, `/assets/app.js`
  Optional<Artifact> byRelease(long project, String release, String path);

  List<Artifact> all(long project);

  /// Takes out what lies under the debug id, or under release and URL.
  ///
  /// @return whether there was any
  boolean remove(Artifact artifact) throws IOException;

  /// The map as it was sent.
  byte[] read(Artifact artifact) throws IOException;

  /// Its compact form, not read into memory but mapped from where it is kept.
  ///
  /// @throws java.nio.file.NoSuchFileException when it was stored before there was such a form
  ByteBuffer compact(Artifact artifact) throws IOException;

  /// Keeps a compact form in place of the one that is there.
  void keepCompact(Artifact artifact, byte[] compact) throws IOException;
}
