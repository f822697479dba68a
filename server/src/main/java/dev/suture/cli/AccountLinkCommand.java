package dev.suture.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "link",
    description = {
      "Print the one-time link that makes the first account.",
      "",
      "With the e-mail address of an account: a link that sets its password anew. Run it beside the"
          + " server, as the user who runs it."
    })
final class AccountLinkCommand extends ServerCommand {
  @Parameters(arity = "0..1", paramLabel = "EMAIL", description = "Whose password the link sets.")
  private @Nullable String email;

  AccountLinkCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  int run(ApiClient api, Terminal terminal) {
    JsonNode link =
        api.send(
            "POST",
            ApiClient.path("account-link"),
            email == null ? Map.of() : Map.of("email", email));
    terminal.say(Terminal.cell(link.path("url").asString(""), 500));
    terminal.warn(
        "It works once, until " + Terminal.cell(link.path("expires").asString(""), 40) + ".");
    return 0;
  }
}
