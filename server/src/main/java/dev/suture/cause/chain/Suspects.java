package dev.suture.cause.chain;

import dev.suture.cause.Origin;
import dev.suture.cause.Witness;
import dev.suture.cause.chain.History.Change;
import dev.suture.cause.chain.History.Hunk;
import dev.suture.cause.chain.History.Stretch;
import dev.suture.deploy.Deployment;
import dev.suture.event.Thrown;
import dev.suture.hotfix.Repository.Unreachable;
import dev.suture.io.LeastRecentlyUsed;
import dev.suture.project.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Since when it fails: the commits between the release before and the one that failed, those that
/// touched the chain first; and on which lines that was changed since.
final class Suspects {
  private static final int LOOK_BACK = 200;
  private static final int MOST = 3;
  private static final int KEPT = 64;
  private static final int FAILING_LINE = 8;
  private static final int LINE_ON_THE_WAY = 7;
  private static final int FUNCTION = 6;
  private static final int FIELD = 5;
  private static final int ON_THE_WAY = 4;
  private static final int SAME_FILE = 2;

  private final Origin origin;
  private final History history;
  private final Map<String, List<Change>> changes =
      Collections.synchronizedMap(new LeastRecentlyUsed<>(KEPT));
  private final Map<String, Touching> touching =
      Collections.synchronizedMap(new LeastRecentlyUsed<>(KEPT));

  Suspects(Origin origin, History history) {
    this.origin = origin;
    this.history = history;
  }

  /// @param suspects the likeliest first
  /// @param fixed lines on which what the likeliest one changed was changed again
  /// @param file that the likeliest one broke; null when no commit is suspected
  /// @param misnamed whether the likeliest one was the first to name the field
  record Since(
      List<Cause.Suspect> suspects,
      List<Cause.Fixed> fixed,
      @Nullable String file,
      boolean misnamed) {
    static final Since UNKNOWN = new Since(List.of(), List.of(), null, false);
  }

  private record Scored(Change change, int score, String path, String words) {}

  Since of(Witness witness, Trail trail, @Nullable String field) throws Unreachable {
    Project project = witness.subject().project();
    String failed = trail.expression().commit();
    Window window = window(witness, project, failed).orElse(null);
    if (window == null) {
      return Since.UNKNOWN;
    }
    List<Scored> scored = new ArrayList<>();
    Marks marks =
        new Marks(
            touching(witness, window, trail),
            new Quotes(witness.subject().event().failing().map(Thrown::value).orElse("")),
            new TakenAway(trail.looking()));
    for (Change change : changes(project, window.before(), window.first())) {
      Scored each = score(change, marks, trail, field);
      if (each != null) {
        scored.add(each);
      }
    }
    scored.sort(Comparator.comparingInt(Scored::score).reversed());
    if (scored.isEmpty()) {
      return Since.UNKNOWN;
    }
    Scored first = scored.getFirst();
    String name = field == null ? null : last(field);
    return new Since(
        scored.stream().limit(MOST).map(Suspects::told).toList(),
        fixed(project, failed, new Mended(first.change(), trail, field)),
        first.score() >= FIELD && trail.looking().isEmpty() ? first.path() : null,
        name != null
            && first.score() == FAILING_LINE
            && named(first.change(), first.path(), name)
            && !isKnown(trail.application(), first.change(), name));
  }

  /// Whether the likeliest commit is the one that first read a property of that name here.
  static boolean named(Change change, String path, String name) {
    Pattern word = word(name);
    boolean added = false;
    for (Hunk hunk : change.hunks()) {
      if (hunk.removed().stream().anyMatch(line -> word.matcher(line).find())) {
        return false;
      }
      added |=
          hunk.path().equals(path)
              && hunk.added().stream().anyMatch(line -> word.matcher(line).find());
    }
    return added;
  }

