package dev.suture.cause.chain;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// How a body spells a name that a program may spell otherwise, after all keys were changed from
/// `snake_case` or `kebab-case` to `camelCase` or back.
final class Spelling {
  private static final Pattern CHANGES =
      Pattern.compile(
          "(?i)camel|snake|humps|kebab|lowerFirst|\\(_\\)|\\[_-]|_\\(\\[a-z]|_\\(\\\\w\\)");

  private final JsonNode body;
  private Set<String> keys = Set.of();

  Spelling(JsonNode body) {
    this.body = body;
  }

  /// Whether a program changes the keys of what it is answered.
  static boolean isChanged(Collection<String> texts) {
    return texts.stream().anyMatch(each -> CHANGES.matcher(each).find());
  }

  /// The name itself unless the body has only another spelling of it.
  String of(JsonNode node, String name) {
    if (body.isMissingNode() || node.has(name) || !name.matches(".*(?:[a-z][A-Z]|[_-]).*")) {
      return name;
    }
    for (String other : others(name)) {
      if (node.has(other)) {
        return other;
      }
    }
    if (keys.isEmpty()) {
      keys = new HashSet<>();
      gather(body, keys);
    }
    return keys.contains(name)
        ? name
        : others(name).stream().filter(keys::contains).findFirst().orElse(name);
  }

  private static Set<String> others(String name) {
    String snake = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    StringBuilder camel = new StringBuilder();
    for (String part : name.split("[_-]+")) {
      camel.append(
          camel.isEmpty() || part.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    Set<String> others = new HashSet<>(Set.of(snake, snake.replace('_', '-')));
    others.add(camel.toString());
    others.remove(name);
    return others;
  }

  private static void gather(JsonNode node, Set<String> keys) {
    node.properties().forEach(each -> keys.add(each.getKey()));
    for (JsonNode each : node) {
      gather(each, keys);
    }
  }
}
