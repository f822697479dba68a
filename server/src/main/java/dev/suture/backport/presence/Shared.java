package dev.suture.backport.presence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The part of a larger change that is a given one's: by files, then by hunks.
final class Shared {
  private Shared() {}

  /// The files of `there` that make the change of `fix`, sources only where the fix has any.
  static List<FileChange> of(Change fix, Change there) {
    boolean sources = fix.files().stream().anyMatch(file -> Kind.of(file.path()) == Kind.source);
    return of(fix, there, sources);
  }

  /// The files of `there` that make the change of `fix`.
  static List<FileChange> all(Change fix, Change there) {
    return of(fix, there, false);
  }

  private static List<FileChange> of(Change fix, Change there, boolean sources) {
    Set<Long> lines = new HashSet<>();
    for (FileChange file : fix.files()) {
      for (Hunk hunk : file.hunks()) {
        for (long line : hunk.lines()) {
          lines.add(line);
        }
      }
    }
    List<FileChange> own =
        there.files().stream()
            .filter(file -> !sources || Kind.of(file.path()) == Kind.source)
            .flatMap(file -> Stream.ofNullable(own(fix, file, lines)))
            .toList();
    return own.isEmpty() ? there.files() : own;
  }

  private static @Nullable FileChange own(Change fix, FileChange file, Set<Long> lines) {
    boolean known = fix.files().stream().anyMatch(each -> Paths.nearness(each, file) >= .9);
    List<Hunk> hunks =
        file.hunks().stream()
            .filter(
                hunk -> {
                  for (long line : hunk.lines()) {
                    if (lines.contains(line)) {
                      return true;
                    }
                  }
                  return false;
                })
            .toList();
    return hunks.isEmpty() || (!known && hunks.size() < file.hunks().size())
        ? null
        : new FileChange(file.path(), file.from(), hunks);
  }
}
