package dev.suture.project;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What a repository says about itself in `suture.yml` at its root.
///
/// @param lines the project's own where the file names none
/// @param build the command that builds the application; null when the file names none
/// @param start the command that starts what was built
public record Policy(Lines lines, @Nullable String build, @Nullable String start) {
  public static final String FILE = "suture.yml";

  /// The key that says when a failure is worth an urgent fix.
  public static final String VERDICT = "verdict";

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> KEYS =
      List.of("lines", "build", "start", "static", "checks", "repro", "ship", "scope", VERDICT);
  private static final List<String> LINE_KEYS =
      List.of("production", "develop", "flow", "release", "support", "upgrades");

  /// @throws Invalid with the key that is wrong and the nearest one that exists
  public static Policy read(String yaml, Lines fallback) throws Invalid {
    JsonNode root;
    try {
      root = YAML.readTree(yaml);
    } catch (JacksonException malformed) {
      throw new Invalid(
          FILE + " is no YAML that can be read: line " + malformed.getLocation().getLineNr() + ".");
    }
    if (root.isMissingNode() || root.isNull()) {
      return new Policy(fallback, null, null);
    }
    checkKeys(root, FILE, KEYS);
    return new Policy(lines(root, fallback), command(root, "build"), command(root, "start"));
  }

  private static Lines lines(JsonNode root, Lines fallback) throws Invalid {
    JsonNode lines = root.get("lines");
    if (lines == null || lines.isNull()) {
      return fallback;
    }
    checkKeys(lines, "`lines` of " + FILE, LINE_KEYS);
    return new Lines(
        branch(lines, "production", fallback.production()),
        branch(lines, "develop", fallback.develop()));
  }

  private static @Nullable String command(JsonNode root, String key) throws Invalid {
    JsonNode value = root.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw new Invalid("`" + key + "` of " + FILE + " is a command on one line.");
    }
    return value.stringValue();
  }

  private static void checkKeys(JsonNode node, String where, List<String> keys) throws Invalid {
    if (!node.isObject()) {
      throw new Invalid(
          "In " + where + " a mapping is expected, with the keys " + String.join(", ", keys) + ".");
    }
    for (String key : node.propertyNames()) {
      if (!keys.contains(key)) {
        throw new Invalid(
            "Unknown key `"
                + shown(key)
                + "` in "
                + where
                + ": the nearest one that exists is `"
                + NearestName.of(key, keys)
                + "`.");
      }
    }
  }

  private static String branch(JsonNode lines, String key, String fallback) throws Invalid {
    JsonNode value = lines.get(key);
    if (value == null || value.isNull()) {
      return fallback;
    }
    if (!value.isString() || !Lines.isBranch(value.stringValue())) {
      throw new Invalid("`lines." + key + "` of " + FILE + " is no name of a branch.");
    }
    return value.stringValue();
  }

  private static String shown(String key) {
    String plain = key.replaceAll("[^A-Za-z0-9_.-]", "?");
    return plain.length() <= 40 ? plain : plain.substring(0, 40) + "...";
  }

  /// The file cannot be used as it is.
  public static final class Invalid extends Exception {
    private static final long serialVersionUID = 1;

    public Invalid(String message) {
      super(message);
    }
  }
}
