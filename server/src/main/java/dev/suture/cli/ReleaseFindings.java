package dev.suture.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What the guard of a release found, for people.
final class ReleaseFindings {
  private ReleaseFindings() {}

  /// Asks about the project that is named, or the only one.
  static JsonNode ask(ApiClient api, String project, String release) {
    String slug = project.isEmpty() ? only(api) : project;
    String path =
        ApiClient.query(ApiClient.path("projects", slug, "guard"), Map.of("release", release));
    try {
      return api.get(path);
    } catch (Failure untold) {
      throw Failure.cannotTell(String.valueOf(untold.getMessage()));
    }
  }

  private static String only(ApiClient api) {
    List<String> slugs = new ArrayList<>();
    api.get(ApiClient.path("projects"))
        .path("projects")
        .forEach(node -> slugs.add(node.path("slug").asString("")));
    if (slugs.size() != 1) {
      throw Failure.cannotTell("Say of which project the release is, with --project SLUG.");
    }
    return slugs.getFirst();
  }

  static int exitCode(JsonNode found) {
    if (!found.path("owed").isEmpty()) {
      return Failure.REFUSED;
    }
    return found.path("unknown").isEmpty() ? 0 : Failure.CANNOT_TELL;
  }

  static void tell(JsonNode found, String release, Terminal terminal) {
    String name = Terminal.cell(release, 200);
    for (JsonNode owed : found.path("owed")) {
      terminal.say(
          terminal.bad(cell(owed, "hotfix", 200))
              + " is in production and not in "
              + name
              + ". "
              + cell(owed, "evidence", 500)
              + remedy(found, owed));
    }
    for (JsonNode unknown : found.path("unknown")) {
      terminal.warn(
          "Cannot tell whether "
              + name
              + " has "
              + cell(unknown, "hotfix", 200)
              + ": "
              + cell(unknown, "evidence", 500));
    }
    if (exitCode(found) == 0) {
      terminal.say(
          "Every hotfix that is in production is in "
              + name
              + " ("
              + HotfixText.commit(found.path("commit").asString(""))
              + "), or need not be.");
    }
  }

  /// @return with the commands that bring it there
  private static String remedy(JsonNode found, JsonNode owed) {
    List<String> commits = new ArrayList<>();
    owed.path("commits")
        .forEach(each -> commits.add(HotfixText.commit(each.path("id").asString(""))));
    String line = cell(found, "line", 200);
    return "\n  To bring it there: suture backport "
        + cell(owed, "hotfix", 200)
        + (line.isEmpty() ? "" : " --line " + line)
        + "\n  or by hand: git cherry-pick -x "
        + String.join(" ", commits);
  }

  private static String cell(JsonNode node, String name, int most) {
    return Terminal.cell(node.path(name).asString(""), most);
  }
}
