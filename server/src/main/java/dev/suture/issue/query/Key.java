package dev.suture.issue.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names with a meaning of their own; every other name is a tag's.
public enum Key {
  is("state of the issue", List.of()),
  assigned("whom the issue is assigned to", List.of("assignee")),
  has("whether events have the tag at all", List.of()),
  issue("one issue, as in issue:shop-1", List.of()),
  project("slug of the project", List.of()),
  firstSeen("when the issue was first seen", List.of("first_seen", "age")),
  lastSeen("when the issue was last seen", List.of("last_seen")),
  timestamp("when the event happened; a list of events only", List.of("at")),
  events("how many events the issue has", List.of("timesSeen", "times_seen")),
  users("how many users met the issue", List.of()),
  message("text of title, place or message", List.of("title"));

  private static final Map<String, Key> BY_NAME =
      Arrays.stream(values())
          .flatMap(key -> key.names().map(name -> Map.entry(name.toLowerCase(Locale.ROOT), key)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private final String meaning;
  private final List<String> aliases;

  Key(String meaning, List<String> aliases) {
    this.meaning = meaning;
    this.aliases = aliases;
  }

  public String meaning() {
    return meaning;
  }

  private Stream<String> names() {
    return Stream.concat(Stream.of(name()), aliases.stream());
  }

  static Optional<Key> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  /// The names that a misspelt one may stand for.
  static List<String> all() {
    return Arrays.stream(values()).map((Function<Key, String>) Key::name).sorted().toList();
  }
}
