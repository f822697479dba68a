package dev.suture.store;

import com.github.luben.zstd.Zstd;
import dev.suture.capture.Blobs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Blobs as files under one folder, compressed where that saves something. A blob is there whole or
/// not at all.
public final class FileBlobs implements Blobs {
  private static final Pattern SEGMENT = Pattern.compile("[a-z0-9_-][a-z0-9._-]{0,99}");
  private static final int LONGEST_KEY = 300;
  private static final int COMPRESSION = 3;

  /// Ends the name of a compressed file; no key has such a character.
  private static final String COMPRESSED = "~zst";

  private final Path root;

  public FileBlobs(Path root) throws IOException {
    this.root = Files.createDirectories(root);
  }

  @Override
  public void put(String key, byte[] content) throws IOException {
    Path plain = file(key);
    Path packed = packed(plain);
    createFolders(Objects.requireNonNull(plain.getParent()));
    byte[] compressed = Zstd.compress(content, COMPRESSION);
    boolean saves = compressed.length < content.length - content.length / 10;
    write(saves ? packed : plain, saves ? compressed : content);
    Files.deleteIfExists(saves ? plain : packed);
  }

  @Override
  public void putPlain(String key, byte[] content) throws IOException {
    Path plain = file(key);
    createFolders(Objects.requireNonNull(plain.getParent()));
    write(plain, content);
    Files.deleteIfExists(packed(plain));
  }

  @Override
  public ByteBuffer map(String key) throws IOException {
    try (FileChannel channel = FileChannel.open(file(key), StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    Path folder = Objects.requireNonNull(file.getParent());
    Path unfinished = folder.resolve("." + UUID.randomUUID());
    try {
      try (FileChannel channel =
          FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(folder);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  @Override
  public byte[] get(String key) throws IOException {
    Path plain = file(key);
    Path packed = packed(plain);
    if (!Files.exists(packed)) {
      return Files.readAllBytes(plain);
    }
    byte[] compressed = Files.readAllBytes(packed);
    long size = Zstd.getFrameContentSize(compressed);
    if (size < 0) {
      throw new IOException("the blob " + key + " is not whole");
    }
    return Zstd.decompress(compressed, Math.toIntExact(size));
  }

  @Override
  public void delete(String key) throws IOException {
    Path plain = file(key);
    Files.deleteIfExists(plain);
    Files.deleteIfExists(packed(plain));
  }

  @Override
  public void deleteAll(String folder) throws IOException {
    Path top = file(folder);
    if (!Files.isDirectory(top)) {
      return;
    }
    List<Path> found;
    try (Stream<Path> paths = Files.walk(top)) {
      found = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : found) {
      Files.deleteIfExists(path);
    }
  }

  private static Path packed(Path plain) {
    return plain.resolveSibling(plain.getFileName() + COMPRESSED);
  }

  /// The name of a new folder is durable only when the folder that it lies in is.
  private void createFolders(Path folder) throws IOException {
    Path made = root;
    for (Path name : root.relativize(folder)) {
      Path parent = made;
      made = made.resolve(name);
      if (!Files.isDirectory(made)) {
        Files.createDirectories(made);
        sync(parent);
      }
    }
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private Path file(String key) {
    if (key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("a blob key of " + key.length() + " characters");
    }
    Path file = root;
    for (String segment : key.split("/", -1)) {
      if (!SEGMENT.matcher(segment).matches()) {
        throw new IllegalArgumentException("not a blob key: " + key);
      }
      file = file.resolve(segment);
    }
    return file;
  }
}
