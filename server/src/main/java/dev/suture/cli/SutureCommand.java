package dev.suture.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// The root of all commands, and the tree of them.
@Command(
    name = "suture",
    description = "From the live bug to a narrow, proven fix in production and in every line.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Done.",
      "1:Refused or not done, with the reason; `guard`: a hotfix is owed to a line.",
      "2:Wrong usage, or no server to ask."
    })
public final class SutureCommand {
  private SutureCommand() {}

  /// The command line, ready to execute.
  ///
  /// @param in what `suture mcp` reads
  public static CommandLine line(Wiring wiring, InputStream in) {
    CommandLine root = new CommandLine(new SutureCommand());
    root.addSubcommand(new UpCommand(wiring));
    root.addSubcommand(
        group("project", "Projects: what is watched.")
            .addSubcommand(new ProjectAddCommand(wiring))
            .addSubcommand(new ProjectListCommand(wiring)));
    root.addSubcommand(
        group("user", "What is kept of one person.")
            .addSubcommand(new UserExportCommand(wiring))
            .addSubcommand(new UserDeleteCommand(wiring)));
    root.addSubcommand(new IssuesCommand(wiring));
    root.addSubcommand(
        new CommandLine(new IssueCommand(wiring))
            .addSubcommand(new IssueResolveCommand(wiring))
            .addSubcommand(new IssueArchiveCommand(wiring))
            .addSubcommand(new IssueReopenCommand(wiring))
            .addSubcommand(new IssueAssignCommand(wiring))
            .addSubcommand(new IssueCommentCommand(wiring)));
    root.addSubcommand(
        group("hotfix", "Hotfixes: from an issue to closed on every line.")
            .addSubcommand(new HotfixStartCommand(wiring))
            .addSubcommand(new HotfixStatusCommand(wiring))
            .addSubcommand(new HotfixListCommand(wiring)));
    root.addSubcommand(new VerifyCommand(wiring));
    root.addSubcommand(
        group("repro", "Reproductions: captured failures, run again at any commit.")
            .addSubcommand(new ReproRunCommand(wiring))
            .addSubcommand(new ReproMinimiseCommand(wiring))
            .addSubcommand(new ReproExportCommand(wiring)));
    root.addSubcommand(new BackportCommand(wiring));
    root.addSubcommand(new GuardCommand(wiring));
    root.addSubcommand(
        group("artifacts", "Source maps of a build.")
            .addSubcommand(new ArtifactsInjectCommand(wiring))
            .addSubcommand(new ArtifactsUploadCommand(wiring)));
    root.addSubcommand(
        group("deploy", "Deployments: what is live where.")
            .addSubcommand(new DeployRecordCommand(wiring))
            .addSubcommand(new DeployImportCommand(wiring)));
    root.addSubcommand(new DoraCommand(wiring));
    root.addSubcommand(
        group("ship", "Ship a hotfix in stages, through its gates.")
            .addSubcommand(new ShipProposeCommand(wiring))
            .addSubcommand(new ShipStatusCommand(wiring))
            .addSubcommand(new ShipReportCommand(wiring))
            .addSubcommand(new ShipBeginCommand(wiring))
            .addSubcommand(new ShipHaltCommand(wiring)));
    root.addSubcommand(
        group("alert", "Alerts: what is open, whether a channel works, and silence.")
            .addSubcommand(new AlertListCommand(wiring))
            .addSubcommand(new AlertTestCommand(wiring))
            .addSubcommand(new AlertSilenceCommand(wiring)));
    root.addSubcommand(
        group("task", "Tasks: issues that are given to agents.")
            .addSubcommand(new TaskListCommand(wiring))
            .addSubcommand(new TaskGiveCommand(wiring))
            .addSubcommand(new TaskTakeCommand(wiring))
            .addSubcommand(new TaskReportCommand(wiring))
            .addSubcommand(new TaskCancelCommand(wiring)));
    root.addSubcommand(
        group("account", "Accounts: who may sign in.")
            .addSubcommand(new AccountLinkCommand(wiring)));
    root.addSubcommand(new McpCommand(wiring, in));
    root.addSubcommand(new StatusCommand(wiring));
    return dress(root, wiring);
  }

  private static CommandLine dress(CommandLine root, Wiring wiring) {
    root.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    root.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    help(root, wiring);
    root.setExecutionExceptionHandler(
        (thrown, line, _) -> {
          switch (thrown) {
            case Failure failure -> {
              line.getErr().println("suture: " + failure.getMessage());
              return failure.exitCode();
            }
            case java.io.IOException failed -> {
              line.getErr().println("suture: " + Terminal.cell(failed.getMessage() + "", 1_000));
              return Failure.REFUSED;
            }
            case UncheckedIOException failed -> {
              line.getErr().println("suture: " + Terminal.cell(failed.getMessage() + "", 1_000));
              return Failure.REFUSED;
            }
            default -> throw thrown;
          }
        });
    return root;
  }

  private static CommandLine group(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description).synopsisSubcommandLabel("COMMAND");
    return new CommandLine(spec);
  }

  private static void help(CommandLine line, Wiring wiring) {
    line.getCommandSpec().mixinStandardHelpOptions(true);
    line.getCommandSpec().version("Suture " + wiring.version());
    line.getSubcommands().values().forEach(below -> help(below, wiring));
  }
}
