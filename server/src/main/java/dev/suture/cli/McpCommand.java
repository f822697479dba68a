package dev.suture.cli;

import java.io.IOException;
import java.io.InputStream;
import picocli.CommandLine.Command;

@Command(
    name = "mcp",
    description = {
      "Speak the Model Context Protocol over standard input and output.",
      "For agents that start their servers themselves; it carries each message to the running server."
    })
final class McpCommand extends ServerCommand {
  private final InputStream in;

  McpCommand(Wiring wiring, InputStream in) {
    super(wiring);
    this.in = in;
  }

  @Override
  int run(ApiClient api, Terminal terminal) throws IOException {
    wiring().mcp().run(api.server(), api.token(), in, System.out);
    return 0;
  }
}
