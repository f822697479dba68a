package dev.suture.diff;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// How large a hotfix may be, from `scope` of `suture.yml`. It refuses nothing; it is said beside
/// the hotfix.
///
/// @param files of code that may change; null where it is left open
/// @param lines of code that may be added and removed; null where it is left open
public record ScopePolicy(@Nullable Integer files, @Nullable Integer lines) {
  public static final ScopePolicy NONE = new ScopePolicy(null, null);
  private static final YAMLMapper YAML = new YAMLMapper();

  /// A file that cannot be read names nothing, and neither does what is no positive number.
  public static ScopePolicy read(String yaml) {
    try {
      JsonNode scope = YAML.readTree(yaml).path("scope");
      return new ScopePolicy(number(scope, "files"), number(scope, "lines"));
    } catch (JacksonException unreadable) {
      return NONE;
    }
  }

  private static @Nullable Integer number(JsonNode scope, String key) {
    JsonNode value = scope.path(key);
    return value.isInt() && value.intValue() > 0 ? value.intValue() : null;
  }

  ScopeCheck.@Nullable Size judged(int filesChanged, int linesChanged) {
    if (files == null && lines == null) {
      return null;
    }
    boolean exceeded =
        (files != null && filesChanged > files) || (lines != null && linesChanged > lines);
    return new ScopeCheck.Size(files, lines, exceeded);
  }
}
