package dev.suture.repro;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The runs of a reproduction at one commit, and what they leave to look at.
///
/// @param exhibits empty unless they were asked for
/// @param used by the last run; null when none was in a browser
/// @param laps of each run in a browser
public record Trial(
    String commit,
    ReproVerdict verdict,
    List<Run> runs,
    List<Exhibit> exhibits,
    @Nullable Used used,
    List<Laps> laps) {

  /// Milliseconds of one run, part by part, in the order in which they follow each other.
  ///
  /// @param context until there was a page, its storage filled
  /// @param application that had to be waited for after that, until it answered
  /// @param open until the first page was there
  /// @param steps all other steps, with what each of them waits for
  /// @param end until the failure was there, or could be ruled out
  /// @param evidence what was taken to be shown
  public record Laps(
      long context, long application, long open, long steps, long end, long evidence) {}

  /// What of a reproduction a run made use of.
  ///
  /// @param exchanges that were asked for, by id, with the number of steps done by then
  /// @param channels that were opened, by their place in the list
  /// @param locators of each step the place of the one that found its target; -1 for none
  /// @param another whether the page threw an error that is not the captured failure
  public record Used(
      Map<String, Integer> exchanges,
      Set<Integer> channels,
      List<Integer> locators,
      boolean another) {}

  /// @param name `screenshot.png`, `trace.zip`, `log.txt`
  public record Exhibit(String name, byte[] content) {}

  /// One that was never run.
  public static Trial untold(String commit, String why) {
    return new Trial(
        commit, new ReproVerdict.CannotTell(why), List.of(), List.of(), null, List.of());
  }
}
