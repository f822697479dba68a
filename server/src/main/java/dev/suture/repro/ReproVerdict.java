package dev.suture.repro;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// What the runs of a reproduction at one commit say together.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ReproVerdict.Reproduced.class, name = "reproduced"),
  @JsonSubTypes.Type(value = ReproVerdict.NotReproduced.class, name = "notReproduced"),
  @JsonSubTypes.Type(value = ReproVerdict.Flaky.class, name = "flaky"),
  @JsonSubTypes.Type(value = ReproVerdict.CannotTell.class, name = "cannotTell")
})
public sealed interface ReproVerdict {
  /// The same failure in every run.
  record Reproduced(int runs) implements ReproVerdict {}

  /// The failure in no run, although each went all the way.
  record NotReproduced(int runs) implements ReproVerdict {}

  /// The failure in some runs only.
  record Flaky(int failed, int runs) implements ReproVerdict {}

  /// @param why in words of ours
  record CannotTell(String why) implements ReproVerdict {}

  /// How sure it is, from 0 to 1: the chance that one more run shows the same, by the rule of
  /// succession. Nothing is known of what could not be told.
  default double confidence() {
    return switch (this) {
      case Reproduced(int runs) -> (runs + 1.0) / (runs + 2.0);
      case NotReproduced(int runs) -> (runs + 1.0) / (runs + 2.0);
      case Flaky(int failed, int runs) -> (Math.max(failed, runs - failed) + 1.0) / (runs + 2.0);
      case CannotTell _ -> 0;
    };
  }

  /// Judges runs at one commit, the first one first. One that did not come to its end says nothing
  /// against the others, but leaves too little where it is the only one.
  static ReproVerdict of(List<Run> runs) {
    List<Run> told = runs.stream().filter(run -> run.seen() != Run.Seen.unclear).toList();
    int failed = (int) told.stream().filter(run -> run.seen() == Run.Seen.failed).count();
    if (told.size() * 2 <= runs.size()) {
      return new CannotTell(
          runs.stream()
              .filter(run -> run.seen() == Run.Seen.unclear)
              .map(Run::says)
              .findFirst()
              .orElse("It was not run."));
    }
    if (failed == 0) {
      return new NotReproduced(told.size());
    }
    return failed == told.size() ? new Reproduced(told.size()) : new Flaky(failed, told.size());
  }
}
