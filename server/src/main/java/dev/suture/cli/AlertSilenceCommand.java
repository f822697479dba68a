package dev.suture.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "silence", description = "Keep alerts of a project to itself for a while.")
final class AlertSilenceCommand extends ReadingCommand {
  @Option(names = "--project", required = true, paramLabel = "SLUG", description = "The project.")
  private String project = "";

  @Option(names = "--hours", required = true, paramLabel = "N", description = "How long.")
  private int hours;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Option(names = "--rule", paramLabel = "ID", description = "Only what this rule finds.")
  private @Nullable Long rule;

  @Option(names = "--subject", paramLabel = "ID", description = "Only this issue or deployment.")
  private @Nullable String subject;

  AlertSilenceCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  JsonNode read(ApiClient api, Terminal terminal) {
    Map<String, Object> wish = new HashMap<>(Map.of("hours", hours, "reason", reason));
    if (rule != null) {
      wish.put("rule", rule);
    }
    if (subject != null) {
      wish.put("subject", subject);
    }
    return api.send("POST", ApiClient.path("projects", project, "alert-silences"), wish);
  }

  @Override
  void show(JsonNode silence, Terminal terminal) {
    terminal.say("Silenced until " + Terminal.cell(silence.path("until").asString(), 40) + ".");
  }
}
