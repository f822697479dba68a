package dev.suture.issue.activity;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.suture.issue.IssueState;
import dev.suture.issue.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be done to an issue, or come over it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Deed.Moved.class, name = "moved"),
  @JsonSubTypes.Type(value = Deed.Assigned.class, name = "assigned"),
  @JsonSubTypes.Type(value = Deed.Commented.class, name = "commented"),
  @JsonSubTypes.Type(value = Deed.Merged.class, name = "merged"),
  @JsonSubTypes.Type(value = Deed.Unmerged.class, name = "unmerged"),
  @JsonSubTypes.Type(value = Deed.HotfixOpened.class, name = "hotfixOpened"),
  @JsonSubTypes.Type(value = Deed.HotfixClosed.class, name = "hotfixClosed"),
  @JsonSubTypes.Type(value = Deed.Decided.class, name = "decided"),
  @JsonSubTypes.Type(value = Deed.Tasked.class, name = "tasked"),
})
public sealed interface Deed {
  /// Its state, or the reason of its state, changed.
  ///
  /// @param reason of the new state
  record Moved(IssueState from, IssueState to, @Nullable Reason reason) implements Deed {}

  /// @param assignee null when nobody is to do it any more
  /// @param because how Suture came to it; null when somebody chose
  record Assigned(@Nullable String assignee, @Nullable String because) implements Deed {}

  /// @param text as typed; a reader shows it as text
  record Commented(String text) implements Deed {}

  /// Other issues became part of this one.
  record Merged(List<String> issues) implements Deed {}

  /// Groups of events left this issue.
  ///
  /// @param hashes fingerprints of the groups
  /// @param issue where they went; null when each became an issue of its own
  record Unmerged(List<String> hashes, @Nullable String issue) implements Deed {}

  record HotfixOpened(String hotfix) implements Deed {}

  /// What to do about the failure was decided.
  ///
  /// @param way a word: rollback, switchOff, hotfix or wait
  /// @param proposed the verdict of that time, in the same words or `cannotTell`
  /// @param because the facts of that verdict
  /// @param evidence addresses and commits that it rested on; an exchange's id in one is captured
  /// @param hotfix that was opened with it; null for none
  record Decided(
      String way,
      String proposed,
      List<String> because,
      List<String> evidence,
      @Nullable String hotfix)
      implements Deed {}

  /// The fix is in every line.
  record HotfixClosed(String hotfix) implements Deed {}

  /// A task of an agent came to a new state.
  ///
  /// @param agent as somebody named it
  /// @param state a word: queued, taken, done, failed or cancelled
  record Tasked(String task, String agent, String state) implements Deed {}
}
