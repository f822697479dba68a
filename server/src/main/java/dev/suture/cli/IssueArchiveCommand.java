package dev.suture.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "archive", description = "Archive issues: for ever, or until something comes.")
final class IssueArchiveCommand extends IssueActionCommand {
  @ArgGroup(exclusive = true)
  private @Nullable Until until;

  @Option(
      names = "--within",
      paramLabel = "DURATION",
      description = "Within which the events or users must come: PT1H, P7D.")
  private @Nullable Duration within;

  /// What ends it.
  static final class Until {
    @Option(names = "--events", paramLabel = "N", description = "Until N more events.")
    private @Nullable Long events;

    @Option(names = "--users", paramLabel = "N", description = "Until N more users.")
    private @Nullable Long users;

    @Option(
        names = "--until",
        paramLabel = "TIME",
        description = "Until then: 2027-01-31T09:00:00Z.")
    private @Nullable Instant date;

    @Option(names = "--escalating", description = "Until its rate leaves its own history.")
    private boolean escalating;
  }

  IssueArchiveCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  Map<String, Object> action() {
    Map<String, Object> action = new LinkedHashMap<>();
    if (until == null) {
      action.put("kind", "archive");
    } else if (until.events != null) {
      action.put("kind", "archiveUntilEvents");
      action.put("events", until.events);
    } else if (until.users != null) {
      action.put("kind", "archiveUntilUsers");
      action.put("users", until.users);
    } else if (until.date != null) {
      action.put("kind", "archiveUntilDate");
      action.put("date", until.date.toString());
    } else {
      action.put("kind", "archiveUntilEscalating");
    }
    if (within != null) {
      if (until == null || (until.events == null && until.users == null)) {
        throw Failure.cannotTell("--within goes with --events or --users.");
      }
      action.put("minutes", within.toMinutes());
    }
    return action;
  }
}
