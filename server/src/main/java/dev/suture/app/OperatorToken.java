package dev.suture.app;

import dev.suture.account.Secret;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// The token of whoever runs the server, in a file of its data folder that nobody else can read. It
/// is how commands on the same machine sign in. Delete the file and start the server for a new one.
final class OperatorToken {
  static final String FILE = "operator.token";

  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private OperatorToken() {}

  /// The token of a data folder, made when there is none or when somebody else could read it.
  static String in(Path data) throws IOException {
    Path file = data.resolve(FILE);
    try {
      String there = Files.readString(file).strip();
      if (there.matches(Secret.PREFIX + "op_[0-9a-f]{64}") && isPrivate(file)) {
        return there;
      }
    } catch (NoSuchFileException none) {
      return write(file);
    }
    return write(file);
  }

  private static boolean isPrivate(Path file) throws IOException {
    return !hasOwners(file)
        || OWNER.containsAll(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
  }

  private static boolean hasOwners(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static String write(Path file) throws IOException {
    String token = Secret.PREFIX + "op_" + Secret.fresh();
    Path fresh = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(fresh);
    FileAttribute<?>[] owner =
        hasOwners(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    try (FileChannel out =
        FileChannel.open(
            fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
      out.write(ByteBuffer.wrap((token + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (FileSystemException refused) {
      throw new IOException("the file " + fresh + " cannot be written", refused);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return token;
  }
}
