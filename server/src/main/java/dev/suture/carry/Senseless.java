package dev.suture.carry;

import dev.suture.carry.LineDiff.Edit;
import dev.suture.carry.Workbench.Piece.Disputed;
import dev.suture.line.Chores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Resolves what conflicts for no reason: entries of a changelog, versions, years of a copyright,
/// imports, lines that only stand next to each other, and what is there already. Anything that
/// could mean something is left to whoever can judge it.
final class Senseless {
  private static final Pattern YEARS = Pattern.compile("\\b(19|20)[0-9]{2}\\b");
  private static final Pattern COPYRIGHT = Pattern.compile("(?i).*(copyright|\\(c\\)|©).*\\R?");
  private static final Pattern IMPORT =
      Pattern.compile(
          "\\s*(import\\s.*|from\\s+\\S+\\s+import\\s.*|#include\\s.*|using\\s+[\\w.]+;"
              + "|use\\s+[\\w\\\\:]+.*;|require(_relative)?[\\s(]+['\"].*|)\\s*");

  private static final Pattern DOCUMENT =
      Pattern.compile("(?i).*\\.(md|markdown|textile|rst|adoc|txt|rdoc)");
  private static final Pattern COMMENT = Pattern.compile("\\s*(#|//|\\*|/\\*|--|;).*|\\s*");
  private static final Pattern WORD = Pattern.compile("\\n|[^\\S\\n]+|\\w+|[^\\w\\s]");

  private Senseless() {}

  /// @param why in words of ours
  record Resolved(String text, String why) {}

  static Optional<Resolved> resolve(String path, Disputed disputed) {
    if (Chores.isVersion(path)) {
      return Optional.of(new Resolved(disputed.ours(), "the line's own version stays"));
    }
    if (Chores.isChangelog(path)) {
      return Optional.of(new Resolved(entries(disputed), "changelog entries joined"));
    }
    return years(disputed)
        .or(() -> Cosmetics.resolve(disputed))
        .or(() -> there(disputed))
        .or(() -> imports(disputed))
        .or(() -> neighbours(disputed))
        .or(() -> prose(path, disputed))
        .or(() -> elsewhere(path, disputed));
  }

  /// What the fix adds to the changelog, above what the line has.
  private static String entries(Disputed disputed) {
    List<Edit> edits =
        LineDiff.edits(LineDiff.lines(disputed.base()), LineDiff.lines(disputed.theirs()));
    StringBuilder added = new StringBuilder();
    edits.forEach(edit -> edit.lines().forEach(added::append));
    String entries = added.toString();
    if (!entries.isEmpty() && !entries.endsWith("\n") && !disputed.ours().isEmpty()) {
      entries += "\n";
    }
    return disputed.ours().contains(entries.strip()) ? disputed.ours() : entries + disputed.ours();
  }

  private static Optional<Resolved> years(Disputed disputed) {
    List<String> sides = List.of(disputed.ours(), disputed.base(), disputed.theirs());
    if (sides.stream().noneMatch(side -> COPYRIGHT.matcher(side).find())) {
      return Optional.empty();
    }
    String ours = timeless(disputed.ours());
    String base = timeless(disputed.base());
    String theirs = timeless(disputed.theirs());
    String why = "years of a copyright";
    if (theirs.equals(base)) {
      return Optional.of(new Resolved(disputed.ours(), why));
    }
    return ours.equals(base) || ours.equals(theirs)
        ? Optional.of(new Resolved(disputed.theirs(), why))
        : Optional.empty();
  }

  private static String timeless(String text) {
    StringBuilder plain = new StringBuilder();
    for (String line : LineDiff.lines(text)) {
      plain.append(
          COPYRIGHT.matcher(line).matches() ? YEARS.matcher(line).replaceAll("year") : line);
    }
    return plain.toString();
  }

