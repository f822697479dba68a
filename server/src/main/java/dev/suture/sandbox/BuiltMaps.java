package dev.suture.sandbox;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The source maps that a build has left in its folder, whether the application hands them out or
/// not.
final class BuiltMaps {
  private static final Set<String> NOT_BUILT = Set.of("node_modules", ".git");
  private static final int MOST_FILES = 100_000;
  private static final int DEEPEST = 20;
  private static final long LARGEST = 100L << 20;

  private BuiltMaps() {}

  /// @param target path of the built file, as it was asked for; captured text
  static Optional<byte[]> of(Path tree, String target) {
    String path = target.replaceAll("[?#].*$", "");
    String name = path.substring(path.lastIndexOf('/') + 1) + ".map";
    try {
      Finder finder = new Finder(name);
      Files.walkFileTree(tree, EnumSet.noneOf(FileVisitOption.class), DEEPEST, finder);
      Optional<Path> best =
          finder.found.stream()
              .max(Comparator.comparingInt(each -> common(each.toString(), path + ".map")));
      return best.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(best.get()));
    } catch (IOException unreadable) {
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
    private final List<Path> found = new ArrayList<>();
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
      if (is.isRegularFile()
          && is.size() <= LARGEST
          && file.getFileName().toString().equals(name)) {
        found.add(file);
      }
      return ++seen < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      return FileVisitResult.CONTINUE;
    }
  }
}
