package dev.suture.owner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A CODEOWNERS file. Of the lines that match a path the last one counts; where GitLab's sections
/// divide the file, the last one of each section.
///
/// The two dialects differ in three things: a pattern with a slash inside it is anchored for GitHub
/// and matches at any depth for GitLab; a pattern without a slash at its end names a folder too for
/// GitHub and only files for GitLab; sections, defaults and exclusions are GitLab's alone.
public final class CodeOwners {
  private static final int MOST_LINES = 20_000;
  private static final Pattern SECTION =
      Pattern.compile("(\\^)?\\[([^\\[\\]]{1,200})\\](?:\\[\\d{1,4}\\])?(?:\\s+(.*))?");

  private final List<Section> sections;

  public enum Dialect {
    github,
    gitlab
  }

  /// Who owns a path.
  ///
  /// @param owners as written: `@name`, `@group/team`, an e-mail address; empty when the line names
  ///   nobody
  /// @param line of the file, from 1
  /// @param section empty outside of sections
  public record Match(List<String> owners, int line, String pattern, String section) {}

  private record Rule(PathPattern pattern, boolean excludes, Match match) {}

  private record Section(String name, List<String> defaults, List<Rule> rules) {}

  private CodeOwners(List<Section> sections) {
    this.sections = sections;
  }

  /// Reads what can be read: a line that is no rule is left out.
  public static CodeOwners parse(String text, Dialect dialect) {
    Map<String, Section> sections = new LinkedHashMap<>();
    Section current = section(sections, "", List.of());
    int number = 0;
    for (String raw : text.lines().limit(MOST_LINES).toList()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher header = SECTION.matcher(line);
      if (dialect == Dialect.gitlab && header.matches()) {
        List<String> defaults = owners(words(header.group(3) == null ? "" : header.group(3)));
        current = section(sections, header.group(2).strip(), defaults);
        continue;
      }
      rule(line, number, current, dialect).ifPresent(current.rules()::add);
    }
    return new CodeOwners(List.copyOf(sections.values()));
  }

  /// Sections of one name, in any case, are one; the defaults of the first count.
  private static Section section(Map<String, Section> all, String name, List<String> defaults) {
    return all.computeIfAbsent(
        name.toLowerCase(java.util.Locale.ROOT),
        _ -> new Section(name, defaults, new ArrayList<>()));
  }

  private static Optional<Rule> rule(String line, int number, Section section, Dialect dialect) {
    List<String> words = words(line);
    String first = words.getFirst();
    boolean excludes = first.startsWith("!");
    if (excludes && dialect == Dialect.github) {
      return Optional.empty();
    }
    String pattern = excludes ? first.substring(1) : first;
    List<String> owners = owners(words.subList(1, words.size()));
    return PathPattern.parse(pattern, dialect)
        .map(
            parsed ->
                new Rule(
                    parsed,
                    excludes,
                    new Match(
                        owners.isEmpty() ? section.defaults() : owners,
                        number,
                        pattern,
                        section.name())));
  }

  /// Words between blanks; a backslash takes what follows it literally, a `#` after a blank begins
  /// a comment.
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      if (character == '\\' && i + 1 < line.length()) {
        char next = line.charAt(++i);
        if (next != ' ' && next != '#') {
          word.append('\\');
        }
        word.append(next);
      } else if (character == ' ' || character == '\t') {
        if (!word.isEmpty()) {
          words.add(word.toString());
          word.setLength(0);
        }
      } else if (character == '#' && word.isEmpty()) {
        break;
      } else {
        word.append(character);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private static List<String> owners(List<String> words) {
    return words.stream().filter(word -> word.indexOf('@') >= 0).toList();
  }

  /// Who owns a path of the repository, one for each section that has a rule for it; empty when
  /// nobody does.
  public List<Match> of(String path) {
    return sections.stream()
        .map(section -> last(section, path))
        .flatMap(Optional::stream)
        .filter(match -> !match.owners().isEmpty())
        .toList();
  }

  /// An exclusion takes the path out of its section for good.
  private static Optional<Match> last(Section section, String path) {
    Optional<Match> last = Optional.empty();
    for (Rule rule : section.rules()) {
      if (rule.pattern().matches(path)) {
        if (rule.excludes()) {
          return Optional.empty();
        }
        last = Optional.of(rule.match());
      }
    }
    return last;
  }
}
