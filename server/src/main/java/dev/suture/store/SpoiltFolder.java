package dev.suture.store;

import dev.suture.ingest.Queue.Queued;
import dev.suture.ingest.Spoilt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Arrivals that could not be digested, one file each, named by position and error id. The oldest
/// go first when there are too many or they are too large.
public final class SpoiltFolder implements Spoilt {
  private static final Logger LOG = LoggerFactory.getLogger(SpoiltFolder.class);
  private static final int FILES = 100;
  private static final long BYTES = 64L * 1024 * 1024;

  private final Path folder;

  public SpoiltFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public synchronized void keep(Queued queued, String id) {
    byte[] body = queued.arrival().body();
    String name = queued.position() + "-" + id + "." + queued.arrival().encoding();
    try {
      Files.createDirectories(folder);
      makeRoom(body.length);
      if (body.length <= BYTES) {
        Files.write(folder.resolve(name), body);
      }
    } catch (IOException | RuntimeException failure) {
      LOG.warn("the arrival of error {} is not kept: {}", id, failure.toString());
    }
  }

  private void makeRoom(long bytes) throws IOException {
    List<Path> oldestFirst;
    try (Stream<Path> files = Files.list(folder)) {
      oldestFirst = files.sorted().toList();
    }
    long total = bytes;
    for (Path file : oldestFirst) {
      total += Files.size(file);
    }
    int left = oldestFirst.size();
    for (Path file : oldestFirst) {
      if (left < FILES && total <= BYTES) {
        return;
      }
      total -= Files.size(file);
      left--;
      Files.delete(file);
    }
  }
}
