package dev.suture.issue.rules;

import dev.suture.project.NearestName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One condition of a rule: `stack.function:pay*`, `!error.type:IOException`.
///
/// @param name of a tag, where the subject is one
/// @param glob what the value must match
/// @param negated whether the value must not match
record Matcher(Subject subject, String name, Glob glob, String pattern, boolean negated) {

  /// What a condition looks at.
  enum Subject {
    errorType(Kind.exception, "error.type", "type"),
    errorValue(Kind.exception, "error.value", "value"),
    mechanism(Kind.exception, "error.mechanism", "mechanism"),
    message(Kind.event, "message"),
    level(Kind.event, "level"),
    release(Kind.event, "release"),
    environment(Kind.event, "environment"),
    transaction(Kind.event, "transaction"),
    sdk(Kind.event, "sdk", "sdk.name"),
    tag(Kind.event, "tags"),
    family(Kind.event, "family"),
    path(Kind.frame, "stack.abs_path", "path", "stack.filename"),
    module(Kind.frame, "stack.module", "module"),
    function(Kind.frame, "stack.function", "function"),
    packaged(Kind.frame, "stack.package", "package"),
    category(Kind.frame, "stack.category", "category"),
    app(Kind.frame, "app", "in-app");

    final Kind kind;
    final List<String> names;

    Subject(Kind kind, String... names) {
      this.kind = kind;
      this.names = List.of(names);
    }
  }

  /// What has such a value.
  enum Kind {
    event,
    exception,
    frame
  }

  private static final Map<String, Subject> BY_NAME = new HashMap<>();

  static {
    for (Subject subject : Subject.values()) {
      subject.names.forEach(name -> BY_NAME.put(name, subject));
    }
  }

  private static final int LONGEST = 300;

  static Matcher read(RuleWords.Word word, int line) throws RuleProblem {
    String text = word.text();
    boolean negated = text.startsWith("!");
    String plain = negated ? text.substring(1) : text;
    int colon = plain.indexOf(':');
    if (colon <= 0 || colon == plain.length() - 1) {
      throw new RuleProblem(
          line,
          "'"
              + text
              + "' is no condition: write a name, a colon and a pattern, as"
              + " error.type:IOException.");
    }
    String key = plain.substring(0, colon);
    String pattern = plain.substring(colon + 1);
    Subject subject = key.startsWith("tags.") ? Subject.tag : BY_NAME.get(key);
    if (subject == null || key.equals("tags")) {
      throw new RuleProblem(
          line,
          "There is no condition '"
              + key
              + "'. Did you mean '"
              + NearestName.of(key, BY_NAME.keySet().stream().sorted().toList())
              + "'?");
    }
    if (pattern.length() > LONGEST) {
      throw new RuleProblem(line, "A pattern has at most " + LONGEST + " characters.");
    }
    if (subject == Subject.app && !pattern.matches("yes|no|true|false|1|0")) {
      throw new RuleProblem(line, "'" + key + "' is yes or no: write " + key + ":yes.");
    }
    Glob glob =
        switch (subject) {
          case path, packaged -> Glob.path(pattern);
          case errorValue, message, level, family -> Glob.ignoringCase(pattern);
          case errorType,
              mechanism,
              release,
              environment,
              transaction,
              sdk,
              tag,
              module,
              function,
              category,
              app ->
              Glob.text(pattern);
        };
    String name = subject == Subject.tag ? key.substring("tags.".length()) : "";
    return new Matcher(subject, name, glob, pattern, negated);
  }

  boolean accepts(String value) {
    return switch (subject) {
      case app -> pattern.matches("yes|true|1") == value.equals("yes");
      case family ->
          Arrays.stream(pattern.split(","))
              .map(String::strip)
              .anyMatch(each -> each.equals("all") || each.equalsIgnoreCase(value));
      case errorType,
          errorValue,
          mechanism,
          message,
          level,
          release,
          environment,
          transaction,
          sdk,
          tag,
          path,
          module,
          function,
          packaged,
          category ->
          glob.matches(value);
    };
  }
}
