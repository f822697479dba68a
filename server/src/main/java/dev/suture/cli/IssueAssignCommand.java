package dev.suture.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "assign", description = "Assign issues to a person, a team or an agent.")
final class IssueAssignCommand extends IssueActionCommand {
  @Option(
      names = "--to",
      paramLabel = "WHO",
      required = true,
      description = "person:NAME, team:NAME, agent:NAME, a person's name alone, or nobody.")
  private String to = "";

  IssueAssignCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  Map<String, Object> action() {
    if (to.equals("nobody")) {
      return Map.of("kind", "assign");
    }
    boolean typed = to.matches("(?:person|team|agent):.*");
    return Map.of("kind", "assign", "assignee", typed ? to : "person:" + to);
  }
}
