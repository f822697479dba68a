package dev.suture.mcp;

import dev.suture.account.Reach;
import dev.suture.cause.Bundles;
import dev.suture.cause.Decisions;
import dev.suture.cause.Exhibits;
import dev.suture.hotfix.Hotfix;
import dev.suture.hotfix.Hotfixes;
import dev.suture.issue.Issue;
import dev.suture.issue.IssueStore;
import dev.suture.issue.query.IssueSearch;
import dev.suture.issue.trust.Standing;
import dev.suture.issue.trust.Vouching;
import dev.suture.project.ProjectStore;
import java.time.InstantSource;
import java.util.Optional;

/// What the tools call.
public record McpRooms(
    ProjectStore projects,
    IssueStore issues,
    IssueSearch search,
    Hotfixes hotfixes,
    Bundles bundles,
    Exhibits exhibits,
    Vouching vouching,
    Decisions decisions,
    InstantSource clock) {

  /// The issue that no program may write because of: what it is shown of it came through an
  /// anonymous key, and no person has looked at that.
  ///
  /// @param id of an issue or a hotfix; hostile text
  Optional<String> unvouched(String id) {
    return vouching
        .of(hotfixes.find(id).map(Hotfix::issue).orElse(id))
        .filter(found -> !found.allowsWrites())
        .map(Standing::issue);
  }

  /// Whether something is of a project that the caller sees.
  ///
  /// @param id of an issue, a capture or a hotfix; hostile text
  boolean isSeen(Reach reach, String id) {
    return switch (reach) {
      case Reach.Everything _ -> true;
      case Reach.Some some ->
          issues
              .find(id)
              .map(Issue::project)
              .or(() -> hotfixes.find(id).map(Hotfix::project))
              .or(() -> exhibits.subject(id).map(subject -> subject.issue().project()))
              .filter(some::has)
              .isPresent();
    };
  }
}
