package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "comment", description = "Say something about an issue in its activity log.")
final class IssueCommentCommand extends ServerCommand {
  @Parameters(index = "0", paramLabel = "ISSUE", description = "Id of the issue, such as shop-1.")
  private String id = "";

  @Parameters(index = "1", paramLabel = "TEXT", description = "What to say.")
  private String text = "";

  IssueCommentCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  int run(ApiClient api, Terminal terminal) {
    api.send("POST", ApiClient.path("issues", id, "comments"), Map.of("text", text));
    terminal.say("Said.");
    return 0;
  }
}