  /// Whether other lines of the program name such a property as well.
  private static boolean isKnown(Application application, Change change, String name) {
    String quoted = Pattern.quote(name);
    Pattern property =
        Pattern.compile(
            "\\.%1$s(?![\\w$(])|(?<![\\w$.])[\"']?%1$s[\"']?\\??\\s*:|[{,]\\s*%1$s\\s*[,}=]"
                .formatted(quoted));
    Set<String> added = new HashSet<>();
    change.hunks().forEach(hunk -> added.addAll(hunk.added()));
    return application.texts().values().stream()
        .filter(text -> text.contains(name))
        .flatMap(String::lines)
        .map(String::strip)
        .anyMatch(line -> property.matcher(line).find() && !added.contains(line));
  }

  private static Cause.Suspect told(Scored scored) {
    Change change = scored.change();
    return new Cause.Suspect(
        change.commit(),
        change.author(),
        change.at(),
        change.subject(),
        change.request(),
        scored.path(),
        scored.words());
  }

  /// What was live last without the fault, and first with it.
  private record Window(String before, String first) {}

  /// Around the first release that had the fault, or, where that was never deployed, around the one
  /// that failed.
  private Optional<Window> window(Witness witness, Project project, String failed)
      throws Unreachable {
    List<Deployment> deployments = origin.deployments().all(project.slug(), LOOK_BACK);
    String first = witness.subject().issue().firstRelease();
    String release = witness.subject().event().release();
    Optional<Window> window = window(deployments, each -> each.release().equals(first), failed);
    if (window.isEmpty()) {
      window =
          window(
              deployments,
              each -> each.release().equals(release) || failed.equals(each.commit()),
              failed);
    }
    if (window.isEmpty()) {
      return window;
    }
    Optional<String> before = origin.settled().resolve(project, window.get().before());
    Optional<String> with = origin.settled().resolve(project, window.get().first());
    return before.map(commit -> new Window(commit, with.orElse(failed)));
  }

  private static Optional<Window> window(
      List<Deployment> newestFirst, Predicate<Deployment> of, String failed) {
    String first = failed;
    boolean reached = false;
    for (Deployment each : newestFirst) {
      boolean same = of.test(each);
      reached |= same;
      if (reached && !same && each.commit() != null) {
        return Optional.of(new Window(each.commit(), first));
      }
      if (same && each.commit() != null) {
        first = each.commit();
      }
    }
    return Optional.empty();
  }

  private List<Change> changes(Project project, String from, String to) throws Unreachable {
    String key = project.id() + " " + from + " " + to;
    List<Change> known = changes.get(key);
    if (known == null) {
      known = history.changes(project, from, to);
      changes.put(key, known);
    }
    return known;
  }

  /// @param wrote the commit that wrote the failing line; null when it is older
  /// @param lines those that changed a line which the value came through
  /// @param around those that changed the function that threw
  /// @param asking those that changed a function which asks for the answer
  /// @param way those that changed a function which the value came through
  private record Touching(
      @Nullable String wrote,
      Set<String> lines,
      Set<String> around,
      Set<String> asking,
      Set<String> way) {}

  /// What each commit is held against.
  private record Marks(Touching touching, Quotes quotes, TakenAway taken) {}

  private Touching touching(Witness witness, Window window, Trail trail) throws Unreachable {
    String key = witness.subject().event().id() + " " + window.before();
    Touching known = touching.get(key);
    if (known == null) {
      known = read(witness.subject().project(), window, trail);
      touching.put(key, known);
    }
    return known;
  }

  private Touching read(Project project, Window window, Trail trail) throws Unreachable {
    Cause.Expression at = trail.expression();
    String from = window.before();
    String to = at.commit();
    return new Touching(
        history.wrote(project, from, to, at.path(), at.line()).orElse(null),
        Set.copyOf(history.touching(project, from, to, trail.lines())),
        Set.copyOf(history.touching(project, from, to, List.of(trail.around()))),
        Set.copyOf(history.touching(project, from, to, trail.asking())),
        Set.copyOf(history.touching(project, from, to, trail.way())));
  }

