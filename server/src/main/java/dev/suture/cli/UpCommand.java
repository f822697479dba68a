package dev.suture.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "up",
    description = "Start a server on this machine; Ctrl-C stops it and nothing is lost.")
final class UpCommand implements Callable<Integer> {
  private final Wiring wiring;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--demo", description = "With a small shop that has a real bug to click.")
  private boolean demo;

  @Option(
      names = "--port",
      defaultValue = "7878",
      paramLabel = "N",
      description = "Where to listen (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept. Else $SUTURE_DATA, else ./data.")
  private @Nullable Path data;

  UpCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (spec == null) {
      throw new IllegalStateException("a command is run by its command line");
    }
    if (port < 0 || port > 65_535) {
      throw Failure.cannotTell("--port is a number from 0 (any that is free) to 65535.");
    }
    Terminal terminal = new Terminal(spec.commandLine(), wiring.environment());
    Path folder = ServerAddress.dataFolder(data, wiring.environment()).toAbsolutePath().normalize();
    Hosting.Running running =
        wiring.hosting().start(new Hosting.Wish(folder, port, demo), terminal::say);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      running.stop().run();
                      terminal.say("\nSuture has stopped.");
                      stopped.countDown();
                    }));
    welcome(running, folder, terminal);
    stopped.await();
    return 0;
  }

  private static void welcome(Hosting.Running running, Path folder, Terminal terminal) {
    String mcp = running.address() + "/mcp";
    terminal.say("");
    terminal.say(terminal.strong("Suture is up: " + running.address()));
    terminal.say("  data        " + folder);
    running.dsns().forEach((slug, dsn) -> terminal.say("  DSN         " + slug + "  " + dsn));
    if (running.dsns().isEmpty()) {
      terminal.say("  projects    none yet: suture project add SLUG --repository URL");
    }
    terminal.say(
        running.extension() == null
            ? "  extension   not built: run npm run build in web/"
            : "  extension   "
                + running.extension()
                + "  (chrome://extensions, developer mode, Load unpacked)");
    terminal.say("");
    terminal.say(terminal.strong("For agents, over MCP:"));
    terminal.say("  Claude Code   claude mcp add --transport http suture " + mcp);
    terminal.say(
        "    or .mcp.json         {\"mcpServers\": {\"suture\": {\"type\": \"http\", \"url\": \""
            + mcp
            + "\"}}}");
    terminal.say(
        "  Cursor        .cursor/mcp.json   {\"mcpServers\": {\"suture\": {\"url\": \""
            + mcp
            + "\"}}}");
    if (!running.guide().isEmpty()) {
      terminal.say("");
      running.guide().forEach(terminal::say);
    }
    terminal.say("");
    terminal.say("Ctrl-C stops it.");
  }
}
