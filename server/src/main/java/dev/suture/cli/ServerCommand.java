package dev.suture.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A command that asks a running server, signed in by $SUTURE_TOKEN or as the one who runs it.
abstract class ServerCommand implements Callable<Integer> {
  private final Wiring wiring;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "The server's address. Else $SUTURE_URL, else what a running server left in its data"
              + " folder, else http://127.0.0.1:7878.")
  private @Nullable String server;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The server's data folder. Else $SUTURE_DATA, else ./data.")
  private @Nullable Path data;

  ServerCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public final Integer call() throws Exception {
    if (spec == null) {
      throw new IllegalStateException("a command is run by its command line");
    }
    Terminal terminal = new Terminal(spec.commandLine(), wiring.environment());
    URI address = ServerAddress.find(server, data, wiring.environment());
    String token = ServerToken.find(address, data, wiring.environment());
    try (ApiClient api = new ApiClient(address, token)) {
      return run(api, terminal);
    }
  }

  /// @return the exit code
  abstract int run(ApiClient api, Terminal terminal) throws Exception;

  Wiring wiring() {
    return wiring;
  }
}
