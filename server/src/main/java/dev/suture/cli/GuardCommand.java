package dev.suture.cli;

import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfix.LineStatus;
import dev.suture.hotfix.Hotfix.Presence;
import dev.suture.hotfix.Hotfix.State;
import dev.suture.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
    name = "guard",
    description = {
      "Fail when a hotfix is in production and not on another line, or not in a release.",
      "",
      "Run it in CI before a release: it looks at the origin and names each hotfix that would be"
          + " lost with the next release."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Every hotfix that is in production is on every line, or in the release.",
      "1:At least one is not; it is named with what to do.",
      "2:It cannot be told: the server or an origin does not answer, or the usage is wrong."
    })
final class GuardCommand extends ServerCommand {
  @Option(
      names = "--project",
      paramLabel = "SLUG",
      description = "Only the hotfixes of one project.")
  private String project = "";

  @Option(
      names = "--release",
      paramLabel = "REF",
      description =
          "A branch, tag or commit of the origin that is to be released: only what it lacks is"
              + " named. Needs --project where there are several.")
  private String release = "";

  @Option(names = "--json", description = "Print what is owed, and what cannot be told, as JSON.")
  private boolean json;

  GuardCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  int run(ApiClient api, Terminal terminal) {
    if (!release.isEmpty()) {
      return guarded(api, terminal);
    }
    List<Hotfix> hotfixes = terminal.working("Looking at the origin", () -> current(api));
    List<Hotfix> owed = hotfixes.stream().filter(Hotfix::flagged).toList();
    List<Hotfix> unknown =
        hotfixes.stream().filter(hotfix -> !hotfix.flagged() && isUnknown(hotfix)).toList();
    if (json) {
      terminal.say(
          Json.MAPPER
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(new Findings(owed, unknown)));
    } else {
      tell(hotfixes, owed, unknown, terminal);
    }
    return !owed.isEmpty() ? Failure.REFUSED : unknown.isEmpty() ? 0 : Failure.CANNOT_TELL;
  }

  private int guarded(ApiClient api, Terminal terminal) {
    JsonNode found =
        terminal.working("Looking at the origin", () -> ReleaseFindings.ask(api, project, release));
    if (json) {
      terminal.say(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(found));
    } else {
      ReleaseFindings.tell(found, release, terminal);
    }
    return ReleaseFindings.exitCode(found);
  }

  record Findings(List<Hotfix> owed, List<Hotfix> unknown) {}

  private static void tell(
      List<Hotfix> all, List<Hotfix> owed, List<Hotfix> unknown, Terminal terminal) {
    owed.forEach(hotfix -> say(hotfix, terminal));
    for (Hotfix hotfix : unknown) {
      terminal.warn("Cannot tell where " + Terminal.cell(hotfix.id(), 200) + " is: " + why(hotfix));
    }
    if (owed.isEmpty() && unknown.isEmpty()) {
      terminal.say(
          all.isEmpty()
              ? "No hotfix, nothing owed."
              : "Every hotfix that is in production is on every line.");
    }
  }

  private List<Hotfix> current(ApiClient api) {
    List<Hotfix> current = new ArrayList<>();
    String path = ApiClient.query(ApiClient.path("hotfixes"), Map.of("project", project));
    for (Hotfix hotfix : HotfixText.hotfixes(api.get(path))) {
      current.add(HotfixText.hotfix(HotfixStatusCommand.check(api, hotfix.id())));
    }
    return current;
  }

  /// Whether a line that matters could not be judged. A branch that was never pushed is nowhere.
  private static boolean isUnknown(Hotfix hotfix) {
    return hotfix.state() != State.planned
        && (hotfix.problem() != null || hotfix.lines().stream().anyMatch(GuardCommand::isUnknown));
  }

  private static boolean isUnknown(LineStatus line) {
    return line.presence() == Presence.cannotTell || line.presence() == Presence.alike;
  }

  private static String why(Hotfix hotfix) {
    if (hotfix.problem() != null) {
      return Terminal.cell(hotfix.problem(), 1_000);
    }
    return hotfix.lines().stream()
        .filter(GuardCommand::isUnknown)
        .map(line -> Terminal.cell(line.evidence(), 500))
        .findFirst()
        .orElse("");
  }

  private static void say(Hotfix hotfix, Terminal terminal) {
    for (LineStatus line : hotfix.lines()) {
      switch (line.presence()) {
        case missing, partial, reverted, alike, cannotTell ->
            terminal.say(
                terminal.bad(Terminal.cell(hotfix.id(), 200))
                    + " is in production and, on "
                    + Terminal.cell(line.line(), 40)
                    + ", "
                    + HotfixText.words(line.presence())
                    + ". "
                    + Terminal.cell(line.evidence(), 500)
                    + "\n  To bring it there: git fetch origin && git switch "
                    + Terminal.cell(line.branch(), 200)
                    + " && git merge --no-ff "
                    + HotfixText.commit(hotfix.head())
                    + " && git push");
        case merged, cherryPicked, superseded, nothingToShip, notAffected, waived -> {}
      }
    }
  }
}
