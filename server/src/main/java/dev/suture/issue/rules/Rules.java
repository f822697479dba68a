package dev.suture.issue.rules;

import java.util.ArrayList;
import java.util.List;

/// A project's rules, read.
///
/// @param own prefixes of modules and paths that are the application's own code
/// @param foreign prefixes that are not, which outweigh shorter ones of its own
public record Rules(
    List<FingerprintRule> fingerprints,
    List<StackRule> stacks,
    List<String> own,
    List<String> foreign) {
  public static final Rules NONE = new Rules(List.of(), List.of(), List.of(), List.of());
  private static final int MOST_LINES = 300;
  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_TEXT = 64_000;

  /// The rules as they are written.
  ///
  /// @param fingerprint lines of `condition ... -> fingerprint, ...`
  /// @param stack lines of `condition ... action ...`
  /// @param own one prefix a line; a dash before it says that it is not the application's own
  public record Text(String fingerprint, String stack, String own) {
    public static final Text EMPTY = new Text("", "", "");

    public Text {
      fingerprint = fingerprint == null ? "" : fingerprint;
      stack = stack == null ? "" : stack;
      own = own == null ? "" : own;
    }
  }

  /// Where a problem is.
  ///
  /// @param section `fingerprint`, `stack` or `own`
  /// @param line counted from 1
  public record Problem(String section, int line, String problem) {}

  /// Reads all lines, and tells every one that cannot be read.
  public static Rules read(Text text, List<Problem> problems) {
    List<FingerprintRule> fingerprints = new ArrayList<>();
    each(
        "fingerprint",
        text.fingerprint(),
        problems,
        (n, line) -> fingerprints.add(RuleReader.fingerprint(n, line)));
    List<StackRule> stacks = new ArrayList<>();
    each("stack", text.stack(), problems, (n, line) -> stacks.add(RuleReader.stack(n, line)));
    List<String> own = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    each(
        "own",
        text.own(),
        problems,
        (number, line) -> {
          String prefix = line.startsWith("-") ? line.substring(1).strip() : line;
          if (prefix.isEmpty() || prefix.indexOf(' ') >= 0) {
            throw new RuleProblem(number, "A line holds one prefix, as com.example. or src/.");
          }
          (line.startsWith("-") ? foreign : own).add(prefix);
        });
    return new Rules(
        List.copyOf(fingerprints), List.copyOf(stacks), List.copyOf(own), List.copyOf(foreign));
  }

  private interface Line {
    void read(int number, String line) throws RuleProblem;
  }

  private static void each(String section, String text, List<Problem> problems, Line reader) {
    if (text.length() > LONGEST_TEXT) {
      problems.add(
          new Problem(section, 1, "The rules have at most " + LONGEST_TEXT + " characters."));
      return;
    }
    int number = 0;
    int read = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        if (line.length() > LONGEST_LINE) {
          throw new RuleProblem(number, "A rule has at most " + LONGEST_LINE + " characters.");
        }
        if (++read > MOST_LINES) {
          throw new RuleProblem(number, "There are at most " + MOST_LINES + " rules of a kind.");
        }
        reader.read(number, line);
      } catch (RuleProblem problem) {
        problems.add(new Problem(section, problem.line(), String.valueOf(problem.getMessage())));
        if (read > MOST_LINES) {
          return;
        }
      }
    }
  }

  boolean markFrames() {
    return !stacks.isEmpty() || !own.isEmpty() || !foreign.isEmpty();
  }
}
