package dev.suture.event.scrub;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.suture.project.NearestName;
import dev.suture.project.Settings;
import dev.suture.project.Settings.Method;
import dev.suture.project.Settings.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A project's rules, ready to be applied: its own first, then those that every project begins
/// with.
public final class Scrubber {
  private static final List<String> WHATS = whats();
  private static final byte[] NO_SALT = {0};

  private final boolean keepAddresses;
  private final SecretNames names;
  private final List<Selector> safe;
  private final List<Own> rules;
  private final @Nullable TextRules texts;
  private final @Nullable TextRules identities;
  private final @Nullable TextRules versions;
  private final Redaction words;

  /// A rule of the project.
  ///
  /// @param texts null when the whole value is meant
  /// @param pattern null when it looks for a kind
  private record Own(
      Selector selector,
      @Nullable TextRules texts,
      @Nullable Pattern pattern,
      Redaction redaction) {
    String apply(String value) {
      if (pattern != null) {
        return replaced(pattern.matcher(value), value);
      }
      return texts == null ? redaction.of("by rule", value) : texts.apply(value);
    }

    private String replaced(com.google.re2j.Matcher matcher, String value) {
      StringBuilder out = new StringBuilder();
      int copied = 0;
      while (matcher.find()) {
        if (matcher.end() > matcher.start()) {
          out.append(value, copied, matcher.start())
              .append(redaction.of("by rule", matcher.group()));
          copied = matcher.end();
        }
      }
      return copied == 0 ? value : out.append(value, copied, value.length()).toString();
    }
  }

  /// What a value is, as far as the usual rules differ.
  enum Sort {
    text,
    /// Says who a user is: an e-mail address may stand there.
    identity,
    /// Looks like an address and is a version.
    version,
    /// Left alone by the usual rules, for the product would not work without it.
    exempt
  }

  private Scrubber(Settings.Scrubbing settings, List<Own> rules, List<Selector> safe, byte[] salt) {
    this.rules = rules;
    this.safe = safe;
    keepAddresses = settings.keepAddresses();
    names =
        new SecretNames(
            settings.sensitiveFields().stream().map(f -> f.toLowerCase(Locale.ROOT)).toList());
    words = new Redaction(Method.replace, "", salt);
    TextRules all = new TextRules(Kind.defaults(), words, names);
    TextRules usual = keepAddresses ? all.without(Kind.ip) : all;
    texts = settings.defaults() ? usual : null;
    identities = settings.defaults() ? usual.without(Kind.email) : null;
    versions = settings.defaults() ? all.without(Kind.ip) : null;
  }

  /// @param salt of the project, for hashes
  /// @throws IllegalArgumentException for settings that [#problem] would have refused
  public static Scrubber of(Settings.Scrubbing settings, byte[] salt) {
    List<Own> rules = new ArrayList<>();
    List<Selector> safe = new ArrayList<>();
    try {
      for (Rule rule : settings.rules()) {
        rules.add(own(rule, salt));
      }
      for (String field : settings.safeFields()) {
        safe.add(Selector.parse(field));
      }
    } catch (Selector.Malformed malformed) {
      throw new IllegalArgumentException(malformed);
    }
    return new Scrubber(settings, List.copyOf(rules), List.copyOf(safe), salt);
  }

  /// What is wrong with a project's rules; empty when they can be used.
  public static Optional<String> problem(Settings.Scrubbing settings) {
    try {
      for (Rule rule : settings.rules()) {
        if (!WHATS.contains(rule.what())) {
          return Optional.of(
              "A rule cannot look for '"
                  + rule.what().replaceAll("[^A-Za-z0-9]", "?")
                  + "'; did you mean '"
                  + NearestName.of(rule.what(), WHATS)
                  + "'?");
        }
        own(rule, NO_SALT);
      }
      for (String field : settings.safeFields()) {
        Selector.parse(field);
      }
      return Optional.empty();
    } catch (Selector.Malformed malformed) {
      return Optional.ofNullable(malformed.getMessage());
    } catch (PatternSyntaxException malformed) {
      return Optional.of(
          "The pattern is no regular expression: " + malformed.getDescription() + ".");
    }
  }

  private static Own own(Rule rule, byte[] salt) throws Selector.Malformed {
    Selector selector = Selector.parse(rule.selector());
    Redaction redaction = new Redaction(rule.method(), rule.text(), salt);
    if (rule.what().equals("pattern")) {
      return new Own(selector, null, Pattern.compile(rule.pattern()), redaction);
    }
    return new Own(
        selector,
        Kind.named(rule.what())
            .map(kind -> TextRules.one(kind, rule.method(), rule.text(), salt))
            .orElse(null),
        null,
        redaction);
  }

