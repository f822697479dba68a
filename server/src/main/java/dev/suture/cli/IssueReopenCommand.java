package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;

@Command(name = "reopen", description = "Open resolved or archived issues again.")
final class IssueReopenCommand extends IssueActionCommand {
  IssueReopenCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  Map<String, Object> action() {
    return Map.of("kind", "reopen");
  }
}
