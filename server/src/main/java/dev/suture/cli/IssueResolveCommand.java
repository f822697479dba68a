package dev.suture.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "resolve",
    description = "Resolve issues: as of now, or in a release that has the fix.")
final class IssueResolveCommand extends IssueActionCommand {
  @ArgGroup(exclusive = true)
  private @Nullable Fix fix;

  /// Where the fix is.
  static final class Fix {
    @Option(names = "--release", paramLabel = "VERSION", description = "In this release.")
    private @Nullable String release;

    @Option(names = "--this-release", description = "In the release that is live.")
    private boolean thisRelease;

    @Option(names = "--next-release", description = "In whichever release comes next.")
    private boolean nextRelease;

    @Option(
        names = "--commit",
        paramLabel = "COMMIT",
        description = "By a commit, tag or branch: with the first release that has it.")
    private @Nullable String commit;
  }

  IssueResolveCommand(Wiring wiring) {
    super(wiring);
  }

  @Override
  Map<String, Object> action() {
    if (fix == null) {
      return Map.of("kind", "resolve");
    }
    if (fix.release != null) {
      return Map.of("kind", "resolveInRelease", "release", fix.release);
    }
    if (fix.commit != null) {
      return Map.of("kind", "resolveByCommit", "commit", fix.commit);
    }
    return Map.of("kind", fix.thisRelease ? "resolveInThisRelease" : "resolveInNextRelease");
  }
}
