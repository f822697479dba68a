package dev.suture.ship;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A forge asks whether a deployment of its own may go on, and waits for the answer.
///
/// @param id of ours; 0 before it is kept
/// @param project slug
/// @param source `github` or `gitlab`
/// @param key what the source calls it: asked twice, it is answered once
/// @param environment that is deployed to
/// @param commit full commit id
/// @param place numbers of the source that its answer is addressed with
/// @param state where it stands
public record Question(
    long id,
    String project,
    String source,
    String key,
    String environment,
    String commit,
    Map<String, Long> place,
    Instant asked,
    State state) {

  /// @param answer null while it waits
  /// @param says why, or what it waits for, in words of ours
  /// @param tries to deliver the answer that did not succeed
  /// @param next when it is looked at again
  public record State(
      @Nullable Boolean answer, String says, int tries, Instant next, boolean open) {
    static State asked(Instant at) {
      return new State(null, "It was just asked.", 0, at, true);
    }
  }

  public static Question of(String project, Asked asked, Instant at) {
    return new Question(
        0,
        project,
        asked.source(),
        asked.key(),
        asked.environment(),
        asked.commit(),
        asked.place(),
        at,
        State.asked(at));
  }

  /// The question as the source asks it.
  public record Asked(
      String source, String key, String environment, String commit, Map<String, Long> place) {}

  Question with(State next) {
    return new Question(id, project, source, key, environment, commit, place, asked, next);
  }
}
