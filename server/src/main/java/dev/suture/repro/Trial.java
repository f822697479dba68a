package dev.suture.repro;

import java.util.List;

/// The runs of a reproduction at one commit, and what they leave to look at.
///
/// @param exhibits empty unless they were asked for
public record Trial(String commit, ReproVerdict verdict, List<Run> runs, List<Exhibit> exhibits) {

  /// @param name `screenshot.png`, `trace.zip`, `log.txt`
  public record Exhibit(String name, byte[] content) {}

  /// One that was never run.
  public static Trial untold(String commit, String why) {
    return new Trial(commit, new ReproVerdict.CannotTell(why), List.of(), List.of());
  }
}
