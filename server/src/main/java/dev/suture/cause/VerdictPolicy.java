package dev.suture.cause;

import dev.suture.event.Glob;
import dev.suture.project.Policy;
import java.util.ArrayList;
import java.util.Collection;
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
/// @param switches of features, in the order of the file
public record VerdictPolicy(long users, long perHour, long rollbackHours, List<Switch> switches) {
  /// For a project that says nothing.
  public static final VerdictPolicy USUAL = new VerdictPolicy(5, 20, 24, List.of());

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> KEYS = List.of("users", "perHour", "rollbackHours");
  private static final String SWITCHES = "switches";

  /// A switch of a feature.
  ///
  /// @param name from the repository
  /// @param files patterns of the paths that it stands before; `*` is any text
  public record Switch(String name, List<Glob> files) {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    boolean stands(String path) {
      return files.stream().anyMatch(each -> each.matches(path));
    }

    private static @Nullable Switch read(String name, JsonNode told) {
      List<Glob> files = new ArrayList<>();
      for (JsonNode each : told.isArray() ? told : List.of(told)) {
        if (!each.isString() || !Glob.isPattern(each.asString())) {
          return null;
        }
        files.add(Glob.of(each.asString()));
      }
      return name.matches(NAME) && !files.isEmpty() ? new Switch(name, files) : null;
    }
  }

  /// The name of the first switch before one of these paths, the paths in their order.
  @Nullable String toggle(Collection<String> paths) {
    return paths.stream()
        .flatMap(path -> switches.stream().filter(each -> each.stands(path)))
        .map(Switch::name)
        .findFirst()
        .orElse(null);
  }

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
    List<Switch> switches = new ArrayList<>();
    for (String key : told.propertyNames()) {
      JsonNode value = told.path(key);
      if (key.equals(SWITCHES) && value.isObject()) {
        for (var each : value.properties()) {
          Switch found = Switch.read(each.getKey(), each.getValue());
          if (found == null) {
            return null;
          }
          switches.add(found);
        }
      } else if (!KEYS.contains(key) || !value.isInt() || value.intValue() < 1) {
        return null;
      }
    }
    return told.isObject()
        ? new VerdictPolicy(
            told.path("users").asLong(USUAL.users()),
            told.path("perHour").asLong(USUAL.perHour()),
            told.path("rollbackHours").asLong(USUAL.rollbackHours()),
            List.copyOf(switches))
        : null;
  }
}
