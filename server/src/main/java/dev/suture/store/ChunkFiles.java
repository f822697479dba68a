package dev.suture.store;

import dev.suture.event.upload.Checksum;
import dev.suture.event.upload.Chunks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// Chunks as files in one folder, each named by its checksum. They outlive no restart: a client
/// that was interrupted sends them again.
public final class ChunkFiles implements Chunks {
  /// How much may wait, and for how long.
  public record Limits(long bytes, int files, Duration age) {
    public static final Limits USUAL = new Limits(1L << 30, 10_000, Duration.ofHours(6));
  }

  private record Kept(int bytes, Instant at) {}

  private final Path folder;
  private final Limits limits;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();

  /// Oldest first.
  private final Map<Checksum, Kept> kept = new LinkedHashMap<>();

  private long bytes;

  public ChunkFiles(Path folder, Limits limits, InstantSource clock) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.limits = limits;
    this.clock = clock;
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void put(Checksum checksum, byte[] content) throws IOException {
    if (content.length > LARGEST) {
      throw new IllegalArgumentException("a chunk of " + content.length + " bytes");
    }
    lock.lock();
    try {
      forget(checksum);
      expire(content.length);
      Path unfinished = folder.resolve("." + UUID.randomUUID());
      try {
        Files.write(unfinished, content);
        Files.move(unfinished, file(checksum), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      kept.put(checksum, new Kept(content.length, clock.instant()));
      bytes += content.length;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean has(Checksum checksum) {
    lock.lock();
    try {
      return kept.containsKey(checksum);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long bytes(List<Checksum> chunks) {
    lock.lock();
    try {
      return chunks.stream().map(kept::get).filter(Objects::nonNull).mapToLong(Kept::bytes).sum();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public InputStream open(List<Checksum> chunks) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Checksum chunk : chunks) {
      if (!has(chunk)) {
        throw new NoSuchFileException(chunk.hex());
      }
      files.add(file(chunk));
    }
    return new Joined(files.iterator());
  }

  @Override
  public void drop(List<Checksum> chunks) throws IOException {
    lock.lock();
    try {
      for (Checksum chunk : chunks) {
        forget(chunk);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Removes what is too old.
  public void expire() {
    lock.lock();
    try {
      expire(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  private void expire(int coming) throws IOException {
    Instant oldest = clock.instant().minus(limits.age());
    while (!kept.isEmpty()) {
      Map.Entry<Checksum, Kept> first = kept.entrySet().iterator().next();
      boolean fits = bytes + coming <= limits.bytes() && kept.size() < limits.files();
      if (fits && !first.getValue().at().isBefore(oldest)) {
        return;
      }
      forget(first.getKey());
    }
  }

  private void forget(Checksum checksum) throws IOException {
    Kept gone = kept.remove(checksum);
    if (gone != null) {
      bytes -= gone.bytes();
      Files.deleteIfExists(file(checksum));
    }
  }

  private Path file(Checksum checksum) {
    return folder.resolve(checksum.hex());
  }

  /// Files one behind the other, each opened when its turn comes.
  private static final class Joined extends InputStream {
    private final Iterator<Path> rest;
    private InputStream now = InputStream.nullInputStream();

    Joined(Iterator<Path> files) {
      this.rest = files;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      while (true) {
        int read = now.read(target, offset, length);
        if (read >= 0 || !rest.hasNext()) {
          return read;
        }
        now.close();
        now = Files.newInputStream(rest.next());
      }
    }

    @Override
    public void close() throws IOException {
      now.close();
    }
  }
}
