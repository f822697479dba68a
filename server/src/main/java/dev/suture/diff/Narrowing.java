package dev.suture.diff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The search for the smallest diff of one hotfix.
///
/// @param hotfix id
/// @param head commit that is made smaller
/// @param tried commits asked about so far
/// @param problem why it ended without a result, in words of ours; null while it has not
/// @param found null until it is done
/// @param branch that the smallest commit was pushed as; null when it was not
public record Narrowing(
    String hotfix,
    String head,
    State state,
    Instant begun,
    int tried,
    @Nullable String problem,
    @Nullable Smallest found,
    @Nullable String branch) {

  public enum State {
    running,
    done,
    stopped
  }

  static Narrowing begun(String hotfix, String head, Instant at) {
    return new Narrowing(hotfix, head, State.running, at, 0, null, null, null);
  }

  Narrowing tried(int commits) {
    return new Narrowing(hotfix, head, state, begun, commits, problem, found, branch);
  }

  Narrowing stopped(String why) {
    return new Narrowing(hotfix, head, State.stopped, begun, tried, why, null, null);
  }

  Narrowing done(Smallest smallest) {
    return new Narrowing(hotfix, head, State.done, begun, tried, null, smallest, null);
  }

  Narrowing published(String as) {
    return new Narrowing(hotfix, head, state, begun, tried, problem, found, as);
  }
}
