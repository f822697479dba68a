package dev.suture.task;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What somebody does to a task. A lease is the random text that whoever took it was given.
public sealed interface Step {
  /// @param lease new
  record Take(String lease, Duration length) implements Step {}

  /// Keeps it, with or without a word on how it goes.
  record Keep(String lease, Duration length, @Nullable String text) implements Step {}

  /// Ends it.
  ///
  /// @param done false when it failed
  record End(String lease, boolean done, String text) implements Step {}

  /// Gives it back, for another to take.
  record Release(String lease, @Nullable String text) implements Step {}

  record Comment(String text) implements Step {}

  record Cancel(@Nullable String text) implements Step {}

  /// Puts it back when its lease has run out.
  record Expire() implements Step {}
}
