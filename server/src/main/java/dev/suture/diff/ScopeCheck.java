package dev.suture.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How far a change reaches beyond the cause that it is for: pure.
public final class ScopeCheck {
  private static final Pattern PUBLIC =
      Pattern.compile(
          "^\\s*(export\\b|module\\.exports|exports\\.\\w|public\\s|protected\\s|pub\\s|def"
              + " [a-z]|func (\\([^)]*\\)"
              + " )?[A-Z]|rpc\\s|message\\s|@(Get|Post|Put|Delete|Patch|Request)Mapping"
              + "|(app|router)\\.(get|post|put|delete|patch)\\()");
  private static final Pattern INTERFACE_FILE =
      Pattern.compile(
          "(openapi|swagger)[^/]*\\.(ya?ml|json)$|\\.(proto|graphqls?|wsdl|xsd|d\\.ts)$");
  private static final Pattern NAME = Pattern.compile("[^\\p{L}\\p{N}_$]+");
  private static final int MOST_NAMED = 50;

  private ScopeCheck() {}

  /// What the causal chain of a failure names.
  ///
  /// @param files paths in the repository
  /// @param functions of the application that the failing stack goes through, by their own names
  public record Chain(Collection<String> files, Collection<String> functions) {}

  /// How large a hotfix may be, by the project's policy.
  ///
  /// @param exceeded whether it is larger
  public record Size(@Nullable Integer files, @Nullable Integer lines, boolean exceeded) {}

  /// @param files that change
  /// @param lines added and removed, of code that runs
  /// @param kinds number of hunks of each kind that there is
  /// @param onCause files that change and that the cause names
  /// @param beside files of code that change and that the cause does not name
  /// @param untouched files that the cause names and that do not change
  /// @param functions that git names above the changed lines of code, with their file
  /// @param interfaces lines that others can rely on and that change: file and line
  /// @param elsewhere those of the functions that the chain does not name; empty where it names
  ///   none
  /// @param reaches files of dependencies, migrations and configuration that change, with the kind
  /// @param allowed null where the project's policy names no size
  public record Scope(
      int files,
      int lines,
      Map<ChangeKind, Integer> kinds,
      List<String> onCause,
      List<String> beside,
      List<String> untouched,
      List<Place> functions,
      List<Place> interfaces,
      List<Place> elsewhere,
      List<Place> reaches,
      @Nullable Size allowed) {}

  /// @param text a name, or a line of code
  public record Place(String file, String text) {}

  public static Scope of(List<FileChange> changed, Chain chain, ScopePolicy policy) {
    Collection<String> cause = chain.files();
    List<Hunk> hunks = SmallestDiff.hunks(changed);
    Map<ChangeKind, Integer> kinds = new TreeMap<>();
    Set<String> code = new LinkedHashSet<>();
    Set<Place> functions = new LinkedHashSet<>();
    Set<Place> interfaces = new LinkedHashSet<>();
    Set<Place> reaches = new LinkedHashSet<>();
    int lines = 0;
    for (Hunk hunk : hunks) {
      kinds.merge(hunk.kind(), 1, Integer::sum);
      if (hunk.kind().isTried()) {
        code.add(hunk.file());
        lines += hunk.size();
        if (!hunk.function().isEmpty()) {
          functions.add(new Place(hunk.file(), hunk.function()));
        }
        interfaces.addAll(interfaces(hunk));
        if (hunk.kind() != ChangeKind.production) {
          reaches.add(new Place(hunk.file(), hunk.kind().name()));
        }
      }
    }
    List<String> files = changed.stream().map(FileChange::path).toList();
    return new Scope(
        files.size(),
        lines,
        kinds,
        first(files.stream().filter(cause::contains).toList()),
        first(code.stream().filter(file -> !cause.contains(file)).toList()),
        first(cause.stream().distinct().filter(file -> !files.contains(file)).toList()),
        first(functions),
        first(interfaces),
        first(elsewhere(functions, chain.functions())),
        first(reaches),
        policy.judged(code.size(), lines));
  }

  private static List<Place> elsewhere(Set<Place> changed, Collection<String> named) {
    Set<String> own = new LinkedHashSet<>();
    for (String function : named) {
      String last = function.substring(function.lastIndexOf('.') + 1).strip();
      if (last.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*")) {
        own.add(last);
      }
    }
    return own.isEmpty()
        ? List.of()
        : changed.stream()
            .filter(place -> NAME.splitAsStream(place.text()).noneMatch(own::contains))
            .toList();
  }

  private static List<Place> interfaces(Hunk hunk) {
    if (INTERFACE_FILE.matcher(hunk.file()).find()) {
      return List.of(new Place(hunk.file(), hunk.function()));
    }
    List<String> stays = hunk.added().stream().map(String::strip).toList();
    return hunk.removed().stream()
        .filter(line -> PUBLIC.matcher(line).find() && !stays.contains(line.strip()))
        .map(line -> new Place(hunk.file(), line.strip()))
        .toList();
  }

  private static <T> List<T> first(Collection<T> all) {
    List<T> list = new ArrayList<>(all);
    return List.copyOf(list.subList(0, Math.min(MOST_NAMED, list.size())));
  }
}
