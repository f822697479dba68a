package dev.suture.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The source maps that a build has left in its folder or in the files that it built, whether the
/// application hands them out or not.
final class BuiltMaps {
  private static final Set<String> NOT_BUILT = Set.of("node_modules", ".git");
  private static final int MOST_FILES = 100_000;
  private static final int DEEPEST = 20;
  private static final long LARGEST = 100L << 20;
  private static final String INLINE = "//# sourceMappingURL=data:application/json;";
  private static final String CODED = "base64,";

  private BuiltMaps() {}

  /// @param target path of the built file, as it was asked for; captured text
  static Optional<byte[]> of(Path tree, String target) {
    String path = target.replaceAll("[?#].*$", "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      Finder finder = new Finder(name);
      Files.walkFileTree(tree, EnumSet.noneOf(FileVisitOption.class), DEEPEST, finder);
      Optional<Path> map = likest(finder.maps, path + ".map");
      if (map.isPresent()) {
        return Optional.of(Files.readAllBytes(map.get()));
      }
      Optional<Path> script = likest(finder.scripts, path);
      return script.isPresent() ? inline(Files.readAllBytes(script.get())) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Path> likest(List<Path> found, String path) {
    return found.stream().max(Comparator.comparingInt(each -> common(each.toString(), path)));
  }

  /// The map that a script carries in its own last lines.
  private static Optional<byte[]> inline(byte[] script) {
    String text = new String(script, StandardCharsets.ISO_8859_1);
    int at = text.lastIndexOf(INLINE);
    int begins = at < 0 ? -1 : text.indexOf(CODED, at);
    if (begins < 0) {
      return Optional.empty();
    }
    String coded = text.substring(begins + CODED.length()).strip();
    int ends = coded.indexOf('\n');
    try {
      return Optional.of(
          Base64.getDecoder().decode(ends < 0 ? coded : coded.substring(0, ends).strip()));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /// How many characters two texts have in common at their ends.
  private static int common(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
      same++;
    }
    return same;
  }

  /// Follows no link.
  private static final class Finder extends SimpleFileVisitor<Path> {
    private final String name;
    private final List<Path> maps = new ArrayList<>();
    private final List<Path> scripts = new ArrayList<>();
    private int seen;

    Finder(String name) {
      this.name = name;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
      return NOT_BUILT.contains(folder.getFileName().toString())
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
      String here = file.getFileName().toString();
      if (is.isRegularFile() && is.size() <= LARGEST && here.startsWith(name)) {
        if (here.equals(name)) {
          scripts.add(file);
        } else if (here.equals(name + ".map")) {
          maps.add(file);
        }
      }
      return ++seen < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      return FileVisitResult.CONTINUE;
    }
  }
}
