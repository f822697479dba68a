package dev.suture.cli;

import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "test", description = "Send a test to a channel and tell what came of it.")
final class AlertTestCommand extends ReadingCommand {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Parameters(index = "0", paramLabel = "CHANNEL", description = "Name of the channel.")
  private String channel = "";

  @Option(names = "--project", required = true, paramLabel = "SLUG", description = "The project.")
  private String project = "";

  AlertTestCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    String id = "";
    for (JsonNode each :
        api.get(ApiClient.path("projects", project, "alert-channels")).path("channels")) {
      if (each.path("name").asString().equals(channel)) {
        id = each.path("id").asString();
      }
    }
    if (id.isEmpty()) {
      throw Failure.refused("The project has no channel of this name.");
    }
    JsonNode sent =
        api.send(
            "POST", ApiClient.path("projects", project, "alert-channels", id, "test"), Map.of());
    return ended(api, sent.path("id").asLong(), sent);
  }

  /// Looks until the first attempt has ended, for a while.
  private JsonNode ended(ApiClient api, long id, JsonNode sent) {
    JsonNode last = sent;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && !isTried(last)) {
      try {
        Thread.sleep(200);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return last;
      }
      for (JsonNode each :
          api.get(ApiClient.path("projects", project, "alert-deliveries")).path("deliveries")) {
        last = each.path("id").asLong() == id ? each : last;
      }
    }
    return last;
  }

  private static boolean isTried(JsonNode delivery) {
    return !delivery.path("state").asString().equals("waiting")
        || delivery.path("attempts").path(0).has("millis");
  }

  @Override
  void show(JsonNode delivery, Terminal terminal) {
    terminal.say(delivery.path("state").asString());
    delivery
        .path("attempts")
        .forEach(
            attempt -> terminal.say("  " + Terminal.cell(attempt.path("answer").asString(), 200)));
  }

  @Override
  int exitCode(JsonNode delivery) {
    return delivery.path("state").asString().equals("delivered") ? 0 : Failure.REFUSED;
  }
}
