package dev.suture.cause.chain;

import dev.suture.cause.chain.History.Change;
import dev.suture.cause.chain.History.Hunk;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a later commit mends what a suspect broke: it takes the failing line away, or what the
/// suspect added, puts back what that took, or reads by the new name what the suspect renamed.
final class Mended {
  private static final int SHORT = 4;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]{2,}");

  private final Change suspect;
  private final Trail trail;
  private final Set<String> gone = new HashSet<>();
  private final Set<String> come = new HashSet<>();

  Mended(Change suspect, Trail trail) {
    this.suspect = suspect;
    this.trail = trail;
    for (Hunk hunk : suspect.hunks()) {
      gone.addAll(names(hunk.removed()));
      come.addAll(names(hunk.added()));
    }
    Set<String> both = new HashSet<>(gone);
    both.retainAll(come);
    gone.removeAll(both);
    come.removeAll(both);
  }

  boolean by(Change later) {
    return later.hunks().stream().anyMatch(each -> undoes(each) || renames(each));
  }

  private boolean undoes(Hunk hunk) {
    Set<String> added = lines(hunk.path(), true);
    Set<String> removed = lines(hunk.path(), false);
    boolean failing =
        hunk.path().equals(trail.expression().path()) && hunk.removed().contains(trail.line());
    return failing
        || hunk.removed().stream().anyMatch(added::contains)
        || hunk.added().stream().anyMatch(removed::contains);
  }

  /// Whether lines that spoke of the old name speak of the new one now.
  private boolean renames(Hunk hunk) {
    Set<String> before = names(hunk.removed());
    Set<String> after = names(hunk.added());
    return before.stream().anyMatch(gone::contains)
        && after.stream().anyMatch(each -> come.contains(each) && !before.contains(each));
  }

  private static Set<String> names(Collection<String> lines) {
    Set<String> names = new HashSet<>();
    lines.forEach(line -> NAME.matcher(line).results().forEach(each -> names.add(each.group())));
    return names;
  }

  private Set<String> lines(String path, boolean added) {
    Set<String> lines = new HashSet<>();
    for (Hunk hunk : suspect.hunks()) {
      if (hunk.path().equals(path)) {
        (added ? hunk.added() : hunk.removed())
            .stream().filter(line -> line.length() > SHORT).forEach(lines::add);
      }
    }
    return lines;
  }
}
