package dev.suture.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps a data folder to one server. The operating system gives the lock back when the process
/// ends, however it ends.
final class DataLock implements AutoCloseable {
  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  static DataLock take(Path data) throws IOException {
    FileChannel channel = open(data);
    if (tryLock(channel) == null) {
      channel.close();
      throw new IOException(
          "another Suture server uses the data folder "
              + data
              + ": stop it, or choose another folder with --data");
    }
    return new DataLock(channel);
  }

  private static FileChannel open(Path data) throws IOException {
    try {
      Files.createDirectories(data);
      return FileChannel.open(
          data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (FileSystemException refused) {
      String why =
          switch (refused) {
            case FileAlreadyExistsException _ -> "there is a file of that name";
            case AccessDeniedException _ -> "this user may not write there";
            default -> refused.getReason() == null ? "it cannot be made" : refused.getReason();
          };
      throw new IOException(
          "the data folder "
              + data
              + " cannot be used ("
              + why
              + "): make it writable, or choose another folder with --data",
          refused);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
