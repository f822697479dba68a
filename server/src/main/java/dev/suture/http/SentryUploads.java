package dev.suture.http;

import dev.suture.event.upload.Checksum;
import dev.suture.event.upload.Chunks;
import dev.suture.event.upload.Upload;
import dev.suture.io.BoundedStream;
import dev.suture.io.Encoding;
import dev.suture.io.TooLarge;
import dev.suture.project.Project;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Artifact bundles, uploaded in chunks and put together.
final class SentryUploads {
  private static final int MOST_PARTS = 64;
  private static final long LARGEST_REQUEST = 32L << 20;

  /// What a multipart body adds to its chunks: boundaries, headers, and gzip where it saves
  /// nothing.
  private static final long ENVELOPE = 1L << 20;

  /// Requests that are read at once; each may hold two chunks in memory.
  private static final int AT_ONCE = 4;

  private static final String CHUNKS = "/organizations/{organization}/chunk-upload";

  private final SentryCli.Rooms rooms;
  private final Semaphore reading = new Semaphore(AT_ONCE);

  SentryUploads(SentryCli.Rooms rooms) {
    this.rooms = rooms;
  }

  List<Route> routes() {
    return List.of(
        SentryCli.route("GET", CHUNKS, this::options),
        SentryCli.route("POST", CHUNKS, this::chunks),
        SentryCli.route(
            "POST", "/organizations/{organization}/artifactbundle/assemble", this::assemble));
  }

  private Answer options(Call call) {
    String url = "/api/0/organizations/" + SentryCli.ORGANIZATION + "/chunk-upload/";
    return Answer.json(
        200,
        new Options(
            url,
            Chunks.LARGEST,
            MOST_PARTS,
            LARGEST_REQUEST,
            (long) Upload.MOST_CHUNKS * Chunks.LARGEST,
            2,
            "sha1",
            List.of("gzip"),
            List.of("release_files", "artifact_bundles", "artifact_bundles_v2")));
  }

  private Answer chunks(Call call) throws IOException {
    if (!reading.tryAcquire()) {
      throw new Refusal(503, "unavailable", "Too many uploads at once.", "Try again.");
    }
    try (InputStream body = new BoundedStream(call.body(), LARGEST_REQUEST + ENVELOPE)) {
      MultipartParts parts =
          new MultipartParts(body, call.header("Content-Type").orElse(""), Chunks.LARGEST + 65_536);
      int count = 0;
      for (MultipartParts.Part part = parts.next(); part != null; part = parts.next()) {
        if (++count > MOST_PARTS) {
          throw Refusal.invalid("At most " + MOST_PARTS + " chunks in a request.", null);
        }
        keep(part);
      }
      return Answer.json(200, List.of());
    } catch (TooLarge large) {
      throw new Refusal(
          413,
          "tooLarge",
          "A chunk may be 8 MiB and a request 32 MiB.",
          "Cut the file as GET on this address says.");
    } finally {
      reading.release();
    }
  }

  private void keep(MultipartParts.Part part) throws IOException {
    boolean packed = part.name().equals("file_gzip");
    if (!packed && !part.name().equals("file")) {
      throw Refusal.invalid("Chunks are parts named file or file_gzip.", null);
    }
    Checksum checksum = checksum(part.fileName());
    byte[] chunk = packed ? unpacked(part.content()) : part.content();
    if (chunk.length > Chunks.LARGEST) {
      throw new TooLarge(Chunks.LARGEST);
    }
    if (!rooms.uploads().accept(checksum, chunk)) {
      throw Refusal.invalid(
          "A chunk does not have the checksum that it is named by.", "Send it again.");
    }
  }

  private static byte[] unpacked(byte[] content) throws IOException {
    try (InputStream in = Encoding.gzip.open(new ByteArrayInputStream(content))) {
      return BoundedStream.readAll(in, Chunks.LARGEST, -1);
    } catch (ZipException broken) {
      throw Refusal.invalid("A chunk is not the gzip that it says it is.", "Send it again.");
    }
  }

  private Answer assemble(Call call) throws IOException {
    Bundle wanted = SentryCli.json(call, Bundle.class);
    List<String> chunks = wanted.chunks() == null ? List.of() : wanted.chunks();
    if (wanted.checksum() == null || chunks.size() > Upload.MOST_CHUNKS) {
      throw Refusal.invalid(
          "A bundle has a checksum and at most " + Upload.MOST_CHUNKS + " chunks.", null);
    }
    List<Project> projects = rooms.projects(call, wanted.projects());
    if (projects.isEmpty()) {
      throw Refusal.invalid("A bundle is uploaded for a project.", "Set SENTRY_PROJECT.");
    }
    String version = wanted.version();
    Upload upload =
        new Upload(
            projects.stream().map(Project::id).toList(),
            checksum(wanted.checksum()),
            chunks.stream().map(SentryUploads::checksum).toList(),
            version == null || version.isEmpty() ? null : DeploymentApi.word(version));
    Upload.Progress progress = rooms.uploads().assemble(upload);
    return Answer.json(
        200,
        new Assembled(
            progress.state(),
            progress.missing().stream().map(Checksum::hex).toList(),
            progress.detail()));
  }

  private static Checksum checksum(String text) {
    return Checksum.parse(text)
        .orElseThrow(() -> Refusal.invalid("A checksum is 40 hexadecimal digits.", null));
  }

  record Options(
      String url,
      int chunkSize,
      int chunksPerRequest,
      long maxRequestSize,
      long maxFileSize,
      int concurrency,
      String hashAlgorithm,
      List<String> compression,
      List<String> accept) {}

  record Bundle(
      @Nullable String checksum,
      @Nullable List<String> chunks,
      @Nullable List<String> projects,
      @Nullable String version) {
    Bundle {
      chunks = SentryCli.whole(chunks);
      projects = SentryCli.whole(projects);
    }
  }

  record Assembled(Upload.State state, List<String> missingChunks, @Nullable String detail) {}
}
