package dev.suture.store;

import dev.suture.capture.Blobs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/// Blobs as files under one folder. A blob is there whole or not at all.
public final class FileBlobs implements Blobs {
  private static final Pattern SEGMENT = Pattern.compile("[a-z0-9_-][a-z0-9._-]{0,99}");
  private static final int LONGEST_KEY = 300;

  private final Path root;

  public FileBlobs(Path root) throws IOException {
    this.root = Files.createDirectories(root);
  }

  @Override
  public void put(String key, byte[] content) throws IOException {
    Path file = file(key);
    Path folder = Objects.requireNonNull(file.getParent());
    createFolders(folder);
    Path unfinished = file.resolveSibling("." + UUID.randomUUID());
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
    return Files.readAllBytes(file(key));
  }

  @Override
  public void delete(String key) throws IOException {
    Files.deleteIfExists(file(key));
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
