package dev.suture.issue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Why an issue is in its state, and what ends it. Without one, resolved means now, and archived
/// for ever.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Reason.InRelease.class, name = "inRelease"),
  @JsonSubTypes.Type(value = Reason.AfterRelease.class, name = "afterRelease"),
  @JsonSubTypes.Type(value = Reason.InCommit.class, name = "inCommit"),
  @JsonSubTypes.Type(value = Reason.Silent.class, name = "silent"),
  @JsonSubTypes.Type(value = Reason.UntilEvents.class, name = "untilEvents"),
  @JsonSubTypes.Type(value = Reason.UntilUsers.class, name = "untilUsers"),
  @JsonSubTypes.Type(value = Reason.UntilDate.class, name = "untilDate"),
  @JsonSubTypes.Type(value = Reason.UntilEscalating.class, name = "untilEscalating"),
  @JsonSubTypes.Type(value = Reason.SeenAgain.class, name = "seenAgain"),
  @JsonSubTypes.Type(value = Reason.Faster.class, name = "faster"),
  @JsonSubTypes.Type(value = Reason.Woken.class, name = "woken"),
})
public sealed interface Reason {
  /// How it was resolved.
  sealed interface Resolution extends Reason {}

  /// What it is archived until.
  sealed interface Until extends Reason {}

  /// Resolved: the fix is in this release. A later release that has it again is a regression.
  record InRelease(String release) implements Resolution {}

  /// Resolved in the next release: whichever comes after the newest one that was known then.
  ///
  /// @param release the newest then; null when none was known
  record AfterRelease(@Nullable String release) implements Resolution {}

  /// Resolved by a commit. Without a release it waits for the first one that contains the commit.
  ///
  /// @param commit full id
  record InCommit(String commit, @Nullable String release) implements Resolution {}

  /// Resolved by the project's rule, because nothing was seen for so long.
  record Silent(int days) implements Resolution {}

  /// Archived until so many more events.
  ///
  /// @param minutes within which they must come; null when it does not matter
  /// @param counted how many there were when it was archived
  record UntilEvents(long events, @Nullable Integer minutes, long counted) implements Until {}

  /// Archived until so many more users meet it.
  ///
  /// @param minutes within which they must be met; null when it does not matter
  /// @param counted how many there were when it was archived
  record UntilUsers(long users, @Nullable Integer minutes, long counted) implements Until {}

  record UntilDate(Instant date) implements Until {}

  record UntilEscalating() implements Until {}

  /// Regressed.
  ///
  /// @param release the one that has it again; null when the event named none
  /// @param resolvedIn what was said of the fix: a release, a commit; null when it was resolved as
  ///   of then
  record SeenAgain(@Nullable String release, @Nullable String resolvedIn) implements Reason {}

  /// Escalating.
  ///
  /// @param events in the hour that left the history
  /// @param limit that the history allows an hour
  record Faster(long events, long limit) implements Reason {}

  /// Open again, because what it was archived until has come.
  record Woken(Until until) implements Reason {}
}
