package dev.suture.repro;

import dev.suture.project.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What a repository says in `suture.yml` of how its application is built, served and checked.
///
/// @param build command; null when nothing has to be built
/// @param start command of a server that listens on 127.0.0.1; null for none
/// @param folder of static files instead, below the repository; null for none
/// @param checks command of the project's own checks; null for none
/// @param content command that validates content and configuration, from `ship.content`; null for
///   none
/// @param command one that fails where the bug is, from `repro.command`; null for none
public record ReproPolicy(
    @Nullable String build,
    @Nullable String start,
    @Nullable String folder,
    @Nullable String checks,
    @Nullable String content,
    @Nullable String command) {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final int LONGEST = 1_000;

  /// @throws Wrong with the key that cannot be taken
  public static ReproPolicy read(String yaml) throws Wrong {
    JsonNode root;
    try {
      root = YAML.readTree(yaml);
    } catch (JacksonException malformed) {
      throw new Wrong(Policy.FILE + " is no YAML that can be read.");
    }
    String folder = line(root, "static");
    if (folder != null && (folder.startsWith("/") || List.of(folder.split("/")).contains(".."))) {
      throw new Wrong("`static` of " + Policy.FILE + " is a folder below the repository.");
    }
    return new ReproPolicy(
        line(root, "build"),
        line(root, "start"),
        folder,
        line(root, "checks"),
        line(root.path("ship"), "content"),
        line(root.path("repro"), "command"));
  }

  private static @Nullable String line(JsonNode node, String key) throws Wrong {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    String text = value.isString() ? value.stringValue().strip() : "";
    if (text.isEmpty() || text.length() > LONGEST || text.matches("(?s).*[\\p{Cntrl}].*")) {
      throw new Wrong("`" + key + "` of " + Policy.FILE + " is a text on one line.");
    }
    return text;
  }

  /// The file cannot be used as it is.
  public static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String message) {
      super(message);
    }
  }
}
