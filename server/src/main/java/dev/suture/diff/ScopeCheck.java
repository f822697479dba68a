package dev.suture.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// How far a change reaches beyond the cause that it is for: pure.
public final class ScopeCheck {
  private static final Pattern PUBLIC =
      Pattern.compile(
          "^\\s*(export\\b|module\\.exports|exports\\.\\w|public\\s|protected\\s|pub\\s|def [a-z]"
              + "|func (\\([^)]*\\) )?[A-Z]|rpc\\s|message\\s|@(Get|Post|Put|Delete|Patch|Request)Mapping"
              + "|(app|router)\\.(get|post|put|delete|patch)\\()");
  private static final Pattern INTERFACE_FILE =
      Pattern.compile(
          "(openapi|swagger)[^/]*\\.(ya?ml|json)$|\\.(proto|graphqls?|wsdl|xsd|d\\.ts)$");
  private static final int MOST_NAMED = 50;

  private ScopeCheck() {}

  /// @param files that change
  /// @param lines added and removed, of code that runs
  /// @param kinds number of hunks of each kind that there is
  /// @param onCause files that change and that the cause names
  /// @param beside files of code that change and that the cause does not name
  /// @param untouched files that the cause names and that do not change
  /// @param functions that git names above the changed lines of code, with their file
  /// @param interfaces lines that others can rely on and that change: file and line
  public record Scope(
      int files,
      int lines,
      Map<ChangeKind, Integer> kinds,
      List<String> onCause,
      List<String> beside,
      List<String> untouched,
      List<Place> functions,
      List<Place> interfaces) {}

  /// @param text a name, or a line of code
  public record Place(String file, String text) {}

  /// @param cause paths of the files that the causal chain names
  public static Scope of(List<FileChange> changed, Collection<String> cause) {
    List<Hunk> hunks = SmallestDiff.hunks(changed);
    Map<ChangeKind, Integer> kinds = new TreeMap<>();
    Set<String> code = new LinkedHashSet<>();
    Set<Place> functions = new LinkedHashSet<>();
    Set<Place> interfaces = new LinkedHashSet<>();
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
        first(interfaces));
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
