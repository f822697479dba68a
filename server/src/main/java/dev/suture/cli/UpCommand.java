package dev.suture.cli;

import dev.suture.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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
      paramLabel = "N",
      description = "Where to listen, 0 for any that is free (default: 7878).")
  private @Nullable String port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept. Else $SUTURE_DATA, else ./data.")
  private @Nullable Path data;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: 127.0.0.1).")
  private @Nullable String host;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      split = ",",
      description = "Where the server is reached besides loopback, behind a proxy for example.")
  private List<String> baseUrls = List.of();

  @Option(
      names = "--queue-mib",
      paramLabel = "N",
      description = "Bound on what is accepted and not digested (default: 2048).")
  private @Nullable String queueMib;

  @Option(
      names = "--private-hosts",
      paramLabel = "HOSTS",
      description = "Hosts of a private network that webhooks and alerts may go to.")
  private @Nullable String privateHosts;

  @ArgGroup(exclusive = false, heading = "Mail for alerts:%n")
  private Mail mail = new Mail();

  /// The server that mail is handed to.
  private static final class Mail {
    @Option(
        names = "--smtp",
        paramLabel = "URL",
        description = "smtps://HOST:465, smtp://HOST:587 (STARTTLS) or smtp+plain://HOST:25.")
    private @Nullable String smtp;

    @Option(names = "--mail-from", paramLabel = "ADDRESS", description = "The sender.")
    private @Nullable String from;

    @Option(names = "--smtp-user", paramLabel = "NAME", description = "Name to sign in by.")
    private @Nullable String user;

    @Option(
        names = "--smtp-password-file",
        paramLabel = "FILE",
        description = "A file with the password.")
    private @Nullable String passwordFile;

    void put(SortedMap<String, String> settings) {
      UpCommand.put(settings, "smtp", smtp);
      UpCommand.put(settings, "mail-from", from);
      UpCommand.put(settings, "smtp-user", user);
      UpCommand.put(settings, "smtp-password-file", passwordFile);
    }
  }

  @Option(
      names = "--sandbox",
      paramLabel = "MODE",
      description =
          "How the code of repositories is run to reproduce failures: confined, unconfined or off"
              + " (default: confined).")
  private @Nullable String sandbox;

  @Option(names = "--build-network", description = "Let builds of repositories reach the network.")
  private boolean buildNetwork;

  @Option(
      names = "--github-app",
      paramLabel = "ID",
      description = "Id of the GitHub App that answers deployment protection rules.")
  private @Nullable String gitHubApp;

  @Option(
      names = "--github-app-key-file",
      paramLabel = "FILE",
      description = "A file with the app's private key.")
  private @Nullable String gitHubAppKeyFile;

  @ArgGroup(exclusive = false, heading = "Sign-in by an identity provider (OpenID Connect):%n")
  private Provider provider = new Provider();

  /// Where people sign in besides here.
  private static final class Provider {
    @Option(names = "--oidc-issuer", paramLabel = "URL", description = "The provider's issuer.")
    private @Nullable String issuer;

    @Option(names = "--oidc-client-id", paramLabel = "ID", description = "Suture's id there.")
    private @Nullable String clientId;

    @Option(
        names = "--oidc-client-secret-file",
        paramLabel = "FILE",
        description = "A file with Suture's secret there.")
    private @Nullable String secretFile;

    @Option(
        names = "--oidc-name",
        paramLabel = "NAME",
        description = "What the button says (default: the issuer's host).")
    private @Nullable String name;

    @Option(
        names = "--oidc-domains",
        paramLabel = "DOMAINS",
        description = "Domains of e-mail addresses that may sign in (default: all).")
    private @Nullable String domains;

    void put(SortedMap<String, String> settings) {
      UpCommand.put(settings, "oidc-issuer", issuer);
      UpCommand.put(settings, "oidc-client-id", clientId);
      UpCommand.put(settings, "oidc-client-secret-file", secretFile);
      UpCommand.put(settings, "oidc-name", name);
      UpCommand.put(settings, "oidc-domains", domains);
    }
  }

  UpCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (spec == null) {
      throw new IllegalStateException("a command is run by its command line");
    }
    Terminal terminal = new Terminal(spec.commandLine(), wiring.environment());
    Hosting.Running running =
        wiring.hosting().start(new Hosting.Wish(settings(), demo), terminal::say);
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
    welcome(running, terminal);
    stopped.await();
    return 0;
  }

  private SortedMap<String, String> settings() {
    SortedMap<String, String> settings = new TreeMap<>();
    settings.put("data", ServerAddress.dataFolder(data, wiring.environment()).toString());
    put(settings, "port", port);
    put(settings, "host", host);
    put(settings, "queue-mib", queueMib);
    put(settings, "private-hosts", privateHosts);
    mail.put(settings);
    put(settings, "sandbox", sandbox);
    put(settings, "build-network", buildNetwork ? "on" : null);
    put(settings, "github-app", gitHubApp);
    put(settings, "github-app-key-file", gitHubAppKeyFile);
    provider.put(settings);
    if (!baseUrls.isEmpty()) {
      settings.put("base-url", String.join(",", baseUrls));
    }
    return settings;
  }

  private static void put(Map<String, String> settings, String key, @Nullable String value) {
    if (value != null) {
      settings.put(key, value);
    }
  }

  private static void welcome(Hosting.Running running, Terminal terminal) {
    String mcp = running.launcher() + " mcp --data " + running.data();
    terminal.say("");
    terminal.say(terminal.strong("Suture is up: " + running.address()));
    if (running.welcome() != null) {
      terminal.say(terminal.strong("  sign in     " + running.welcome()));
      terminal.say(
          "              makes the first account, once and within the hour; `suture account link`"
              + " prints a new one");
    }
    terminal.say("  data        " + running.data());
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
    terminal.say("  Claude Code   claude mcp add suture -- " + mcp);
    terminal.say("  .mcp.json, .cursor/mcp.json");
    terminal.say(
        "                "
            + Json.MAPPER.writeValueAsString(
                Map.of("mcpServers", Map.of("suture", mcpServer(running)))));
    terminal.say(
        "  From another machine: "
            + running.address()
            + "/mcp with a token of yours, from the page "
            + running.address()
            + "/account");
    if (!running.guide().isEmpty()) {
      terminal.say("");
      running.guide().forEach(terminal::say);
    }
    terminal.say("");
    terminal.say("Ctrl-C stops it.");
  }

  /// How a client starts its end on this machine, where the server's own file signs it in.
  private static Map<String, Object> mcpServer(Hosting.Running running) {
    Map<String, Object> server = new TreeMap<>();
    server.put("command", running.launcher());
    server.put("args", List.of("mcp", "--data", running.data().toString()));
    return server;
  }
}
