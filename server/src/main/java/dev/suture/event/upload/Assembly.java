package dev.suture.event.upload;

import dev.suture.event.Artifact;
import dev.suture.event.ArtifactStore;
import dev.suture.event.SourceMapCompiler;
import dev.suture.event.SourceMapCompiler.CompiledMap;
import dev.suture.event.upload.BundleReader.BundledMap;
import dev.suture.event.upload.BundleReader.NotABundle;
import dev.suture.event.upload.Upload.Progress;
import dev.suture.event.upload.Upload.State;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Takes chunks, joins them to a bundle and stores the source maps in it. Doing it again changes
/// nothing. One bundle is put together at a time; whoever comes meanwhile is told to ask again.
public final class Assembly {
  private final Chunks chunks;
  private final BundleReader reader;
  private final SourceMapCompiler compiler;
  private final ArtifactStore artifacts;
  private final InstantSource clock;
  private final ReentrantLock assembling = new ReentrantLock();

  public Assembly(
      Chunks chunks,
      BundleReader reader,
      SourceMapCompiler compiler,
      ArtifactStore artifacts,
      InstantSource clock) {
    this.chunks = chunks;
    this.reader = reader;
    this.compiler = compiler;
    this.artifacts = artifacts;
    this.clock = clock;
  }

  /// Keeps a chunk under the checksum of what it holds.
  ///
  /// @param claimed what the client says that the checksum is
  /// @return whether the client is right; nothing is kept when it is not
  public boolean accept(Checksum claimed, byte[] chunk) throws IOException {
    Checksum found = Checksum.of(chunk);
    if (!found.equals(claimed)) {
      return false;
    }
    chunks.put(found, chunk);
    return true;
  }

  public Progress assemble(Upload upload) throws IOException {
    List<Checksum> missing =
        upload.chunks().stream().distinct().filter(chunk -> !chunks.has(chunk)).toList();
    if (!missing.isEmpty() || upload.chunks().isEmpty()) {
      return Progress.missing(missing);
    }
    if (!assembling.tryLock()) {
      return Progress.of(State.assembling);
    }
    try {
      return join(upload);
    } catch (NoSuchFileException gone) {
      return Progress.missing(
          upload.chunks().stream().distinct().filter(chunk -> !chunks.has(chunk)).toList());
    } finally {
      assembling.unlock();
    }
  }

  private Progress join(Upload upload) throws IOException {
    try (InputStream whole = chunks.open(upload.chunks())) {
      if (!Checksum.of(whole).equals(upload.checksum())) {
        chunks.drop(upload.chunks());
        return Progress.error(
            "The chunks do not add up to the checksum of the bundle. Upload it again.");
      }
    }
    Storing storing = new Storing(upload);
    try {
      reader.read(new Joined(upload.chunks()), storing);
    } catch (NotABundle broken) {
      return Progress.error("This is no artifact bundle: " + broken.getMessage());
    }
    return storing.problems == 0 ? Progress.of(State.ok) : Progress.error(storing.says());
  }

  private final class Joined implements BundleReader.Packed {
    private final List<Checksum> parts;

    Joined(List<Checksum> parts) {
      this.parts = parts;
    }

    @Override
    public long bytes() {
      return chunks.bytes(parts);
    }

    @Override
    public InputStream open() throws IOException {
      return chunks.open(parts);
    }
  }

  /// Puts the maps of one bundle where events find them, and remembers what was wrong with some.
  private final class Storing implements BundleReader.Maps {
    private final Upload upload;
    private int maps;
    private int problems;
    private String first = "";

    Storing(Upload upload) {
      this.upload = upload;
    }

    String says() {
      return problems
          + " of "
          + maps
          + " source maps were not stored, the others were. The first: "
          + first;
    }

    @Override
    public void take(BundledMap map) throws IOException {
      maps++;
      if (map.debugId() == null && (upload.release() == null || map.urls().isEmpty())) {
        problem(map, "it has no debug id, and no release and built file to be found by");
        return;
      }
      CompiledMap compiled;
      try {
        compiled = compiler.compile(map.content());
      } catch (SourceMapCompiler.NotASourceMap wrong) {
        problem(map, wrong.getMessage());
        return;
      }
      for (long project : upload.projects()) {
        store(project, map, compiled);
      }
    }

    /// A row for the debug id and one for each built file: the next release with an unchanged file
    /// takes nothing from this one.
    private void store(long project, BundledMap map, CompiledMap compiled) throws IOException {
      if (map.debugId() != null) {
        artifacts.put(
            new Artifact(project, map.debugId(), null, null, 0, clock.instant(), ""), compiled);
      }
      for (String url : upload.release() == null ? List.<String>of() : map.urls()) {
        artifacts.put(
            new Artifact(project, null, upload.release(), url, 0, clock.instant(), ""), compiled);
      }
    }

    private void problem(BundledMap map, @Nullable String what) {
      if (problems++ == 0) {
        String name = map.urls().isEmpty() ? "one without a built file" : map.urls().getFirst();
        first = name + ": " + what + ".";
      }
    }
  }
}
