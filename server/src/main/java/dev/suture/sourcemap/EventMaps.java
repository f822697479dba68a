package dev.suture.sourcemap;

import dev.suture.event.Artifact;
import dev.suture.event.ArtifactStore;
import dev.suture.event.Event;
import dev.suture.event.SourceMapCompiler.NotASourceMap;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds the maps of one event's built files.
final class EventMaps {
  private final Event event;
  private final ArtifactStore artifacts;
  private final MapCache cache;
  private final Map<String, Lookup> found = new HashMap<>();

  EventMaps(Event event, ArtifactStore artifacts, MapCache cache) {
    this.event = event;
    this.artifacts = artifacts;
    this.cache = cache;
  }

  sealed interface Lookup {}

  record Found(OpenMap map) implements Lookup {}

  /// @param reason why there is no map, in words of ours
  record Missing(String reason) implements Lookup {}

  Lookup of(String file) {
    return found.computeIfAbsent(file, this::lookup);
  }

  private Lookup lookup(String file) {
    Optional<String> debugId =
        event.debugFiles().stream()
            .filter(entry -> entry.file().equals(file))
            .map(Event.DebugFile::debugId)
            .findFirst();
    Optional<Artifact> artifact = debugId.flatMap(id -> artifacts.byDebugId(event.project(), id));
    String release = event.release();
    if (artifact.isEmpty() && release != null) {
      artifact = artifacts.byRelease(event.project(), release, SourcePath.ofBuilt(file));
    }
    return artifact.map(this::open).orElseGet(() -> missing(debugId.isPresent(), release != null));
  }

  private static Lookup missing(boolean hasDebugId, boolean hasRelease) {
    if (hasDebugId) {
      return new Missing("No source map is uploaded under this file's debug id.");
    }
    return new Missing(
        hasRelease
            ? "The file has no debug id, and no source map is uploaded for it in this release."
            : "The file has no debug id, and the event names no release.");
  }

  private Lookup open(Artifact artifact) {
    Optional<OpenMap> cached = cache.get(artifact.blob());
    if (cached.isPresent()) {
      return new Found(cached.get());
    }
    try {
      OpenMap map = new OpenMap(read(artifact));
      cache.put(artifact.blob(), map);
      return new Found(map);
    } catch (NotASourceMap e) {
      return new Missing("The uploaded source map is not valid: " + e.getMessage() + ".");
    } catch (IOException e) {
      return new Missing("The uploaded source map could not be read from the blob store.");
    }
  }

  /// The compact form; made again where it is missing, or of another version of the server.
  private SourceMap read(Artifact artifact) throws IOException, NotASourceMap {
    try {
      Optional<SourceMap> kept = SourceMap.open(artifacts.compact(artifact));
      if (kept.isPresent()) {
        return kept.get();
      }
    } catch (NoSuchFileException notYet) {
      // Made below, as for one that cannot be read.
    }
    byte[] compact = new SourceMapDecoder().compile(artifacts.read(artifact)).compact();
    artifacts.keepCompact(artifact, compact);
    return SourceMap.open(artifacts.compact(artifact))
        .orElseThrow(() -> new IOException("a compact source map was not kept"));
  }
}
