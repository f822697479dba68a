package dev.suture.issue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody does with an issue.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Action.Resolve.class, name = "resolve"),
  @JsonSubTypes.Type(value = Action.ResolveInRelease.class, name = "resolveInRelease"),
  @JsonSubTypes.Type(value = Action.ResolveInThisRelease.class, name = "resolveInThisRelease"),
  @JsonSubTypes.Type(value = Action.ResolveInNextRelease.class, name = "resolveInNextRelease"),
  @JsonSubTypes.Type(value = Action.ResolveByCommit.class, name = "resolveByCommit"),
  @JsonSubTypes.Type(value = Action.Archive.class, name = "archive"),
  @JsonSubTypes.Type(value = Action.ArchiveUntilEvents.class, name = "archiveUntilEvents"),
  @JsonSubTypes.Type(value = Action.ArchiveUntilUsers.class, name = "archiveUntilUsers"),
  @JsonSubTypes.Type(value = Action.ArchiveUntilDate.class, name = "archiveUntilDate"),
  @JsonSubTypes.Type(value = Action.ArchiveUntilEscalating.class, name = "archiveUntilEscalating"),
  @JsonSubTypes.Type(value = Action.Reopen.class, name = "reopen"),
  @JsonSubTypes.Type(value = Action.Restore.class, name = "restore"),
  @JsonSubTypes.Type(value = Action.Assign.class, name = "assign"),
  @JsonSubTypes.Type(value = Action.Delete.class, name = "delete"),
})
public sealed interface Action {
  /// What changes where an issue stands.
  sealed interface Move extends Action {}

  /// As of now: whatever is accepted later is a regression.
  record Resolve() implements Move {}

  record ResolveInRelease(String release) implements Move {}

  /// In the release that is live, else in the newest one that is known.
  record ResolveInThisRelease() implements Move {}

  record ResolveInNextRelease() implements Move {}

  /// @param commit what the project's repository knows it by, or a full id
  record ResolveByCommit(String commit) implements Move {}

  /// For ever.
  record Archive() implements Move {}

  record ArchiveUntilEvents(long events, @Nullable Integer minutes) implements Move {}

  record ArchiveUntilUsers(long users, @Nullable Integer minutes) implements Move {}

  record ArchiveUntilDate(Instant date) implements Move {}

  record ArchiveUntilEscalating() implements Move {}

  record Reopen() implements Move {}

  /// Takes a change back.
  ///
  /// @param state that it had
  record Restore(IssueState state, @Nullable Reason reason) implements Move {}

  /// @param assignee `person:…`, `team:…` or `agent:…`; null for nobody
  record Assign(@Nullable String assignee) implements Action {}

  /// With its events, its counts and its captures.
  ///
  /// @param discard whether what comes of it later is dropped as well
  record Delete(boolean discard) implements Action {}
}