  private static @Nullable Scored score(
      Change change, Marks marks, Trail trail, @Nullable String field) {
    String failing = trail.expression().path();
    Touching touching = marks.touching();
    String markup = marks.taken().from(change);
    if (markup != null) {
      return new Scored(change, FAILING_LINE, markup, "It took away what the code looks for.");
    }
    if (change.commit().equals(touching.wrote())) {
      return new Scored(change, FAILING_LINE, failing, "It wrote the line that threw.");
    }
    String around = marks.taken().touchedIn(change);
    if (around != null) {
      return new Scored(
          change,
          LINE_ON_THE_WAY,
          around,
          "It changed what stands around what the code looks for.");
    }
    String quoting = path(change, hunk -> isCode(hunk) && marks.quotes().areIn(hunk));
    if (quoting != null) {
      return new Scored(change, LINE_ON_THE_WAY, quoting, "It changed what the error quotes.");
    }
    if (touching.lines().contains(change.commit())) {
      return new Scored(
          change,
          LINE_ON_THE_WAY,
          through(change, trail, failing),
          "It changed a line that the value came through.");
    }
    if (touching.around().contains(change.commit())) {
      return new Scored(change, FUNCTION, failing, "It changed the function that threw.");
    }
    if (touching.asking().contains(change.commit())) {
      return new Scored(
          change,
          FUNCTION,
          through(change, trail, failing),
          "It changed the function that asks for the answer.");
    }
    String name = field == null ? null : last(field);
    String naming =
        name == null ? null : path(change, hunk -> isCode(hunk) && mentions(hunk, name));
    if (naming != null) {
      return new Scored(change, FIELD, naming, "It changed what names the bad field.");
    }
    if (touching.way().contains(change.commit())) {
      return new Scored(
          change,
          ON_THE_WAY,
          through(change, trail, failing),
          "It changed code that the value came through.");
    }
    return path(change, hunk -> hunk.path().equals(failing)) == null
        ? null
        : new Scored(change, SAME_FILE, failing, "It changed the file that threw.");
  }

  /// The first file on the way that a change is of.
  private static String through(Change change, Trail trail, String failing) {
    Set<String> changed = change.hunks().stream().map(Hunk::path).collect(Collectors.toSet());
    return Stream.concat(trail.asking().stream(), trail.way().stream())
        .map(Stretch::path)
        .filter(changed::contains)
        .findFirst()
        .orElse(failing);
  }

  private static @Nullable String path(Change change, Predicate<Hunk> wanted) {
    return change.hunks().stream().filter(wanted).map(Hunk::path).findFirst().orElse(null);
  }

  private static boolean isCode(Hunk hunk) {
    return !hunk.path().matches(".*\\.(?:md|json|txt|lock)");
  }

  private static boolean mentions(Hunk hunk, String name) {
    Pattern word = word(name);
    return hunk.removed().stream().anyMatch(line -> word.matcher(line).find())
        || hunk.added().stream().anyMatch(line -> word.matcher(line).find());
  }

  private static Pattern word(String name) {
    return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])");
  }

  /// The last name of a path: of `$.items[0].price` it is `price`.
  static @Nullable String last(String field) {
    String bare = field.replaceAll("\\[\\d+]", "").replaceFirst("^\\$\\.?", "");
    String name = bare.substring(bare.lastIndexOf('.') + 1);
    return name.isEmpty() ? null : name;
  }

  private List<Cause.Fixed> fixed(Project project, String failed, Mended mended)
      throws Unreachable {
    List<Cause.Fixed> fixed = new ArrayList<>();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("production", project.lines().production());
    lines.put("develop", project.lines().develop());
    for (Map.Entry<String, String> line : lines.entrySet()) {
      String tip = origin.settled().resolve(project, line.getValue()).orElse(null);
      if (tip == null || tip.equals(failed)) {
        continue;
      }
      for (Change change : changes(project, failed, tip)) {
        if (mended.by(change)) {
          fixed.add(new Cause.Fixed(line.getKey(), line.getValue(), change.commit()));
          break;
        }
      }
    }
    return fixed;
  }
}
