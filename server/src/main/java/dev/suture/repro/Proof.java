package dev.suture.repro;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was shown of a hotfix: the captured failure on the commit that was live, its absence on the
/// hotfix, and the project's own checks there.
///
/// @param project slug
/// @param capture id of the one that was run; null where a command of the project was
/// @param checks null when the project names none
/// @param content the validation of content and configuration; null when the project names none
/// @param signature of the server over all that is in it
public record Proof(
    String hotfix,
    String project,
    String issue,
    @Nullable String capture,
    Side live,
    Side fix,
    @Nullable Checks checks,
    @Nullable Checks content,
    Instant at,
    String signature) {

  /// The runs at one commit.
  public record Side(
      String commit,
      ReproVerdict verdict,
      double confidence,
      List<Run> runs,
      List<Shown> exhibits) {}

  /// @param name such as `live-screenshot.png`
  /// @param sha256 of its content, in hexadecimal digits
  public record Shown(String name, long bytes, String sha256) {}

  /// A command of the project, run on the hotfix.
  ///
  /// @param command as `suture.yml` names it
  /// @param problem why nobody can tell whether they pass, in words of ours: they were stopped at
  ///   their limit, or could not be run; null when that is known
  public record Checks(String command, boolean passed, @Nullable String problem) {}

  /// What a proof amounts to.
  public enum Standing {
    /// The failure was there, and is gone.
    proven,
    /// The failure is still there, or the checks fail.
    disproven,
    /// Not enough could be told.
    open
  }

  public Standing standing() {
    Checks checked = checks;
    boolean untold = checked != null && checked.problem() != null;
    boolean failed = checked != null && !checked.passed() && !untold;
    if (failed || fix.verdict() instanceof ReproVerdict.Reproduced) {
      return Standing.disproven;
    }
    boolean red = live.verdict() instanceof ReproVerdict.Reproduced;
    boolean green = fix.verdict() instanceof ReproVerdict.NotReproduced;
    return red && green && !untold ? Standing.proven : Standing.open;
  }

  /// In one sentence, in words of ours.
  public String says() {
    return switch (standing()) {
      case proven ->
          "Proven: the failure was reproduced on the live commit and not on the hotfix"
              + (checks == null ? "; the project names no checks." : ", and the checks pass.");
      case disproven ->
          fix.verdict() instanceof ReproVerdict.Reproduced
              ? "Not mended: the failure is reproduced on the hotfix as well."
              : "The project's own checks fail on the hotfix.";
      case open -> open();
    };
  }

  private String open() {
    if (!(live.verdict() instanceof ReproVerdict.Reproduced)) {
      return "Not proven: on the live commit, " + words(live.verdict());
    }
    String problem = checks == null ? null : checks.problem();
    return problem != null && fix.verdict() instanceof ReproVerdict.NotReproduced
        ? "Not proven: whether the project's own checks pass on the hotfix cannot be told. "
            + problem
        : "Not proven: on the hotfix, " + words(fix.verdict());
  }

  /// A verdict in words of ours, as the end of a sentence.
  public static String words(ReproVerdict verdict) {
    return switch (verdict) {
      case ReproVerdict.Reproduced(int runs) ->
          "it was reproduced in %d of %d runs.".formatted(runs, runs);
      case ReproVerdict.NotReproduced(int runs) -> "it came in none of %d runs.".formatted(runs);
      case ReproVerdict.Flaky(int failed, int runs) ->
          "it is flaky: it came in %d of %d runs.".formatted(failed, runs);
      case ReproVerdict.CannotTell(String why) -> "it could not be told. " + why;
    };
  }

  public Optional<Shown> exhibit(String name) {
    return live.exhibits().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .or(() -> fix.exhibits().stream().filter(each -> each.name().equals(name)).findFirst());
  }

  Proof signed(String by) {
    return new Proof(hotfix, project, issue, capture, live, fix, checks, content, at, by);
  }
}