  /// Every line that the fix adds stands there already, in one piece, and none that it takes away.
  private static Optional<Resolved> there(Disputed disputed) {
    List<String> ours = LineDiff.lines(disputed.ours());
    List<String> base = LineDiff.lines(disputed.base());
    List<Edit> edits = LineDiff.edits(base, LineDiff.lines(disputed.theirs()));
    boolean adds = false;
    for (Edit edit : edits) {
      adds |= edit.lines().stream().anyMatch(line -> line.strip().length() > 3);
      boolean whole = !edit.lines().isEmpty() && String.join("", ours).contains(joined(edit));
      boolean gone = base.subList(edit.from(), edit.to()).stream().noneMatch(ours::contains);
      if (!gone || (!edit.lines().isEmpty() && !whole)) {
        return Optional.empty();
      }
    }
    return adds
        ? Optional.of(new Resolved(disputed.ours(), "the line has these lines already"))
        : Optional.empty();
  }

  private static String joined(Edit edit) {
    return String.join("", edit.lines());
  }

  private static Optional<Resolved> imports(Disputed disputed) {
    List<String> ours = LineDiff.lines(disputed.ours());
    List<String> base = LineDiff.lines(disputed.base());
    List<String> theirs = LineDiff.lines(disputed.theirs());
    if (!Stream.of(ours, base, theirs)
        .flatMap(List::stream)
        .allMatch(line -> IMPORT.matcher(line).matches())) {
      return Optional.empty();
    }
    List<String> result = new ArrayList<>(ours);
    base.stream().filter(line -> !theirs.contains(line)).forEach(result::remove);
    theirs.stream()
        .filter(line -> !base.contains(line) && !result.contains(line))
        .forEach(result::add);
    boolean sorted = ours.equals(List.copyOf(new TreeSet<>(ours)));
    List<String> ordered = sorted ? List.copyOf(new TreeSet<>(result)) : result;
    return Optional.of(new Resolved(String.join("", ordered), "imports joined"));
  }

  /// Changes of lines that only touch: each side has replaced lines of its own.
  private static Optional<Resolved> neighbours(Disputed disputed) {
    List<String> base = LineDiff.lines(disputed.base());
    return joined(
            base,
            LineDiff.edits(base, LineDiff.lines(disputed.ours())),
            LineDiff.edits(base, LineDiff.lines(disputed.theirs())),
            false)
        .map(text -> new Resolved(text, "lines that only stand next to each other"));
  }

  /// A passage of a document or a comment that the line does not have.
  private static Optional<Resolved> elsewhere(String path, Disputed disputed) {
    return disputed.ours().isBlank() && isProse(path, disputed)
        ? Optional.of(new Resolved(disputed.ours(), "a passage that the line does not have"))
        : Optional.empty();
  }

  private static boolean isProse(String path, Disputed disputed) {
    return DOCUMENT.matcher(path).matches()
        || Stream.of(disputed.ours(), disputed.base(), disputed.theirs())
            .flatMap(String::lines)
            .allMatch(line -> COMMENT.matcher(line).matches());
  }

  /// Wordings of documents and comments, word by word: nothing runs by them.
  private static Optional<Resolved> prose(String path, Disputed disputed) {
    if (!isProse(path, disputed)) {
      return Optional.empty();
    }
    List<String> base = words(disputed.base());
    return joined(
            base,
            LineDiff.edits(base, words(disputed.ours())),
            LineDiff.edits(base, words(disputed.theirs())),
            true)
        .map(text -> new Resolved(text, "wordings joined"));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  /// @param lenient whether an insertion may touch what the other side has replaced
  private static Optional<String> joined(
      List<String> base, List<Edit> ours, List<Edit> theirs, boolean lenient) {
    for (Edit mine : ours) {
      for (Edit other : theirs) {
        boolean apart = mine.to() < other.from() || other.to() < mine.from();
        boolean inserts = lenient ? mine.from() == other.from() : mine.inserts() || other.inserts();
        boolean touching = !inserts && (mine.to() == other.from() || other.to() == mine.from());
        if (!apart && !touching) {
          return Optional.empty();
        }
      }
    }
    List<Edit> all =
        Stream.concat(ours.stream(), theirs.stream())
            .sorted(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to))
            .toList();
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Edit edit : all) {
      base.subList(at, edit.from()).forEach(text::append);
      edit.lines().forEach(text::append);
      at = edit.to();
    }
    base.subList(at, base.size()).forEach(text::append);
    return Optional.of(text.toString());
  }
}
