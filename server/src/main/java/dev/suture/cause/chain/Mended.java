package dev.suture.cause.chain;

import dev.suture.cause.chain.History.Change;
import dev.suture.cause.chain.History.Hunk;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a later commit mends what a suspect broke: it takes the failing line away, or what the
/// suspect added, puts back what that took, reads by the new name what the suspect renamed, or
/// guards the bad field where the suspect or the value passed.
final class Mended {
  private static final int SHORT = 4;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]{2,}");

  private final Change suspect;
  private final Trail trail;
  private final @Nullable Pattern guard;
  private final Set<String> passed = new HashSet<>();
  private final Set<String> gone = new HashSet<>();
  private final Set<String> come = new HashSet<>();

  /// @param field that was bad, as `Shape` names it; null when none is known
  Mended(Change suspect, Trail trail, @Nullable String field) {
    this.suspect = suspect;
    this.trail = trail;
    String name = field == null ? null : Suspects.last(field);
    this.guard = name == null ? null : guard(Pattern.quote(name));
    suspect.hunks().forEach(each -> passed.add(each.path()));
    trail.asking().forEach(each -> passed.add(each.path()));
    trail.way().forEach(each -> passed.add(each.path()));
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
    return later.hunks().stream().anyMatch(each -> undoes(each) || renames(each) || guards(each));
  }

  /// Code that does without a value: `!name`, `name ?? other`, `name?.x`, `name === null`, `name =
  /// []`.
  private static Pattern guard(String name) {
    String whole = "(?<![\\w$])" + name + "(?![\\w$])";
    return Pattern.compile(
        "![\\w$.?\\[\\]]*"
            + whole
            + "|"
            + whole
            + "\\s*(?:\\?\\?|\\?\\.|\\|\\||[=!]==?\\s*(?:null|undefined))"
            + "|(?:isArray\\(|typeof )[\\w$.?\\[\\]]*"
            + whole
            + "|"
            + whole
            + "\\s*=\\s*(?:\\[|\\{|'|\"|null|\\d)");
  }

  private boolean guards(Hunk hunk) {
    Pattern wanted = guard;
    return wanted != null
        && passed.contains(hunk.path())
        && hunk.added().stream().anyMatch(line -> wanted.matcher(line).find())
        && hunk.removed().stream().noneMatch(line -> wanted.matcher(line).find());
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
