package dev.suture.ship;

import dev.suture.project.Policy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What a repository says in `suture.yml` under `ship` of how an urgent fix goes out. It is read at
/// the commit that is live, so that a fix cannot loosen the rules that it is held to.
///
/// @param files most that a fix may change
/// @param lines most that it may add and remove together
/// @param gates those that a ship is held against; another ship on the way always counts
/// @param checks command of the project's own checks; null for none
/// @param content name of the command that validates content and configuration; null for none
/// @param longest minutes that a stage waits for its watch before a person is asked
/// @param deploy a program's name with its arguments, or the address of a webhook; null for none
/// @param rollback the same
public record ShipPolicy(
    int files,
    int lines,
    List<Gate> gates,
    @Nullable String checks,
    @Nullable String content,
    List<Stage> stages,
    int longest,
    @Nullable String deploy,
    @Nullable String rollback) {
  static final List<Stage> USUAL_STAGES =
      List.of(
          new Stage("canary", 1, 10),
          new Stage("ring", 10, 10),
          new Stage("half", 50, 10),
          new Stage("everyone", 100, 30));

  /// What was stored before a project could choose its gates has all of them.
  @SuppressWarnings({"ConstantValue", "NullAway"})
  public ShipPolicy {
    gates = gates == null ? Gate.ALL : gates;
  }

  /// For a project that says nothing.
  public static final ShipPolicy USUAL =
      new ShipPolicy(5, 60, Gate.ALL, null, null, USUAL_STAGES, 240, null, null);

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final int LONGEST_TEXT = 500;
  private static final int MOST_STAGES = 20;

  /// @throws Wrong with the key that cannot be taken
  public static ShipPolicy read(String yaml) throws Wrong {
    JsonNode root;
    try {
      root = YAML.readTree(yaml);
    } catch (JacksonException malformed) {
      throw new Wrong(Policy.FILE + " is no YAML that can be read.");
    }
    JsonNode ship = root.path("ship");
    return new ShipPolicy(
        number(ship.path("scope"), "files", USUAL.files()),
        number(ship.path("scope"), "lines", USUAL.lines()),
        gates(ship.path("gates")),
        text(root, "checks"),
        text(ship, "content"),
        stages(ship.path("stages")),
        number(ship, "longest", USUAL.longest()),
        text(ship, "deploy"),
        text(ship, "rollback"));
  }

  private static int number(JsonNode node, String key, int otherwise) throws Wrong {
    JsonNode value = node.path(key);
    if (value.isMissingNode()) {
      return otherwise;
    }
    if (!value.isInt() || value.intValue() < 0) {
      throw new Wrong("`" + key + "` under `ship` of " + Policy.FILE + " is a whole number.");
    }
    return value.intValue();
  }

  private static @Nullable String text(JsonNode node, String key) throws Wrong {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    String text = value.isString() ? value.stringValue().strip() : "";
    if (text.isEmpty() || text.length() > LONGEST_TEXT || !text.matches("[\\x20-\\x7e]+")) {
      throw new Wrong("`" + key + "` of " + Policy.FILE + " is a text on one line.");
    }
    return text;
  }

  private static List<Gate> gates(JsonNode list) throws Wrong {
    if (list.isMissingNode()) {
      return Gate.ALL;
    }
    Set<Gate> named = EnumSet.of(Gate.alone);
    for (JsonNode each : list) {
      named.add(
          Gate.named(each.asString(""))
              .orElseThrow(
                  () ->
                      new Wrong(
                          "`ship.gates` of " + Policy.FILE + " is a list of: " + Gate.names())));
    }
    if (!list.isArray()) {
      throw new Wrong("`ship.gates` of " + Policy.FILE + " is a list of: " + Gate.names());
    }
    return List.copyOf(named);
  }

  private static List<Stage> stages(JsonNode list) throws Wrong {
    if (list.isMissingNode()) {
      return USUAL_STAGES;
    }
    List<Stage> stages = new ArrayList<>();
    double before = 0;
    for (JsonNode each : list) {
      String name = each.path("name").asString("");
      double share = each.path("share").asDouble(0);
      int bake = number(each, "bake", 10);
      if (!name.matches("[a-z0-9-]{1,40}") || share <= before || share > 100 || bake < 1) {
        throw new Wrong(
            "A stage under `ship.stages` has a name of small letters, a share above the one before"
                + " it and at most 100, and a bake of at least one minute.");
      }
      before = share;
      stages.add(new Stage(name, share, bake));
    }
    if (stages.size() < 2 || stages.size() > MOST_STAGES || before != 100) {
      throw new Wrong("`ship.stages` has at least two stages, and the last one has the share 100.");
    }
    return List.copyOf(stages);
  }

  /// The file cannot be used as it is.
  public static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;

    Wrong(String message) {
      super(message);
    }
  }
}
