package dev.suture.cause;

import dev.suture.project.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What a repository says in `suture.yml` under `verdict` of when a failure is worth an urgent fix.
/// It is read at the commit that is live.
///
/// @param users from this many on a failure does not wait
/// @param perHour events in the last full hour from which on it does not wait
/// @param rollbackHours for so long after a deployment a failure that came with it is rolled back
public record VerdictPolicy(long users, long perHour, long rollbackHours) {
  /// For a project that says nothing.
  public static final VerdictPolicy USUAL = new VerdictPolicy(5, 20, 24);

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> KEYS = List.of("users", "perHour", "rollbackHours");

  /// Null when what the file says there cannot be taken.
  static @Nullable VerdictPolicy read(String yaml) {
    JsonNode told;
    try {
      told = YAML.readTree(yaml).path(Policy.VERDICT);
    } catch (JacksonException malformed) {
      return null;
    }
    if (told.isMissingNode() || told.isNull()) {
      return USUAL;
    }
    for (String key : told.propertyNames()) {
      JsonNode value = told.path(key);
      if (!KEYS.contains(key) || !value.isInt() || value.intValue() < 1) {
        return null;
      }
    }
    return told.isObject()
        ? new VerdictPolicy(
            told.path("users").asLong(USUAL.users()),
            told.path("perHour").asLong(USUAL.perHour()),
            told.path("rollbackHours").asLong(USUAL.rollbackHours()))
        : null;
  }
}
