package dev.suture.line;

import dev.suture.project.Lines;
import dev.suture.project.NearestName;
import dev.suture.project.Policy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What a repository says under `lines` of `suture.yml`.
///
/// @param ends production and develop
/// @param releases patterns of the branches that carry a version; `*` stands for any text
/// @param support pattern of a branch -> last day of its support
/// @param upgrades where users go from a line; empty for the usual order of versions
public record LineRules(
    Lines ends,
    Flow flow,
    List<String> releases,
    Map<String, LocalDate> support,
    List<Edge> upgrades) {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final int MOST = 50;

  /// @param from name of a line, or a pattern of release branches
  /// @param to the same
  public record Edge(String from, String to) {}

  /// For a project that says nothing.
  public static LineRules usual(Lines ends) {
    Flow flow = Flow.usual(ends);
    return new LineRules(ends, flow, flow.releases(), Map.of(), List.of());
  }

  /// @throws Policy.Invalid with the key that cannot be taken
  public static LineRules read(String yaml, Lines fallback) throws Policy.Invalid {
    Lines ends = Policy.read(yaml, fallback).lines();
    JsonNode lines;
    try {
      lines = YAML.readTree(yaml).path("lines");
    } catch (JacksonException malformed) {
      throw new Policy.Invalid(Policy.FILE + " is no YAML that can be read.");
    }
    Flow flow = flow(lines.path("flow"), ends);
    JsonNode named = lines.path("release");
    return new LineRules(
        ends,
        flow,
        named.isMissingNode() ? flow.releases() : patterns(named, "release"),
        support(lines.path("support")),
        upgrades(lines.path("upgrades")));
  }

  private static Flow flow(JsonNode named, Lines ends) throws Policy.Invalid {
    if (named.isMissingNode() || named.isNull()) {
      return Flow.usual(ends);
    }
    String word = named.asString("");
    return Flow.of(word)
        .orElseThrow(
            () ->
                new Policy.Invalid(
                    "`lines.flow` of "
                        + Policy.FILE
                        + " is one of "
                        + String.join(", ", Flow.words())
                        + "; the nearest is `"
                        + NearestName.of(word, Flow.words())
                        + "`."));
  }

  private static List<String> patterns(JsonNode node, String key) throws Policy.Invalid {
    List<String> patterns = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      patterns.add(pattern(each.asString(""), key));
    }
    if (patterns.size() > MOST) {
      throw new Policy.Invalid("`lines." + key + "` of " + Policy.FILE + " names too many.");
    }
    return List.copyOf(patterns);
  }

  private static String pattern(String text, String key) throws Policy.Invalid {
    if (text.equals("*") || !Lines.isBranch(text.replace("*", "x"))) {
      throw new Policy.Invalid(
          "`lines."
              + key
              + "` of "
              + Policy.FILE
              + " has names of branches, in which `*` stands for any text: release/*.");
    }
    return text;
  }

  private static Map<String, LocalDate> support(JsonNode node) throws Policy.Invalid {
    Map<String, LocalDate> windows = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      try {
        windows.put(
            pattern(each.getKey(), "support"), LocalDate.parse(each.getValue().asString("")));
      } catch (DateTimeParseException noDate) {
        throw new Policy.Invalid(
            "`lines.support` of "
                + Policy.FILE
                + " names the last day of each branch's support: `release/1.x: 2027-01-31`.");
      }
    }
    return windows;
  }

  private static List<Edge> upgrades(JsonNode node) throws Policy.Invalid {
    List<Edge> edges = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      String from = pattern(each.getKey(), "upgrades");
      for (String to : patterns(each.getValue(), "upgrades")) {
        edges.add(new Edge(from, to));
      }
    }
    return List.copyOf(edges);
  }

  /// Whether a name is one that a pattern stands for.
  static boolean matches(String pattern, String name) {
    StringBuilder regex = new StringBuilder();
    for (String part : pattern.split("\\*", -1)) {
      regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return name.matches(regex.toString());
  }
}
