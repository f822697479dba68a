package dev.suture.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "add",
    description = "Add a project, or change the one that has this slug, and print its DSN.")
final class ProjectAddCommand extends ServerCommand {
  @Parameters(paramLabel = "SLUG", description = "Lower-case letters, digits and dashes.")
  private String slug = "";

  @Option(names = "--name", description = "What people call it.")
  private @Nullable String name;

  @Option(
      names = "--repository",
      paramLabel = "URL",
      description = "Where git fetches from and pushes hotfix branches to.")
  private @Nullable String repository;

  @Option(
      names = "--production",
      paramLabel = "BRANCH",
      description = "The line that is released (default: master).")
  private @Nullable String production;

  @Option(
      names = "--develop",
      paramLabel = "BRANCH",
      description = "The line that the next release grows on (default: develop).")
  private @Nullable String develop;

  ProjectAddCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  int run(ApiClient api, Terminal terminal) {
    JsonNode there = null;
    for (JsonNode project : api.get(ApiClient.path("projects")).path("projects")) {
      if (project.path("slug").asString("").equals(slug)) {
        there = project;
      }
    }
    Map<String, Object> body = new LinkedHashMap<>();
    put(body, "name", name);
    put(body, "repository", repository);
    if (production != null || develop != null) {
      body.put("lines", lines(there));
    }
    JsonNode project;
    if (there == null) {
      body.put("slug", slug);
      project = api.send("POST", ApiClient.path("projects"), body);
    } else {
      project = api.send("PATCH", ApiClient.path("projects", slug), body);
    }
    terminal.say(
        (there == null ? "Added " : "Changed ")
            + slug
            + ". Send events to this DSN:\n"
            + Terminal.cell(project.path("dsn").asString(""), 300));
    return 0;
  }

  private Map<String, String> lines(@Nullable JsonNode there) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("production", branch(production, there, "production", "master"));
    lines.put("develop", branch(develop, there, "develop", "develop"));
    return lines;
  }

  private static String branch(
      @Nullable String said, @Nullable JsonNode there, String line, String usual) {
    if (said != null) {
      return said;
    }
    return there == null ? usual : there.path("lines").path(line).asString(usual);
  }

  private static void put(Map<String, Object> body, String key, @Nullable String value) {
    if (value != null) {
      body.put(key, value);
    }
  }
}
