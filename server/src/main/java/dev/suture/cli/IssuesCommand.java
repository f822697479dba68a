package dev.suture.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "issues", description = "Search issues, the one seen last first.")
final class IssuesCommand extends ReadingCommand {
  @Option(names = "--project", paramLabel = "SLUG", description = "Only those of one project.")
  private String project = "";

  @Option(names = "--state", description = "Only those in one state: new, ongoing, resolved ...")
  private String state = "";

  @Parameters(
      arity = "0..*",
      paramLabel = "QUERY",
      description = "What to look for: is:unresolved release:1.2.* text ...")
  private List<String> query = new ArrayList<>();

  @Option(names = "--search", paramLabel = "TEXT", description = "More of the query.")
  private String search = "";

  @Option(
      names = "--sort",
      defaultValue = "lastSeen",
      description = "lastSeen, firstSeen, events, users or trend.")
  private String sort = "";

  @Option(names = "--limit", defaultValue = "25", description = "At most so many (1 to 100).")
  private int limit;

  IssuesCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("project", project);
    parameters.put("state", state);
    parameters.put("q", (String.join(" ", query) + " " + search).strip());
    parameters.put("sort", sort);
    parameters.put("limit", Integer.toString(limit));
    return api.get(ApiClient.query(ApiClient.path("issues"), parameters));
  }

  @Override
  void show(JsonNode answer, Terminal terminal) {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : answer.path("issues")) {
      JsonNode issue = row.path("issue");
      JsonNode culprit = issue.path("culprit");
      rows.add(
          List.of(
              Terminal.cell(issue.path("id").asString(""), 50),
              Terminal.cell(issue.path("state").asString(""), 12),
              issue.path("events").asString(""),
              Terminal.cell(issue.path("lastSeen").asString("").replaceFirst("\\..*", "Z"), 20),
              Terminal.cell(row.path("hotfix").path("id").asString("-"), 60),
              Terminal.cell(issue.path("title").asString(""), 70)
                  + (culprit.isMissingNode()
                      ? ""
                      : "  at "
                          + Terminal.cell(culprit.path("file").asString(""), 60)
                          + ":"
                          + culprit.path("line").asInt())));
    }
    if (rows.isEmpty()) {
      terminal.say(
          query.isEmpty() && search.isEmpty() && state.isEmpty()
              ? "No issue yet. `suture project list` shows the DSN to send events to."
              : "No issue matches.");
      return;
    }
    terminal.table(List.of("ISSUE", "STATE", "EVENTS", "LAST SEEN", "HOTFIX", "WHAT"), rows);
    if (answer.has("next")) {
      terminal.say("There are more: --limit 100, or a narrower query.");
    }
  }
}
