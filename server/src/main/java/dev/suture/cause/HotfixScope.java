package dev.suture.cause;

import dev.suture.cause.chain.Cause;
import dev.suture.deploy.Deployment;
import dev.suture.issue.Issue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// How far a hotfix of a failure reaches, and what could be done in its place.
///
/// @param base full id of the commit that it branches from; null when none is known to be live
/// @param files from the repository: those that it may touch, the likeliest first
/// @param guards where a guard could stand, the nearest to the failure first
/// @param fixedOn lines on which what brought it in was changed again already
/// @param toggle from the repository: name of the feature switch that stands before what fails;
///   null when suture.yml names none
/// @param alternatives in words of ours
public record HotfixScope(
    @Nullable String base,
    List<String> files,
    List<Guard> guards,
    List<Cause.Fixed> fixedOn,
    @Nullable String toggle,
    List<Alternative> alternatives) {
  private static final int FILES = 8;

  /// Which end of a value's way a guard stands at.
  public enum End {
    /// The line that uses the value.
    consumer,
    /// The line that asks for it.
    fetch
  }

  /// @param path from the repository
  public record Guard(End end, String path, int line) {
    String words() {
      return switch (end) {
        case consumer -> "where the value is used";
        case fetch -> "where the answer is asked for, before it is passed on";
      };
    }
  }

  /// Another way out.
  public enum Way {
    rollback,
    switchOff,
    nothing
  }

  /// @param words ours, without captured text
  public record Alternative(Way way, String words) {}

  /// What a scope is made of.
  ///
  /// @param before what ran in production before what is live
  record Case(
      Issue issue,
      @Nullable Deployment live,
      @Nullable Deployment before,
      @Nullable Cause cause,
      Impact impact,
      @Nullable VerdictPolicy policy) {}

  static HotfixScope of(Case seen, List<Bundle.BundleFrame> frames, @Nullable Guard fetch) {
    Cause cause = seen.cause();
    List<Guard> guards = new ArrayList<>();
    if (cause != null && cause.expression() != null) {
      guards.add(new Guard(End.consumer, cause.expression().path(), cause.expression().line()));
    } else {
      frames.stream()
          .filter(each -> each.path() != null && each.code() != null)
          .findFirst()
          .ifPresent(
              each ->
                  guards.add(
                      new Guard(
                          End.consumer, Objects.requireNonNull(each.path()), each.frame().line())));
    }
    if (fetch != null) {
      guards.add(fetch);
    }
    SequencedSet<String> files = new LinkedHashSet<>();
    if (cause != null && cause.file() != null) {
      files.add(cause.file());
    }
    guards.forEach(guard -> files.add(guard.path()));
    String toggle = seen.policy() == null ? null : seen.policy().toggle(List.copyOf(files));
    frames.stream().map(Bundle.BundleFrame::path).filter(Objects::nonNull).forEach(files::add);
    return new HotfixScope(
        seen.live() == null ? null : seen.live().commit(),
        files.stream().limit(FILES).toList(),
        List.copyOf(guards),
        cause == null ? List.of() : cause.fixedOn(),
        toggle,
        List.of(
            new Alternative(Way.rollback, rollback(seen)),
            new Alternative(
                Way.switchOff,
                toggle == null
                    ? "suture.yml names no switch for what fails; if it stands behind one, turning"
                        + " that off ends the failure without a release."
                    : "suture.yml names a switch for what fails: turning it off ends the failure"
                        + " without a release."),
            new Alternative(Way.nothing, nothing(seen))));
  }

  private static String rollback(Case seen) {
    Deployment live = seen.live();
    Deployment before = seen.before();
    if (live == null || before == null) {
      return "No earlier deployment into production is recorded that could be gone back to.";
    }
    String target =
        "Deployment "
            + before.id()
            + " of "
            + before.at()
            + " ran before"
            + (before.commit() != null && before.commit().matches("[0-9a-f]{7,64}")
                ? ", from commit " + before.commit()
                : "");
    return live.release().equals(seen.issue().firstRelease())
        ? target + "; the failure came with what is live, so going back ends it."
        : target + "; the failure is not known to have come with what is live, so it may stay.";
  }

  private static String nothing(Case seen) {
    String cost =
        String.format(
            Locale.ROOT,
            "At the rate of the last day it is met %,d %s in the next.",
            seen.impact().lastDay(),
            seen.impact().lastDay() == 1 ? "time" : "times");
    return seen.cause() != null && !seen.cause().fixedOn().isEmpty()
        ? cost + " What brought it in was changed again on a line, so a release may end it."
        : cost + " No line is known to have a fix, so the next release does not end it.";
  }
}
