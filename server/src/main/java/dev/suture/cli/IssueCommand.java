package dev.suture.cli;

import dev.suture.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "issue",
    description = {
      "Show the failure bundle of an issue as Markdown, or as JSON with --json; or do something with"
          + " issues."
    })
final class IssueCommand extends ServerCommand {
  @Parameters(
      paramLabel = "ISSUE",
      arity = "0..1",
      description = "Id of the issue, such as shop-1.")
  private String id = "";

  @Option(names = "--json", description = "Print the answer of the API as JSON.")
  private boolean json;

  IssueCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  int run(ApiClient api, Terminal terminal) {
    if (id.isEmpty()) {
      throw Failure.cannotTell("Name an issue: suture issue shop-1. `suture issues` lists them.");
    }
    String path = ApiClient.path("issues", id, "bundle");
    terminal.say(
        json
            ? Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(api.get(path))
            : Terminal.plain(api.text(path + "?format=markdown", "text/markdown")));
    return 0;
  }
}
