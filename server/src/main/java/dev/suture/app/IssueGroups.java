package dev.suture.app;

import dev.suture.http.Api;
import dev.suture.issue.Grouper;
import dev.suture.issue.IssueStore;
import dev.suture.issue.grouping.GroupingV1;
import dev.suture.issue.rules.RuledGrouping;
import dev.suture.issue.rules.Trial;
import dev.suture.store.Database;
import dev.suture.store.SqlGroups;
import dev.suture.store.SqlMerges;
import dev.suture.store.SqlRules;
import dev.suture.store.SqlSimilar;
import java.time.InstantSource;

/// What belongs together: rules of grouping, hashes, merges, issues that are alike.
public final class IssueGroups {
  private final RuledGrouping grouping;
  private final Api.Groups rooms;

  public IssueGroups(Database database, IssueStore issues, InstantSource clock) {
    SqlRules rules = new SqlRules(database, clock);
    SqlGroups hashes = new SqlGroups(database);
    GroupingV1 before = new GroupingV1();
    grouping = new RuledGrouping(rules::of, hashes.any(before.version()) ? before : null);
    rooms =
        new Api.Groups(
            rules,
            hashes,
            new SqlMerges(database, issues, clock),
            new SqlSimilar(database, issues),
            grouping,
            new Trial(issues, hashes));
  }

  Grouper grouper() {
    return grouping;
  }

  public Api.Groups rooms() {
    return rooms;
  }
}
