package dev.suture.repro.minimal;

import dev.suture.capture.Exchange;
import dev.suture.repro.Reproduction.Channel;
import dev.suture.repro.Reproduction.Played;
import dev.suture.repro.Reproduction.Slack;
import dev.suture.repro.Reproduction.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is left of a reproduction when all that the failure comes without is left out, or how far
/// the search for it is.
///
/// @param issue id
/// @param capture id of the one that was made shorter
/// @param commit full id of the one that it was run at
/// @param runs that it took so far
/// @param whole whether nothing more can be left out; false where the search ran out of runs or
///   time
/// @param problem why there is none, in words of ours; null while there may be
public record Minimal(
    String issue,
    String capture,
    String commit,
    State state,
    Instant begun,
    int runs,
    Kept kept,
    boolean whole,
    @Nullable String problem) {

  public enum State {
    running,
    done,
    stopped
  }

  /// @param steps places in the list of the whole
  /// @param asked ids of the exchanges that the page still asks for
  /// @param channels places of those that it still opens
  /// @param needed those of `asked` without whose recorded answer the failure does not come
  /// @param locators of each step that is kept, the place of the one that found its target
  public record Kept(
      List<Integer> steps,
      List<String> asked,
      List<Integer> channels,
      List<String> needed,
      List<Integer> locators) {
    static final Kept NOTHING = new Kept(List.of(), List.of(), List.of(), List.of(), List.of());
  }

  static Minimal begun(Played play, String commit, Instant at) {
    return new Minimal(
        play.issue(), play.capture(), commit, State.running, at, 0, Kept.NOTHING, false, null);
  }

  Minimal with(Kept part, int tried) {
    return new Minimal(issue, capture, commit, state, begun, tried, part, whole, problem);
  }

  Minimal done(Kept part, int tried, boolean all) {
    return new Minimal(issue, capture, commit, State.done, begun, tried, part, all, null);
  }

  Minimal stopped(String why) {
    return new Minimal(issue, capture, commit, State.stopped, begun, runs, kept, false, why);
  }

  /// The short reproduction; empty when this is no end of a search in the given one.
  public Optional<Played> of(Played play) {
    boolean fits =
        state == State.done
            && capture.equals(play.capture())
            && !kept.steps().isEmpty()
            && kept.steps().stream().allMatch(at -> at < play.steps().size())
            && kept.channels().stream().allMatch(at -> at < play.channels().size());
    if (!fits) {
      return Optional.empty();
    }
    Set<String> asked = Set.copyOf(kept.asked());
    List<Step> steps = kept.steps().stream().map(play.steps()::get).toList();
    List<Channel> channels = kept.channels().stream().map(play.channels()::get).toList();
    List<Exchange> exchanges = new ArrayList<>(play.exchanges());
    exchanges.removeIf(each -> !asked.contains(each.id()));
    Slack slack = play.slack();
    return Optional.of(play.part(steps, exchanges, channels, slack));
  }
}
