package dev.suture.store;

import dev.suture.capture.Blobs;
import dev.suture.event.Artifact;
import dev.suture.event.ArtifactStore;
import dev.suture.event.SourceMapCompiler.CompiledMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Uploaded source maps: what they are in SQL, their bytes as blobs.
public final class SqlArtifacts implements ArtifactStore {
  private static final int MOST_KNOWN = 10_000;
  private static final String SELECT =
      "SELECT project, debug_id, release, url, bytes, uploaded, blob FROM artifact ";

  private final Database database;
  private final Blobs blobs;
  private final ReentrantLock storing = new ReentrantLock();

  /// What events asked for, found or not: each names its files, and most name the same.
  private final Map<Place, Optional<Artifact>> known = new ConcurrentHashMap<>();

  private final AtomicLong written = new AtomicLong();

  /// Where a map is looked for; `release` is null for a debug id.
  private record Place(long project, @Nullable String release, String name) {}

  public SqlArtifacts(Database database, Blobs blobs) {
    this.database = database;
    this.blobs = blobs;
  }

  @Override
  public void put(Artifact artifact, CompiledMap compiled) throws IOException {
    byte[] map = compiled.text();
    if (artifact.debugId() == null && (artifact.release() == null || artifact.url() == null)) {
      throw new IllegalArgumentException(
          "a source map needs a debug id, or a release and the URL of its built file");
    }
    String blob = "artifacts/" + artifact.project() + "/" + Digests.hex(Digests.sha256(map), 32);
    storing.lock();
    try {
      blobs.put(blob, map);
      blobs.putPlain(compactOf(blob), compiled.compact());
      List<String> orphans = database.write(handle -> replace(handle, artifact, map.length, blob));
      for (String orphan : orphans) {
        blobs.delete(orphan);
        blobs.delete(compactOf(orphan));
      }
    } finally {
      written.incrementAndGet();
      known.clear();
      storing.unlock();
    }
  }

  private static String compactOf(String blob) {
    return blob + ".compact";
  }

  @Override
  public boolean remove(Artifact artifact) throws IOException {
    storing.lock();
    try {
      List<String> gone = database.write(handle -> delete(handle, artifact));
      List<String> orphans =
          database.read(
              handle -> gone.stream().distinct().filter(old -> !isUsed(handle, old)).toList());
      for (String orphan : orphans) {
        blobs.delete(orphan);
        blobs.delete(compactOf(orphan));
      }
      return !gone.isEmpty();
    } finally {
      written.incrementAndGet();
      known.clear();
      storing.unlock();
    }
  }

  private static List<String> delete(Handle handle, Artifact artifact) {
    return handle
        .createQuery(
            """
            DELETE FROM artifact WHERE project = :project
              AND (debug_id = :debugId OR (release = :release AND url = :url))
            RETURNING blob""")
        .bind("project", artifact.project())
        .bind("debugId", artifact.debugId())
        .bind("release", artifact.release())
        .bind("url", artifact.url())
        .mapTo(String.class)
        .list();
  }

  /// @return blobs that no artifact refers to any more
  private static List<String> replace(Handle handle, Artifact artifact, long bytes, String blob) {
    List<String> before = delete(handle, artifact);
    handle
        .createUpdate(
            """
            INSERT INTO artifact (project, debug_id, release, url, bytes, uploaded, blob)
            VALUES (:project, :debugId, :release, :url, :bytes, :uploaded, :blob)""")
        .bind("project", artifact.project())
        .bind("debugId", artifact.debugId())
        .bind("release", artifact.release())
        .bind("url", artifact.url())
        .bind("bytes", bytes)
        .bind("uploaded", Database.micros(artifact.uploaded()))
        .bind("blob", blob)
        .execute();
    return before.stream().distinct().filter(old -> !isUsed(handle, old)).toList();
  }

  private static boolean isUsed(Handle handle, String blob) {
    return handle
            .select("SELECT count(*) FROM artifact WHERE blob = ?", blob)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  @Override
  public Optional<Artifact> byDebugId(long project, String debugId) {
    return known(
        new Place(project, null, debugId),
        handle ->
            handle
                .select(SELECT + "WHERE project = ? AND debug_id = ?", project, debugId)
                .map((row, _) -> artifact(row))
                .findOne());
  }

  @Override
  public Optional<Artifact> byRelease(long project, String release, String path) {
    return known(
        new Place(project, release, path),
        handle ->
            handle
                .select(
                    SELECT + "WHERE project = ? AND release = ? AND url = ?",
                    project,
                    release,
                    "~" + path)
                .map((row, _) -> artifact(row))
                .findOne());
  }

  private Optional<Artifact> known(Place place, Function<Handle, Optional<Artifact>> look) {
    Optional<Artifact> before = known.get(place);
    if (before != null) {
      return before;
    }
    long writes = written.get();
    Optional<Artifact> found = database.read(look);
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    known.put(place, found);
    if (written.get() != writes) {
      known.remove(place);
    }
    return found;
  }

  @Override
  public List<Artifact> all(long project) {
    return database.read(
        handle ->
            handle
                .select(SELECT + "WHERE project = ? ORDER BY uploaded DESC, id DESC", project)
                .map((row, _) -> artifact(row))
                .list());
  }

  @Override
  public byte[] read(Artifact artifact) throws IOException {
    byte[] map = blobs.get(artifact.blob());
    if (map.length != artifact.bytes()) {
      throw new IOException("the stored source map " + artifact.blob() + " is not whole");
    }
    return map;
  }

  @Override
  public ByteBuffer compact(Artifact artifact) throws IOException {
    return blobs.map(compactOf(artifact.blob()));
  }

  @Override
  public void keepCompact(Artifact artifact, byte[] compact) throws IOException {
    blobs.putPlain(compactOf(artifact.blob()), compact);
  }

  private static Artifact artifact(ResultSet row) throws SQLException {
    return new Artifact(
        row.getLong("project"),
        row.getString("debug_id"),
        row.getString("release"),
        row.getString("url"),
        row.getLong("bytes"),
        Database.instant(row.getLong("uploaded")),
        row.getString("blob"));
  }
}
