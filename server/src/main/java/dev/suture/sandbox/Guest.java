package dev.suture.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The user that code of repositories is run as under a server of root: nobody else is that user,
/// so nothing of the machine is his, and the kernel counts his processes, which it does not do for
/// root.
final class Guest {
  /// Of the ids that systemd leaves unused (60578 to 61183).
  private static final int ID = 60_600;

  private static final String SETPRIV = "/usr/bin/setpriv";

  private Guest() {}

  /// Whether this server may make itself another user, as far as it can be told beforehand.
  static boolean isPossible() {
    return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of(SETPRIV));
  }

  /// What a command is preceded by to be run as that user, with no rights that it could win back.
  static List<String> become() {
    return List.of(
        SETPRIV,
        "--reuid",
        Integer.toString(ID),
        "--regid",
        Integer.toString(ID),
        "--clear-groups",
        "--inh-caps=-all",
        "--bounding-set=-all",
        "--no-new-privs");
  }

  /// Gives him a folder with all that is in it, once; links themselves and not what they lead to.
  static void own(Path folder) throws IOException {
    if (isOwned(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : (Iterable<Path>) all::iterator) {
        if (!each.equals(folder)) {
          give(each);
        }
      }
    }
    give(folder);
  }

  private static boolean isOwned(Path path) throws IOException {
    return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(ID);
  }

  private static void give(Path path) throws IOException {
    Files.setAttribute(path, "unix:gid", ID, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(path, "unix:uid", ID, LinkOption.NOFOLLOW_LINKS);
  }
}
