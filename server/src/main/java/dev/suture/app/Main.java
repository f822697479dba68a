package dev.suture.app;

import dev.suture.cli.SutureCommand;
import dev.suture.cli.Wiring;
import dev.suture.event.DebugIdInjection;
import dev.suture.mcp.Stdio;
import dev.suture.sourcemap.DebugIds;
import java.nio.file.Path;

/// The program's entry.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Logs.set();
    DebugIdInjection debugIds = new DebugIds();
    Wiring wiring =
        new Wiring(
            new LocalHosting(Path.of(System.getProperty("suture.home", "")), debugIds),
            (server, token, in, out) -> new Stdio(server.resolve("/mcp"), token, out).run(in),
            debugIds,
            System.getenv(),
            Version.read());
    System.exit(SutureCommand.line(wiring, System.in).execute(arguments));
  }
}
