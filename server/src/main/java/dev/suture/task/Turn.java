package dev.suture.task;

import org.jspecify.annotations.Nullable;

/// What comes of a step.
public sealed interface Turn {
  /// @param lease of who has it, or had it last; null for nobody yet
  /// @param text of the entry
  record Moved(Task task, @Nullable String lease, Entry.Kind kind, @Nullable String text)
      implements Turn {}

  /// Nothing to write: it was so already.
  record Still(Task task) implements Turn {}

  /// The lease is longer, and there is nothing to tell.
  record Kept(Task task) implements Turn {}

  /// @param says why not, in words of ours
  /// @param remedy what to do about it
  record Refused(String says, String remedy) implements Turn {}
}
