package dev.suture.diff;

import dev.suture.diff.Smallest.Piece;
import dev.suture.diff.Smallest.Verdict;
import dev.suture.diff.Trial.Answer;
import dev.suture.diff.Trial.Tried;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.project.Project;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Makes the diff of a proven fix as small as it can be: first by hunks, then by the lines of those
/// that are needed.
public final class SmallestDiff {
  /// More pieces than these are no hotfix: they would be tried for hours.
  public static final int MOST_HUNKS = 100;

  private static final int MOST_LINES = 40;

  private final Project project;
  private final Commits commits;
  private final Trial<String> trial;
  private final String base;
  private final String head;
  private final Map<String, FileChange> files = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Answer> answers = new HashMap<>();
  private int builds;

  /// @param trial of a commit
  /// @param base commit that the fix starts from
  /// @param head commit that is known to be a fix
  public SmallestDiff(
      Project project, Commits commits, Trial<String> trial, String base, String head) {
    this.project = project;
    this.commits = commits;
    this.trial = trial;
    this.base = base;
    this.head = head;
  }

  /// All pieces of a change, in the order of the diff.
  public static List<Hunk> hunks(List<FileChange> changed) {
    return changed.stream().flatMap(file -> Hunks.of(file).stream()).toList();
  }

  /// @throws TooLarge with how many hunks there are
  public Smallest find() throws Unreachable, InterruptedException, TooLarge {
    List<FileChange> changed = commits.changed(project, base, head);
    changed.forEach(file -> files.put(file.path(), file));
    answers.put(head, Answer.fixed);
    List<Hunk> all = hunks(changed);
    List<Hunk> tried = all.stream().filter(hunk -> hunk.kind().isTried()).toList();
    if (tried.size() > MOST_HUNKS) {
      throw new TooLarge(tried.size());
    }
    List<Hunk> apart = all.stream().filter(hunk -> !hunk.kind().isTried()).toList();
    Minimiser.Result hunks = minimise(tried, apart);
    Lines lines = lines(tried, hunks, apart);
    List<Piece> pieces = all.stream().map(hunk -> piece(hunk, tried, hunks, lines)).toList();
    boolean smaller =
        pieces.stream()
            .anyMatch(piece -> piece.verdict() == Verdict.notNeeded || !piece.idle().isEmpty());
    String narrow = smaller ? commit(lines.kept(), apart) : null;
    return new Smallest(base, head, pieces, hunks.runs() + lines.runs(), builds, narrow);
  }

  private record Lines(List<Hunk> kept, List<Hunk> idle, Map<Hunk, Hunk> owner, int runs) {}

  private Lines lines(List<Hunk> tried, Minimiser.Result hunks, List<Hunk> apart)
      throws Unreachable, InterruptedException {
    List<Hunk> needed = hunks.needed().stream().mapToObj(tried::get).toList();
    List<Hunk> pieces = new ArrayList<>();
    Map<Hunk, Hunk> owner = new IdentityHashMap<>();
    for (Hunk hunk : needed) {
      for (Hunk piece : hunk.lines()) {
        pieces.add(piece);
        owner.put(piece, hunk);
      }
    }
    if (pieces.size() == needed.size() || pieces.size() > MOST_LINES) {
      return new Lines(needed, List.of(), owner, 0);
    }
    Minimiser.Result lines = minimise(pieces, apart);
    List<Hunk> kept = lines.needed().stream().mapToObj(pieces::get).toList();
    List<Hunk> idle = new ArrayList<>();
    for (int i = lines.needed().nextClearBit(0);
        i < pieces.size();
        i = lines.needed().nextClearBit(i + 1)) {
      idle.add(pieces.get(i));
    }
    return new Lines(kept, idle, owner, lines.runs());
  }

  private Minimiser.Result minimise(List<Hunk> pieces, List<Hunk> apart)
      throws Unreachable, InterruptedException {
    try {
      return Minimiser.minimise(
          pieces.size(), Links.groups(pieces), part -> tried(chosen(pieces, part), apart));
    } catch (Broken broken) {
      throw broken.why;
    }
  }

  private static List<Hunk> chosen(List<Hunk> pieces, BitSet part) {
    return part.stream().mapToObj(pieces::get).toList();
  }

  private Tried tried(List<Hunk> chosen, List<Hunk> apart) throws InterruptedException {
    if (chosen.isEmpty()) {
      return new Tried(Answer.broken, false);
    }
    String commit;
    try {
      commit = commit(chosen, apart);
    } catch (Unreachable unreachable) {
      throw new Broken(unreachable);
    }
    Answer known = answers.get(commit);
    if (known != null) {
      return new Tried(known, false);
    }
    builds++;
    Tried tried = trial.of(commit);
    answers.put(commit, tried.answer());
    return tried;
  }

  private String commit(List<Hunk> chosen, List<Hunk> apart) throws Unreachable {
    Map<String, List<Hunk>> byFile = new HashMap<>();
    for (List<Hunk> some : List.of(chosen, apart)) {
      some.forEach(hunk -> byFile.computeIfAbsent(hunk.file(), _ -> new ArrayList<>()).add(hunk));
    }
    List<Commits.Entry> entries = new ArrayList<>();
    for (var each : byFile.entrySet()) {
      FileChange file = files.get(each.getKey());
      if (file != null) {
        entries.add(entry(file, each.getValue()));
      }
    }
    return commits.write(project, base, entries);
  }

  private Commits.Entry entry(FileChange file, List<Hunk> hunks) throws Unreachable {
    String before = file.oldBlob();
    if (hunks.getFirst().whole() || before == null) {
      return new Commits.Entry(file.path(), file.newMode(), file.newBlob(), null);
    }
    return new Commits.Entry(file.path(), file.newMode(), null, Hunks.apply(text(before), hunks));
  }

  /// Read once, for every part begins from it.
  private String text(String blob) throws Unreachable {
    String text = texts.get(blob);
    if (text == null) {
      text = commits.text(project, blob);
      texts.put(blob, text);
    }
    return text;
  }

  private static Piece piece(Hunk hunk, List<Hunk> tried, Minimiser.Result hunks, Lines lines) {
    if (!hunk.kind().isTried()) {
      return new Piece(hunk, Verdict.apart, List.of());
    }
    int index = identity(tried, hunk);
    if (!hunks.needed().get(index)) {
      return new Piece(hunk, Verdict.notNeeded, List.of());
    }
    Verdict verdict = hunks.unsure().get(index) ? Verdict.unsure : Verdict.needed;
    return new Piece(
        hunk,
        verdict,
        lines.idle().stream().filter(idle -> lines.owner().get(idle) == hunk).toList());
  }

  private static int identity(List<Hunk> list, Hunk hunk) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) == hunk) {
        return i;
      }
    }
    throw new IllegalStateException("a hunk of the change");
  }

  /// Carries what the repository said through the minimiser.
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Unreachable why;

    Broken(Unreachable why) {
      super(why);
      this.why = why;
    }
  }

  /// The change is no hotfix any more.
  public static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1;

    TooLarge(int hunks) {
      super(
          "The change has "
              + hunks
              + " hunks of code; at most "
              + MOST_HUNKS
              + " are tried. Take the fix alone onto the branch.");
    }
  }
}