  private static List<String> whats() {
    List<String> whats = new ArrayList<>(List.of("anything", "pattern"));
    Arrays.stream(Kind.values()).map(Kind::name).forEach(whats::add);
    return List.copyOf(whats);
  }

  /// The project's own rules alone.
  public Scrubber withoutUsual() {
    return new Scrubber(this);
  }

  private Scrubber(Scrubber from) {
    rules = from.rules;
    safe = from.safe;
    keepAddresses = from.keepAddresses;
    names = from.names;
    words = from.words;
    texts = null;
    identities = null;
    versions = null;
  }

  boolean keepsAddresses() {
    return keepAddresses;
  }

  /// Whether a value's path has to be known.
  boolean asksForPaths() {
    return !rules.isEmpty() || !safe.isEmpty();
  }

  /// @param path null where [#asksForPaths] says no
  /// @param name of the field that it stands in, for secret names; empty where names mean nothing
  String apply(@Nullable Path path, String name, String value, Sort sort) {
    String done = value;
    if (path != null) {
      for (Selector each : safe) {
        if (each.matches(path)) {
          return value;
        }
      }
      for (Own rule : rules) {
        if (rule.selector().matches(path)) {
          done = rule.apply(done);
        }
      }
    }
    TextRules usual =
        switch (sort) {
          case text -> texts;
          case identity -> identities;
          case version -> versions;
          case exempt -> null;
        };
    if (usual == null || done.isEmpty()) {
      return done;
    }
    if (!name.isEmpty() && names.matches(name)) {
      return done.startsWith("[removed: ") ? done : words.of(Kind.secret, done);
    }
    return usual.apply(done);
  }

  /// A text in a file whose fields have names.
  ///
  /// @param part what selectors call the file: `capture.network.**`
  public String field(String part, String name, String value) {
    Path path = asksForPaths() ? Path.ROOT.to("capture", "capture").to(part).to(name) : null;
    return apply(path, name, value, sort(name));
  }

  /// Whether whatever stands under this name is secret.
  public boolean isSecret(String name) {
    return texts != null && !name.isEmpty() && names.matches(name);
  }

  /// A text that stands alone, such as what a person wrote.
  public String text(String place, String value) {
    Path path = asksForPaths() ? Path.ROOT.to(place) : null;
    return apply(path, "", value, Sort.text);
  }

  /// What would become of a text at a path such as `extra.note`, as far as the path says what it
  /// is.
  public String attempt(String place, String value) {
    String[] names = place.split("\\.");
    Path path = Path.ROOT;
    for (int i = 0; i < names.length; i++) {
      path = path.to(names[i], i == 0 && Path.TYPES.contains(names[0]) ? names[0] : "");
    }
    String last = names.length == 0 ? "" : names[names.length - 1];
    boolean user = names.length > 0 && names[0].equals("user");
    boolean named = names.length > 1 && !user;
    return apply(path, named ? last : "", value, user ? Sort.identity : sort(last));
  }

  static Sort sort(String name) {
    if (name.equalsIgnoreCase("user-agent")
        || name.equalsIgnoreCase("trace_id")
        || name.equalsIgnoreCase("span_id")) {
      return Sort.exempt;
    }
    return endsWith(name, "version") || endsWith(name, "build") || endsWith(name, "release")
        ? Sort.version
        : Sort.text;
  }

  private static boolean endsWith(String name, String end) {
    return name.regionMatches(true, name.length() - end.length(), end, 0, end.length());
  }

  /// What the project's rules do with a file that came along, by its name.
  public FileRule attachment(String name) {
    Path path = Path.ROOT.to("attachments", "attachments").to(name, "attachments");
    if (!asksForPaths() || safe.stream().anyMatch(each -> each.matches(path))) {
      return new FileRule.Keep();
    }
    for (Own rule : rules) {
      if (rule.selector().matches(path)) {
        if (rule.texts() == null && rule.pattern() == null) {
          return new FileRule.Drop();
        }
      }
    }
    boolean inside = rules.stream().anyMatch(rule -> rule.selector().matches(path));
    return inside ? new FileRule.Rewrite(text -> own(path, text)) : new FileRule.Keep();
  }

  private String own(Path path, String text) {
    String done = text;
    for (Own rule : rules) {
      if (rule.selector().matches(path)) {
        done = rule.apply(done);
      }
    }
    return done;
  }

  /// What becomes of a file.
  public sealed interface FileRule {
    record Keep() implements FileRule {}

    record Drop() implements FileRule {}

    record Rewrite(java.util.function.UnaryOperator<String> text) implements FileRule {}
  }
}
