package dev.suture.store;

import dev.suture.issue.IssueStore;
import dev.suture.issue.MergeStore.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/// Makes a hash of an issue an issue of its own.
///
/// Events and when they were first and last seen are exact. Hours, tags, captures and users are
/// estimated from the events that are kept; the users of the rest stay as they were, since nobody
/// knows which of them met only what left.
final class Splitting {
  private final Handle handle;
  private final IssueStore issues;
  private final long from;
  private final Map<String, Object> row;
  private final Map<String, Object> hash;
  private long counted;

  Splitting(Handle handle, IssueStore issues, long from, String hash) {
    this.handle = handle;
    this.issues = issues;
    this.from = from;
    this.row = MergeRows.read(handle, "issue", "id", from).getFirst();
    List<Map<String, Object>> own =
        MergeRows.read(handle, "issue_hash", "issue", from).stream()
            .filter(each -> number(each, "events") > 0)
            .toList();
    this.hash =
        own.stream()
            .filter(each -> hash.equals(each.get("hash")))
            .findFirst()
            .orElseThrow(() -> new Refused("No event of this issue was counted on this hash."));
    if (own.size() < 2) {
      throw new Refused("It is the only group of this issue: there is nothing to take apart.");
    }
  }

  private static long number(Map<String, Object> row, String column) {
    return MergeRows.number(row, column);
  }

  long project() {
    return number(row, "project");
  }

  long events() {
    return number(hash, "events");
  }

  /// How many of its events were still kept.
  long counted() {
    return counted;
  }

  /// @return the key of the new issue
  long split() {
    if (Objects.equals(row.get("hash"), hash.get("hash"))) {
      handle.execute(
          """
          UPDATE issue SET hash = (SELECT hash FROM issue_hash WHERE issue = ? AND id <> ?
            ORDER BY events DESC, id LIMIT 1) WHERE id = ?""",
          from,
          hash.get("id"),
          from);
    }
    long number =
        handle
            .createQuery(
                "UPDATE project SET last_issue = last_issue + 1 WHERE id = :id RETURNING last_issue")
            .bind("id", project())
            .mapTo(Long.class)
            .one();
    Map<String, Object> made = new LinkedHashMap<>(row);
    made.remove("id");
    made.put("number", number);
    made.put("users", 0L);
    made.put("captures", 0L);
    for (String column : List.of("hash", "events", "first_seen", "last_seen")) {
      made.put(column, hash.get(column));
    }
    MergeRows.insert(handle, "issue", made);
    long key =
        handle
            .select("SELECT id FROM issue WHERE project = ? AND number = ?", project(), number)
            .mapTo(Long.class)
            .one();
    Map<String, Object> text =
        new LinkedHashMap<>(MergeRows.read(handle, "issue_text", "issue", from).getFirst());
    text.put("issue", key);
    text.put("rule", hash.get("rule"));
    text.put("parts", hash.get("parts"));
    MergeRows.insert(handle, "issue_text", text);
    handle.execute("UPDATE issue_hash SET issue = ? WHERE id = ?", key, hash.get("id"));
    counted =
        handle.execute(
            "UPDATE event SET issue = ? WHERE issue = ? AND grouped = ?",
            key,
            from,
            hash.get("id"));
    KeptCounts kept = new KeptCounts(handle, issues, project()).read(key, Long.MIN_VALUE);
    kept.move(events(), from, key);
    new MergedUsers(handle).set(key, List.of(), kept);
    long captures =
        handle
            .select("SELECT count(*) FROM event WHERE issue = ? AND captured", key)
            .mapTo(Long.class)
            .one();
    handle.execute("UPDATE issue SET captures = ? WHERE id = ?", captures, key);
    handle.execute("UPDATE issue SET captures = captures - ? WHERE id = ?", captures, from);
    new MergedTexts(handle, IssueId.of(handle, key), IssueId.of(handle, from)).captures(key);
    new IssueTotals(handle, from).recount(issues);
    new IssueTotals(handle, key).recount(issues);
    return key;
  }
}
